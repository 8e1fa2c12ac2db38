//! The types of a Job and a Pod, field by field: Kubernetes 1.37's, with the versions that know
//! each field where these are not all of 1.30 to 1.37.
//!
//! One table gives the decoder its types, and the rules their views of what was decoded:
//! `container.image()` compiles because `Container` has a field `image`. A test compares it with
//! `k8s-openapi`.

#[macro_use]
mod types;

mod container;
mod job;
mod meta;
mod pod;
mod projection;
mod status;
#[cfg(test)]
mod tests;
mod volume;

pub use container::*;
pub use job::*;
pub use meta::*;
pub use pod::*;
pub use projection::*;
pub use status::*;
pub use volume::*;

/// A type with fields.
#[derive(Debug)]
pub struct Type {
    /// Its name in Kubernetes.
    pub name: &'static str,
    /// Its fields, sorted by name.
    pub fields: &'static [Field],
}

/// A field.
#[derive(Debug)]
pub struct Field {
    /// Its name in JSON.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// The first minor version of Kubernetes that knows it.
    pub since: u32,
    /// The first minor version that does not know it any more.
    pub until: u32,
}

/// What a field, an item of a list or an entry of a map holds.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// `string`.
    Text,
    /// `types.UID`, a string.
    Uid,
    /// `bool`.
    Bool,
    /// `int32`.
    Int32,
    /// `int64`.
    Int64,
    /// `intstr.IntOrString`.
    IntOrString,
    /// `resource.Quantity`.
    Quantity,
    /// `metav1.Time`.
    Time,
    /// Anything.
    Any,
    /// A slice.
    List(&'static Self),
    /// A map whose keys are strings.
    Map(&'static Self),
    /// A struct.
    Object(&'static Type),
}

impl Type {
    /// The field of that name and its position, if this minor version of Kubernetes knows it.
    pub fn field(&self, name: &str, minor: u32) -> Option<(usize, &'static Field)> {
        // Most names differ in their length: this is faster than a search that halves.
        let index = self.fields.iter().position(|field| field.name == name)?;
        let field = self.fields.get(index)?;
        (field.since..field.until).contains(&minor).then_some((index, field))
    }
}

impl Kind {
    /// What Go's decoder calls it.
    pub const fn name(self) -> &'static str {
        match self {
            // Go reads the string first, and then the time from it.
            Self::Text | Self::Time => "string",
            Self::Uid => "types.UID",
            Self::Bool => "bool",
            Self::Int32 | Self::IntOrString => "int32",
            Self::Int64 => "int64",
            Self::Quantity => "Quantity",
            Self::Any => "any",
            Self::List(_) => "list",
            Self::Map(Self::Quantity) => "ResourceList",
            Self::Map(_) => "map[string]string",
            Self::Object(object) => object.name,
        }
    }
}
