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

    /// A volume has one type.
    ///
    /// Input: none: only in a Job of another origin.
    ///
    /// Fix: give each volume one of the types, and the others to volumes with other names.
    Error VOLUME_TYPE = "volume-type" after "validateVolumeSource",
        example r#"{"/spec/template/spec/volumes/0": {"name": "one", "emptyDir": {}, "hostPath": {"path": "/tmp"}}}"#;

    /// A volume's source names its object or place, and each of its fields has a supported value.
    ///
    /// Input: `selfPod.secretVolumes` with an empty `secretName`; `selfPod.pvcClaimName`.
    ///
    /// Fix: give the field that the message names.
    Error VOLUME_SOURCE = "volume-source" after "validateVolumeSource",
        example r#"{"/spec/template/spec/volumes/-": {"name": "two", "secret": {"secretName": ""}}}"#;

    /// A projected volume's source has a kind; `clusterTrustBundle` and `podCertificate` are
    /// dropped where their feature gates are off.
    ///
    /// Input: none: only in a Job of another origin.
    ///
    /// Fix: project a Secret, a `ConfigMap`, fields of the Pod or a token.
    Warning VOLUME_SOURCE_MISSING = "volume-source-missing" after "warningsForOverlappingVirtualPaths",
        example r#"{"/spec/template/spec/volumes/-": {"name": "two", "projected": {"sources": [{}]}}}"#;

    /// No Secret, claim or `ConfigMap` can have a name that is not a lower-case DNS subdomain: the
    /// Pod waits, or an optional volume stays empty.
    ///
    /// Input: `selfPod.secretVolumes`, `selfPod.pvcClaimName`.
    ///
    /// Fix: use the name of an object that exists.
    Warning VOLUME_SOURCE_NAME = "volume-source-name" after "ValidateSecretName",
        example r#"{"/spec/template/spec/volumes/-": {"name": "two", "secret": {"secretName": "A_B"}}}"#;

    /// The paths of files in a volume are relative, have no `..`, and differ.
    ///
    /// Input: none: only in a Job of another origin.
    ///
    /// Fix: name the file by a path below the mount.
    Error VOLUME_PATH = "volume-path" after "ValidateLocalNonReservedPath",
        example r#"{"/spec/template/spec/volumes/-": {"name": "two", "secret": {"secretName": "s", "items": [{"key": "k", "path": "../k"}]}}}"#;

    /// One file's path is not another file's path, nor a folder in it: the later file hides the
    /// earlier.
    ///
    /// Input: none: only in a Job of another origin.
    ///
    /// Fix: give each file its own path.
    Warning VOLUME_PATH_OVERLAP = "volume-path-overlap" after "warningsForOverlappingVirtualPaths",
        example r#"{"/spec/template/spec/volumes/-": {"name": "two", "secret": {"secretName": "s", "items": [{"key": "a", "path": "a"}, {"key": "b", "path": "a/b"}]}}}"#;

    /// The claim of an ephemeral volume has an access mode, storage, and names of the right form.
    ///
    /// Input: none: only in a Job of another origin.
    ///
    /// Fix: complete `volumeClaimTemplate.spec` as in a `PersistentVolumeClaim`.
    Error VOLUME_CLAIM = "volume-claim" after "ValidatePersistentVolumeClaimSpec",
        example r#"{"/spec/template/spec/volumes/-": {"name": "two", "ephemeral": {}}}"#;

    /// A service account's token lives for 10 minutes to 2^32 seconds.
    ///
    /// Input: none: only in a Job of another origin.
    ///
    /// Fix: set `expirationSeconds` to 600 or more.
    Error TOKEN_EXPIRATION = "token-expiration" after "validateProjectionSources",
        example r#"{"/spec/template/spec/volumes/-": {"name": "two", "projected": {"sources": [{"serviceAccountToken": {"path": "t", "expirationSeconds": 599}}]}}}"#;

    /// Some types of volumes have been removed from Kubernetes, and a Pod with one never starts.
    ///
    /// Input: none: only in a Job of another origin.
    ///
    /// Fix: use a CSI driver, or a claim.
    Warning VOLUME_DEPRECATED = "volume-deprecated" after "GetWarningsForPodTemplate",
        example r#"{"/spec/template/spec/volumes/-": {"name": "two", "rbd": {"monitors": ["m"], "image": "i"}}}"#;

    /// A file's mode is between 0 and 0o777.
    ///
    /// Input: `selfPod.secretVolumes`, `defaultMode`.
    ///
    /// Fix: write the mode in octal, such as `0o400`; 777 without the prefix is over the limit.
    Error FILE_MODE = "file-mode" after "validateSecretVolumeSource",
        example r#"{"/spec/template/spec/volumes/-": {"name": "two", "secret": {"secretName": "s", "defaultMode": 512}}}"#;
}
