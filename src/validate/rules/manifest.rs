//! Rules for the manifest as a whole.

rules! { MANIFEST:
    /// A manifest has no cycles and no `BigInt` values.
    ///
    /// Input: `tolerations`, `dnsConfig` and other objects that are passed through.
    ///
    /// Fix: use values that JSON has.
    Error FIELD_JSON = "field-json" after "JSON.stringify",
        example "";

    /// Values have the type of their field; integers have no fraction and fit into 32 or 64
    /// bits.
    ///
    /// Input: `config.timeoutSec`, `config.ttlSecondsAfterFinished`, and objects that are
    /// passed through.
    ///
    /// Fix: use a value of the type that the message names.
    Error FIELD_TYPE = "field-type" after "the API server's decoder",
        example r#"{"/spec/activeDeadlineSeconds": 1.5}"#;

    /// A manifest is not nested deeper than the decoder reads.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: nest less deeply.
    Error FIELD_DEPTH = "field-depth" after "the API server's decoder",
        example "";

    /// A field that Kubernetes does not know, such as a misspelt one, is dropped.
    ///
    /// Input: `tolerations`, `dnsConfig` and other objects that are passed through.
    ///
    /// Fix: correct the name of the field, or ask for the version of the cluster.
    Warning FIELD_UNKNOWN = "field-unknown" after "fieldValidation=Strict",
        example r#"{"/spec/template/spec/tolerations": [{"operator": "Exists", "operater": ""}]}"#;

    /// At most 1,000 findings are listed; the last one says how many there are besides, and is
    /// an error if one of them is.
    ///
    /// Input: very long lists.
    ///
    /// Fix: mend the findings that are listed first.
    Warning MORE_FINDINGS = "more-findings" after "the validator",
        example "";

    /// The stored Job has at most 1,572,864 bytes. The API server's own answer blames a label.
    ///
    /// Input: very large prompts, wake payloads and environments.
    ///
    /// Fix: shorten them.
    Error OBJECT_SIZE = "object-size" after "etcd's request limit",
        example "";

    /// The request has at most 3,145,728 bytes.
    ///
    /// Input: very large prompts, wake payloads and environments.
    ///
    /// Fix: shorten them.
    Error REQUEST_SIZE = "request-size" after "MaxRequestBodyBytes",
        example "";
}
