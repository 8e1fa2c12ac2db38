//! Rules for the Job, metadata and the prompt's Secret.

rules! { JOB:
    /// The Job's name is a lower-case DNS subdomain of at most 253 bytes.
    Error NAME = "name" after "ValidateObjectMeta",
        example "";

    /// A namespace is a lower-case DNS label of at most 63 bytes.
    Error NAMESPACE = "namespace" after "ValidateNamespaceName",
        example "";

    /// A label's key is a name of at most 63 bytes, with an optional DNS subdomain and `/` before it.
    Error LABEL_KEY = "label-key" after "IsQualifiedName",
        example "";

    /// A label's value has at most 63 bytes of `[A-Za-z0-9._-]`, with a letter or digit at both ends. Agent, run and company ids are such values.
    Error LABEL_VALUE = "label-value" after "IsValidLabelValue",
        example "";

    /// `job-name` and `controller-uid`, also with `batch.kubernetes.io/`, are set by the server.
    Error LABEL_RESERVED = "label-reserved" after "validateGeneratedSelector",
        example "";

    /// An annotation's key has the form of a label's key, in either case.
    Error ANNOTATION_KEY = "annotation-key" after "ValidateAnnotations",
        example "";

    /// All annotations have at most 262,144 bytes together.
    Error ANNOTATION_SIZE = "annotation-size" after "ValidateAnnotationsSize",
        example "";

    /// Counts and seconds of a Job are not negative.
    Error NEGATIVE_NUMBER = "negative-number" after "ValidateNonnegativeField",
        example "";

    /// A deadline of over 9,223,372,036 seconds overflows in the Job controller, and has passed at once.
    Warning DEADLINE_OVERFLOW = "deadline-overflow" after "pastActiveDeadline",
        example "";

    /// The Pod's `restartPolicy` is `Never` or `OnFailure`.
    Error RESTART_POLICY = "restart-policy" after "validateJobSpec",
        example "";

    /// The prompt Secret's name is a lower-case DNS subdomain, its namespace a DNS label.
    Error SECRET_NAME = "secret-name" after "ValidateSecret",
        example "";

    /// The prompt Secret's data are strings under keys of `[-._a-zA-Z0-9]`.
    Error SECRET_DATA = "secret-data" after "ValidateSecret",
        example "";

    /// A Secret holds at most 1,048,576 bytes.
    Error SECRET_SIZE = "secret-size" after "ValidateSecret",
        example "";

    /// The prompt Secret's data are plain text, to be sent as `stringData`. Told whenever the Secret is given.
    Warning SECRET_STRING_DATA = "secret-string-data" after "Secret.stringData",
        example "";
}
