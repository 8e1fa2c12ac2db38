//! Where a field is, as the API server writes it.

use std::fmt::{self, Display, Formatter};

/// A path, as a list from the field up to the root: a rule that finds nothing writes no path.
#[derive(Clone, Copy)]
pub struct Path<'a> {
    /// The path of the value that contains this one; none for the root.
    parent: Option<&'a Self>,
    /// The last step.
    step: Step<'a>,
}

/// One step of a path.
#[derive(Clone, Copy)]
enum Step<'a> {
    /// A field of an object.
    Field(&'a str),
    /// An item of a list.
    Index(usize),
    /// An entry of a map.
    Key(&'a str),
}

impl<'a> Path<'a> {
    /// A field of the manifest itself. The manifest as a whole has no path for the API server; its
    /// findings have the path `job` or `pod`.
    pub const fn root(name: &'a str) -> Self {
        Self { parent: None, step: Step::Field(name) }
    }

    /// A field of the object here.
    pub const fn field(&'a self, name: &'a str) -> Self {
        Self { parent: Some(self), step: Step::Field(name) }
    }

    /// An item of the list here.
    pub const fn index(&'a self, index: usize) -> Self {
        Self { parent: Some(self), step: Step::Index(index) }
    }

    /// An entry of the map here.
    pub const fn key(&'a self, key: &'a str) -> Self {
        Self { parent: Some(self), step: Step::Key(key) }
    }
}

impl Display for Path<'_> {
    fn fmt(&self, formatter: &mut Formatter) -> fmt::Result {
        if let Some(parent) = self.parent {
            parent.fmt(formatter)?;
        }
        match self.step {
            Step::Field(name) if self.parent.is_none() => formatter.write_str(name),
            Step::Field(name) => write!(formatter, ".{name}"),
            Step::Index(index) => write!(formatter, "[{index}]"),
            Step::Key(key) => write!(formatter, "[{key}]"),
        }
    }
}

/// A path of the template's metadata, where the server leaves `metadata` out for two maps.
pub fn of_template(path: String) -> String {
    for map in ["labels", "annotations"] {
        if let Some(rest) = path.strip_prefix(&format!("spec.template.metadata.{map}")) {
            return format!("spec.template.{map}{rest}");
        }
    }
    path
}
