//! Volumes: `k8s.io/api/core/v1`.

types! {
    AWSElasticBlockStoreVolumeSource {
        "fsType" fs_type: Text,
        "partition" partition: Int32,
        "readOnly" read_only: Bool,
        "volumeID" volume_id: Text,
    }
    AzureDiskVolumeSource {
        "cachingMode" caching_mode: OptionalText,
        "diskName" disk_name: Text,
        "diskURI" disk_uri: Text,
        "fsType" fs_type: OptionalText,
        "kind" kind: OptionalText,
        "readOnly" read_only: Bool,
    }
    AzureFileVolumeSource {
        "readOnly" read_only: Bool,
        "secretName" secret_name: Text,
        "shareName" share_name: Text,
    }
    CSIVolumeSource {
        "driver" driver: Text,
        "fsType" fs_type: OptionalText,
        "nodePublishSecretRef" node_publish_secret_ref: LocalObjectReference,
        "readOnly" read_only: Bool,
        "volumeAttributes" volume_attributes: {Text},
    }
    CephFSVolumeSource {
        "monitors" monitors: [Text],
        "path" path: Text,
        "readOnly" read_only: Bool,
        "secretFile" secret_file: Text,
        "secretRef" secret_ref: LocalObjectReference,
        "user" user: Text,
    }
    CinderVolumeSource {
        "fsType" fs_type: Text,
        "readOnly" read_only: Bool,
        "secretRef" secret_ref: LocalObjectReference,
        "volumeID" volume_id: Text,
    }
    ConfigMapVolumeSource {
        "defaultMode" default_mode: Int32,
        "defaultUser" default_user: Int64 since 37,
        "items" items: [KeyToPath],
        "name" name: Text,
        "optional" optional: Bool,
    }
    DownwardAPIVolumeSource {
        "defaultMode" default_mode: Int32,
        "defaultUser" default_user: Int64 since 37,
        "items" items: [DownwardAPIVolumeFile],
    }
    EmptyDirVolumeSource {
        "medium" medium: Text,
        "mode" mode: Int32 since 37,
        "sizeLimit" size_limit: Quantity,
    }
    EphemeralVolumeSource {
        "volumeClaimTemplate" volume_claim_template: PersistentVolumeClaimTemplate,
    }
    FCVolumeSource {
        "fsType" fs_type: Text,
        "lun" lun: Int32,
        "readOnly" read_only: Bool,
        "targetWWNs" target_wwns: [Text],
        "wwids" wwids: [Text],
    }
    FlexVolumeSource {
        "driver" driver: Text,
        "fsType" fs_type: Text,
        "options" options: {Text},
        "readOnly" read_only: Bool,
        "secretRef" secret_ref: LocalObjectReference,
    }
    FlockerVolumeSource {
        "datasetName" dataset_name: Text,
        "datasetUUID" dataset_uuid: Text,
    }
    GCEPersistentDiskVolumeSource {
        "fsType" fs_type: Text,
        "partition" partition: Int32,
        "pdName" pd_name: Text,
        "readOnly" read_only: Bool,
    }
    GitRepoVolumeSource {
        "directory" directory: Text,
        "repository" repository: Text,
        "revision" revision: Text,
    }
    GlusterfsVolumeSource {
        "endpoints" endpoints: Text,
        "path" path: Text,
        "readOnly" read_only: Bool,
    }
    HostPathVolumeSource {
        "path" path: Text,
        "type" type_: OptionalText,
    }
    ISCSIVolumeSource {
        "chapAuthDiscovery" chap_auth_discovery: Bool,
        "chapAuthSession" chap_auth_session: Bool,
        "fsType" fs_type: Text,
        "initiatorName" initiator_name: OptionalText,
        "iqn" iqn: Text,
        "iscsiInterface" iscsi_interface: Text,
        "lun" lun: Int32,
        "portals" portals: [Text],
        "readOnly" read_only: Bool,
        "secretRef" secret_ref: LocalObjectReference,
        "targetPortal" target_portal: Text,
    }
    ImageVolumeSource {
        "pullPolicy" pull_policy: Text,
        "reference" reference: Text,
    }
    NFSVolumeSource {
        "path" path: Text,
        "readOnly" read_only: Bool,
        "server" server: Text,
    }
    PersistentVolumeClaimSpec {
        "accessModes" access_modes: [Text],
        "dataSource" data_source: TypedLocalObjectReference,
        "dataSourceRef" data_source_ref: TypedObjectReference,
        "resources" resources: VolumeResourceRequirements,
        "selector" selector: LabelSelector,
        "storageClassName" storage_class_name: OptionalText,
        "volumeAttributesClassName" volume_attributes_class_name: OptionalText,
        "volumeMode" volume_mode: OptionalText,
        "volumeName" volume_name: Text,
    }
    PersistentVolumeClaimTemplate {
        "metadata" metadata: ObjectMeta,
        "spec" spec: PersistentVolumeClaimSpec,
    }
    PersistentVolumeClaimVolumeSource {
        "claimName" claim_name: Text,
        "readOnly" read_only: Bool,
    }
    PhotonPersistentDiskVolumeSource {
        "fsType" fs_type: Text,
        "pdID" pd_id: Text,
    }
    PortworxVolumeSource {
        "fsType" fs_type: Text,
        "readOnly" read_only: Bool,
        "volumeID" volume_id: Text,
    }
    QuobyteVolumeSource {
        "group" group: Text,
        "readOnly" read_only: Bool,
        "registry" registry: Text,
        "tenant" tenant: Text,
        "user" user: Text,
        "volume" volume: Text,
    }
    RBDVolumeSource {
        "fsType" fs_type: Text,
        "image" image: Text,
        "keyring" keyring: Text,
        "monitors" monitors: [Text],
        "pool" pool: Text,
        "readOnly" read_only: Bool,
        "secretRef" secret_ref: LocalObjectReference,
        "user" user: Text,
    }
    ScaleIOVolumeSource {
        "fsType" fs_type: Text,
        "gateway" gateway: Text,
        "protectionDomain" protection_domain: Text,
        "readOnly" read_only: Bool,
        "secretRef" secret_ref: LocalObjectReference,
        "sslEnabled" ssl_enabled: Bool,
        "storageMode" storage_mode: Text,
        "storagePool" storage_pool: Text,
        "system" system: Text,
        "volumeName" volume_name: Text,
    }
    SecretVolumeSource {
        "defaultMode" default_mode: Int32,
        "defaultUser" default_user: Int64 since 37,
        "items" items: [KeyToPath],
        "optional" optional: Bool,
        "secretName" secret_name: Text,
    }
    StorageOSVolumeSource {
        "fsType" fs_type: Text,
        "readOnly" read_only: Bool,
        "secretRef" secret_ref: LocalObjectReference,
        "volumeName" volume_name: Text,
        "volumeNamespace" volume_namespace: Text,
    }
    TypedLocalObjectReference {
        "apiGroup" api_group: OptionalText,
        "kind" kind: Text,
        "name" name: Text,
    }
    TypedObjectReference {
        "apiGroup" api_group: OptionalText,
        "kind" kind: Text,
        "name" name: Text,
        "namespace" namespace: OptionalText,
    }
    Volume {
        "awsElasticBlockStore" aws_elastic_block_store: AWSElasticBlockStoreVolumeSource,
        "azureDisk" azure_disk: AzureDiskVolumeSource,
        "azureFile" azure_file: AzureFileVolumeSource,
        "cephfs" cephfs: CephFSVolumeSource,
        "cinder" cinder: CinderVolumeSource,
        "configMap" config_map: ConfigMapVolumeSource,
        "csi" csi: CSIVolumeSource,
        "downwardAPI" downward_api: DownwardAPIVolumeSource,
        "emptyDir" empty_dir: EmptyDirVolumeSource,
        "ephemeral" ephemeral: EphemeralVolumeSource,
        "fc" fc: FCVolumeSource,
        "flexVolume" flex_volume: FlexVolumeSource,
        "flocker" flocker: FlockerVolumeSource,
        "gcePersistentDisk" gce_persistent_disk: GCEPersistentDiskVolumeSource,
        "gitRepo" git_repo: GitRepoVolumeSource,
        "glusterfs" glusterfs: GlusterfsVolumeSource,
        "hostPath" host_path: HostPathVolumeSource,
        "image" image: ImageVolumeSource since 31,
        "iscsi" iscsi: ISCSIVolumeSource,
        "name" name: Text,
        "nfs" nfs: NFSVolumeSource,
        "persistentVolumeClaim" persistent_volume_claim: PersistentVolumeClaimVolumeSource,
        "photonPersistentDisk" photon_persistent_disk: PhotonPersistentDiskVolumeSource,
        "portworxVolume" portworx_volume: PortworxVolumeSource,
        "projected" projected: ProjectedVolumeSource,
        "quobyte" quobyte: QuobyteVolumeSource,
        "rbd" rbd: RBDVolumeSource,
        "scaleIO" scale_io: ScaleIOVolumeSource,
        "secret" secret: SecretVolumeSource,
        "storageos" storageos: StorageOSVolumeSource,
        "vsphereVolume" vsphere_volume: VsphereVirtualDiskVolumeSource,
    }
    VolumeResourceRequirements {
        "limits" limits: {Quantity},
        "requests" requests: {Quantity},
    }
    VsphereVirtualDiskVolumeSource {
        "fsType" fs_type: Text,
        "storagePolicyID" storage_policy_id: Text,
        "storagePolicyName" storage_policy_name: Text,
        "volumePath" volume_path: Text,
    }
}
