//! Files that volumes project: `k8s.io/api/core/v1`.

types! {
    ClusterTrustBundleProjection {
        "labelSelector" label_selector: LabelSelector,
        "name" name: OptionalText,
        "optional" optional: Bool,
        "path" path: Text,
        "signerName" signer_name: OptionalText,
        "user" user: Int64 since 37,
    }
    ConfigMapProjection {
        "items" items: [KeyToPath],
        "name" name: Text,
        "optional" optional: Bool,
    }
    DownwardAPIProjection {
        "items" items: [DownwardAPIVolumeFile],
    }
    DownwardAPIVolumeFile {
        "fieldRef" field_ref: ObjectFieldSelector,
        "mode" mode: Int32,
        "path" path: Text,
        "resourceFieldRef" resource_field_ref: ResourceFieldSelector,
        "user" user: Int64 since 37,
    }
    KeyToPath {
        "key" key: Text,
        "mode" mode: Int32,
        "path" path: Text,
        "user" user: Int64 since 37,
    }
    PodCertificateProjection {
        "certificateChainPath" certificate_chain_path: Text,
        "credentialBundlePath" credential_bundle_path: Text,
        "keyPath" key_path: Text,
        "keyType" key_type: Text,
        "maxExpirationSeconds" max_expiration_seconds: Int32,
        "signerName" signer_name: Text,
        "user" user: Int64 since 37,
        "userAnnotations" user_annotations: {Text} since 35,
    }
    ProjectedVolumeSource {
        "defaultMode" default_mode: Int32,
        "defaultUser" default_user: Int64 since 37,
        "sources" sources: [VolumeProjection],
    }
    SecretProjection {
        "items" items: [KeyToPath],
        "name" name: Text,
        "optional" optional: Bool,
    }
    ServiceAccountTokenProjection {
        "audience" audience: Text,
        "expirationSeconds" expiration_seconds: Int64,
        "path" path: Text,
        "user" user: Int64 since 37,
    }
    VolumeProjection {
        "clusterTrustBundle" cluster_trust_bundle: ClusterTrustBundleProjection,
        "configMap" config_map: ConfigMapProjection,
        "downwardAPI" downward_api: DownwardAPIProjection,
        "podCertificate" pod_certificate: PodCertificateProjection since 34,
        "secret" secret: SecretProjection,
        "serviceAccountToken" service_account_token: ServiceAccountTokenProjection,
    }
}
