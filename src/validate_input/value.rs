//! The caller's input as the glue hands it over: a tree of JSON text with a type for each value
//! that JSON does not have.

use std::collections::BTreeSet;
use std::fmt::{self, Formatter};

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

/// A value of the input.
#[derive(Clone, Debug)]
pub enum Value {
    /// `null`; `undefined` too, for both count as unset.
    Unset,
    /// A boolean.
    Boolean(bool),
    /// A finite number.
    Number(f64),
    /// A string, or the start of a long one.
    Text(String),
    /// An array.
    List(Vec<Self>),
    /// Anything else.
    Other {
        /// What it is: `object`, `function`, `NaN`, …
        is: String,
        /// The members that were read, in order.
        has: Vec<(String, Self)>,
    },
}

/// What a member that is missing reads as.
const UNSET: &Value = &Value::Unset;

impl Value {
    /// The member of that name.
    pub fn get(&self, name: &str) -> &Self {
        self.entries().iter().find(|(key, _)| key == name).map_or(UNSET, |(_, value)| value)
    }

    /// The value at the end of a path.
    pub fn at(&self, path: &[&str]) -> &Self {
        path.iter().fold(self, |value, name| value.get(name))
    }

    /// The names of the members whose values are strings.
    pub fn names_of_texts(&self) -> BTreeSet<&str> {
        let texts = self.entries().iter().filter(|(_, value)| value.text().is_some());
        texts.map(|(name, _)| name.as_str()).collect()
    }

    /// The members of an object.
    pub fn entries(&self) -> &[(String, Self)] {
        match self {
            Self::Other { has, .. } => has,
            _ => &[],
        }
    }

    /// The items of an array.
    pub fn items(&self) -> &[Self] {
        match self {
            Self::List(items) => items,
            _ => &[],
        }
    }

    /// The string.
    pub const fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text.as_str()),
            _ => None,
        }
    }

    /// Whether the builder would read members of it where it wants an object.
    pub fn is_object(&self) -> bool {
        matches!(self, Self::Other { is, .. } if is == "object")
    }

    /// Whether the value is of that kind, in the words of the glue.
    pub fn is(&self, kind: &str) -> bool {
        matches!(self, Self::Other { is, .. } if is == kind)
    }

    /// `null`, `undefined` and the empty string: nothing was configured.
    pub fn is_unset(&self) -> bool {
        matches!(self, Self::Unset) || self.text() == Some("")
    }

    /// Whether JavaScript takes it for true.
    pub fn is_truthy(&self) -> bool {
        match self {
            Self::Unset | Self::Boolean(false) => false,
            Self::Number(number) => *number != 0.0,
            Self::Text(text) => !text.is_empty(),
            Self::Other { is, .. } => is != "NaN",
            Self::Boolean(true) | Self::List(_) => true,
        }
    }

    /// What it is, as a message says it.
    pub fn kind(&self) -> &str {
        match self {
            Self::Unset => "unset",
            Self::Boolean(_) => "a boolean",
            Self::Number(_) => "a number",
            Self::Text(_) => "a string",
            Self::List(_) => "an array",
            Self::Other { is, .. } => match is.as_str() {
                "object" => "an object",
                "function" => "a function",
                "symbol" => "a symbol",
                "bigint" => "a BigInt",
                "string" => "a string",
                "number" => "a number",
                "boolean" => "a boolean",
                other => other,
            },
        }
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ValueVisitor)
    }
}

/// Reads a value in one pass, which serde's own untagged enums do not.
struct ValueVisitor;

impl<'de> Visitor<'de> for ValueVisitor {
    type Value = Value;

    fn expecting(&self, formatter: &mut Formatter) -> fmt::Result {
        formatter.write_str("a value of the input")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Unset)
    }

    fn visit_bool<E>(self, boolean: bool) -> Result<Value, E> {
        Ok(Value::Boolean(boolean))
    }

    #[expect(clippy::cast_precision_loss, reason = "it was one of JavaScript's numbers")]
    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(Value::Number(number as f64))
    }

    #[expect(clippy::cast_precision_loss, reason = "it was one of JavaScript's numbers")]
    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(Value::Number(number as f64))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
        Ok(Value::Number(number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<Value, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = sequence.next_element()? {
            items.push(item);
        }
        Ok(Value::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let (mut is, mut has) = (String::new(), Vec::new());
        while let Some(key) = map.next_key::<String>()? {
            if key == "is" {
                is = map.next_value()?;
            } else {
                has = map.next_value()?;
            }
        }
        Ok(Value::Other { is, has })
    }
}
