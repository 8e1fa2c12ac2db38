//! Volumes that a server accepts and warns of: `GetWarningsForPodTemplate` of `pkg/api/pod`.

use std::collections::HashMap;

use super::super::finding::{Code, Findings};
use super::super::options::Options;
use super::super::path::Path;
use super::super::quote::Quoted;
use super::super::resources;
use super::super::rules::Rule;
use super::super::schema::{DownwardAPIVolumeFile, KeyToPath, Volume, VolumeProjection};
use super::super::value::{List, View};
use super::super::versions::Change;

/// The most overlaps of one volume that are looked for: `n` equal paths have `n²` of them.
const MOST_OVERLAPS: usize = 1000;

/// Warns of a volume's type and of its files.
pub fn check(volume: Volume, options: &Options, path: &Path, findings: &mut Findings) {
    check_type(volume, options, path, findings);
    if let Some(template) =
        volume.ephemeral().and_then(|ephemeral| ephemeral.volume_claim_template())
    {
        let path = path.field("ephemeral");
        let path = path.field("volumeClaimTemplate");
        let path = path.field("spec");
        let path = path.field("resources");
        let amounts = template.spec().unwrap_or_default().resources().unwrap_or_default();
        for (list, amounts) in [("requests", amounts.requests()), ("limits", amounts.limits())] {
            if let Some(Some(amount)) = amounts.get("storage") {
                let amount = amount.in_millis();
                resources::warn_of_fraction(&amount, &path.field(list).key("storage"), findings);
            }
        }
    }
    check_files(volume, path, findings);
}

/// Deprecated types.
fn check_type(volume: Volume, options: &Options, path: &Path, findings: &mut Findings) {
    let git_repo = if options.has(Change::GitReposOff) {
        "deprecated in v1.11, and disabled by default in v1.33+"
    } else {
        "deprecated in v1.11"
    };
    let types = [
        (
            "photonPersistentDisk",
            volume.photon_persistent_disk().is_some(),
            "deprecated in v1.11, non-functional in v1.16+",
        ),
        ("gitRepo", volume.git_repo().is_some(), git_repo),
        ("scaleIO", volume.scale_io().is_some(), "deprecated in v1.16, non-functional in v1.22+"),
        ("flocker", volume.flocker().is_some(), "deprecated in v1.22, non-functional in v1.25+"),
        (
            "storageOS",
            volume.storageos().is_some(),
            "deprecated in v1.22, non-functional in v1.25+",
        ),
        ("quobyte", volume.quobyte().is_some(), "deprecated in v1.22, non-functional in v1.25+"),
        (
            "glusterfs",
            volume.glusterfs().is_some(),
            "deprecated in v1.25, non-functional in v1.26+",
        ),
        ("cephfs", volume.cephfs().is_some(), "deprecated in v1.28, non-functional in v1.31+"),
        ("rbd", volume.rbd().is_some(), "deprecated in v1.28, non-functional in v1.31+"),
    ];
    for (name, is_used, message) in types {
        if is_used {
            let code = Code::FieldValueNotSupported;
            findings.warn(Rule::VOLUME_DEPRECATED, code, &path.field(name), message);
        }
    }
}

/// `warningsForOverlappingVirtualPaths`: files whose paths are one place, or inside another file's.
fn check_files(volume: Volume, path: &Path, findings: &mut Findings) {
    let name = volume.name();
    if let Some(map) = volume.config_map() {
        let what = format!("ConfigMap {}", Quoted(map.name()));
        let files = items(map.items(), "");
        warn_of_overlaps(name, &what, &files, &path.field("configMap"), findings);
    }
    if let Some(secret) = volume.secret() {
        let what = format!("Secret {}", Quoted(secret.secret_name()));
        let files = items(secret.items(), "");
        warn_of_overlaps(name, &what, &files, &path.field("secret"), findings);
    }
    if let Some(downward) = volume.downward_api() {
        let files = downward_items(downward.items(), "");
        warn_of_overlaps(name, "DownwardAPI", &files, &path.field("downwardAPI"), findings);
    }
    if let Some(projected) = volume.projected() {
        let path = path.field("projected");
        let list = path.field("sources");
        for (index, source) in projected.sources().iter().enumerate() {
            if !source.members().names().any(is_kept) {
                let message =
                    format!("volume {} (Projected) has no sources provided", Quoted(name));
                let code = Code::FieldValueRequired;
                findings.warn(Rule::VOLUME_SOURCE_MISSING, code, &list.index(index), message);
            }
        }
        let files: Vec<_> = projected.sources().iter().flat_map(projected_files).collect();
        warn_of_overlaps(name, "Projected", &files, &path, findings);
    }
}

