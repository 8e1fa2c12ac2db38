//! Projected volumes: `validateProjectedVolumeSource`.
//!
//! Sources of the kinds `clusterTrustBundle` and `podCertificate` are not checked: their feature gates
//! are off by default, and a server drops them.

use std::collections::BTreeSet;

use super::super::finding::Findings;
use super::super::path::Path;
use super::super::quote::Quoted;
use super::super::rules::Rule;
use super::super::schema::{
    KeyToPath, ProjectedVolumeSource, ServiceAccountTokenProjection, VolumeProjection,
};
use super::super::value::List;
use super::files::{check_downward_file, check_item, check_local_path, check_mode};
use super::require;

/// The paths of the files so far.
type Paths<'a> = BTreeSet<&'a str>;

/// Checks the source.
pub fn check(source: ProjectedVolumeSource, path: &Path, findings: &mut Findings) {
    check_mode(source.default_mode(), &path.field("defaultMode"), findings);
    let list = path.field("sources");
    let mut paths = Paths::new();
    for (index, projection) in source.sources().iter().enumerate() {
        check_projection(projection, path, &list.index(index), &mut paths, findings);
    }
}

/// `validateProjectionSources`: one source. Some findings have the path of the whole `volume`.
fn check_projection<'a>(
    projection: VolumeProjection<'a>,
    volume: &Path,
    path: &Path,
    paths: &mut Paths<'a>,
    findings: &mut Findings,
) {
    let mut kinds = 0;
    if let Some(secret) = projection.secret() {
        kinds += 1;
        let path = path.field("secret");
        require(secret.name(), "name", &path, findings);
        check_items(secret.items(), secret.name(), volume, &path, paths, findings);
    }
    if let Some(map) = projection.config_map() {
        kinds += 1;
        let path = path.field("configMap");
        require(map.name(), "name", &path, findings);
        check_items(map.items(), map.name(), volume, &path, paths, findings);
    }
    if let Some(downward) = projection.downward_api() {
        kinds += 1;
        let path = path.field("downwardAPI");
        for file in downward.items().iter() {
            check_downward_file(file, &path, findings);
            take(file.path(), file.path(), volume, paths, findings);
        }
    }
    if let Some(token) = projection.service_account_token() {
        kinds += 1;
        check_token(token, volume, &path.field("serviceAccountToken"), findings);
    }
    if kinds > 1 {
        let detail = "may not specify more than 1 volume type per source";
        findings.forbidden(Rule::VOLUME_TYPE, path, detail);
    }
}

/// The files of a Secret or `ConfigMap`, of which each needs its own path.
fn check_items<'a>(
    items: List<'a, KeyToPath<'a>>,
    object: &str,
    volume: &Path,
    source: &Path,
    paths: &mut Paths<'a>,
    findings: &mut Findings,
) {
    let list = source.field("items");
    for (index, item) in items.iter().enumerate() {
        check_item(item, &list.index(index), findings);
        take(item.path(), object, volume, paths, findings);
    }
}

/// Notes the path of a file, which only one file can have; `quoted` is the value in the message.
fn take<'a>(
    file: &'a str,
    quoted: &str,
    volume: &Path,
    paths: &mut Paths<'a>,
    findings: &mut Findings,
) {
    if !file.is_empty() && !paths.insert(file) {
        findings.invalid(Rule::VOLUME_PATH, volume, Quoted(quoted), "conflicting duplicate paths");
    }
}

/// A token of the service account.
fn check_token(
    token: ServiceAccountTokenProjection,
    volume: &Path,
    path: &Path,
    findings: &mut Findings,
) {
    const SHORTEST: i64 = 10 * 60;
    const LONGEST: i64 = 1 << 32;
    // The server's default is an hour.
    let seconds = token.expiration_seconds().unwrap_or(3600);
    let detail = if seconds < SHORTEST {
        Some("may not specify a duration less than 10 minutes")
    } else if seconds > LONGEST {
        Some("may not specify a duration larger than 2^32 seconds")
    } else {
        None
    };
    if let Some(detail) = detail {
        findings.invalid(Rule::TOKEN_EXPIRATION, &path.field("expirationSeconds"), seconds, detail);
    }
    let path = volume.field("path");
    if token.path().is_empty() {
        findings.required(Rule::VOLUME_PATH, &path, "");
    } else {
        check_local_path(token.path(), &path, findings);
    }
}
