//! Containers: `k8s.io/api/core/v1`.
//!
//! The fields of a container are at the positions that they have in an ephemeral container, so that
//! the rules can read one as the other. That is why `Container` has a `targetContainerName`, which
//! no version knows.

use super::super::value::View;

types! {
    Capabilities {
        "add" add: [Text],
        "drop" drop: [Text],
    }
    ConfigMapEnvSource {
        "name" name: Text,
        "optional" optional: Bool,
    }
    ConfigMapKeySelector {
        "key" key: Text,
        "name" name: Text,
        "optional" optional: Bool,
    }
    Container {
        "args" args: [Text],
        "command" command: [Text],
        "env" env: [EnvVar],
        "envFrom" env_from: [EnvFromSource],
        "image" image: Text,
        "imagePullPolicy" image_pull_policy: Text,
        "lifecycle" lifecycle: Lifecycle,
        "livenessProbe" liveness_probe: Probe,
        "name" name: Text,
        "ports" ports: [ContainerPort],
        "readinessProbe" readiness_probe: Probe,
        "resizePolicy" resize_policy: [ContainerResizePolicy],
        "resources" resources: ResourceRequirements,
        "restartPolicy" restart_policy: OptionalText,
        "restartPolicyRules" restart_policy_rules: [ContainerRestartRule] since 34,
        "securityContext" security_context: SecurityContext,
        "startupProbe" startup_probe: Probe,
        "stdin" stdin: Bool,
        "stdinOnce" stdin_once: Bool,
        "targetContainerName" target_container_name: Text until 0,
        "terminationMessagePath" termination_message_path: Text,
        "terminationMessagePolicy" termination_message_policy: Text,
        "tty" tty: Bool,
        "volumeDevices" volume_devices: [VolumeDevice],
        "volumeMounts" volume_mounts: [VolumeMount],
        "workingDir" working_dir: Text,
    }
    ContainerPort {
        "containerPort" container_port: Int32,
        "hostIP" host_ip: Text,
        "hostPort" host_port: Int32,
        "name" name: Text,
        "protocol" protocol: Text,
    }
    ContainerResizePolicy {
        "resourceName" resource_name: Text,
        "restartPolicy" restart_policy: Text,
    }
    ContainerRestartRule {
        "action" action: Text,
        "exitCodes" exit_codes: ContainerRestartRuleOnExitCodes,
    }
    ContainerRestartRuleOnExitCodes {
        "operator" operator: Text,
        "values" values: [Int32],
    }
    EnvFromSource {
        "configMapRef" config_map_ref: ConfigMapEnvSource,
        "prefix" prefix: Text,
        "secretRef" secret_ref: SecretEnvSource,
    }
    EnvVar {
        "name" name: Text,
        "value" value: Text,
        "valueFrom" value_from: EnvVarSource,
    }
    EnvVarSource {
        "configMapKeyRef" config_map_key_ref: ConfigMapKeySelector,
        "fieldRef" field_ref: ObjectFieldSelector,
        "fileKeyRef" file_key_ref: FileKeySelector since 34,
        "resourceFieldRef" resource_field_ref: ResourceFieldSelector,
        "secretKeyRef" secret_key_ref: SecretKeySelector,
    }
    EphemeralContainer {
        "args" args: [Text],
        "command" command: [Text],
        "env" env: [EnvVar],
        "envFrom" env_from: [EnvFromSource],
        "image" image: Text,
        "imagePullPolicy" image_pull_policy: Text,
        "lifecycle" lifecycle: Lifecycle,
        "livenessProbe" liveness_probe: Probe,
        "name" name: Text,
        "ports" ports: [ContainerPort],
        "readinessProbe" readiness_probe: Probe,
        "resizePolicy" resize_policy: [ContainerResizePolicy],
        "resources" resources: ResourceRequirements,
        "restartPolicy" restart_policy: OptionalText,
        "restartPolicyRules" restart_policy_rules: [ContainerRestartRule] since 34,
        "securityContext" security_context: SecurityContext,
        "startupProbe" startup_probe: Probe,
        "stdin" stdin: Bool,
        "stdinOnce" stdin_once: Bool,
        "targetContainerName" target_container_name: Text,
        "terminationMessagePath" termination_message_path: Text,
        "terminationMessagePolicy" termination_message_policy: Text,
        "tty" tty: Bool,
        "volumeDevices" volume_devices: [VolumeDevice],
        "volumeMounts" volume_mounts: [VolumeMount],
        "workingDir" working_dir: Text,
    }
    ExecAction {
        "command" command: [Text],
    }
    FileKeySelector {
        "key" key: Text,
        "optional" optional: Bool,
        "path" path: Text,
        "volumeName" volume_name: Text,
    }
    GRPCAction {
        "mode" mode: Text since 37,
        "port" port: Int32,
        "service" service: OptionalText,
    }
    HTTPGetAction {
        "host" host: Text,
        "httpHeaders" http_headers: [HTTPHeader],
        "path" path: Text,
        "port" port: IntOrString,
        "protocol" protocol: Text since 37,
        "scheme" scheme: Text,
    }
    HTTPHeader {
        "name" name: Text,
        "value" value: Text,
    }
    Lifecycle {
        "postStart" post_start: LifecycleHandler,
        "preStop" pre_stop: LifecycleHandler,
        "stopSignal" stop_signal: OptionalText since 33,
    }
    LifecycleHandler {
        "exec" exec: ExecAction,
        "httpGet" http_get: HTTPGetAction,
        "sleep" sleep: SleepAction,
        "tcpSocket" tcp_socket: TCPSocketAction,
    }
    ObjectFieldSelector {
        "apiVersion" api_version: Text,
        "fieldPath" field_path: Text,
    }
    Probe {
        "exec" exec: ExecAction,
        "failureThreshold" failure_threshold: Int32,
        "grpc" grpc: GRPCAction,
        "httpGet" http_get: HTTPGetAction,
        "initialDelaySeconds" initial_delay_seconds: Int32,
        "periodSeconds" period_seconds: Int32,
        "successThreshold" success_threshold: Int32,
        "tcpSocket" tcp_socket: TCPSocketAction,
        "terminationGracePeriodSeconds" termination_grace_period_seconds: Int64,
        "timeoutSeconds" timeout_seconds: Int32,
    }
    ResourceClaim {
        "name" name: Text,
        "request" request: Text since 31,
    }
    ResourceFieldSelector {
        "containerName" container_name: Text,
        "divisor" divisor: Quantity,
        "resource" resource: Text,
    }
    ResourceRequirements {
        "claims" claims: [ResourceClaim],
        "limits" limits: {Quantity},
        "requests" requests: {Quantity},
    }
    SecretEnvSource {
        "name" name: Text,
        "optional" optional: Bool,
    }
    SecretKeySelector {
        "key" key: Text,
        "name" name: Text,
        "optional" optional: Bool,
    }
    SecurityContext {
        "allowPrivilegeEscalation" allow_privilege_escalation: Bool,
        "appArmorProfile" app_armor_profile: AppArmorProfile,
        "capabilities" capabilities: Capabilities,
        "privileged" privileged: Bool,
        "procMount" proc_mount: OptionalText,
        "readOnlyRootFilesystem" read_only_root_filesystem: Bool,
        "runAsGroup" run_as_group: Int64,
        "runAsNonRoot" run_as_non_root: Bool,
        "runAsUser" run_as_user: Int64,
        "seLinuxOptions" se_linux_options: SELinuxOptions,
        "seccompProfile" seccomp_profile: SeccompProfile,
        "windowsOptions" windows_options: WindowsSecurityContextOptions,
    }
    SleepAction {
        "seconds" seconds: Int64,
    }
    TCPSocketAction {
        "host" host: Text,
        "port" port: IntOrString,
    }
    VolumeDevice {
        "devicePath" device_path: Text,
        "name" name: Text,
    }
    VolumeMount {
        "bindMountOptions" bind_mount_options: [Text] since 37,
        "mountPath" mount_path: Text,
        "mountPropagation" mount_propagation: OptionalText,
        "name" name: Text,
        "readOnly" read_only: Bool,
        "recursiveReadOnly" recursive_read_only: OptionalText,
        "subPath" sub_path: Text,
        "subPathExpr" sub_path_expr: Text,
    }
}

impl<'a> EphemeralContainer<'a> {
    /// Its fields but `targetContainerName`, as those of a container.
    pub fn as_container(self) -> Container<'a> {
        Container::new(self.members().members)
    }
}
