//! Rules for volumes.

rules! { VOLUME:
    /// A volume's name is a lower-case DNS label.
    Error VOLUME_NAME = "volume-name" after "ValidateVolumes",
        example "";

    /// Volumes have different names; `prompt`, `data` and `prompt-secret` are taken.
    Error VOLUME_NAME_TAKEN = "volume-name-taken" after "ValidateVolumes",
        example "";

    /// A volume names the Secret, claim or ConfigMap that it is built from.
    Error VOLUME_SOURCE = "volume-source" after "validateVolumeSource",
        example "";

    /// No Secret, claim or ConfigMap can have a name that is not a lower-case DNS subdomain: the Pod waits, or an optional volume stays empty.
    Warning VOLUME_SOURCE_NAME = "volume-source-name" after "ValidateSecretName",
        example "";

    /// `defaultMode` is between 0 and 0o777.
    Error FILE_MODE = "file-mode" after "validateSecretVolumeSource",
        example "";
}
