//! The way to a value in a JSON tree.

use std::fmt::Write;

use serde::Deserialize;

use super::finding::Subject;
use super::path;
use super::schema::{Kind, Type};

/// A step from a value to one inside.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub enum Step {
    /// To an item of a list.
    Index(usize),
    /// To a member of an object.
    Key(String),
}

/// The field of the prompt's Secret whose values are listed with the Job's.
const SECRET_DATA: Kind = Kind::Map(&Kind::Text);

/// The path as the API server writes it. In JSON, the key of a map looks like the name of a field; the
/// types say which of the two it is.
pub fn path(steps: &[Step], root: &'static Type, minor: u32, subject: Subject) -> String {
    let mut path = String::new();
    let mut kind = Some(Kind::Object(root));
    for step in steps {
        let is_first = path.is_empty();
        // Writing to a string does not fail.
        let _ = match (step, kind) {
            (Step::Index(index), _) => write!(path, "[{index}]"),
            (Step::Key(key), Some(Kind::Map(_))) => write!(path, "[{key}]"),
            (Step::Key(key), _) if is_first => write!(path, "{key}"),
            (Step::Key(key), _) => write!(path, ".{key}"),
        };
        kind = match (step, kind) {
            (Step::Key(key), _) if is_first && key == "data" => Some(SECRET_DATA),
            (_, Some(Kind::List(&kind) | Kind::Map(&kind))) => Some(kind),
            (Step::Key(key), Some(Kind::Object(of))) => {
                of.field(key, minor).map(|(_, field)| field.kind)
            }
            _ => None,
        };
    }
    if path.is_empty() { subject.whole().to_owned() } else { path::of_template(path) }
}
