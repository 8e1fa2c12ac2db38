//! The source of a volume: `validateVolumeSource`. Only the first one of several is checked.

use super::super::finding::Findings;
use super::super::options::Options;
use super::super::path::Path;
use super::super::rules::Rule;
use super::super::schema::Volume;
use super::{check_claim_name, claim, disks, files, iscsi, projected, shares};

/// Checks each source in the server's order. Three have two names there: the one of a second source
/// that is refused, and the one that its own fields are under.
pub fn check(
    volume: Volume,
    pod_name: &str,
    options: &Options,
    path: &Path,
    findings: &mut Findings,
) {
    let mut sources = Sources { path, count: 0, findings };
    if let Some(directory) = volume.empty_dir() {
        sources.count += 1;
        files::check_empty_dir(directory, &path.field("emptyDir"), sources.findings);
    }
    sources.add("hostPath", volume.host_path(), shares::check_host_path);
    sources.add("gitRepo", volume.git_repo(), shares::check_git_repo);
    sources.add_as(
        ["gcePersistentDisk", "persistentDisk"],
        volume.gce_persistent_disk(),
        disks::check_gce,
    );
    sources.add("awsElasticBlockStore", volume.aws_elastic_block_store(), disks::check_aws);
    sources.add("secret", volume.secret(), files::check_secret);
    sources.add("nfs", volume.nfs(), shares::check_nfs);
    sources.add("iscsi", volume.iscsi(), iscsi::check);
    if let Some(source) = volume.iscsi() {
        iscsi::check_name(source, volume.name(), path, sources.findings);
    }
    sources.add("glusterfs", volume.glusterfs(), shares::check_glusterfs);
    sources.add("flocker", volume.flocker(), shares::check_flocker);
    sources.add("persistentVolumeClaim", volume.persistent_volume_claim(), claim::check);
    sources.add("rbd", volume.rbd(), disks::check_rbd);
    sources.add("cinder", volume.cinder(), disks::check_cinder);
    sources.add_as(["cephFS", "cephfs"], volume.cephfs(), shares::check_cephfs);
    sources.add("quobyte", volume.quobyte(), shares::check_quobyte);
    sources.add_as(["downwarAPI", "downwardAPI"], volume.downward_api(), files::check_downward_api);
    sources.add("fc", volume.fc(), disks::check_fc);
    sources.add("flexVolume", volume.flex_volume(), shares::check_flex);
    sources.add("configMap", volume.config_map(), files::check_config_map);
    sources.add("azureFile", volume.azure_file(), shares::check_azure_file);
    sources.add("vsphereVolume", volume.vsphere_volume(), disks::check_vsphere);
    sources.add("photonPersistentDisk", volume.photon_persistent_disk(), disks::check_photon);
    sources.add("portworxVolume", volume.portworx_volume(), disks::check_portworx);
    sources.add("azureDisk", volume.azure_disk(), disks::check_azure);
    sources.add("storageos", volume.storageos(), shares::check_storageos);
    sources.add("projected", volume.projected(), projected::check);
    sources.add("scaleIO", volume.scale_io(), disks::check_scale_io);
    sources.add("csi", volume.csi(), shares::check_csi);
    sources.add("ephemeral", volume.ephemeral(), |source, at, findings| {
        claim::check_ephemeral(source, options, at, findings);
        check_claim_name(volume, pod_name, path, findings);
    });
    sources.add("image", volume.image(), files::check_image);
}

/// The sources of one volume.
struct Sources<'a> {
    /// The path of the volume.
    path: &'a Path<'a>,
    /// How many sources there are so far.
    count: usize,
    /// Receives the findings.
    findings: &'a mut Findings,
}

impl Sources<'_> {
    /// Adds a source that has one name for everything.
    fn add<T>(
        &mut self,
        name: &'static str,
        source: Option<T>,
        check: impl FnOnce(T, &Path, &mut Findings),
    ) {
        self.add_as([name, name], source, check);
    }

    /// `refused` is the field where this is not the first source.
    fn add_as<T>(
        &mut self,
        [refused, checked]: [&'static str; 2],
        source: Option<T>,
        check: impl FnOnce(T, &Path, &mut Findings),
    ) {
        let Some(source) = source else {
            return;
        };
        if self.count > 0 {
            let detail = "may not specify more than 1 volume type";
            self.findings.forbidden(Rule::VOLUME_TYPE, &self.path.field(refused), detail);
        } else {
            self.count += 1;
            check(source, &self.path.field(checked), self.findings);
        }
    }
}
