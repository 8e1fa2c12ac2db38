//! Rules for the Job, metadata and the prompt's Secret.

rules! { JOB:
    /// The Job's name is a lower-case DNS subdomain of at most 253 bytes.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: use lower-case letters, digits, `-` and `.`.
    Error NAME = "name" after "ValidateObjectMeta",
        example r#"{"/metadata/name": "Job"}"#;

    /// A namespace is a lower-case DNS label of at most 63 bytes.
    ///
    /// Input: `config.namespace`, `selfPod.namespace`.
    ///
    /// Fix: use at most 63 lower-case letters, digits and `-`.
    Error NAMESPACE = "namespace" after "ValidateNamespaceName",
        example r#"{"/metadata/namespace": "Paperclip"}"#;

    /// A label's key is a name of at most 63 bytes, with an optional DNS subdomain and `/`
    /// before it.
    ///
    /// Input: `config.labels`, `config.nodeSelector`.
    ///
    /// Fix: use letters, digits, `-`, `_` and `.`, after a domain in lower case.
    Error LABEL_KEY = "label-key" after "IsQualifiedName",
        example r#"{"/metadata/labels": {"Team_X/owner": "a"}}"#;

    /// A label's value has at most 63 bytes of `[A-Za-z0-9._-]`, with a letter or digit at both
    /// ends. Agent, run and company ids are such values.
    ///
    /// Input: `agent.id`, `runId`, `agent.companyId`, `config.labels`, `config.nodeSelector`.
    ///
    /// Fix: use ids of letters, digits, `-`, `_` and `.`.
    Error LABEL_VALUE = "label-value" after "IsValidLabelValue",
        example r#"{"/metadata/labels": {"a": "agent:builder"}}"#;

    /// `job-name` and `controller-uid`, also with `batch.kubernetes.io/`, are set by the
    /// server.
    ///
    /// Input: `config.labels`.
    ///
    /// Fix: use another label.
    Error LABEL_RESERVED = "label-reserved" after "validateGeneratedSelector",
        example r#"{"/spec/template/metadata/labels": {"job-name": "mine"}}"#;

    /// An annotation's key has the form of a label's key, in either case.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: use letters, digits, `-`, `_` and `.`, after a domain.
    Error ANNOTATION_KEY = "annotation-key" after "ValidateAnnotations",
        example r#"{"/metadata/annotations": {"a b": ""}}"#;

    /// All annotations have at most 262,144 bytes together.
    ///
    /// Input: `agent.name`.
    ///
    /// Fix: shorten it.
    Error ANNOTATION_SIZE = "annotation-size" after "ValidateAnnotationsSize",
        example r#"{"/metadata/annotations": {"a": {"$repeat": "x", "$times": 262144}}}"#;

    /// Counts and seconds of a Job are not negative.
    ///
    /// Input: `config.ttlSecondsAfterFinished`.
    ///
    /// Fix: use a number of at least 0.
    Error NEGATIVE_NUMBER = "negative-number" after "ValidateNonnegativeField",
        example r#"{"/spec/ttlSecondsAfterFinished": -1}"#;

    /// A Job with 0 seconds to live is deleted the moment it ends: its status and its log are gone
    /// before anybody has read them.
    ///
    /// Input: `config.ttlSecondsAfterFinished`.
    ///
    /// Fix: leave the setting out for the default of 300, or write the seconds that a Job is to be
    /// kept.
    Warning TTL_ZERO = "ttl-zero" after "the TTL controller",
        example r#"{"/spec/ttlSecondsAfterFinished": 0}"#;

    /// A deadline of over 9,223,372,036 seconds overflows in the Job controller, and has passed
    /// at once.
    ///
    /// Input: `config.timeoutSec`.
    ///
    /// Fix: use a deadline of at most 9,223,372,036 seconds.
    Warning DEADLINE_OVERFLOW = "deadline-overflow" after "pastActiveDeadline",
        example r#"{"/spec/activeDeadlineSeconds": 9223372037}"#;

    /// The Pod's `restartPolicy` is `Never` or `OnFailure`.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: set it to `Never` or `OnFailure`.
    Error RESTART_POLICY = "restart-policy" after "validateJobSpec",
        example r#"{"/spec/template/spec/restartPolicy": "Always"}"#;

    /// The prompt Secret's name is a lower-case DNS subdomain, its namespace a DNS label.
    ///
    /// Input: `config.namespace`, `selfPod.namespace`.
    ///
    /// Fix: use at most 63 lower-case letters, digits and `-`.
    Error SECRET_NAME = "secret-name" after "ValidateSecret",
        example r#"{"promptSecret": {"name": "S", "namespace": "ns", "data": {}}}"#;

    /// The prompt Secret's data are strings under keys of `[-._a-zA-Z0-9]`.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: use strings under keys of `[-._a-zA-Z0-9]`.
    Error SECRET_DATA = "secret-data" after "ValidateSecret",
        example r#"{"promptSecret": {"name": "s", "namespace": "ns", "data": {"a/b": "a"}}}"#;

    /// A Secret holds at most 1,048,576 bytes.
    ///
    /// Input: a prompt of over 1 MiB.
    ///
    /// Fix: shorten the prompt.
    Error SECRET_SIZE = "secret-size" after "ValidateSecret",
        example r#"{"promptSecret": {"name": "s", "namespace": "ns", "data": {"a": {"$repeat": "x", "$times": 1048577}}}}"#;

    /// The prompt Secret's data are plain text, to be sent as `stringData`. Told whenever the
    /// Secret is given.
    ///
    /// Input: any prompt of over 262,144 bytes.
    ///
    /// Fix: send `promptSecret.data` as the `stringData` of the Secret.
    Warning SECRET_STRING_DATA = "secret-string-data" after "Secret.stringData",
        example r#"{"promptSecret": {"name": "s", "namespace": "ns", "data": {"prompt.txt": "a"}}}"#;

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
