//! The way to a value in a JSON tree.

use std::fmt::Write;

use serde::Deserialize;

use super::finding::Subject;

/// A step from a value to one inside.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub enum Step {
    /// To an item of a list.
    Index(usize),
    /// To a member of an object.
    Key(String),
}

/// Fields that are maps: in JSON, a map's key looks like a field's name.
const MAPS: [&str; 9] = [
    "labels",
    "annotations",
    "nodeSelector",
    "matchLabels",
    "limits",
    "requests",
    "overhead",
    "volumeAttributes",
    "data",
];

/// The path as the API server writes it.
pub fn path(steps: &[Step], subject: Subject) -> String {
    let mut path = String::new();
    let mut is_map = false;
    for step in steps {
        // Writing to a string does not fail.
        let _ = match step {
            Step::Index(index) => write!(path, "[{index}]"),
            Step::Key(key) if is_map => write!(path, "[{key}]"),
            Step::Key(key) if path.is_empty() => write!(path, "{key}"),
            Step::Key(key) => write!(path, ".{key}"),
        };
        is_map = !is_map && matches!(step, Step::Key(key) if MAPS.contains(&key.as_str()));
    }
    if path.is_empty() {
        return subject.whole().to_owned();
    }
    // The server leaves `metadata` out in paths of the template's labels and annotations.
    for map in ["labels", "annotations"] {
        if let Some(rest) = path.strip_prefix(&format!("spec.template.metadata.{map}")) {
            return format!("spec.template.{map}{rest}");
        }
    }
    path
}
