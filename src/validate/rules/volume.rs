//! Rules for volumes.

rules! { VOLUME:
    /// A volume's name is a lower-case DNS label.
    ///
    /// Input: `selfPod.secretVolumes[].volumeName`.
    ///
    /// Fix: use at most 63 lower-case letters, digits and `-`.
    Error VOLUME_NAME = "volume-name" after "ValidateVolumes",
        example r#"{"/spec/template/spec/volumes/0/name": "One"}"#;

    /// Volumes have different names; `prompt`, `data` and `prompt-secret` are taken.
    ///
    /// Input: `selfPod.secretVolumes[].volumeName`: `prompt`, `data` and `prompt-secret` are
    /// taken.
    ///
    /// Fix: use another name.
    Error VOLUME_NAME_TAKEN = "volume-name-taken" after "ValidateVolumes",
        example r#"{"/spec/template/spec/volumes/-": {"name": "one", "emptyDir": {}}}"#;

    /// A volume names the Secret, claim or ConfigMap that it is built from.
    ///
    /// Input: `selfPod.secretVolumes[].secretName`, `selfPod.pvcClaimName`.
    ///
    /// Fix: name the Secret or the claim.
    Error VOLUME_SOURCE = "volume-source" after "validateVolumeSource",
        example r#"{"/spec/template/spec/volumes/-": {"name": "two", "secret": {}}}"#;

    /// No Secret, claim or ConfigMap can have a name that is not a lower-case DNS subdomain:
    /// the Pod waits, or an optional volume stays empty.
    ///
    /// Input: `selfPod.secretVolumes[].secretName`, `selfPod.pvcClaimName`.
    ///
    /// Fix: use the name of an object that exists.
    Warning VOLUME_SOURCE_NAME = "volume-source-name" after "ValidateSecretName",
        example r#"{"/spec/template/spec/volumes/-": {"name": "two", "secret": {"secretName": "A"}}}"#;

    /// `defaultMode` is between 0 and 0o777.
    ///
    /// Input: `selfPod.secretVolumes[].defaultMode`.
    ///
    /// Fix: use a mode such as `0o440`.
    Error FILE_MODE = "file-mode" after "validateSecretVolumeSource",
        example r#"{"/spec/template/spec/volumes/-": {"name": "two", "secret": {"secretName": "s", "defaultMode": 1000}}}"#;
}
