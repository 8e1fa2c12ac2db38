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

    /// A preferred node affinity asks for values that a label can have.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: ask for a value that nodes have.
    Warning NODE_LABEL_VALUE = "node-label-value" after "GetWarningsForNodeSelectorTerm",
        example r#"{"/spec/template/spec/affinity": {"nodeAffinity": {"preferredDuringSchedulingIgnoredDuringExecution": [{"weight": 1, "preference": {"matchExpressions": [{"key": "a", "operator": "In", "values": ["a b"]}]}}]}}}"#;

    /// A node affinity has terms of label keys, known operators and as many values as these take; of a node's fields it can ask for `metadata.name` only.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: mend the term that the message names.
    Error NODE_AFFINITY = "node-affinity" after "validateNodeAffinity",
        example r#"{"/spec/template/spec/affinity": {"nodeAffinity": {"requiredDuringSchedulingIgnoredDuringExecution": {"nodeSelectorTerms": []}}}}"#;

    /// An affinity to Pods has a topology key, which is a label key, and names of namespaces.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: set `topologyKey` to a label of nodes, such as `kubernetes.io/hostname`.
    Error POD_AFFINITY = "pod-affinity" after "validatePodAffinityTerm",
        example r#"{"/spec/template/spec/affinity": {"podAffinity": {"requiredDuringSchedulingIgnoredDuringExecution": [{"labelSelector": {}, "topologyKey": "a b"}]}}}"#;

    /// A preference has a weight from 1 to 100.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: set `weight`.
    Error AFFINITY_WEIGHT = "affinity-weight" after "validateWeightedPodAffinityTerms",
        example r#"{"/spec/template/spec/affinity": {"nodeAffinity": {"preferredDuringSchedulingIgnoredDuringExecution": [{"weight": 101, "preference": {}}]}}}"#;

    /// A selector in an affinity or a topology spread constraint has label keys, label values and known operators with the values that they take.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: mend the selector.
    Error LABEL_SELECTOR = "label-selector" after "ValidateLabelSelector",
        example r#"{"/spec/template/spec/topologySpreadConstraints": [{"maxSkew": 1, "topologyKey": "a", "whenUnsatisfiable": "DoNotSchedule", "labelSelector": {"matchLabels": {"a": "a b"}}}]}"#;

    /// Without a `labelSelector`, an affinity or a topology spread constraint matches no Pod.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: set `labelSelector`; `{}` matches all Pods.
    Warning LABEL_SELECTOR_MISSING = "label-selector-missing" after "GetWarningsForPodTemplate",
        example r#"{"/spec/template/spec/topologySpreadConstraints": [{"maxSkew": 1, "topologyKey": "a", "whenUnsatisfiable": "DoNotSchedule"}]}"#;

    /// `matchLabelKeys` and `mismatchLabelKeys` are label keys, need a `labelSelector`, and have no key in common with each other; the keys of `matchLabelKeys` are not in the selector too.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: leave the key out of one of the lists.
    Error MATCH_LABEL_KEYS = "match-label-keys" after "ValidateMatchLabelKeysAndMismatchLabelKeys",
        example r#"{"/spec/template/spec/topologySpreadConstraints": [{"maxSkew": 1, "topologyKey": "a", "whenUnsatisfiable": "DoNotSchedule", "labelSelector": {}, "matchLabelKeys": ["a b"]}]}"#;

    /// A topology spread constraint has a `maxSkew` over 0, a topology key, `DoNotSchedule` or `ScheduleAnyway`, known policies, and `minDomains` over 0 with `DoNotSchedule` only; no two constraints have the same key and action.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: mend the field that the message names.
    Error TOPOLOGY_SPREAD = "topology-spread" after "validateTopologySpreadConstraints",
        example r#"{"/spec/template/spec/topologySpreadConstraints": [{"maxSkew": 0, "topologyKey": "a", "whenUnsatisfiable": "DoNotSchedule", "labelSelector": {}}]}"#;

    /// Ids of users and groups are from 0 to 2147483647.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: set another id.
    Error USER_ID = "user-id" after "IsValidUserID",
        example r#"{"/spec/template/spec/securityContext": {"runAsUser": -1}}"#;

    /// `shareProcessNamespace` and `hostPID` are not both on.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: leave one of them out.
    Error SHARED_PROCESSES = "share-process-namespace" after "validatePodSpecSecurityContext",
        example r#"{"/spec/template/spec/shareProcessNamespace": true, "/spec/template/spec/hostPID": true}"#;

    /// A kernel parameter has a name of at most 253 characters, is set once, and does not belong to a namespace that the Pod shares with its node.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: mend the name, or leave out `hostNetwork` or `hostIPC`.
    Error SYSCTL = "sysctl" after "validateSysctls",
        example r#"{"/spec/template/spec/securityContext": {"sysctls": [{"name": "Net", "value": "1"}]}}"#;

    /// `fsGroupChangePolicy` is `Always` or `OnRootMismatch`.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: set one of these.
    Error FS_GROUP_CHANGE_POLICY = "fs-group-change-policy" after "validateFSGroupChangePolicy",
        example r#"{"/spec/template/spec/securityContext": {"fsGroupChangePolicy": "Never"}}"#;

    /// `supplementalGroupsPolicy` is `Merge` or `Strict`.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: set one of these.
    Error SUPPLEMENTAL_GROUPS_POLICY = "supplemental-groups-policy" after "validateSupplementalGroupsPolicy",
        example r#"{"/spec/template/spec/securityContext": {"supplementalGroupsPolicy": "None"}}"#;

    /// `seLinuxChangePolicy` is `Recursive`; `MountOption` needs the feature gate `SELinuxMount`.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: leave it out.
    Error SE_LINUX_CHANGE_POLICY = "se-linux-change-policy" after "validateSELinuxChangePolicy",
        example r#"{"/spec/template/spec/securityContext": {"seLinuxChangePolicy": "MountOption"}}"#;

    /// A seccomp profile has the type `Localhost`, with a relative path in `localhostProfile`, `RuntimeDefault` or `Unconfined`.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: set `type`, and `localhostProfile` with `Localhost` only.
    Error SECCOMP_PROFILE = "seccomp-profile" after "validateSeccompProfileField",
        example r#"{"/spec/template/spec/securityContext": {"seccompProfile": {}}}"#;

    /// An `AppArmor` profile has the type `Localhost`, with a name in `localhostProfile`, `RuntimeDefault` or `Unconfined`.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: set `type`, and `localhostProfile` with `Localhost` only.
    Error APP_ARMOR_PROFILE = "app-armor-profile" after "ValidateAppArmorProfileField",
        example r#"{"/spec/template/spec/securityContext": {"appArmorProfile": {}}}"#;

    /// Options of Windows name a credential spec and a user in the forms that Windows takes.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: mend the name that the message quotes.
    Error WINDOWS_OPTIONS = "windows-options" after "validateWindowsSecurityContextOptions",
        example r#"{"/spec/template/spec/securityContext": {"windowsOptions": {"runAsUserName": ""}}}"#;

    /// If one container of a Pod is a host process of Windows, all are, and the Pod has `hostNetwork`.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: set `hostNetwork`, and `hostProcess` for the Pod only.
    Error HOST_PROCESS = "host-process" after "validateWindowsHostProcessPod",
        example r#"{"/spec/template/spec/securityContext": {"windowsOptions": {"hostProcess": true}}}"#;

    /// `procMount` is `Default`, or with `hostUsers: false` `Unmasked`.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: leave it out.
    Error PROC_MOUNT = "proc-mount" after "ValidateProcMountType",
        example r#"{"/spec/template/spec/containers/0/securityContext/procMount": "Unmasked"}"#;

    /// With `allowPrivilegeEscalation: false`, a container is not privileged and does not add `CAP_SYS_ADMIN`.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: leave one of them out.
    Error PRIVILEGE_ESCALATION = "privilege-escalation" after "ValidateSecurityContext",
        example r#"{"/spec/template/spec/containers/0/securityContext": {"allowPrivilegeEscalation": false, "privileged": true}}"#;

    /// With `hostUsers: false`, a Pod shares no namespace with its node and has no `volumeDevices`.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: leave one of them out.
    Error HOST_USERS = "host-users" after "validateHostUsers",
        example r#"{"/spec/template/spec/hostUsers": false, "/spec/template/spec/hostIPC": true}"#;

    /// `os.name` is `linux` or `windows`.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: set one of these.
    Error POD_OS = "pod-os" after "validateOS",
        example r#"{"/spec/template/spec/os": {"name": "Linux"}}"#;

    /// A Pod for Linux has no Windows options, and one for Windows no fields that only Linux has.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: leave out the field.
    Error POD_OS_FIELD = "pod-os-field" after "validateWindows",
        example r#"{"/spec/template/spec/os": {"name": "linux"}, "/spec/template/spec/securityContext": {"windowsOptions": {}}}"#;

    /// A host alias has an IP address and lower-case DNS subdomains.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: mend the address or the name.
    Error HOST_ALIAS = "host-alias" after "ValidateHostAliases",
        example r#"{"/spec/template/spec/hostAliases": [{"ip": "a"}]}"#;

    /// Each address of the host aliases is listed once.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: put the host names into one alias.
    Warning HOST_ALIAS_DUPLICATE = "host-alias-duplicate" after "GetWarningsForPodTemplate",
        example r#"{"/spec/template/spec/hostAliases": [{"ip": "1.1.1.1"}, {"ip": "1.1.1.1"}]}"#;

    /// The condition of a readiness gate has the form of a label key.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: mend `conditionType`.
    Error READINESS_GATE = "readiness-gate" after "validateReadinessGates",
        example r#"{"/spec/template/spec/readinessGates": [{"conditionType": "a b"}]}"#;

    /// A scheduling gate has a name in the form of a label key, different from the others.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: mend the name.
    Error SCHEDULING_GATE = "scheduling-gate" after "validateSchedulingGates",
        example r#"{"/spec/template/spec/schedulingGates": [{"name": "a b"}]}"#;

    /// A Pod with scheduling gates has no `nodeName`: the Job would be accepted, and each of its Pods refused.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: leave out `nodeName`.
    Error SCHEDULING_GATE_NODE = "scheduling-gate-node" after "ValidatePodCreate",
        example r#"{"/spec/template/spec/schedulingGates": [{"name": "a"}], "/spec/template/spec/nodeName": "a"}"#;

    /// A resource claim of a Pod has a name of its own in the form of a DNS label, and names either a claim or a template.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: set `name`, and one of `resourceClaimName` and `resourceClaimTemplateName`.
    Error POD_RESOURCE_CLAIM = "pod-resource-claim" after "validatePodResourceClaims",
        example r#"{"/spec/template/spec/resourceClaims": [{"name": "a"}]}"#;

    /// `hostname` and `subdomain` are lower-case DNS labels.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: set another name.
    Error HOSTNAME = "hostname" after "ValidatePodSpec",
        example r#"{"/spec/template/spec/hostname": "A"}"#;

    /// `hostnameOverride` is a lower-case DNS subdomain of at most 64 characters, and is without `setHostnameAsFQDN` and `hostNetwork`.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: set another name, or leave it out.
    Error HOSTNAME_OVERRIDE = "hostname-override" after "validatePodHostName",
        example r#"{"/spec/template/spec/hostnameOverride": "A"}"#;

    /// `nodeName` is a lower-case DNS subdomain.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: name a node.
    Error NODE_NAME = "node-name" after "ValidateNodeName",
        example r#"{"/spec/template/spec/nodeName": "A"}"#;

    /// `priorityClassName` is a lower-case DNS subdomain.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: name a priority class.
    Error PRIORITY_CLASS = "priority-class" after "ValidatePriorityClassName",
        example r#"{"/spec/template/spec/priorityClassName": "A"}"#;

    /// `runtimeClassName` is a lower-case DNS subdomain.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: name a runtime class, or leave it out.
    Error RUNTIME_CLASS = "runtime-class" after "ValidateRuntimeClassName",
        example r#"{"/spec/template/spec/runtimeClassName": "A"}"#;

    /// `preemptionPolicy` is `PreemptLowerPriority` or `Never`.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: leave it out: the priority class has it.
    Error PREEMPTION_POLICY = "preemption-policy" after "ValidatePreemptionPolicy",
        example r#"{"/spec/template/spec/preemptionPolicy": "Always"}"#;

    /// `priority` and `preemptionPolicy` are those of the priority class, which the server sets: with others the Job would be accepted, and each of its Pods refused. Without a class they are `0` and `PreemptLowerPriority`, unless the cluster has a class for all Pods.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: leave them out, and set `priorityClassName`.
    Error PRIORITY = "priority" after "admitPod",
        example r#"{"/spec/template/spec/priority": 1}"#;

    /// `overhead` is that of the runtime class, which the server sets: without one the Job would be accepted, and each of its Pods refused.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: leave it out, and set `runtimeClassName`.
    Error OVERHEAD_CLASS = "overhead-class" after "validateOverhead",
        example r#"{"/spec/template/spec/overhead": {"cpu": "1"}}"#;

    /// `dnsPolicy` is `ClusterFirstWithHostNet`, `ClusterFirst`, `Default` or `None`.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: set one of these.
    Error DNS_POLICY = "dns-policy" after "validateDNSPolicy",
        example r#"{"/spec/template/spec/dnsPolicy": "Cluster"}"#;

    /// `activeDeadlineSeconds` of a Pod is from 1 to 2147483647.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: set it for the Job.
    Error POD_DEADLINE = "pod-deadline" after "ValidatePodSpec",
        example r#"{"/spec/template/spec/activeDeadlineSeconds": 0}"#;

    /// `terminationGracePeriodSeconds` is not negative.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: set 0 or more.
    Warning GRACE_PERIOD = "grace-period" after "GetWarningsForPodTemplate",
        example r#"{"/spec/template/spec/terminationGracePeriodSeconds": -1}"#;

    /// The annotation of a Pod's deletion cost is a 32-bit integer; only a Pod with a `nodeName` is a mirror Pod.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: leave out the annotation.
    Error POD_ANNOTATION = "pod-annotation" after "ValidatePodSpecificAnnotations",
        example r#"{"/spec/template/metadata/annotations": {"controller.kubernetes.io/pod-deletion-cost": "a"}}"#;

    /// A seccomp annotation has a profile's name, and says the same as the field that replaces it.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: leave out the annotation.
    Error SECCOMP_ANNOTATION = "seccomp-annotation" after "ValidateSeccompPodAnnotations",
        example r#"{"/spec/template/metadata/annotations": {"seccomp.security.alpha.kubernetes.io/pod": "a"}}"#;

    /// An `AppArmor` annotation names a container of the Pod and a profile, and says the same as the field that replaces it.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: leave out the annotation.
    Error APP_ARMOR_ANNOTATION = "app-armor-annotation" after "ValidateAppArmorPodAnnotations",
        example r#"{"/spec/template/metadata/annotations": {"container.apparmor.security.beta.kubernetes.io/main": "a"}}"#;

    /// Annotations that fields have replaced have no effect, or will have none.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: set the field that the message names.
    Warning POD_ANNOTATION_FORMER = "pod-annotation-former" after "GetWarningsForPodTemplate",
        example r#"{"/spec/template/metadata/annotations": {"scheduler.alpha.kubernetes.io/critical-pod": "a"}}"#;

    /// Resources of a Pod as a whole are `cpu`, `memory` and huge pages, have no claims, are at least the sum of what its containers request, and at least the limit of each.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: raise the Pod's amount, or lower that of the container.
    Error POD_RESOURCES = "pod-resources" after "validatePodResources",
        example r#"{"/spec/template/spec/resources": {"requests": {"cpu": "1"}}, "/spec/template/spec/containers/0/resources": {"requests": {"cpu": "2"}}}"#;
}
