//! What was decoded, and how the rules read it: a field that is unset, `null` or of the wrong type
//! is the zero value of its type, as in Go.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::marker::PhantomData;

use super::quantity::Quantity;
use super::schema::Type;

/// A decoded value.
#[derive(Debug)]
pub enum Value<'j> {
    /// `null`, or what could not be read.
    Unset,
    /// Something that no rule looks into.
    Given,
    /// A boolean.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// A string.
    Text(Cow<'j, str>),
    /// A quantity.
    Quantity(Box<Quantity>),
    /// A list.
    List(Vec<Self>),
    /// A map with keys that the author chose.
    Map(BTreeMap<Cow<'j, str>, Self>),
    /// An object with the fields of its type.
    Object(Vec<Member<'j>>),
}

/// A field that the manifest has.
#[derive(Debug)]
pub struct Member<'j> {
    /// Its position in the type's fields.
    pub index: usize,
    /// Its value.
    pub value: Value<'j>,
}

/// The fields of an object.
#[derive(Clone, Copy)]
pub struct Members<'a> {
    /// The object's type.
    pub of: &'static Type,
    /// Those that the manifest has.
    pub members: &'a [Member<'a>],
}

impl<'a> Members<'a> {
    /// The field at that position of the type.
    pub fn read<T: Read<'a>>(self, index: usize) -> T {
        #[cfg(test)]
        super::tests::coverage::note(self.of, index);
        let member = self.members.iter().find(|member| member.index == index);
        T::read(member.map_or(&Value::Unset, |member| &member.value))
    }

    /// The names of the fields that are set.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        self.members
            .iter()
            .filter(|member| !matches!(member.value, Value::Unset))
            .filter_map(move |member| self.of.fields.get(member.index).map(|field| field.name))
    }
}

/// A typed view of an object.
pub trait View<'a>: Copy + Default {
    /// The object's type.
    const TYPE: &'static Type;

    /// The view of an object with these fields.
    fn new(members: &'a [Member<'a>]) -> Self;

    /// The fields.
    fn members(self) -> Members<'a>;
}

/// What a field can be read as.
pub trait Read<'a> {
    /// The value, or the zero value.
    fn read(value: &'a Value<'a>) -> Self;
}

/// The value of a field that no rule looks into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Given;

/// `intstr.IntOrString`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IntOrString<'a> {
    /// A number.
    Int(i64),
    /// A string.
    Text(&'a str),
}

/// A list of values of a type.
#[derive(Clone, Copy, Debug)]
pub struct List<'a, T> {
    /// The items; none where the list is unset.
    items: Option<&'a [Value<'a>]>,
    /// The type that items are read as.
    of: PhantomData<T>,
}

/// A map whose values have a type, sorted by its keys' bytes.
#[derive(Clone, Copy, Debug)]
pub struct Map<'a, T> {
    /// The entries; none where the map is unset.
    entries: Option<&'a BTreeMap<Cow<'a, str>, Value<'a>>>,
    /// The type that values are read as.
    of: PhantomData<T>,
}

impl<'a, T: Read<'a>> List<'a, T> {
    /// The items.
    pub fn iter(
        self,
    ) -> impl ExactSizeIterator<Item = T> + DoubleEndedIterator + Clone + use<'a, T> {
        self.items.unwrap_or_default().iter().map(T::read)
    }

    /// Their number.
    pub fn len(self) -> usize {
        self.items.map_or(0, <[_]>::len)
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// Whether the manifest has the list, if only an empty one.
    pub const fn is_set(self) -> bool {
        self.items.is_some()
    }
}

impl<T> Default for List<'_, T> {
    fn default() -> Self {
        Self { items: None, of: PhantomData }
    }
}

impl<'a, T: Read<'a>> Map<'a, T> {
    /// The entries, sorted by key.
    pub fn iter(self) -> impl Iterator<Item = (&'a str, T)> + use<'a, T> {
        self.entries.into_iter().flatten().map(|(key, value)| (&**key, T::read(value)))
    }

    /// The value of a key.
    pub fn get(self, key: &str) -> Option<T> {
        self.entries?.get(key).map(T::read)
    }

    /// Whether there is such a key.
    pub fn contains(self, key: &str) -> bool {
        self.entries.is_some_and(|entries| entries.contains_key(key))
    }

    /// Whether the manifest has the map, if only an empty one.
    pub const fn is_set(self) -> bool {
        self.entries.is_some()
    }

    /// The number of entries.
    pub fn len(self) -> usize {
        self.entries.map_or(0, BTreeMap::len)
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }
}

impl<T> Default for Map<'_, T> {
    fn default() -> Self {
        Self { entries: None, of: PhantomData }
    }
}

impl<'a, T: View<'a>> Read<'a> for T {
    fn read(value: &'a Value<'a>) -> Self {
        match value {
            Value::Object(members) => Self::new(members),
            _ => Self::default(),
        }
    }
}

impl<'a, T: View<'a>> Read<'a> for Option<T> {
    fn read(value: &'a Value<'a>) -> Self {
        match value {
            Value::Object(members) => Some(T::new(members)),
            _ => None,
        }
    }
}

impl<'a, T> Read<'a> for List<'a, T> {
    fn read(value: &'a Value<'a>) -> Self {
        match value {
            Value::List(items) => Self { items: Some(items), of: PhantomData },
            _ => Self::default(),
        }
    }
}

impl<'a, T> Read<'a> for Map<'a, T> {
    fn read(value: &'a Value<'a>) -> Self {
        match value {
            Value::Map(entries) => Self { entries: Some(entries), of: PhantomData },
            _ => Self::default(),
        }
    }
}

impl<'a> Read<'a> for &'a str {
    fn read(value: &'a Value<'a>) -> Self {
        Option::read(value).unwrap_or_default()
    }
}

impl<'a> Read<'a> for Option<&'a str> {
    fn read(value: &'a Value<'a>) -> Self {
        match value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }
}

impl Read<'_> for Option<bool> {
    fn read(value: &Value) -> Self {
        match value {
            Value::Bool(value) => Some(*value),
            _ => None,
        }
    }
}

impl Read<'_> for Option<i64> {
    fn read(value: &Value) -> Self {
        match value {
            Value::Int(value) => Some(*value),
            _ => None,
        }
    }
}

impl Read<'_> for i64 {
    fn read(value: &Value) -> Self {
        Option::read(value).unwrap_or_default()
    }
}

impl<'a> Read<'a> for Option<IntOrString<'a>> {
    fn read(value: &'a Value<'a>) -> Self {
        match value {
            Value::Int(value) => Some(IntOrString::Int(*value)),
            Value::Text(text) => Some(IntOrString::Text(text)),
            _ => None,
        }
    }
}

impl<'a> Read<'a> for Option<&'a Quantity> {
    fn read(value: &'a Value<'a>) -> Self {
        match value {
            Value::Quantity(quantity) => Some(quantity),
            _ => None,
        }
    }
}

impl Read<'_> for Option<Given> {
    fn read(value: &Value) -> Self {
        (!matches!(value, Value::Unset)).then_some(Given)
    }
}
