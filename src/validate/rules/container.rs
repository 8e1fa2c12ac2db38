//! Rules for containers.

rules! { CONTAINER:
    /// A Pod has a container.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: add a container.
    Error CONTAINER_LIST = "container-list" after "validateContainers",
        example r#"{"/spec/template/spec/containers": []}"#;

    /// A container's name is a lower-case DNS label, different from the others.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: use at most 63 lower-case letters, digits and `-`, and another name for each
    /// container.
    Error CONTAINER_NAME = "container-name" after "validateContainers",
        example r#"{"/spec/template/spec/containers/0/name": "Main"}"#;

    /// A container has an image.
    ///
    /// Input: `config.image` and `selfPod.image`, both empty.
    ///
    /// Fix: set one of them.
    Error IMAGE = "image" after "validateContainerCommon",
        example r#"{"/spec/template/spec/containers/0/image": ""}"#;

    /// An image has no white space around it: the Job would be accepted, and each of its Pods
    /// refused.
    ///
    /// Input: `config.image`, `selfPod.image`.
    ///
    /// Fix: trim the image.
    Error IMAGE_SPACE = "image-space" after "validateContainerOnlyForPod",
        example r#"{"/spec/template/spec/containers/0/image": " ghcr.io/a/b:1"}"#;

    /// `imagePullPolicy` is `Always`, `IfNotPresent` or `Never`.
    ///
    /// Input: `config.imagePullPolicy`.
    ///
    /// Fix: write it as one of the three.
    Error IMAGE_PULL_POLICY = "image-pull-policy" after "validatePullPolicy",
        example r#"{"/spec/template/spec/containers/0/imagePullPolicy": "always"}"#;

    /// White space around `workingDir` is part of the path, and the container does not start.
    ///
    /// Input: `context.paperclipWorkspace.cwd`, `config.cwd`.
    ///
    /// Fix: trim the path.
    Warning WORKING_DIR_SPACE = "working-dir-space" after "the container runtime",
        example r#"{"/spec/template/spec/containers/0/workingDir": "/work "}"#;

    /// `workingDir` is an absolute path. Opt-in.
    ///
    /// Input: `context.paperclipWorkspace.cwd`, `config.cwd`.
    ///
    /// Fix: begin the path with `/`.
    Warning WORKING_DIR_RELATIVE = "working-dir-relative" after "the container runtime",
        example r#"{"options": {"podSecurity": "restricted"}, "/spec/template/spec/containers/0/workingDir": "repo"}"#;

    /// A variable's name is of printable ASCII without `=`; before Kubernetes 1.32 of
    /// `[-._a-zA-Z0-9]`, and begins with neither a digit nor `..`.
    ///
    /// Input: `config.env`, `selfPod.inheritedEnv`, `selfPod.inheritedEnvValueFrom`.
    ///
    /// Fix: rename the variable.
    Error ENV_NAME = "env-name" after "ValidateEnv",
        example r#"{"/spec/template/spec/containers/0/env": [{"name": "A=B", "value": ""}]}"#;

    /// The later one of two variables of a name hides the earlier one.
    ///
    /// Input: `selfPod.inheritedEnvValueFrom` with two entries of a name.
    ///
    /// Fix: remove one of the two.
    Warning ENV_DUPLICATE = "env-duplicate" after "GetWarningsForPod",
        example r#"{"/spec/template/spec/containers/0/env": [{"name": "K", "value": "1"}, {"name": "K", "value": "2"}]}"#;

    /// A variable has a `value` or a `valueFrom`, which has one source, complete and supported.
    ///
    /// Input: `selfPod.inheritedEnvValueFrom`.
    ///
    /// Fix: complete the source that the path names.
    Error ENV_VALUE_FROM = "env-value-from" after "validateEnvVarValueFrom",
        example r#"{"/spec/template/spec/containers/0/env": [{"name": "A", "valueFrom": {}}]}"#;

    /// A variable that is read from a file names a volume of the type `emptyDir`, a path in it and a
    /// key.
    ///
    /// Input: `selfPod.inheritedEnvValueFrom` with `fileKeyRef`.
    ///
    /// Fix: name a volume that the Pod has; the Job of the adapter only has `prompt`.
    Error ENV_FILE = "env-file" after "validateFileKeySelector",
        example r#"{"/spec/template/spec/containers/0/env": [{"name": "A", "valueFrom": {"fileKeyRef": {"volumeName": "two", "path": "a", "key": "A"}}}]}"#;

    /// An entry of `envFrom` has one source with a name, and a prefix like a variable's name.
    ///
    /// Input: `selfPod.inheritedEnvFrom`.
    ///
    /// Fix: name a `ConfigMap` or a Secret.
    Error ENV_FROM = "env-from" after "ValidateEnvFrom",
        example r#"{"/spec/template/spec/containers/0/envFrom": [{"secretRef": {"name": ""}}]}"#;

    /// An empty prompt starts an agent with nothing to do.
    ///
    /// Input: `config.promptTemplate` that renders to nothing, such as `{{context.task}}`
    /// without a task.
    ///
    /// Fix: give the agent a prompt.
    Warning PROMPT_EMPTY = "prompt-empty" after "the agent",
        example r#"{"/spec/template/spec/containers/0/env": [{"name": "PROMPT_CONTENT", "value": ""}]}"#;

    /// One `NAME=VALUE` or argument has at most 131,071 bytes, or the container never starts. A
    /// prompt of 131,057 to 262,144 bytes is over it.
    ///
    /// Input: a prompt of 131,057 to 262,144 bytes, long wake comments, `config.env`,
    /// `config.extraArgs`.
    ///
    /// Fix: shorten the text, or let the agent read it from a file.
    Warning EXEC_LIMIT = "exec-limit" after "Linux's MAX_ARG_STRLEN",
        example r#"{"/spec/template/spec/containers/0/env": [{"name": "A", "value": {"$repeat": "x", "$times": 131070}}]}"#;

    /// All variables and arguments together, expanded, each with a NUL and a pointer of 8 bytes,
    /// have at most 2,097,152 bytes, a quarter of a stack of 8 MiB, or the container never starts.
    /// The runtime adds its own variables.
    ///
    /// Input: `selfPod.inheritedEnv`, `config.env`, `config.extraArgs`.
    ///
    /// Fix: pass on fewer or shorter variables, or refer to long ones less often.
    Warning EXEC_LIMIT_TOTAL = "exec-limit-total" after "Linux's bprm_stack_limits",
        example r#"{"/spec/template/spec/containers/0/env": [{"name": "A", "value": {"$repeat": "x", "$times": 100000}}, {"name": "B", "value": {"$repeat": "$(A)", "$times": 21}}]}"#;

    /// A credential is not a literal value, which whoever may read Pods reads. Opt-in: `secrets`.
    ///
    /// Input: `selfPod.inheritedEnv`, `config.env`.
    ///
    /// Fix: put the value into a Secret and refer to that with `valueFrom.secretKeyRef`.
    Warning SECRET_LITERAL = "secret-literal" after "the kubelet",
        example r#"{"options": {"secrets": true}, "/spec/template/spec/containers/0/env": [{"name": "GITHUB_TOKEN", "value": "ghp_4711"}]}"#;

    /// A NUL character ends a variable or argument, or the container never starts.
    ///
    /// Input: any text of the prompt, `config.env`, `config.extraArgs`.
    ///
    /// Fix: remove the character.
    Warning EXEC_NUL = "exec-nul" after "execve",
        example r#"{"/spec/template/spec/containers/0/env": [{"name": "A", "value": "a\u0000b"}]}"#;

    /// `$$` reaches the container as `$`.
    ///
    /// Input: any text of a prompt of up to 262,144 bytes, `config.env`, `config.extraArgs`.
    ///
    /// Fix: write `$$$$` where the container should see `$$`.
    Warning EXPANSION_ESCAPE = "expansion-escape" after "expansion.Expand",
        example r#"{"/spec/template/spec/containers/0/env": [{"name": "A", "value": "pid $$"}]}"#;

    /// `$(NAME)` in a variable is replaced by the value of an earlier one.
    ///
    /// Input: any text of a prompt of up to 262,144 bytes, `config.env`.
    ///
    /// Fix: write `$$(NAME)` where the text is meant.
    Warning EXPANSION_VALUE = "expansion-value" after "expansion.Expand",
        example r#"{"/spec/template/spec/containers/0/env": [{"name": "A", "value": "a"}, {"name": "B", "value": "$(A)"}]}"#;

    /// `$(NAME)` in a variable stays as it is where NAME is defined later or not at all;
    /// `valueFrom` entries come last.
    ///
    /// Input: `config.env` that refers to a variable of `selfPod.inheritedEnvValueFrom`.
    ///
    /// Fix: put the value together in the container.
    Warning EXPANSION_MISSING = "expansion-missing" after "makeEnvironmentVariables",
        example r#"{"/spec/template/spec/containers/0/env": [{"name": "A", "value": "$(B)"}, {"name": "B", "value": "b"}]}"#;

    /// `$(NAME)` in a command is replaced **before** the shell reads the line: a quote in the
    /// value ends the quotes around it, and the rest of the value runs as a program.
    ///
    /// Input: `config.extraArgs`, `config.model` and other arguments of the agent.
    ///
    /// Fix: never put a reference to a variable into an argument.
    Warning EXPANSION_COMMAND = "expansion-command" after "ExpandContainerCommandAndArgs",
        example r#"{"/spec/template/spec/containers/0/env": [{"name": "A", "value": "a"}], "/spec/template/spec/containers/0/command": ["sh", "-c", "echo '$(A)'"]}"#;

    /// A mount names one of the Pod's volumes.
    ///
    /// Input: `selfPod.secretVolumes` whose volume is refused.
    ///
    /// Fix: correct the volume.
    Error MOUNT_VOLUME = "mount-volume" after "ValidateVolumeMounts",
        example r#"{"/spec/template/spec/containers/0/volumeMounts/0/name": "two"}"#;

    /// A mount has a path.
    ///
    /// Input: `selfPod.secretVolumes[].mountPath`.
    ///
    /// Fix: give the volume a path.
    Error MOUNT_PATH = "mount-path" after "ValidateVolumeMounts",
        example r#"{"/spec/template/spec/containers/0/volumeMounts/0/mountPath": ""}"#;

    /// Mounts of a container have different paths; `/tmp/prompt` is taken, and with a claim
    /// `/paperclip`.
    ///
    /// Input: `selfPod.secretVolumes[].mountPath`.
    ///
    /// Fix: use another path.
    Error MOUNT_PATH_TAKEN = "mount-path-taken" after "ValidateVolumeMounts",
        example r#"{"/spec/template/spec/containers/0/volumeMounts/-": {"name": "one", "mountPath": "/one"}}"#;

    /// Paths that differ in a slash at the end are one place: one volume hides the other.
    ///
    /// Input: `selfPod.secretVolumes[].mountPath`.
    ///
    /// Fix: use another path.
    Warning MOUNT_PATH_SHADOWED = "mount-path-shadowed" after "the container runtime",
        example r#"{"/spec/template/spec/containers/0/volumeMounts/-": {"name": "one", "mountPath": "/one/"}}"#;

    /// A `mountPath` has no `:`. Opt-in.
    ///
    /// Input: `selfPod.secretVolumes[].mountPath`.
    ///
    /// Fix: use a path without `:`.
    Warning MOUNT_PATH_COLON = "mount-path-colon" after "VolumeMount",
        example r#"{"options": {"podSecurity": "restricted"}, "/spec/template/spec/containers/0/volumeMounts/0/mountPath": "/a:b"}"#;

    /// A quantity is a number with one of the suffixes n, u, m, k, M, G, T, P, E, Ki, Mi, Gi,
    /// Ti, Pi, Ei or an exponent. The API server does not say which field it is.
    ///
    /// Input: `config.resources`.
    ///
    /// Fix: write the amount as in `500m` or `2Gi`.
    Error QUANTITY_SYNTAX = "quantity-syntax" after "resource.ParseQuantity",
        example r#"{"/spec/template/spec/containers/0/resources/limits": {"memory": "8GB"}}"#;

    /// A quantity has no exponent beyond ±1,000,000: the API server would compute until the
    /// request times out.
    ///
    /// Input: `config.resources`.
    ///
    /// Fix: write the amount with a suffix.
    Error QUANTITY_EXPONENT = "quantity-exponent" after "the API server's time limit",
        example r#"{"/spec/template/spec/containers/0/resources/limits": {"memory": "1e2147483647"}}"#;

    /// A quantity is not negative.
    ///
    /// Input: `config.resources`.
    ///
    /// Fix: write an amount of at least 0.
    Error QUANTITY_NEGATIVE = "quantity-negative" after "ValidateResourceQuantityValue",
        example r#"{"/spec/template/spec/containers/0/resources/limits": {"cpu": "-1"}}"#;

    /// Devices are counted in whole numbers.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: write a whole number.
    Error QUANTITY_INTEGER = "quantity-integer" after "ValidateResourceQuantityValue",
        example r#"{"/spec/template/spec/containers/0/resources/limits": {"example.com/gpu": "1500m"}}"#;

    /// Bytes are whole numbers: `1500m` of memory is one and a half bytes.
    ///
    /// Input: `config.resources`.
    ///
    /// Fix: write a whole number of bytes.
    Warning QUANTITY_FRACTION = "quantity-fraction" after "GetWarningsForPod",
        example r#"{"/spec/template/spec/containers/0/resources/limits": {"memory": "1500m"}}"#;

    /// A resource is `cpu`, `memory`, `ephemeral-storage`, huge pages or a device with a
    /// domain.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: use a resource that the nodes have.
    Error RESOURCE_NAME = "resource-name" after "validateContainerResourceName",
        example r#"{"/spec/template/spec/containers/0/resources/limits": {"gpu": "1"}}"#;

    /// A request is at most its limit. One side set in the configuration meets the default of
    /// the other.
    ///
    /// Input: `config.resources` with one side set above the other's default.
    ///
    /// Fix: set both the request and the limit.
    Error REQUEST_OVER_LIMIT = "request-over-limit" after "ValidateResourceRequirements",
        example r#"{"/spec/template/spec/containers/0/resources": {"requests": {"memory": "16Gi"}, "limits": {"memory": "8Gi"}}}"#;

    /// An init container has a lifecycle or probes only with `restartPolicy: Always`, which makes it a
    /// sidecar.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: leave the field out, or set `restartPolicy: Always`.
    Error INIT_CONTAINER_FIELD = "init-container-field" after "validateInitContainers",
        example r#"{"/spec/template/spec/initContainers/0/lifecycle": {}}"#;

    /// The template of a Job has no ephemeral containers: they are added to a Pod that runs.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: remove the list; use `kubectl debug` on the Pod.
    Error EPHEMERAL_CONTAINERS = "ephemeral-containers" after "ValidatePodTemplateSpec",
        example r#"{"/spec/template/spec/ephemeralContainers": [{"name": "e", "image": "i"}]}"#;

    /// An ephemeral container has no ports, resources, probes, lifecycle, restart policy, resize
    /// policy or sub-path.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: remove the field.
    Error EPHEMERAL_FIELD = "ephemeral-field" after "validateEphemeralContainers",
        example r#"{"/spec/template/spec/ephemeralContainers": [{"name": "e", "image": "i", "stdin": true, "ports": []}]}"#;

    /// The target of an ephemeral container is another container of the Pod.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: name a container that the Pod has.
    Error EPHEMERAL_TARGET = "ephemeral-target" after "validateEphemeralContainers",
        example r#"{"/spec/template/spec/ephemeralContainers": [{"name": "e", "image": "i", "targetContainerName": "x"}]}"#;

    /// `terminationMessagePolicy` is `File` or `FallbackToLogsOnError`.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: use one of the two, or leave the field out.
    Error TERMINATION_MESSAGE = "termination-message-policy" after "validateContainerCommon",
        example r#"{"/spec/template/spec/containers/0/terminationMessagePolicy": "Logs"}"#;

    /// A port has a number from 1 to 65,535, and so has its port of the node.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: use a number in the range.
    Error PORT_NUMBER = "port-number" after "validateContainerPorts",
        example r#"{"/spec/template/spec/containers/0/ports": [{"containerPort": 70000}]}"#;

    /// A port's name has at most 15 lower-case letters, digits and hyphens, a letter among them, and
    /// belongs to one port of the container.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: choose another name.
    Error PORT_NAME = "port-name" after "validateContainerPorts",
        example r#"{"/spec/template/spec/containers/0/ports": [{"name": "Web", "containerPort": 80}]}"#;

    /// A port's protocol is `TCP`, `UDP` or `SCTP`.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: use one of the three, or leave the field out for `TCP`.
    Error PORT_PROTOCOL = "port-protocol" after "validateContainerPorts",
        example r#"{"/spec/template/spec/containers/0/ports": [{"containerPort": 80, "protocol": "tcp"}]}"#;

    /// A port of the node is taken once by the containers of a Pod; with `hostNetwork` all ports are
    /// ports of the node.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: use another `hostPort`, or none.
    Error HOST_PORT_TAKEN = "host-port-taken" after "checkHostPortConflicts",
        example r#"{"/spec/template/spec/containers/0/ports": [{"containerPort": 80, "hostPort": 80}, {"containerPort": 81, "hostPort": 80}]}"#;

    /// With `hostNetwork`, a `hostPort` is the `containerPort`.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: leave out `hostPort`.
    Error HOST_PORT_NETWORK = "host-port-network" after "validatePodHostNetworkDeps",
        example r#"{"/spec/template/spec/hostNetwork": true, "/spec/template/spec/containers/0/ports": [{"containerPort": 80, "hostPort": 81}]}"#;

    /// A `hostIP` without a `hostPort` has no effect.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: set `hostPort`, or leave out `hostIP`.
    Warning PORT_HOST_IP = "port-host-ip" after "GetWarningsForPod",
        example r#"{"/spec/template/spec/containers/0/ports": [{"containerPort": 80, "hostIP": "10.0.0.1"}]}"#;

    /// Ports of one number and protocol overlap.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: remove one of the ports.
    Warning PORT_OVERLAP = "port-overlap" after "GetWarningsForPod",
        example r#"{"/spec/template/spec/containers/0/ports": [{"containerPort": 80}, {"containerPort": 80}]}"#;

    /// A Service or a probe that names a port finds the first container's where two have the name.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: give each port of the Pod another name.
    Warning PORT_NAME_SHARED = "port-name-shared" after "GetWarningsForPod",
        example r#"{"/spec/template/spec/containers/0/ports": [{"name": "web", "containerPort": 80}], "/spec/template/spec/initContainers/0/ports": [{"name": "web", "containerPort": 81}]}"#;

    /// A probe or a hook has one handler.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: set one of `exec`, `httpGet`, `tcpSocket`, `grpc` (probes) and `sleep` (hooks).
    Error HANDLER = "handler" after "validateHandler",
        example r#"{"/spec/template/spec/containers/0/livenessProbe": {}}"#;

    /// An `exec` handler has a command.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: set `command`.
    Error HANDLER_COMMAND = "handler-command" after "validateExecAction",
        example r#"{"/spec/template/spec/containers/0/livenessProbe": {"exec": {}}}"#;

    /// The port of a handler is a number from 1 to 65,535, or the name of a port.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: set `port` to a number in the range or to a name of lower-case letters, digits and
    /// hyphens.
    Error HANDLER_PORT = "handler-port" after "ValidatePortNumOrName",
        example r#"{"/spec/template/spec/containers/0/livenessProbe": {"tcpSocket": {"port": 0}}}"#;

    /// The scheme of an `httpGet` handler is `HTTP` or `HTTPS`.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: use one of the two, or leave the field out for `HTTP`.
    Error HANDLER_SCHEME = "handler-scheme" after "validateHTTPGetAction",
        example r#"{"/spec/template/spec/containers/0/livenessProbe": {"httpGet": {"port": 80, "scheme": "http"}}}"#;

    /// The name of an HTTP header consists of letters, digits and hyphens.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: choose another name.
    Error HANDLER_HEADER = "handler-header" after "validateHTTPGetAction",
        example r#"{"/spec/template/spec/containers/0/livenessProbe": {"httpGet": {"port": 80, "httpHeaders": [{"name": "a b"}]}}}"#;

    /// A hook sleeps no longer than the Pod has time to end.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: sleep for less, or raise `terminationGracePeriodSeconds`.
    Error HOOK_SLEEP = "hook-sleep" after "validateSleepAction",
        example r#"{"/spec/template/spec/containers/0/lifecycle": {"preStop": {"sleep": {"seconds": 31}}}}"#;

    /// The seconds and thresholds of a probe are not negative.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: use a number from 0 on; 0 is the default of the field.
    Error PROBE_NUMBER = "probe-number" after "validateProbe",
        example r#"{"/spec/template/spec/containers/0/livenessProbe": {"tcpSocket": {"port": 80}, "timeoutSeconds": -1}}"#;

    /// A liveness or startup probe has succeeded when it succeeds once.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: leave out `successThreshold`.
    Error PROBE_SUCCESS_THRESHOLD = "probe-success-threshold" after "validateLivenessProbe",
        example r#"{"/spec/template/spec/containers/0/livenessProbe": {"tcpSocket": {"port": 80}, "successThreshold": 2}}"#;

    /// A probe's `terminationGracePeriodSeconds` is greater than 0, and a readiness probe has none.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: leave the field out.
    Error PROBE_GRACE_PERIOD = "probe-grace-period" after "validateProbe",
        example r#"{"/spec/template/spec/containers/0/livenessProbe": {"tcpSocket": {"port": 80}, "terminationGracePeriodSeconds": 0}}"#;

    /// A container's `restartPolicy` is `Always`, `OnFailure` or `Never`; before Kubernetes 1.34 only
    /// init containers have one, which is `Always`.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: use one of the three; with `restartPolicyRules` it is required.
    Error CONTAINER_RESTART_POLICY = "container-restart-policy" after "validateContainerRestartPolicy",
        example r#"{"/spec/template/spec/containers/0/restartPolicy": "always"}"#;

    /// A restart rule has an action and exit codes with an operator, `In` or `NotIn`; at most 20 rules
    /// of 255 codes.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: set `action` to `Restart` or `RestartAllContainers`, and `exitCodes`.
    Error RESTART_RULE = "restart-rule" after "validateContainerRestartPolicy",
        example r#"{"/spec/template/spec/containers/0/restartPolicy": "Never", "/spec/template/spec/containers/0/restartPolicyRules": [{"action": "Restart"}]}"#;

    /// A resize policy is for `cpu` or `memory`, each once, and `NotRequired` or `RestartContainer`; a
    /// container that never restarts has `NotRequired`.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: mend the entry, or leave it out.
    Error RESIZE_POLICY = "resize-policy" after "validateResizePolicy",
        example r#"{"/spec/template/spec/containers/0/resizePolicy": [{"resourceName": "cpu", "restartPolicy": "RestartContainer"}]}"#;

    /// A container refers to claims of the Pod: once to each, or to each request of it.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: list the claim in the Pod's `resourceClaims`.
    Error RESOURCE_CLAIM = "resource-claim" after "validateResourceClaimNames",
        example r#"{"/spec/template/spec/containers/0/resources": {"claims": [{"name": "x"}]}}"#;

    /// Huge pages are asked for in whole pages, and together with `cpu` or `memory`.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: use a multiple of the page's size, and set `cpu` or `memory`.
    Error HUGE_PAGES = "huge-pages" after "validateResourceQuantityHugePageValue",
        example r#"{"/spec/template/spec/containers/0/resources": {"limits": {"cpu": "1", "hugepages-2Mi": "3Mi"}}}"#;

    /// A volume is either mounted or used as a device, and so is a path.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: remove one of the two.
    Error MOUNT_DEVICE = "mount-device" after "ValidateVolumeMounts",
        example r#"{"/spec/template/spec/containers/0/volumeDevices": [{"name": "one", "devicePath": "/two"}]}"#;

    /// `subPath` and `subPathExpr` are relative paths without `..`, and only one of them is set.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: use a path below the volume's root.
    Error MOUNT_SUB_PATH = "mount-sub-path" after "ValidateVolumeMounts",
        example r#"{"/spec/template/spec/containers/0/volumeMounts/0/subPath": "/a"}"#;

    /// `mountPropagation` is `None`, `HostToContainer` or, in a privileged container, `Bidirectional`.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: use `HostToContainer`, or leave the field out.
    Error MOUNT_PROPAGATION = "mount-propagation" after "validateMountPropagation",
        example r#"{"/spec/template/spec/containers/0/volumeMounts/0/mountPropagation": "Bidirectional"}"#;

    /// `recursiveReadOnly` is `Disabled`, `IfPossible` or `Enabled`; the latter two with `readOnly:
    /// true` and without propagation.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: set `readOnly: true` and leave out `mountPropagation`.
    Error MOUNT_READ_ONLY = "mount-read-only" after "validateMountRecursiveReadOnly",
        example r#"{"/spec/template/spec/containers/0/volumeMounts/0/recursiveReadOnly": "Enabled"}"#;

    /// A device names one of the Pod's volumes that is a claim, each once.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: name a volume of the type `persistentVolumeClaim` or `ephemeral`.
    Error DEVICE_VOLUME = "device-volume" after "ValidateVolumeDevices",
        example r#"{"/spec/template/spec/containers/0/volumeDevices": [{"name": "x", "devicePath": "/x"}]}"#;

    /// A device has a path without `..`, different from the others.
    ///
    /// Input: none, only a Job of another origin.
    ///
    /// Fix: choose another path.
    Error DEVICE_PATH = "device-path" after "ValidateVolumeDevices",
        example r#"{"/spec/template/spec/volumes/1": {"name": "two", "persistentVolumeClaim": {"claimName": "c"}}, "/spec/template/spec/containers/0/volumeDevices": [{"name": "two"}]}"#;
}
