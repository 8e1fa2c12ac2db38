//! Jobs: `k8s.io/api/batch/v1`.

types! {
    Job {
        "apiVersion" api_version: Text,
        "kind" kind: Text,
        "metadata" metadata: ObjectMeta,
        "spec" spec: JobSpec,
        "status" status: JobStatus,
    }
    JobSchedulingConfiguration {
        "disruptionMode" disruption_mode: WorkloadPodGroupDisruptionMode,
        "resourceClaims" resource_claims: [WorkloadPodGroupResourceClaim],
        "schedulingConstraints" scheduling_constraints: WorkloadPodGroupSchedulingConstraints,
        "schedulingPolicy" scheduling_policy: WorkloadPodGroupSchedulingPolicy,
    }
    JobSpec {
        "activeDeadlineSeconds" active_deadline_seconds: Int64,
        "backoffLimit" backoff_limit: Int32,
        "backoffLimitPerIndex" backoff_limit_per_index: Int32,
        "completionMode" completion_mode: OptionalText,
        "completions" completions: Int32,
        "managedBy" managed_by: OptionalText,
        "manualSelector" manual_selector: Bool,
        "maxFailedIndexes" max_failed_indexes: Int32,
        "parallelism" parallelism: Int32,
        "podFailurePolicy" pod_failure_policy: PodFailurePolicy,
        "podReplacementPolicy" pod_replacement_policy: OptionalText,
        "scheduling" scheduling: JobSchedulingConfiguration since 37,
        "selector" selector: LabelSelector,
        "successPolicy" success_policy: SuccessPolicy,
        "suspend" suspend: Bool,
        "template" template: PodTemplateSpec,
        "ttlSecondsAfterFinished" ttl_seconds_after_finished: Int32,
    }
    PodFailurePolicy {
        "rules" rules: [PodFailurePolicyRule],
    }
    PodFailurePolicyOnExitCodesRequirement {
        "containerName" container_name: OptionalText,
        "operator" operator: Text,
        "values" values: [Int32],
    }
    PodFailurePolicyOnPodConditionsPattern {
        "status" status: Text,
        "type" type_: Text,
    }
    PodFailurePolicyRule {
        "action" action: Text,
        "onExitCodes" on_exit_codes: PodFailurePolicyOnExitCodesRequirement,
        "onPodConditions" on_pod_conditions: [PodFailurePolicyOnPodConditionsPattern],
    }
    SuccessPolicy {
        "rules" rules: [SuccessPolicyRule],
    }
    SuccessPolicyRule {
        "succeededCount" succeeded_count: Int32,
        "succeededIndexes" succeeded_indexes: OptionalText,
    }
    TopologyConstraint {
        "key" key: Text,
    }
    WorkloadPodGroupDisruptionMode {
        "all" all: Any,
        "single" single: Any,
    }
    WorkloadPodGroupGangSchedulingPolicy {
        "minCount" min_count: Int32,
    }
    WorkloadPodGroupResourceClaim {
        "name" name: Text,
        "resourceClaimName" resource_claim_name: Text,
        "resourceClaimTemplateName" resource_claim_template_name: Text,
    }
    WorkloadPodGroupSchedulingConstraints {
        "topology" topology: [TopologyConstraint],
    }
    WorkloadPodGroupSchedulingPolicy {
        "basic" basic: Any,
        "gang" gang: WorkloadPodGroupGangSchedulingPolicy,
    }
}
