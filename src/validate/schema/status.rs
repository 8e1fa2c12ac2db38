//! What the controllers write: rules read none of it, but the decoder does.

types! {
    ContainerExtendedResourceRequest {
        "containerName" container_name: Text,
        "requestName" request_name: Text,
        "resourceName" resource_name: Text,
    }
    ContainerState {
        "running" running: ContainerStateRunning,
        "terminated" terminated: ContainerStateTerminated,
        "waiting" waiting: ContainerStateWaiting,
    }
    ContainerStateRunning {
        "startedAt" started_at: Time,
    }
    ContainerStateTerminated {
        "containerID" container_id: Text,
        "exitCode" exit_code: Int32,
        "finishedAt" finished_at: Time,
        "message" message: Text,
        "reason" reason: Text,
        "signal" signal: Int32,
        "startedAt" started_at: Time,
    }
    ContainerStateWaiting {
        "message" message: Text,
        "reason" reason: Text,
    }
    ContainerStatus {
        "allocatedResources" allocated_resources: {Quantity},
        "allocatedResourcesStatus" allocated_resources_status: [ResourceStatus] since 31,
        "containerID" container_id: Text,
        "image" image: Text,
        "imageID" image_id: Text,
        "lastState" last_state: ContainerState,
        "name" name: Text,
        "ready" ready: Bool,
        "resources" resources: ResourceRequirements,
        "restartCount" restart_count: Int32,
        "started" started: Bool,
        "state" state: ContainerState,
        "stopSignal" stop_signal: OptionalText since 33,
        "user" user: ContainerUser since 31,
        "volumeMounts" volume_mounts: [VolumeMountStatus],
    }
    ContainerUser {
        "linux" linux: LinuxContainerUser,
    }
    HostIP {
        "ip" ip: Text,
    }
    ImageVolumeStatus {
        "imageRef" image_ref: Text,
    }
    JobCondition {
        "lastProbeTime" last_probe_time: Time,
        "lastTransitionTime" last_transition_time: Time,
        "message" message: Text,
        "reason" reason: Text,
        "status" status: Text,
        "type" type_: Text,
    }
    JobStatus {
        "active" active: Int32,
        "completedIndexes" completed_indexes: Text,
        "completionTime" completion_time: Time,
        "conditions" conditions: [JobCondition],
        "failed" failed: Int32,
        "failedIndexes" failed_indexes: OptionalText,
        "ready" ready: Int32,
        "startTime" start_time: Time,
        "succeeded" succeeded: Int32,
        "terminating" terminating: Int32,
        "uncountedTerminatedPods" uncounted_terminated_pods: UncountedTerminatedPods,
    }
    LinuxContainerUser {
        "gid" gid: Int64,
        "supplementalGroups" supplemental_groups: [Int64],
        "uid" uid: Int64,
    }
    NodeAllocatableResourceClaimStatus {
        "containers" containers: [Text],
        "mapping" mapping: [NodeAllocatableMappedResources] since 37,
        "overhead" overhead: [NodeAllocatableOverheadResources] since 37,
        "resourceClaimName" resource_claim_name: Text,
        "resources" resources: {Quantity} until 37,
    }
    PodCondition {
        "lastProbeTime" last_probe_time: Time,
        "lastTransitionTime" last_transition_time: Time,
        "message" message: Text,
        "observedGeneration" observed_generation: Int64 since 33,
        "reason" reason: Text,
        "status" status: Text,
        "type" type_: Text,
    }
    PodExtendedResourceClaimStatus {
        "requestMappings" request_mappings: [ContainerExtendedResourceRequest],
        "resourceClaimName" resource_claim_name: Text,
    }
    PodIP {
        "ip" ip: Text,
    }
    PodResourceClaimStatus {
        "name" name: Text,
        "resourceClaimName" resource_claim_name: OptionalText,
    }
    PodStatus {
        "allocatedResources" allocated_resources: {Quantity} since 35,
        "conditions" conditions: [PodCondition],
        "containerStatuses" container_statuses: [ContainerStatus],
        "ephemeralContainerStatuses" ephemeral_container_statuses: [ContainerStatus],
        "extendedResourceClaimStatus" extended_resource_claim_status: PodExtendedResourceClaimStatus since 34,
        "hostIP" host_ip: Text,
        "hostIPs" host_ips: [HostIP],
        "initContainerStatuses" init_container_statuses: [ContainerStatus],
        "message" message: Text,
        "nodeAllocatableResourceClaimStatuses" node_allocatable_resource_claim_statuses: [NodeAllocatableResourceClaimStatus] since 36,
        "nominatedNodeName" nominated_node_name: Text,
        "observedGeneration" observed_generation: Int64 since 33,
        "phase" phase: Text,
        "podIP" pod_ip: Text,
        "podIPs" pod_ips: [PodIP],
        "qosClass" qos_class: Text,
        "reason" reason: Text,
        "resize" resize: Text,
        "resourceClaimStatuses" resource_claim_statuses: [PodResourceClaimStatus],
        "resources" resources: ResourceRequirements since 35,
        "startTime" start_time: Time,
        "volumeHealth" volume_health: [PodVolumeHealth] since 37,
    }
    ResourceHealth {
        "health" health: Text,
        "message" message: OptionalText since 36,
        "resourceID" resource_id: Text,
    }
    ResourceStatus {
        "name" name: Text,
        "resources" resources: [ResourceHealth],
    }
    UncountedTerminatedPods {
        "failed" failed: [Uid],
        "succeeded" succeeded: [Uid],
    }
    VolumeMountStatus {
        "mountPath" mount_path: Text,
        "name" name: Text,
        "readOnly" read_only: Bool,
        "recursiveReadOnly" recursive_read_only: OptionalText,
        "volumeStatus" volume_status: VolumeStatus since 36,
    }
    VolumeStatus {
        "image" image: ImageVolumeStatus,
    }
}
