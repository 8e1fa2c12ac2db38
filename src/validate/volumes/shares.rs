//! Volumes on other file systems: the node's own, network shares, drivers.

use super::super::finding::Findings;
use super::super::names;
use super::super::path::Path;
use super::super::quote::Quoted;
use super::super::rules::Rule;
use super::super::schema::{
    AzureFileVolumeSource, CSIVolumeSource, CephFSVolumeSource, FlexVolumeSource,
    FlockerVolumeSource, GitRepoVolumeSource, GlusterfsVolumeSource, HostPathVolumeSource,
    NFSVolumeSource, QuobyteVolumeSource, StorageOSVolumeSource,
};
use super::super::words;
use super::files::check_descending_path;
use super::require;

/// `validateHostPathVolumeSource`.
pub fn check_host_path(source: HostPathVolumeSource, path: &Path, findings: &mut Findings) {
    const TYPES: [&str; 8] = [
        "",
        "BlockDevice",
        "CharDevice",
        "Directory",
        "DirectoryOrCreate",
        "File",
        "FileOrCreate",
        "Socket",
    ];
    let place = source.path();
    if place.is_empty() {
        return findings.required(Rule::VOLUME_SOURCE, &path.field("path"), "");
    }
    findings.problems(Rule::VOLUME_PATH, &path.field("path"), place, names::no_backsteps(place));
    words::check(Rule::VOLUME_SOURCE, source.type_(), &TYPES, &path.field("type"), findings);
}

/// `validateGitRepoVolumeSource`.
pub fn check_git_repo(source: GitRepoVolumeSource, path: &Path, findings: &mut Findings) {
    require(source.repository(), "repository", path, findings);
    check_descending_path(source.directory(), &path.field("directory"), findings);
}

/// `validateNFSVolumeSource`.
pub fn check_nfs(source: NFSVolumeSource, path: &Path, findings: &mut Findings) {
    require(source.server(), "server", path, findings);
    require(source.path(), "path", path, findings);
    if !source.path().starts_with('/') {
        let (value, detail) = (Quoted(source.path()), "must be an absolute path");
        findings.invalid(Rule::VOLUME_PATH, &path.field("path"), value, detail);
    }
}

/// `validateGlusterfsVolumeSource`.
pub fn check_glusterfs(source: GlusterfsVolumeSource, path: &Path, findings: &mut Findings) {
    require(source.endpoints(), "endpoints", path, findings);
    require(source.path(), "path", path, findings);
}

/// `validateFlockerVolumeSource`.
pub fn check_flocker(source: FlockerVolumeSource, path: &Path, findings: &mut Findings) {
    let rule = Rule::VOLUME_SOURCE;
    let (name, uuid) = (source.dataset_name(), source.dataset_uuid());
    if name.is_empty() && uuid.is_empty() {
        findings.required(rule, path, "one of datasetName and datasetUUID is required");
    }
    if !name.is_empty() && !uuid.is_empty() {
        let detail = "datasetName and datasetUUID can not be specified simultaneously";
        findings.invalid(rule, path, Quoted("resource"), detail);
    }
    if name.contains('/') {
        findings.invalid(rule, &path.field("datasetName"), Quoted(name), "must not contain '/'");
    }
}

/// `validateCephFSVolumeSource`.
pub fn check_cephfs(source: CephFSVolumeSource, path: &Path, findings: &mut Findings) {
    if source.monitors().is_empty() {
        findings.required(Rule::VOLUME_SOURCE, &path.field("monitors"), "");
    }
}

