//! Rules for the Pod.

rules! { POD:
    /// There are at most three nameservers, each an IP address.
    ///
    /// Input: `selfPod.dnsConfig.nameservers`.
    ///
    /// Fix: list at most three addresses.
    Error DNS_NAMESERVERS = "dns-nameservers" after "validatePodDNSConfig",
        example r#"{"/spec/template/spec/dnsConfig": {"nameservers": ["dns.google"]}}"#;

    /// There are at most 32 search domains of 2,048 characters in all, each a DNS subdomain;
    /// from Kubernetes 1.33 with `_`.
    ///
    /// Input: `selfPod.dnsConfig.searches`.
    ///
    /// Fix: list at most 32 domains.
    Error DNS_SEARCHES = "dns-searches" after "validatePodDNSConfig",
        example r#"{"/spec/template/spec/dnsConfig": {"searches": ["A"]}}"#;

    /// A DNS option has a name.
    ///
    /// Input: `selfPod.dnsConfig.options`.
    ///
    /// Fix: name the option.
    Error DNS_OPTIONS = "dns-options" after "validatePodDNSConfig",
        example r#"{"/spec/template/spec/dnsConfig": {"options": [{"value": "2"}]}}"#;

    /// An IP address is written in its canonical form.
    ///
    /// Input: `selfPod.dnsConfig.nameservers`.
    ///
    /// Fix: write the address as the message shows it.
    Warning IP_FORM = "ip-form" after "GetWarningsForIP",
        example r#"{"/spec/template/spec/dnsConfig": {"nameservers": ["2001:DB8::1"]}}"#;

    /// Node labels with `beta.kubernetes.io/` have newer names.
    ///
    /// Input: `config.nodeSelector`.
    ///
    /// Fix: use the label that the message names.
    Warning NODE_LABEL_DEPRECATED = "node-label-deprecated" after "GetWarningsForNodeSelector",
        example r#"{"/spec/template/spec/nodeSelector": {"beta.kubernetes.io/os": "linux"}}"#;

    /// An image pull Secret has a name, and is listed once.
    ///
    /// Input: `selfPod.imagePullSecrets`.
    ///
    /// Fix: name each Secret once.
    Warning PULL_SECRET_NAME = "pull-secret-name" after "GetWarningsForPod",
        example r#"{"/spec/template/spec/imagePullSecrets": [{"name": ""}]}"#;

    /// A service account's name is a lower-case DNS subdomain.
    ///
    /// Input: `config.serviceAccountName`.
    ///
    /// Fix: use lower-case letters, digits, `-` and `.`.
    Error SERVICE_ACCOUNT = "service-account" after "ValidateServiceAccountName",
        example r#"{"/spec/template/spec/serviceAccountName": "Paperclip_SA"}"#;

    /// A toleration's key is a label key.
    ///
    /// Input: `config.tolerations`.
    ///
    /// Fix: use the key of a taint.
    Error TOLERATION_KEY = "toleration-key" after "ValidateTolerations",
        example r#"{"/spec/template/spec/tolerations": [{"key": "node role", "operator": "Exists"}]}"#;

    /// A toleration's operator is `Equal` or `Exists`; without a key it is `Exists`.
    ///
    /// Input: `config.tolerations`.
    ///
    /// Fix: use `Equal` or `Exists`.
    Error TOLERATION_OPERATOR = "toleration-operator" after "ValidateTolerations",
        example r#"{"/spec/template/spec/tolerations": [{"key": "a", "operator": "exists"}]}"#;

    /// The operators `Gt` and `Lt` need a feature gate, which is off up to Kubernetes 1.36.
    ///
    /// Input: `config.tolerations`.
    ///
    /// Fix: switch the feature gate on, or use `Equal`.
    Warning TOLERATION_COMPARISON = "toleration-comparison" after "TaintTolerationComparisonOperators",
        example r#"{"options": {"kubernetes": "1.37"}, "/spec/template/spec/tolerations": [{"key": "a", "operator": "Gt", "value": "1"}]}"#;

    /// A toleration's value is a label value, and empty with `Exists`.
    ///
    /// Input: `config.tolerations`.
    ///
    /// Fix: leave the value out with `Exists`.
    Error TOLERATION_VALUE = "toleration-value" after "ValidateTolerations",
        example r#"{"/spec/template/spec/tolerations": [{"key": "a", "operator": "Exists", "value": "b"}]}"#;

    /// A toleration's effect is `NoSchedule`, `PreferNoSchedule` or `NoExecute`; with
    /// `tolerationSeconds` it is `NoExecute`.
    ///
    /// Input: `config.tolerations`.
    ///
    /// Fix: write it as one of the three.
    Error TOLERATION_EFFECT = "toleration-effect" after "validateTaintEffect",
        example r#"{"/spec/template/spec/tolerations": [{"key": "a", "operator": "Exists", "effect": "Noschedule"}]}"#;

    /// A Pod fits into a namespace of the Pod Security level `restricted`. Opt-in.
    ///
    /// Input: always: the Job sets no seccomp profile.
    ///
    /// Fix: run agents in a namespace of the level `baseline`, or set the profile in a mutating
    /// webhook.
    Error POD_SECURITY = "pod-security" after "pod-security-admission",
        example r#"{"options": {"podSecurity": "restricted"}, "/spec/template/spec/hostNetwork": true}"#;
}
