//! Rules for containers.

rules! { CONTAINER:
    /// A Pod has a container.
    Error CONTAINER_LIST = "container-list" after "validateContainers",
        example "";

    /// A container's name is a lower-case DNS label, different from the others.
    Error CONTAINER_NAME = "container-name" after "validateContainers",
        example "";

    /// A container has an image.
    Error IMAGE = "image" after "validateContainerCommon",
        example "";

    /// An image has no white space around it: the Job would be accepted, and each of its Pods refused.
    Error IMAGE_SPACE = "image-space" after "validateContainerOnlyForPod",
        example "";

    /// `imagePullPolicy` is `Always`, `IfNotPresent` or `Never`.
    Error IMAGE_PULL_POLICY = "image-pull-policy" after "validatePullPolicy",
        example "";

    /// White space around `workingDir` is part of the path, and the container does not start.
    Warning WORKING_DIR_SPACE = "working-dir-space" after "the container runtime",
        example "";

    /// `workingDir` is an absolute path. Opt-in.
    Warning WORKING_DIR_RELATIVE = "working-dir-relative" after "the container runtime",
        example "";

    /// A variable's name is of printable ASCII without `=`; before Kubernetes 1.32 of `[-._a-zA-Z0-9]`, and begins with neither a digit nor `..`.
    Error ENV_NAME = "env-name" after "ValidateEnv",
        example "";

    /// The later one of two variables of a name hides the earlier one.
    Warning ENV_DUPLICATE = "env-duplicate" after "GetWarningsForPod",
        example "";

    /// `valueFrom` has one source, complete and supported, and no `value` beside it.
    Error ENV_VALUE_FROM = "env-value-from" after "validateEnvVarValueFrom",
        example "";

    /// A variable that is read from a file names a volume of the type `emptyDir`, a path in it and a
    /// key.
    ///
    /// Input: `selfPod.inheritedEnvValueFrom` with `fileKeyRef`.
    ///
    /// Fix: name a volume that the Pod has; the Job of the adapter only has `prompt`.
    Error ENV_FILE = "env-file" after "validateFileKeySelector",
        example r#"{"/spec/template/spec/containers/0/env": [{"name": "A", "valueFrom": {"fileKeyRef": {"volumeName": "two", "path": "a", "key": "A"}}}]}"#;

    /// An entry of `envFrom` has one source with a name, and a prefix like a variable's name.
    Error ENV_FROM = "env-from" after "ValidateEnvFrom",
        example "";

    /// An empty prompt starts an agent with nothing to do.
    Warning PROMPT_EMPTY = "prompt-empty" after "the agent",
        example "";

    /// One `NAME=VALUE` or argument has at most 131,071 bytes, or the container never starts. A prompt of 131,057 to 262,144 bytes is over it.
    Warning EXEC_LIMIT = "exec-limit" after "Linux's MAX_ARG_STRLEN",
        example "";

    /// A NUL character ends a variable or argument, or the container never starts.
    Warning EXEC_NUL = "exec-nul" after "execve",
        example "";

    /// `$$` reaches the container as `$`.
    Warning EXPANSION_ESCAPE = "expansion-escape" after "expansion.Expand",
        example "";

    /// `$(NAME)` in a variable is replaced by the value of an earlier one.
    Warning EXPANSION_VALUE = "expansion-value" after "expansion.Expand",
        example "";

    /// `$(NAME)` in a variable stays as it is where NAME is defined later or not at all; `valueFrom` entries come last.
    Warning EXPANSION_MISSING = "expansion-missing" after "makeEnvironmentVariables",
        example "";

    /// `$(NAME)` in a command is replaced **before** the shell reads the line: a quote in the value ends the quotes around it, and the rest of the value runs as a program.
    Warning EXPANSION_COMMAND = "expansion-command" after "ExpandContainerCommandAndArgs",
        example "";

    /// A mount names one of the Pod's volumes.
    Error MOUNT_VOLUME = "mount-volume" after "ValidateVolumeMounts",
        example "";

    /// A mount has a path.
    Error MOUNT_PATH = "mount-path" after "ValidateVolumeMounts",
        example "";

    /// Mounts of a container have different paths; `/tmp/prompt` is taken, and with a claim `/paperclip`.
    Error MOUNT_PATH_TAKEN = "mount-path-taken" after "ValidateVolumeMounts",
        example "";

    /// Paths that differ in a slash at the end are one place: one volume hides the other.
    Warning MOUNT_PATH_SHADOWED = "mount-path-shadowed" after "the container runtime",
        example "";

    /// A `mountPath` has no `:`. Opt-in.
    Warning MOUNT_PATH_COLON = "mount-path-colon" after "VolumeMount",
        example "";

    /// A quantity is a number with one of the suffixes n, u, m, k, M, G, T, P, E, Ki, Mi, Gi, Ti, Pi, Ei or an exponent. The API server does not say which field it is.
    Error QUANTITY_SYNTAX = "quantity-syntax" after "resource.ParseQuantity",
        example "";

    /// A quantity has no exponent beyond ±1,000,000: the API server would compute until the request times out.
    Error QUANTITY_EXPONENT = "quantity-exponent" after "the API server's time limit",
        example "";

    /// A quantity is not negative.
    Error QUANTITY_NEGATIVE = "quantity-negative" after "ValidateResourceQuantityValue",
        example "";

    /// Devices are counted in whole numbers.
    Error QUANTITY_INTEGER = "quantity-integer" after "ValidateResourceQuantityValue",
        example "";

    /// Bytes are whole numbers: `1500m` of memory is one and a half bytes.
    Warning QUANTITY_FRACTION = "quantity-fraction" after "GetWarningsForPod",
        example "";

    /// A resource is `cpu`, `memory`, `ephemeral-storage`, huge pages or a device with a domain.
    Error RESOURCE_NAME = "resource-name" after "validateContainerResourceName",
        example "";

    /// A request is at most its limit. One side set in the configuration meets the default of the other.
    Error REQUEST_OVER_LIMIT = "request-over-limit" after "ValidateResourceRequirements",
        example "";
}
