//! Rules for the Pod.

rules! { POD:
    /// There are at most three nameservers, each an IP address.
    Error DNS_NAMESERVERS = "dns-nameservers" after "validatePodDNSConfig",
        example "";

    /// There are at most 32 search domains of 2,048 characters in all, each a DNS subdomain; from Kubernetes 1.33 with `_`.
    Error DNS_SEARCHES = "dns-searches" after "validatePodDNSConfig",
        example "";

    /// A DNS option has a name.
    Error DNS_OPTIONS = "dns-options" after "validatePodDNSConfig",
        example "";

    /// An IP address is written in its canonical form.
    ///
    /// Input: `selfPod.dnsConfig.nameservers`.
    ///
    /// Fix: write the address as the message shows it.
    Warning IP_FORM = "ip-form" after "GetWarningsForIP",
        example r#"{"/spec/template/spec/dnsConfig": {"nameservers": ["2001:DB8::1"]}}"#;

    /// Node labels with `beta.kubernetes.io/` have newer names.
    Warning NODE_LABEL_DEPRECATED = "node-label-deprecated" after "GetWarningsForNodeSelector",
        example "";

    /// An image pull Secret has a name, and is listed once.
    Warning PULL_SECRET_NAME = "pull-secret-name" after "GetWarningsForPod",
        example "";

    /// A service account's name is a lower-case DNS subdomain.
    Error SERVICE_ACCOUNT = "service-account" after "ValidateServiceAccountName",
        example "";

    /// A toleration's key is a label key.
    Error TOLERATION_KEY = "toleration-key" after "ValidateTolerations",
        example "";

    /// A toleration's operator is `Equal` or `Exists`; without a key it is `Exists`.
    Error TOLERATION_OPERATOR = "toleration-operator" after "ValidateTolerations",
        example "";

    /// The operators `Gt` and `Lt` need a feature gate, which is off up to Kubernetes 1.36.
    Warning TOLERATION_COMPARISON = "toleration-comparison" after "TaintTolerationComparisonOperators",
        example "";

    /// A toleration's value is a label value, and empty with `Exists`.
    Error TOLERATION_VALUE = "toleration-value" after "ValidateTolerations",
        example "";

    /// A toleration's effect is `NoSchedule`, `PreferNoSchedule` or `NoExecute`; with `tolerationSeconds` it is `NoExecute`.
    Error TOLERATION_EFFECT = "toleration-effect" after "validateTaintEffect",
        example "";

    /// A Pod fits into a namespace of the Pod Security level `restricted`. Opt-in.
    Error POD_SECURITY = "pod-security" after "pod-security-admission",
        example "";
}