/// Whether a server keeps a projected source of this kind: two have feature gates that are off.
fn is_kept(kind: &str) -> bool {
    !matches!(kind, "clusterTrustBundle" | "podCertificate")
}

/// The files of a projected source, of the first kind that it has.
fn projected_files(source: VolumeProjection) -> Vec<File> {
    if let Some(map) = source.config_map().filter(|map| map.items().is_set()) {
        items(map.items(), &format!("ConfigMap {}", Quoted(map.name())))
    } else if let Some(secret) = source.secret().filter(|secret| secret.items().is_set()) {
        items(secret.items(), &format!("Secret {}", Quoted(secret.name())))
    } else if let Some(downward) = source.downward_api().filter(|api| api.items().is_set()) {
        downward_items(downward.items(), "DownwardAPI")
    } else if let Some(token) = source.service_account_token() {
        vec![File::new(token.path(), "ServiceAccountToken")]
    } else {
        Vec::new()
    }
}

/// The files of a Secret or `ConfigMap`.
fn items<'a>(items: List<'a, KeyToPath<'a>>, source: &str) -> Vec<File<'a>> {
    items.iter().map(|item| File::new(item.path(), source)).collect()
}

/// The files of fields of the Pod.
fn downward_items<'a>(items: List<'a, DownwardAPIVolumeFile<'a>>, source: &str) -> Vec<File<'a>> {
    items.iter().map(|item| File::new(item.path(), source)).collect()
}

/// A file in a volume.
struct File<'a> {
    /// Its path without slashes at the end.
    path: &'a str,
    /// The object that it comes from, where the volume has several.
    source: String,
}

impl<'a> File<'a> {
    /// A file from an object.
    fn new(path: &'a str, source: &str) -> Self {
        Self { path: path.trim_end_matches('/'), source: source.to_owned() }
    }

    /// The path, with the object's name where there is one.
    fn describe(&self) -> String {
        let path = Quoted(self.path);
        if self.source.is_empty() { path.to_string() } else { format!("{path} ({})", self.source) }
    }
}

/// Warns of each pair of files that are in one place.
fn warn_of_overlaps(
    volume: &str,
    what: &str,
    files: &[File],
    path: &Path,
    findings: &mut Findings,
) {
    for (file, other) in overlaps(files) {
        let message = format!(
            "volume {} ({what}): overlapping paths: {} with {}",
            Quoted(volume),
            file.describe(),
            other.describe()
        );
        findings.warn(Rule::VOLUME_PATH_OVERLAP, Code::FieldValueDuplicate, path, message);
    }
}

/// Each file with each earlier one that has its path, or is above or below it.
///
/// The paths are put into a tree of their segments, so the cost is that of reading them.
fn overlaps<'a, 'f>(files: &'f [File<'a>]) -> Vec<(&'f File<'a>, &'f File<'a>)> {
    let mut tree = vec![Node::default()];
    let mut found = Vec::new();
    for (index, file) in files.iter().enumerate().filter(|(_, file)| !file.path.is_empty()) {
        let mut earlier = Vec::new();
        let mut at = 0;
        for segment in file.path.split('/') {
            let next = tree.len();
            let Some(node) = tree.get_mut(at) else { break };
            earlier.extend(&node.files);
            at = *node.below.entry(segment).or_insert(next);
            if at == next {
                tree.push(Node::default());
            }
        }
        let room = MOST_OVERLAPS - found.len();
        collect(&tree, at, room, &mut earlier);
        earlier.sort_unstable();
        earlier.truncate(room);
        found.extend(earlier.into_iter().filter_map(|other| Some((file, files.get(other)?))));
        if found.len() >= MOST_OVERLAPS {
            break;
        }
        if let Some(node) = tree.get_mut(at) {
            node.files.push(index);
        }
    }
    found
}

/// A segment of a path.
#[derive(Default)]
struct Node<'a> {
    /// The nodes of the next segments.
    below: HashMap<&'a str, usize>,
    /// The files whose paths end here.
    files: Vec<usize>,
}

/// Adds the files of a node and of all below it, up to about `room`.
fn collect(tree: &[Node], root: usize, room: usize, files: &mut Vec<usize>) {
    let mut open = vec![root];
    while let Some(node) = open.pop().and_then(|at| tree.get(at)) {
        files.extend(&node.files);
        open.extend(node.below.values());
        if files.len() > room {
            break;
        }
    }
}
