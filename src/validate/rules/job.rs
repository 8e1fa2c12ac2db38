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

    /// The start of a generated name has the form of a name, with a dash at its end.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: use lower-case letters, digits, `-` and `.`.
    Error GENERATE_NAME = "generate-name" after "ValidateObjectMeta",
        example r#"{"/metadata/generateName": "Job-"}"#;

    /// The Job's name is a DNS label, because it is part of the names of its Pods.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: use at most 63 lower-case letters, digits and `-`.
    Warning NAME_HOSTNAME = "name-hostname" after "jobStrategy.WarningsOnCreate",
        example r#"{"/metadata/name": "a.b"}"#;

    /// An owner has an API version, a kind, a name and an id; one of them at most is the controller.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: copy all four fields of the owner.
    Error OWNER_REFERENCE = "owner-reference" after "ValidateOwnerReferences",
        example r#"{"/metadata/ownerReferences": [{"apiVersion": "v1", "kind": "Pod", "name": "p"}]}"#;

    /// A finalizer has the form of a label's key.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: give the finalizer a domain, such as `example.com/name`.
    Error FINALIZER = "finalizer" after "ValidateFinalizers",
        example r#"{"/metadata/finalizers": ["a b"]}"#;

    /// A backoff limit for each index and a limit of failed indexes are for indexed Jobs, the second
    /// only together with the first.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: set `completionMode` to `Indexed`, or leave both out.
    Error BACKOFF_PER_INDEX = "backoff-per-index" after "validateJobSpec",
        example r#"{"/spec/backoffLimitPerIndex": 1}"#;

    /// An indexed Job has a number of completions, and numbers that Kubernetes can track.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: set `completions`, and lower the number that the message names.
    Error INDEXED_JOB = "indexed-job" after "validateJobSpec",
        example r#"{"/spec/completionMode": "Indexed", "/spec/parallelism": 2}"#;

    /// An indexed Job of over 100,000 completions has a parallelism of at most 10,000.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: lower `parallelism`.
    Warning INDEXED_TRACKING = "indexed-tracking" after "WarningsForJobSpec",
        example r#"{"/spec/completionMode": "Indexed", "/spec/completions": 100001, "/spec/parallelism": 10001}"#;

    /// The mode of completion is `NonIndexed` or `Indexed`.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: use one of them.
    Error COMPLETION_MODE = "completion-mode" after "validateJobSpec",
        example r#"{"/spec/completionMode": "indexed"}"#;

    /// The name of the controller that manages a Job is a domain and a path, of at most 63 bytes.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: name it as in `acme.io/foo`.
    Error MANAGED_BY = "managed-by" after "IsDomainPrefixedPath",
        example r#"{"/spec/managedBy": "foo"}"#;

    /// Pods are replaced when they are `TerminatingOrFailed`, or with a failure policy `Failed`.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: use one of them.
    Error POD_REPLACEMENT_POLICY = "pod-replacement-policy" after "validatePodReplacementPolicy",
        example r#"{"/spec/podReplacementPolicy": "Never"}"#;

    /// A rule of the failure policy has an action, and exit codes or conditions of the Pod.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: complete the rule that the path names.
    Error FAILURE_POLICY = "failure-policy" after "validatePodFailurePolicy",
        example r#"{"/spec/podFailurePolicy": {"rules": [{"action": "Ignore"}]}}"#;

    /// A success policy is for indexed Jobs; each of its rules has a count or a list of indexes below
    /// the number of completions.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: set `completionMode` to `Indexed`, and complete the rule that the path names.
    Error SUCCESS_POLICY = "success-policy" after "validateSuccessPolicy",
        example r#"{"/spec/successPolicy": {"rules": [{"succeededCount": 1}]}}"#;

    /// A Job's selector is generated; one of the caller selects the Pods of the template.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: leave out `selector` and `manualSelector`.
    Error SELECTOR = "selector" after "ValidateJobSpec",
        example r#"{"/spec/manualSelector": true}"#;
}
