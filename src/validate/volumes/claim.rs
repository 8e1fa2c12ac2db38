//! Volumes of claims, and the claims that are created with a Pod:
//! `ValidatePersistentVolumeClaimTemplate`.

use super::super::finding::Findings;
use super::super::metadata;
use super::super::names;
use super::super::options::Options;
use super::super::path::Path;
use super::super::quantity::Quantity;
use super::super::quote::{Json, Quoted};
use super::super::rules::Rule;
use super::super::schema::{
    EphemeralVolumeSource, ObjectMeta, PersistentVolumeClaimSpec,
    PersistentVolumeClaimVolumeSource, TypedLocalObjectReference, TypedObjectReference,
};
use super::super::versions::Change;
use super::super::{labels, selector, words};
use super::{require, warn_of_name};

/// The rule of all checks here.
const RULE: Rule = Rule::VOLUME_CLAIM;

/// `validatePersistentClaimVolumeSource`.
pub fn check(source: PersistentVolumeClaimVolumeSource, path: &Path, findings: &mut Findings) {
    let name = source.claim_name();
    require(name, "claimName", path, findings);
    if !name.is_empty() {
        warn_of_name(name, &path.field("claimName"), findings);
    }
}

/// `validateEphemeralVolumeSource`.
pub fn check_ephemeral(
    source: EphemeralVolumeSource,
    options: &Options,
    path: &Path,
    findings: &mut Findings,
) {
    let path = path.field("volumeClaimTemplate");
    let Some(template) = source.volume_claim_template() else {
        return findings.required(RULE, &path, "");
    };
    check_metadata(template.metadata().unwrap_or_default(), &path.field("metadata"), findings);
    check_spec(template.spec().unwrap_or_default(), options, &path.field("spec"), findings);
}

/// `ValidateTemplateObjectMeta`: a claim takes its labels and annotations from the template, and
/// nothing else.
fn check_metadata(template: ObjectMeta, path: &Path, findings: &mut Findings) {
    metadata::check_annotations(template.annotations(), &path.field("annotations"), findings);
    let rules = [Rule::LABEL_KEY, Rule::LABEL_VALUE];
    labels::check(rules, template.labels(), &path.field("labels"), findings);
    // The names are Go's, with a small first letter.
    let others = [
        ("name", !template.name().is_empty()),
        ("generateName", !template.generate_name().is_empty()),
        ("namespace", template.namespace().is_some_and(|namespace| !namespace.is_empty())),
        ("selfLink", !template.self_link().is_empty()),
        ("uID", !template.uid().is_empty()),
        ("resourceVersion", !template.resource_version().is_empty()),
        ("generation", template.generation().is_some_and(|generation| generation != 0)),
        ("creationTimestamp", template.creation_timestamp().is_some()),
        ("deletionTimestamp", template.deletion_timestamp().is_some()),
        ("deletionGracePeriodSeconds", template.deletion_grace_period_seconds().is_some()),
        ("ownerReferences", template.owner_references().is_set()),
        ("finalizers", template.finalizers().is_set()),
        ("managedFields", template.managed_fields().is_set()),
    ];
    for (name, _) in others.iter().filter(|(_, is_set)| *is_set) {
        findings.forbidden(RULE, &path.field(name), "cannot be set");
    }
}

/// `ValidatePersistentVolumeClaimSpec`.
fn check_spec(
    spec: PersistentVolumeClaimSpec,
    options: &Options,
    path: &Path,
    findings: &mut Findings,
) {
    const VOLUME_MODES: [&str; 2] = ["Block", "Filesystem"];
    if spec.access_modes().is_empty() {
        let detail = "at least 1 access mode is required";
        findings.required(RULE, &path.field("accessModes"), detail);
    }
    if let Some(labels) = spec.selector() {
        selector::check(RULE, labels, &path.field("selector"), findings);
    }
    check_access_modes(spec, &path.field("accessModes"), findings);
    check_storage(spec, &path.field("resources"), findings);
    if let Some(class) = spec.storage_class_name().filter(|class| !class.is_empty()) {
        let problems = names::dns_subdomain(class);
        findings.problems(RULE, &path.field("storageClassName"), class, problems);
    }
    words::check(RULE, spec.volume_mode(), &VOLUME_MODES, &path.field("volumeMode"), findings);
    check_data_sources(spec, path, findings);
    let class =
        spec.volume_attributes_class_name().filter(|_| options.has(Change::VolumeAttributesClass));
    if let Some(class) = class.filter(|class| !class.is_empty()) {
        let problems = names::dns_subdomain(class);
        findings.problems(RULE, &path.field("volumeAttributesClassName"), class, problems);
    }
}

