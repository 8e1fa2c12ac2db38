//! The table of rules. `scripts/docs.mjs` makes the README's table of it.

use super::finding::Severity;

macro_rules! rules {
    ($($severity:ident $id:literal => $name:ident, $source:literal, $explanation:literal;)*) => {
        /// A rule.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Rule {
            $(#[doc = $explanation] $name,)*
        }

        impl Rule {
            /// All of them.
            #[cfg(test)]
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// Its name in findings.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$name => $id,)* }
            }

            /// How bad it is to break it.
            pub const fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity,)* }
            }
        }
    };
}

// severity, id => name, what Kubernetes calls it, one line for the README.
rules! {
    Error   "field-json" => FieldJson, "JSON.stringify", "A manifest has no cycles and no BigInt values.";
    Error   "field-type" => FieldType, "the API server's decoder", "Values have the type of their field; integers have no fraction and fit into 32 or 64 bits.";
    Error   "field-depth" => FieldDepth, "the API server's decoder", "A manifest is not nested deeper than the decoder reads.";
    Warning "field-unknown" => FieldUnknown, "fieldValidation=Strict", "A field that Kubernetes does not know, such as a misspelt one, is dropped.";
    Error   "object-size" => ObjectSize, "etcd's request limit", "The stored Job has at most 1,572,864 bytes. The API server's own answer blames a label.";
    Error   "request-size" => RequestSize, "MaxRequestBodyBytes", "The request has at most 3,145,728 bytes.";
    Error   "name" => Name, "ValidateObjectMeta", "The Job's name is a lower-case DNS subdomain of at most 253 bytes.";
    Error   "namespace" => Namespace, "ValidateNamespaceName", "A namespace is a lower-case DNS label of at most 63 bytes.";
    Error   "label-key" => LabelKey, "IsQualifiedName", "A label's key is a name of at most 63 bytes, with an optional DNS subdomain and `/` before it.";
    Error   "label-value" => LabelValue, "IsValidLabelValue", "A label's value has at most 63 bytes of `[A-Za-z0-9._-]`, with a letter or digit at both ends. Agent, run and company ids are such values.";
    Error   "label-reserved" => LabelReserved, "validateGeneratedSelector", "`job-name` and `controller-uid`, also with `batch.kubernetes.io/`, are set by the server.";
    Error   "annotation-key" => AnnotationKey, "ValidateAnnotations", "An annotation's key has the form of a label's key, in either case.";
    Error   "annotation-size" => AnnotationSize, "ValidateAnnotationsSize", "All annotations have at most 262,144 bytes together.";
    Error   "negative-number" => NegativeNumber, "ValidateNonnegativeField", "Counts and seconds of a Job are not negative.";
    Warning "deadline-overflow" => DeadlineOverflow, "pastActiveDeadline", "A deadline of over 9,223,372,036 seconds overflows in the Job controller, and has passed at once.";
    Error   "restart-policy" => RestartPolicy, "validateJobSpec", "The Pod's `restartPolicy` is `Never` or `OnFailure`.";
    Error   "volume-name" => VolumeName, "ValidateVolumes", "A volume's name is a lower-case DNS label.";
    Error   "volume-name-taken" => VolumeNameTaken, "ValidateVolumes", "Volumes have different names; `prompt`, `data` and `prompt-secret` are taken.";
    Error   "volume-source" => VolumeSource, "validateVolumeSource", "A volume names the Secret, claim or ConfigMap that it is made of.";
    Warning "volume-source-name" => VolumeSourceName, "ValidateSecretName", "No Secret, claim or ConfigMap can have a name that is no lower-case DNS subdomain: the Pod waits, or an optional volume stays empty.";
    Error   "file-mode" => FileMode, "validateSecretVolumeSource", "`defaultMode` is between 0 and 0o777.";
    Error   "container-list" => ContainerList, "validateContainers", "A Pod has a container.";
    Error   "container-name" => ContainerName, "validateContainers", "A container's name is a lower-case DNS label, different from the others.";
    Error   "image" => Image, "validateContainerCommon", "A container has an image.";
    Error   "image-space" => ImageSpace, "validateContainerOnlyForPod", "An image has no white space around it: the Job would be accepted, and each of its Pods refused.";
    Error   "image-pull-policy" => ImagePullPolicy, "validatePullPolicy", "`imagePullPolicy` is `Always`, `IfNotPresent` or `Never`.";
    Warning "working-dir-space" => WorkingDirSpace, "the container runtime", "White space around `workingDir` is part of the path, and the container does not start.";
    Warning "working-dir-relative" => WorkingDirRelative, "the container runtime", "`workingDir` is an absolute path. Opt-in.";
    Error   "env-name" => EnvName, "ValidateEnv", "A variable's name is of printable ASCII without `=`; before Kubernetes 1.32 of `[-._a-zA-Z0-9]`, and begins with no digit and no `..`.";
    Warning "env-duplicate" => EnvDuplicate, "GetWarningsForPod", "The later one of two variables of a name hides the earlier one.";
    Error   "env-value-from" => EnvValueFrom, "validateEnvVarValueFrom", "`valueFrom` has one source, complete and supported, and no `value` beside it.";
    Error   "env-from" => EnvFrom, "ValidateEnvFrom", "An entry of `envFrom` has one source with a name, and a prefix like a variable's name.";
    Warning "prompt-empty" => PromptEmpty, "the agent", "An empty prompt starts an agent with nothing to do.";
    Warning "exec-limit" => ExecLimit, "Linux's MAX_ARG_STRLEN", "One `NAME=VALUE` or argument has at most 131,071 bytes, or the container never starts. A prompt of 131,057 to 262,144 bytes is over it.";
    Warning "exec-nul" => ExecNul, "execve", "A NUL character ends a variable or argument, or the container never starts.";
    Warning "expansion-escape" => ExpansionEscape, "expansion.Expand", "`$$` reaches the container as `$`.";
    Warning "expansion-value" => ExpansionValue, "expansion.Expand", "`$(NAME)` in a variable is replaced by the value of an earlier one.";
    Warning "expansion-missing" => ExpansionMissing, "makeEnvironmentVariables", "`$(NAME)` in a variable stays as it is where NAME is defined later or not at all; `valueFrom` entries come last.";
    Warning "expansion-command" => ExpansionCommand, "ExpandContainerCommandAndArgs", "`$(NAME)` in a command is replaced **before** the shell reads the line: a quote in the value ends the quotes around it, and the rest of the value runs as a program.";
    Error   "mount-volume" => MountVolume, "ValidateVolumeMounts", "A mount names one of the Pod's volumes.";
    Error   "mount-path" => MountPath, "ValidateVolumeMounts", "A mount has a path.";
    Error   "mount-path-taken" => MountPathTaken, "ValidateVolumeMounts", "Mounts of a container have different paths; `/tmp/prompt` is taken, and with a claim `/paperclip`.";
    Warning "mount-path-shadowed" => MountPathShadowed, "the container runtime", "Paths that differ in a slash at the end are one place: one volume hides the other.";
    Warning "mount-path-colon" => MountPathColon, "VolumeMount", "A `mountPath` has no `:`. Opt-in.";
    Error   "quantity-syntax" => QuantitySyntax, "resource.ParseQuantity", "A quantity is a number with one of the suffixes n, u, m, k, M, G, T, P, E, Ki, Mi, Gi, Ti, Pi, Ei or an exponent. The API server does not say which field it is.";
    Error   "quantity-negative" => QuantityNegative, "ValidateResourceQuantityValue", "A quantity is not negative.";
    Error   "quantity-integer" => QuantityInteger, "ValidateResourceQuantityValue", "Devices are counted in whole numbers.";
    Warning "quantity-fraction" => QuantityFraction, "GetWarningsForPod", "Bytes are whole numbers: `1500m` of memory is one and a half bytes.";
    Error   "resource-name" => ResourceName, "validateContainerResourceName", "A resource is `cpu`, `memory`, `ephemeral-storage`, huge pages or a device with a domain.";
    Error   "request-over-limit" => RequestOverLimit, "ValidateResourceRequirements", "A request is at most its limit. One side set in the configuration meets the default of the other.";
    Error   "dns-nameservers" => DnsNameservers, "validatePodDNSConfig", "There are at most three nameservers, each an IP address.";
    Error   "dns-searches" => DnsSearches, "validatePodDNSConfig", "There are at most 32 search domains of 2,048 characters in all, each a DNS subdomain; from Kubernetes 1.33 with `_`.";
    Error   "dns-options" => DnsOptions, "validatePodDNSConfig", "A DNS option has a name.";
    Warning "node-label-deprecated" => NodeLabelDeprecated, "GetWarningsForNodeSelector", "Node labels with `beta.kubernetes.io/` have newer names.";
    Warning "pull-secret-name" => PullSecretName, "GetWarningsForPod", "An image pull Secret has a name, and is listed once.";
    Error   "service-account" => ServiceAccount, "ValidateServiceAccountName", "A service account's name is a lower-case DNS subdomain.";
    Error   "toleration-key" => TolerationKey, "ValidateTolerations", "A toleration's key is a label key.";
    Error   "toleration-operator" => TolerationOperator, "ValidateTolerations", "A toleration's operator is `Equal` or `Exists`; without a key it is `Exists`.";
    Warning "toleration-comparison" => TolerationComparison, "TaintTolerationComparisonOperators", "The operators `Gt` and `Lt` need a feature gate, which is off up to Kubernetes 1.36.";
    Error   "toleration-value" => TolerationValue, "ValidateTolerations", "A toleration's value is a label value, and empty with `Exists`.";
    Error   "toleration-effect" => TolerationEffect, "validateTaintEffect", "A toleration's effect is `NoSchedule`, `PreferNoSchedule` or `NoExecute`; with `tolerationSeconds` it is `NoExecute`.";
    Error   "pod-security" => PodSecurity, "pod-security-admission", "A Pod fits into a namespace of the Pod Security level `restricted`. Opt-in.";
    Error   "secret-name" => SecretName, "ValidateSecret", "The prompt Secret's name is a lower-case DNS subdomain, its namespace a DNS label.";
    Error   "secret-data" => SecretData, "ValidateSecret", "The prompt Secret's data are strings under keys of `[-._a-zA-Z0-9]`.";
    Error   "secret-size" => SecretSize, "ValidateSecret", "A Secret holds at most 1,048,576 bytes.";
    Warning "secret-string-data" => SecretStringData, "Secret.stringData", "The prompt Secret's data are plain text, to be sent as `stringData`. Told whenever the Secret is given.";
}
