//! Each field of a Job and a Pod has a rule, or is in the list of those that have none, with the
//! reason.
//!
//! That a field has a rule is not claimed, but seen: a row of the tests has a finding with its path.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use crate::validate::schema::{Job, Kind, Pod, Type};
use crate::validate::value::View;
use crate::validate::{Finding, MIN_MINOR, Subject};

/// The fields without a rule: sections of lines `Type.field` or `Type.*`.
const LIST: &str = include_str!("../schema/unchecked.txt");

/// The kinds of sections: reported under another path, read by rules of other fields, or not read.
const KINDS: [&str; 6] = ["elsewhere", "consulted", "same", "accepted", "status", "unchecked"];

/// Rules that are about all fields.
const OF_ALL_FIELDS: [&str; 4] = ["field-json", "field-type", "field-unknown", "more-findings"];

thread_local! {
    /// The fields that the rules have read.
    static READ: RefCell<BTreeSet<String>> = const { RefCell::new(BTreeSet::new()) };
}

/// Notes that a rule has read the field at that position of a type.
pub fn note(of: &'static Type, index: usize) {
    let name = of.fields.get(index).map_or("", |field| field.name);
    READ.with_borrow_mut(|read| read.insert(format!("{}.{name}", of.name)));
}

/// The fields that the findings are about, and those that these are in.
pub fn reported(findings: &[Finding], subject: Subject) -> BTreeSet<String> {
    let root = if subject == Subject::Job { Job::TYPE } else { Pod::TYPE };
    findings
        .iter()
        .filter(|finding| !OF_ALL_FIELDS.contains(&finding.rule.id()))
        .flat_map(|finding| fields_of(root, &finding.path))
        .collect()
}

/// The fields of a path as the server writes it.
fn fields_of(root: &'static Type, path: &str) -> Vec<String> {
    let path = match path.strip_prefix("spec.template.") {
        Some(rest) if !rest.starts_with("spec") && !rest.starts_with("metadata") => {
            format!("spec.template.metadata.{rest}")
        }
        _ => path.to_owned(),
    };
    let mut of = Some(root);
    let mut fields = Vec::new();
    for step in path.split('.') {
        let name = step.split('[').next().unwrap_or(step);
        let Some(object) = of else {
            break;
        };
        let Some(field) = object.fields.iter().find(|field| field.name == name) else {
            break;
        };
        fields.push(format!("{}.{name}", object.name));
        of = inner(field.kind);
    }
    fields
}

/// The type of the objects in a field.
fn inner(kind: Kind) -> Option<&'static Type> {
    match kind {
        Kind::List(&kind) | Kind::Map(&kind) => inner(kind),
        Kind::Object(of) => Some(of),
        _ => None,
    }
}

/// All types with their fields.
fn all_fields() -> BTreeMap<&'static str, Vec<&'static str>> {
    let mut types = BTreeMap::new();
    let mut rest = vec![Job::TYPE, Pod::TYPE];
    while let Some(of) = rest.pop() {
        let names = of.fields.iter().filter(|field| field.until > MIN_MINOR);
        let names = names.map(|field| field.name).collect();
        if types.insert(of.name, names).is_none() {
            rest.extend(of.fields.iter().filter_map(|field| inner(field.kind)));
        }
    }
    types
}

/// The fields of the sections of that kind.
fn listed(types: &BTreeMap<&'static str, Vec<&'static str>>, kinds: &[&str]) -> BTreeSet<String> {
    let mut fields = BTreeSet::new();
    let mut is_asked = false;
    for line in LIST.lines().filter(|line| !line.is_empty()) {
        if let Some(head) = line.strip_prefix("# ") {
            let (kind, _) = head.split_once(": ").expect(line);
            assert!(KINDS.contains(&kind), "{line}");
            is_asked = kinds.contains(&kind);
            continue;
        }
        let name = line.split(':').next().unwrap();
        let (of, field) = name.split_once('.').expect(line);
        let known = types.get(of).unwrap_or_else(|| panic!("no type {line}"));
        assert!(field == "*" || known.contains(&field), "no field {line}");
        for known in known.iter().filter(|&&known| field == "*" || known == field) {
            let is_new = !is_asked || fields.insert(format!("{of}.{known}"));
            assert!(is_new, "{line} is listed twice");
        }
    }
    fields
}

/// Fails unless each field is reported or listed, and none is both.
pub fn assert_complete(reported: &BTreeSet<String>) {
    let types = all_fields();
    let all: BTreeSet<String> = types
        .iter()
        .flat_map(|(of, fields)| fields.iter().map(move |field| format!("{of}.{field}")))
        .collect();
    let listed_here = |kinds| listed(&types, kinds);
    let known: BTreeSet<String> = &listed_here(&KINDS) | reported;
    let lines = |fields: BTreeSet<String>| fields.into_iter().collect::<Vec<_>>().join("\n");
    let missing = lines(&all - &known);
    assert!(missing.is_empty(), "neither a rule nor in the list:\n{missing}");
    let both = lines(&listed_here(&KINDS) & reported);
    assert!(both.is_empty(), "in the list, though they have a rule:\n{both}");
    let read = READ.with_borrow(Clone::clone);
    let unread = lines(&listed_here(&["elsewhere", "consulted"]) - &read);
    assert!(unread.is_empty(), "no rule reads:\n{unread}");
    let read = lines(&listed_here(&["accepted", "status", "unchecked"]) & &read);
    assert!(read.is_empty(), "a rule reads:\n{read}");
}