/// The access modes, of which `ReadWriteOncePod` excludes the others.
fn check_access_modes(spec: PersistentVolumeClaimSpec, path: &Path, findings: &mut Findings) {
    const MODES: [&str; 4] = ["ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", "ReadWriteOncePod"];
    let (mut is_for_one_pod, mut is_for_others) = (false, false);
    for mode in spec.access_modes().iter() {
        if !MODES.contains(&mode) {
            findings.not_supported(RULE, path, Json(mode), &MODES);
        } else if mode == "ReadWriteOncePod" {
            is_for_one_pod = true;
        } else {
            is_for_others = true;
        }
    }
    if is_for_one_pod && is_for_others {
        findings.forbidden(RULE, path, "may not use ReadWriteOncePod with other access modes");
    }
}

/// The requested storage.
fn check_storage(spec: PersistentVolumeClaimSpec, path: &Path, findings: &mut Findings) {
    let path = path.key("storage");
    let requests = spec.resources().unwrap_or_default().requests();
    match requests.get("storage") {
        None => findings.required(RULE, &path, ""),
        Some(amount) => {
            let amount = amount.map(Quantity::in_millis);
            if let Some(amount) = amount.filter(|amount| amount.sign().is_le()) {
                let value = amount.to_string();
                findings.invalid(RULE, &path, Quoted(&value), "must be greater than zero");
            }
        }
    }
}

/// The objects that the claim's data come from: two fields for one thing, which must agree.
fn check_data_sources(spec: PersistentVolumeClaimSpec, path: &Path, findings: &mut Findings) {
    let (source, reference) = (spec.data_source(), spec.data_source_ref());
    if let Some(source) = source {
        check_source(&DataSource::from(source), &path.field("dataSource"), findings);
    }
    if let Some(reference) = reference {
        let path = path.field("dataSourceRef");
        check_source(&DataSource::from(reference), &path, findings);
        if let Some(namespace) = reference.namespace().filter(|namespace| !namespace.is_empty()) {
            let problems = names::dns_label(namespace);
            findings.problems(RULE, &path.field("namespace"), namespace, problems);
        }
    }
    let (Some(source), Some(reference)) = (source, reference) else {
        return;
    };
    // The server prints a path here, of which JSON shows nothing.
    if reference.namespace().is_some_and(|namespace| !namespace.is_empty()) {
        let detail = "may not be specified when dataSourceRef.namespace is specified";
        findings.invalid(RULE, path, "{}", detail);
    } else if DataSource::from(source) != DataSource::from(reference) {
        findings.invalid(RULE, path, "{}", "must match dataSourceRef");
    }
}

/// What both fields have.
#[derive(PartialEq, Eq)]
struct DataSource<'a> {
    /// The object's API group; none for the core group.
    api_group: Option<&'a str>,
    /// The object's kind.
    kind: &'a str,
    /// The object's name.
    name: &'a str,
}

impl<'a> From<TypedLocalObjectReference<'a>> for DataSource<'a> {
    fn from(source: TypedLocalObjectReference<'a>) -> Self {
        Self { api_group: source.api_group(), kind: source.kind(), name: source.name() }
    }
}

impl<'a> From<TypedObjectReference<'a>> for DataSource<'a> {
    fn from(source: TypedObjectReference<'a>) -> Self {
        Self { api_group: source.api_group(), kind: source.kind(), name: source.name() }
    }
}

/// `validateDataSource` and `validateDataSourceRef`.
fn check_source(source: &DataSource, path: &Path, findings: &mut Findings) {
    for (field, value) in [("name", source.name), ("kind", source.kind)] {
        if value.is_empty() {
            findings.required(RULE, &path.field(field), "");
        }
    }
    let group = source.api_group.unwrap_or_default();
    if group.is_empty() {
        if source.kind != "PersistentVolumeClaim" {
            let detail = "must be 'PersistentVolumeClaim' when referencing the default apiGroup";
            findings.invalid(RULE, path, Quoted(source.kind), detail);
        }
    } else {
        let problems = names::dns_subdomain(group);
        findings.problems(RULE, &path.field("apiGroup"), group, problems);
    }
}
