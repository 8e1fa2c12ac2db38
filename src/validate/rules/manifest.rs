//! Rules for the manifest as a whole.

rules! { MANIFEST:
    /// A manifest has no cycles and no BigInt values.
    Error FIELD_JSON = "field-json" after "JSON.stringify",
        example "";

    /// Values have the type of their field; integers have no fraction and fit into 32 or 64 bits.
    Error FIELD_TYPE = "field-type" after "the API server's decoder",
        example "";

    /// A manifest is not nested deeper than the decoder reads.
    Error FIELD_DEPTH = "field-depth" after "the API server's decoder",
        example "";

    /// A field that Kubernetes does not know, such as a misspelt one, is dropped.
    Warning FIELD_UNKNOWN = "field-unknown" after "fieldValidation=Strict",
        example "";

    /// At most 1,000 findings are listed; the last one says how many there are besides, and is an error if one of them is.
    Warning MORE_FINDINGS = "more-findings" after "the validator",
        example "";

    /// The stored Job has at most 1,572,864 bytes. The API server's own answer blames a label.
    Error OBJECT_SIZE = "object-size" after "etcd's request limit",
        example "";

    /// The request has at most 3,145,728 bytes.
    Error REQUEST_SIZE = "request-size" after "MaxRequestBodyBytes",
        example "";
}
