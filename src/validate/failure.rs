//! What the decoder could not read, and the manifest without it.

use serde_json::Value;
use serde_path_to_error::{Path, Segment};

use super::quote::Quoted;
use super::steps::{self, Step};

/// A value that does not have the type of its field.
pub struct Failure {
    steps: Vec<Step>,
    message: String,
    expected: String,
}

/// A wrong type, to be told.
pub struct Fault {
    /// Where it is.
    pub path: String,
    /// What is wrong.
    pub message: String,
    /// Whether the manifest can be read without it.
    pub is_mended: bool,
}

impl Failure {
    /// Where the decoder stopped, and what it said.
    pub fn new(path: &Path, text: &str) -> Self {
        let mut steps: Vec<Step> = path
            .iter()
            .filter_map(|segment| match segment {
                Segment::Seq { index } => Some(Step::Index(*index)),
                Segment::Map { key } => Some(Step::Key(key.clone())),
                Segment::Enum { .. } | Segment::Unknown => None,
            })
            .collect();
        let message = text.rsplit_once(" at line ").map_or(text, |(message, _)| message);
        let expected = message.rsplit_once(", expected ").map_or("", |(_, expected)| expected);
        // These two are compared after they were read, so the path ends before them.
        if steps.is_empty() && message.starts_with("invalid value") {
            let field = if expected == "Job" { "kind" } else { "apiVersion" };
            steps.push(Step::Key(field.to_owned()));
        }
        Self { steps, message: message.to_owned(), expected: expected.to_owned() }
    }

    /// Takes the value out of the manifest, or puts one of the right type in its place if it is
    /// `null`, which Go takes for the zero value of any type, and so is no fault.
    pub fn mend(self, tree: &mut Value) -> Option<Fault> {
        let path = steps::path(&self.steps);
        let Some(value) = steps::value(tree, &self.steps) else {
            return Some(Fault {
                path,
                message: format!("Invalid value: no {}", self.expected),
                is_mended: false,
            });
        };
        if value.is_null() && !self.steps.is_empty() {
            *value = self.zero();
            self.fill_list(tree);
            return None;
        }
        // Like Go's decoder without the value, which may be a secret.
        let message = format!("Invalid value: {}", self.detail(value));
        let is_mended = self.remove(tree).is_some();
        Some(Fault { path, message, is_mended })
    }

    /// Fills the other `null` items of the list, so that a long one takes one round.
    fn fill_list(&self, tree: &mut Value) {
        if let Some((Step::Index(_), parent)) = self.steps.split_last()
            && let Some(Value::Array(items)) = steps::value(tree, parent)
        {
            items.iter_mut().filter(|item| item.is_null()).for_each(|item| *item = self.zero());
        }
    }

    fn remove(&self, tree: &mut Value) -> Option<()> {
        let (last, parent) = self.steps.split_last()?;
        match (last, steps::value(tree, parent)?) {
            (Step::Key(key), Value::Object(members)) => members.remove(key).map(drop),
            (Step::Index(index), Value::Array(items)) => {
                *items.get_mut(*index)? = Value::Null;
                Some(())
            }
            _ => None,
        }
    }

    /// Go's zero value of the type that was expected.
    fn zero(&self) -> Value {
        match self.expected.as_str() {
            "a string" => "".into(),
            "Quantity" => "0".into(),
            "i32" | "i64" => 0.into(),
            "a boolean" => false.into(),
            "a sequence" => Value::Array(Vec::new()),
            _ => Value::Object(serde_json::Map::new()),
        }
    }

    /// What Go's decoder says, which names types of Go.
    fn detail(&self, value: &Value) -> String {
        if !self.message.starts_with("invalid ") {
            return self.message.clone();
        }
        let expected = match self.expected.as_str() {
            "a string" => "string",
            "i32" => "int32",
            "i64" => "int64",
            "a boolean" => "bool",
            "a sequence" => "list",
            "a map" => "map[string]string",
            other => other,
        };
        let found = match value {
            Value::Number(number) if expected.starts_with("int") => &format!("number {number}"),
            Value::Number(_) => "number",
            Value::String(text) if self.message.starts_with("invalid value") => {
                &Quoted(text).to_string()
            }
            Value::String(_) => "string",
            Value::Bool(_) => "bool",
            Value::Array(_) => "array",
            Value::Object(_) => "object",
            Value::Null => "null",
        };
        format!("cannot unmarshal {found} into a field of type {expected}")
    }
}
