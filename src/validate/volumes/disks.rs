//! Volumes on disks: `validateVolumeSource`'s block devices.

use super::super::finding::Findings;
use super::super::path::Path;
use super::super::quote::{JsonList, Quoted};
use super::super::rules::Rule;
use super::super::schema::{
    AWSElasticBlockStoreVolumeSource, AzureDiskVolumeSource, CinderVolumeSource, FCVolumeSource,
    GCEPersistentDiskVolumeSource, PhotonPersistentDiskVolumeSource, PortworxVolumeSource,
    RBDVolumeSource, ScaleIOVolumeSource, VsphereVirtualDiskVolumeSource,
};
use super::super::words;
use super::require;

/// `validateGCEPersistentDiskVolumeSource`.
pub fn check_gce(disk: GCEPersistentDiskVolumeSource, path: &Path, findings: &mut Findings) {
    require(disk.pd_name(), "pdName", path, findings);
    check_partition(disk.partition(), path, findings);
}

/// `validateAWSElasticBlockStoreVolumeSource`.
pub fn check_aws(disk: AWSElasticBlockStoreVolumeSource, path: &Path, findings: &mut Findings) {
    require(disk.volume_id(), "volumeID", path, findings);
    check_partition(disk.partition(), path, findings);
}

/// A partition's number; the server accepts the 0 that its text excludes.
fn check_partition(partition: Option<i64>, disk: &Path, findings: &mut Findings) {
    if let Some(number) = partition.filter(|number| !(0..=255).contains(number)) {
        let detail = "must be between 1 and 255, inclusive";
        findings.invalid(Rule::VOLUME_SOURCE, &disk.field("partition"), number, detail);
    }
}

/// The number of a logical unit.
pub fn check_lun(lun: i64, disk: &Path, findings: &mut Findings) {
    if !(0..=255).contains(&lun) {
        let detail = "must be between 0 and 255, inclusive";
        findings.invalid(Rule::VOLUME_SOURCE, &disk.field("lun"), lun, detail);
    }
}

/// `validateFCVolumeSource`.
pub fn check_fc(disk: FCVolumeSource, path: &Path, findings: &mut Findings) {
    let rule = Rule::VOLUME_SOURCE;
    let names = path.field("targetWWNs");
    match (disk.target_wwns().is_empty(), disk.wwids().is_empty()) {
        (true, true) => {
            findings.required(
                rule,
                &names,
                "must specify either targetWWNs or wwids, but not both",
            );
        }
        (false, false) => {
            let detail = "targetWWNs and wwids can not be specified simultaneously";
            findings.invalid(rule, &names, JsonList(disk.target_wwns()), detail);
        }
        _ => {}
    }
    if !disk.target_wwns().is_empty() {
        if let Some(lun) = disk.lun() {
            check_lun(lun, path, findings);
        } else {
            let detail = "lun is required if targetWWNs is specified";
            findings.required(rule, &path.field("lun"), detail);
        }
    }
}

/// `validateRBDVolumeSource`.
pub fn check_rbd(disk: RBDVolumeSource, path: &Path, findings: &mut Findings) {
    if disk.monitors().is_empty() {
        findings.required(Rule::VOLUME_SOURCE, &path.field("monitors"), "");
    }
    require(disk.image(), "image", path, findings);
}

/// `validateCinderVolumeSource`.
pub fn check_cinder(disk: CinderVolumeSource, path: &Path, findings: &mut Findings) {
    require(disk.volume_id(), "volumeID", path, findings);
    if let Some(secret) = disk.secret_ref() {
        require(secret.name(), "name", &path.field("secretRef"), findings);
    }
}

/// `validateVsphereVolumeSource`.
pub fn check_vsphere(disk: VsphereVirtualDiskVolumeSource, path: &Path, findings: &mut Findings) {
    require(disk.volume_path(), "volumePath", path, findings);
}

/// `validatePhotonPersistentDiskVolumeSource`.
pub fn check_photon(disk: PhotonPersistentDiskVolumeSource, path: &Path, findings: &mut Findings) {
    require(disk.pd_id(), "pdID", path, findings);
}

/// `validatePortworxVolumeSource`.
pub fn check_portworx(disk: PortworxVolumeSource, path: &Path, findings: &mut Findings) {
    require(disk.volume_id(), "volumeID", path, findings);
}

/// `validateScaleIOVolumeSource`.
pub fn check_scale_io(disk: ScaleIOVolumeSource, path: &Path, findings: &mut Findings) {
    require(disk.gateway(), "gateway", path, findings);
    require(disk.system(), "system", path, findings);
    require(disk.volume_name(), "volumeName", path, findings);
}

/// `validateAzureDisk`.
pub fn check_azure(disk: AzureDiskVolumeSource, path: &Path, findings: &mut Findings) {
    const CACHING: [&str; 3] = ["None", "ReadOnly", "ReadWrite"];
    const KINDS: [&str; 3] = ["Dedicated", "Managed", "Shared"];
    const MANAGED: [&str; 1] = [
        "/subscriptions/{sub-id}/resourcegroups/{group-name}/providers/microsoft.compute/disks/{disk-id}",
    ];
    const BLOB: [&str; 1] =
        ["https://{account-name}.blob.core.windows.net/{container-name}/{disk-name}.vhd"];
    let rule = Rule::VOLUME_SOURCE;
    let uri = disk.disk_uri();
    require(disk.disk_name(), "diskName", path, findings);
    require(uri, "diskURI", path, findings);
    words::check(rule, disk.caching_mode(), &CACHING, &path.field("cachingMode"), findings);
    words::check(rule, disk.kind(), &KINDS, &path.field("kind"), findings);
    // The server's default is `Shared`.
    let kind = disk.kind().unwrap_or("Shared");
    let (prefix, form) =
        if kind == "Managed" { ("/subscriptions/", &MANAGED) } else { ("https://", &BLOB) };
    if !uri.starts_with(prefix) {
        findings.not_supported(rule, &path.field("diskURI"), Quoted(uri), form);
    }
}
