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

    /// `valueFrom` has one source, complete and supported, and no `value` beside it.
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
    /// Fix: name a ConfigMap or a Secret.
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
}
