//! What differs between the versions of Kubernetes that can be asked for. Which version knows which
//! field is in the tables of [`super::schema`].

/// Writes the enum of changes and the version of each from one table.
macro_rules! changes {
    ($($(#[doc = $line:literal])+ $name:ident since $minor:literal, $source:literal;)*) => {
        /// A change of the rules.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Change {
            $($(#[doc = $line])+ $name,)*
        }

        impl Change {
            /// The first minor version that has it.
            pub const fn since(self) -> u32 {
                match self { $(Self::$name => $minor,)* }
            }
        }
    };
}

// name, since 1.N, the feature gate or the change in Kubernetes' source.
changes! {
    /// A Job has a success policy.
    JobSuccessPolicy since 31, "JobSuccessPolicy";
    /// Affinities to Pods have `matchLabelKeys`.
    AffinityLabelKeys since 31, "MatchLabelKeysInPodAffinity";
    /// The `SELinux` type of container engines is allowed at the Pod Security level `baseline`.
    ContainerEngineType since 31, "seLinuxOptions1_31";
    /// Another controller can manage a Job.
    JobManagedBy since 32, "JobManagedBy";
    /// Mounts can be read-only down to the mounts in them.
    RecursiveReadOnly since 31, "RecursiveReadOnlyMounts";
    /// Names of variables may have any printable character of ASCII but `=`.
    RelaxedEnvNames since 32, "RelaxedEnvironmentVariableValidation";
    /// DNS search domains may have `_`, or be `.`.
    RelaxedSearchDomains since 33, "RelaxedDNSSearchValidation";
    /// Volumes of the type `gitRepo` are off by default.
    GitReposOff since 33, "GitRepoVolumeDriver";
    /// An image can be a volume.
    ImageVolumes since 35, "ImageVolume";
    /// Sizes of TCP buffers are safe at the Pod Security level `baseline`.
    SafeBufferSizes since 32, "sysctlsV1Dot32";
    /// A container can see all of `/proc`.
    ProcMount since 33, "ProcMountType";
    /// A Pod can have users that are not those of its node.
    UserNamespaces since 33, "UserNamespacesSupport";
    /// A Pod says whether groups of the image count.
    SupplementalGroupsPolicy since 33, "SupplementalGroupsPolicy";
    /// A Pod says how its volumes get their `SELinux` label.
    SelinuxChangePolicy since 33, "SELinuxChangePolicy";
    /// Values that a required node affinity asks for are label values.
    NodeAffinityValues since 33, "ValidateNodeSelectorRequirement";
    /// Probes and hooks name no host at the Pod Security level `baseline`.
    HostProbes since 34, "hostProbesAndHostLifecycleV1Dot34";
    /// A Pod has resources as a whole.
    PodResources since 34, "PodLevelResources";
    /// `matchLabelKeys` of a topology spread constraint become part of its selector.
    SpreadSelectorMerge since 34, "MatchLabelKeysInPodTopologySpreadSelectorMerge";
    /// The operators `Gt` and `Lt` of tolerations are behind a feature gate, and in the server's list.
    NamedComparisons since 35, "TaintTolerationComparisonOperators";
    /// Containers have resize policies.
    ResizePolicies since 33, "InPlacePodVerticalScaling";
    /// A hook can sleep for no time.
    ZeroSleep since 33, "PodLifecycleSleepActionAllowZero";
    /// Containers refer to resource claims.
    ResourceClaims since 34, "DynamicResourceAllocation";
    /// The server sets the generation of a Pod before it looks at it.
    PodGeneration since 33, "PodObservedGenerationTracking";
    /// Claims name a class of volume attributes.
    VolumeAttributesClass since 34, "VolumeAttributesClass";
    /// Restart policies of containers are known, and dropped without the feature gate.
    KnownRestartRules since 34, "ContainerRestartRules";
    /// Containers have restart policies, and rules for them.
    RestartRules since 35, "ContainerRestartRules";
    /// Variables can be read from files.
    EnvFiles since 35, "EnvFiles";
    /// The resize of an init container that is not a sidecar does not restart it.
    NoInitRestarts since 36, "InPlacePodVerticalScalingInitContainers";
    /// A restart rule can restart all containers, and a sidecar can have rules.
    RestartAllContainers since 36, "RestartAllContainersOnContainerExits";
    /// Users in a user namespace may be root at the Pod Security level `restricted`.
    RelaxedUserNamespaces since 35, "runAsNonRoot1_35";
    /// A Pod can have a host name that is not its own name.
    HostnameOverride since 35, "HostnameOverride";
    /// Addresses are written without zeros at the start, and not as IPv4 in IPv6.
    StrictAddresses since 36, "StrictIPCIDRValidation";
    /// The operators `Gt` and `Lt` of tolerations are a feature of the server.
    ComparingTolerations since 37, "TaintTolerationComparisonOperators";
}

/// What the server says of a feature gate that is off.
pub const ZERO_SLEEP_GATE: &str =
    ". Enable AllowPodLifecycleSleepActionZeroValue feature gate for zero sleep.";

/// Texts that were others before a minor version: the version, the text and the earlier one.
const TEXTS: [(u32, &str, &str); 5] = [
    // `MaxLenError` and `IsLabelKey` of `apimachinery/pkg/api/validate/content`.
    (35, "must be no more than 63 bytes", "must be no more than 63 characters"),
    (35, "a valid label key must consist", "a qualified name must consist"),
    // `validateResizePolicy`, since containers have restart policies too.
    (34, "when pod `restartPolicy` is 'Never'", "when `restartPolicy` is 'Never'"),
    // `validateSleepAction`, since there is a feature gate for it.
    (32, ZERO_SLEEP_GATE, ""),
    // `field.TooLong`.
    (32, "Too long: may not be more than", "Too long: must have at most"),
];

/// Puts a message in the words of that minor version.
pub fn put_in_words_of(minor: u32, message: &mut String) {
    for (since, text, earlier) in TEXTS {
        if minor < since && message.contains(text) {
            *message = message.replacen(text, earlier, 1);
        }
    }
}
