//! Pods: `k8s.io/api/core/v1`.

types! {
    Affinity {
        "nodeAffinity" node_affinity: NodeAffinity,
        "podAffinity" pod_affinity: PodAffinity,
        "podAntiAffinity" pod_anti_affinity: PodAntiAffinity,
    }
    AppArmorProfile {
        "localhostProfile" localhost_profile: OptionalText,
        "type" type_: Text,
    }
    ClaimSource {
        "resourceClaimName" resource_claim_name: OptionalText,
        "resourceClaimTemplateName" resource_claim_template_name: OptionalText,
    }
    EvictionResponder {
        "name" name: Text,
        "priority" priority: Int32,
    }
    HostAlias {
        "hostnames" hostnames: [Text],
        "ip" ip: Text,
    }
    LocalObjectReference {
        "name" name: Text,
    }
    NodeAffinity {
        "preferredDuringSchedulingIgnoredDuringExecution" preferred_during_scheduling_ignored_during_execution: [PreferredSchedulingTerm],
        "requiredDuringSchedulingIgnoredDuringExecution" required_during_scheduling_ignored_during_execution: NodeSelector,
    }
    NodeAllocatableMappedResources {
        "name" name: Text,
        "quantity" quantity: Quantity,
    }
    NodeAllocatableOverheadResources {
        "name" name: Text,
        "perContainer" per_container: Quantity,
        "perPod" per_pod: Quantity,
    }
    NodeSelector {
        "nodeSelectorTerms" node_selector_terms: [NodeSelectorTerm],
    }
    NodeSelectorRequirement {
        "key" key: Text,
        "operator" operator: Text,
        "values" values: [Text],
    }
    NodeSelectorTerm {
        "matchExpressions" match_expressions: [NodeSelectorRequirement],
        "matchFields" match_fields: [NodeSelectorRequirement],
    }
    Pod {
        "apiVersion" api_version: Text,
        "kind" kind: Text,
        "metadata" metadata: ObjectMeta,
        "spec" spec: PodSpec,
        "status" status: PodStatus,
    }
    PodAffinity {
        "preferredDuringSchedulingIgnoredDuringExecution" preferred_during_scheduling_ignored_during_execution: [WeightedPodAffinityTerm],
        "requiredDuringSchedulingIgnoredDuringExecution" required_during_scheduling_ignored_during_execution: [PodAffinityTerm],
    }
    PodAffinityTerm {
        "labelSelector" label_selector: LabelSelector,
        "matchLabelKeys" match_label_keys: [Text],
        "mismatchLabelKeys" mismatch_label_keys: [Text],
        "namespaceSelector" namespace_selector: LabelSelector,
        "namespaces" namespaces: [Text],
        "topologyKey" topology_key: Text,
    }
    PodAntiAffinity {
        "preferredDuringSchedulingIgnoredDuringExecution" preferred_during_scheduling_ignored_during_execution: [WeightedPodAffinityTerm],
        "requiredDuringSchedulingIgnoredDuringExecution" required_during_scheduling_ignored_during_execution: [PodAffinityTerm],
    }
    PodDNSConfig {
        "nameservers" nameservers: [Text],
        "options" options: [PodDNSConfigOption],
        "searches" searches: [Text],
    }
    PodDNSConfigOption {
        "name" name: Text,
        "value" value: OptionalText,
    }
    PodOS {
        "name" name: Text,
    }
    PodReadinessGate {
        "conditionType" condition_type: Text,
    }
    PodResourceClaim {
        "name" name: Text,
        "resourceClaimName" resource_claim_name: OptionalText since 31,
        "resourceClaimTemplateName" resource_claim_template_name: OptionalText since 31,
        "source" source: ClaimSource until 31,
    }
    PodSchedulingGate {
        "name" name: Text,
    }
    PodSchedulingGroup {
        "podGroupName" pod_group_name: OptionalText,
    }
    PodSecurityContext {
        "appArmorProfile" app_armor_profile: AppArmorProfile,
        "fsGroup" fs_group: Int64,
        "fsGroupChangePolicy" fs_group_change_policy: OptionalText,
        "runAsGroup" run_as_group: Int64,
        "runAsNonRoot" run_as_non_root: Bool,
        "runAsUser" run_as_user: Int64,
        "seLinuxChangePolicy" se_linux_change_policy: OptionalText since 32,
        "seLinuxOptions" se_linux_options: SELinuxOptions,
        "seccompProfile" seccomp_profile: SeccompProfile,
        "supplementalGroups" supplemental_groups: [Int64],
        "supplementalGroupsPolicy" supplemental_groups_policy: OptionalText since 31,
        "sysctls" sysctls: [Sysctl],
        "windowsOptions" windows_options: WindowsSecurityContextOptions,
    }
    PodSpec {
        "activeDeadlineSeconds" active_deadline_seconds: Int64,
        "affinity" affinity: Affinity,
        "automountServiceAccountToken" automount_service_account_token: Bool,
        "containers" containers: [Container],
        "dnsConfig" dns_config: PodDNSConfig,
        "dnsPolicy" dns_policy: Text,
        "enableServiceLinks" enable_service_links: Bool,
        "ephemeralContainers" ephemeral_containers: [EphemeralContainer],
        "evictionResponders" eviction_responders: [EvictionResponder] since 37,
        "hostAliases" host_aliases: [HostAlias],
        "hostIPC" host_ipc: Bool,
        "hostNetwork" host_network: Bool,
        "hostPID" host_pid: Bool,
        "hostUsers" host_users: Bool,
        "hostname" hostname: Text,
        "hostnameOverride" hostname_override: OptionalText since 34,
        "imagePullSecrets" image_pull_secrets: [LocalObjectReference],
        "initContainers" init_containers: [Container],
        "nodeName" node_name: Text,
        "nodeSelector" node_selector: {Text},
        "os" os: PodOS,
        "overhead" overhead: {Quantity},
        "preemptionPolicy" preemption_policy: OptionalText,
        "priority" priority: Int32,
        "priorityClassName" priority_class_name: Text,
        "readinessGates" readiness_gates: [PodReadinessGate],
        "resourceClaims" resource_claims: [PodResourceClaim],
        "resources" resources: ResourceRequirements since 32,
        "restartPolicy" restart_policy: Text,
        "runtimeClassName" runtime_class_name: OptionalText,
        "schedulerName" scheduler_name: Text,
        "schedulingGates" scheduling_gates: [PodSchedulingGate],
        "schedulingGroup" scheduling_group: PodSchedulingGroup since 36,
        "securityContext" security_context: PodSecurityContext,
        "serviceAccount" service_account: Text,
        "serviceAccountName" service_account_name: Text,
        "setHostnameAsFQDN" set_hostname_as_fqdn: Bool,
        "shareProcessNamespace" share_process_namespace: Bool,
        "subdomain" subdomain: Text,
        "terminationGracePeriodSeconds" termination_grace_period_seconds: Int64,
        "tolerations" tolerations: [Toleration],
        "topologySpreadConstraints" topology_spread_constraints: [TopologySpreadConstraint],
        "volumes" volumes: [Volume],
        "workloadRef" workload_ref: WorkloadReference since 35 until 36,
    }
    PodTemplateSpec {
        "metadata" metadata: ObjectMeta,
        "spec" spec: PodSpec,
    }
    PodVolumeHealth {
        "healthConditions" health_conditions: [VolumeHealthCondition],
        "lastTransitionTime" last_transition_time: Time,
        "name" name: Text,
    }
    PreferredSchedulingTerm {
        "preference" preference: NodeSelectorTerm,
        "weight" weight: Int32,
    }
    SELinuxOptions {
        "level" level: Text,
        "role" role: Text,
        "type" type_: Text,
        "user" user: Text,
    }
    SeccompProfile {
        "localhostProfile" localhost_profile: OptionalText,
        "type" type_: Text,
    }
    Sysctl {
        "name" name: Text,
        "value" value: Text,
    }
    Toleration {
        "effect" effect: Text,
        "key" key: Text,
        "operator" operator: Text,
        "tolerationSeconds" toleration_seconds: Int64,
        "value" value: Text,
    }
    TopologySpreadConstraint {
        "labelSelector" label_selector: LabelSelector,
        "matchLabelKeys" match_label_keys: [Text],
        "maxSkew" max_skew: Int32,
        "minDomains" min_domains: Int32,
        "nodeAffinityPolicy" node_affinity_policy: OptionalText,
        "nodeTaintsPolicy" node_taints_policy: OptionalText,
        "topologyKey" topology_key: Text,
        "whenUnsatisfiable" when_unsatisfiable: Text,
    }
    VolumeHealthCondition {
        "message" message: Text,
        "reason" reason: Text,
        "status" status: Text,
    }
    WeightedPodAffinityTerm {
        "podAffinityTerm" pod_affinity_term: PodAffinityTerm,
        "weight" weight: Int32,
    }
    WindowsSecurityContextOptions {
        "gmsaCredentialSpec" gmsa_credential_spec: OptionalText,
        "gmsaCredentialSpecName" gmsa_credential_spec_name: OptionalText,
        "hostProcess" host_process: Bool,
        "runAsUserName" run_as_user_name: OptionalText,
    }
    WorkloadReference {
        "name" name: Text,
        "podGroup" pod_group: Text,
        "podGroupReplicaKey" pod_group_replica_key: Text,
    }
}