/// `validateQuobyteVolumeSource`.
pub fn check_quobyte(source: QuobyteVolumeSource, path: &Path, findings: &mut Findings) {
    const LONGEST_TENANT: usize = 64;
    let rule = Rule::VOLUME_SOURCE;
    let pairs = "must be a host:port pair or multiple pairs separated by commas";
    let registry = source.registry();
    if registry.is_empty() {
        findings.required(rule, &path.field("registry"), pairs);
    } else if source.tenant().len() > LONGEST_TENANT {
        let detail = "must be a UUID and may not exceed a length of 64 characters";
        findings.required(rule, &path.field("tenant"), detail);
    } else {
        for _ in registry.split(',').filter(|pair| !is_host_and_port(pair)) {
            findings.invalid(rule, &path.field("registry"), Quoted(registry), pairs);
        }
    }
    require(source.volume(), "volume", path, findings);
}

/// Whether Go's `net.SplitHostPort` accepts a text. A host with `:` is in brackets.
fn is_host_and_port(text: &str) -> bool {
    let Some((host, port)) = text.rsplit_once(':') else {
        return false;
    };
    let host = match host.strip_prefix('[') {
        Some(bracketed) => match bracketed.strip_suffix(']') {
            // The first closing bracket has to be the last.
            Some(inner) if !inner.contains(']') => inner,
            _ => return false,
        },
        None if host.contains([':', ']']) => return false,
        None => host,
    };
    !host.contains('[') && !port.contains(['[', ']'])
}

/// `validateFlexVolumeSource`.
pub fn check_flex(source: FlexVolumeSource, path: &Path, findings: &mut Findings) {
    require(source.driver(), "driver", path, findings);
    let options = path.field("options");
    for (key, _) in source.options().iter() {
        let namespace = key.split_once('/').map_or(key, |(namespace, _)| namespace);
        let namespace = format!(".{}", names::to_lower(namespace));
        if namespace.ends_with(".kubernetes.io") || namespace.ends_with(".k8s.io") {
            let detail = "kubernetes.io and k8s.io namespaces are reserved";
            findings.invalid(Rule::VOLUME_SOURCE, &options.key(key), Quoted(key), detail);
        }
    }
}

/// `validateAzureFile`.
pub fn check_azure_file(source: AzureFileVolumeSource, path: &Path, findings: &mut Findings) {
    require(source.secret_name(), "secretName", path, findings);
    require(source.share_name(), "shareName", path, findings);
}

/// `validateStorageOSVolumeSource`.
pub fn check_storageos(source: StorageOSVolumeSource, path: &Path, findings: &mut Findings) {
    let (name, namespace) = (source.volume_name(), source.volume_namespace());
    require(name, "volumeName", path, findings);
    for (field, value) in [("volumeName", name), ("volumeNamespace", namespace)] {
        if !value.is_empty() {
            let problems = names::dns_label(value);
            findings.problems(Rule::VOLUME_SOURCE, &path.field(field), value, problems);
        }
    }
    if let Some(secret) = source.secret_ref() {
        require(secret.name(), "name", &path.field("secretRef"), findings);
    }
}

/// `validateCSIVolumeSource`, which names the Secret's form by a path that does not exist.
pub fn check_csi(source: CSIVolumeSource, path: &Path, findings: &mut Findings) {
    check_csi_driver(source.driver(), &path.field("driver"), findings);
    if let Some(secret) = source.node_publish_secret_ref() {
        let name = secret.name();
        require(name, "name", &path.field("nodePublishSecretRef"), findings);
        if !name.is_empty() {
            let problems = names::dns_subdomain(name);
            findings.problems(Rule::VOLUME_SOURCE, &path.field("name"), name, problems);
        }
    }
}

/// `ValidateCSIDriverName`.
fn check_csi_driver(driver: &str, path: &Path, findings: &mut Findings) {
    const LONGEST: usize = 63;
    if driver.is_empty() {
        return findings.required(Rule::VOLUME_SOURCE, path, "");
    }
    if driver.len() > LONGEST {
        findings.too_long(Rule::VOLUME_SOURCE, path, LONGEST);
    }
    let problems = names::dns_subdomain(&names::to_lower(driver));
    findings.problems(Rule::VOLUME_SOURCE, path, driver, problems);
}
