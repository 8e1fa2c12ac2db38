//! From JSON text to values, in one pass, as the API server's decoder reads it. Where that stops at
//! the first value of a wrong type, this reads on without it.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::{self, Formatter};

use serde::Deserializer;
use serde::de::{DeserializeSeed, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::finding::{Code, Findings};
use super::path::{self, Path};
use super::quantity::Quantity;
use super::quote::Quoted;
use super::rules::Rule;
use super::schema::{Kind, Type};
use super::time;
use super::value::{Member, Value};

/// Reads an object of that type. What is not an object is a finding, and empty.
pub fn decode<'j>(
    text: &'j str,
    of: &'static Type,
    minor: u32,
    findings: &mut Findings,
) -> Vec<Member<'j>> {
    let mut decoder = Decoder { minor, findings };
    let root = Place { kind: Kind::Object(of), path: None, decoder: &mut decoder };
    let found = match root.deserialize(&mut serde_json::Deserializer::from_str(text)) {
        Ok(Value::Object(members)) => return members,
        Ok(Value::Unset) if text == "null" => "null",
        Ok(_) => return Vec::new(),
        // JSON.stringify writes no such text.
        Err(_) => "what is not JSON",
    };
    decoder.wrong_type(None, found, of.name);
    Vec::new()
}

/// What all places share.
struct Decoder<'f> {
    /// The minor version of Kubernetes.
    minor: u32,
    /// Receives the findings.
    findings: &'f mut Findings,
}

impl Decoder<'_> {
    /// A value of another type than its field. Like Go, this does not quote it: it may be a secret.
    fn wrong_type(&mut self, path: Option<&Path>, found: &str, expected: &str) {
        let detail = format!("cannot unmarshal {found} into a field of type {expected}");
        self.cannot_read(Rule::FIELD_TYPE, Code::FieldValueTypeInvalid, path, &detail);
    }

    /// A value that the rules then take for unset.
    fn cannot_read(&mut self, rule: Rule, code: Code, path: Option<&Path>, detail: &str) {
        let path = path.map_or_else(
            || self.findings.subject().whole().to_owned(),
            |path| path::of_template(path.to_string()),
        );
        self.findings.report(rule, code, &path, format!("Invalid value: {detail}"));
        self.findings.leave_out(path);
    }
}

/// A place in the manifest, and what belongs there.
struct Place<'p, 'd, 'f> {
    /// The type to read.
    kind: Kind,
    /// The place of the value; none for the manifest as a whole.
    path: Option<Path<'p>>,
    /// The decoder of the whole manifest.
    decoder: &'d mut Decoder<'f>,
}

impl<'j> DeserializeSeed<'j> for Place<'_, '_, '_> {
    type Value = Value<'j>;

    fn deserialize<D: Deserializer<'j>>(self, json: D) -> Result<Value<'j>, D::Error> {
        match self.kind {
            Kind::Int32 | Kind::Int64 | Kind::IntOrString | Kind::Quantity | Kind::Time => {
                let raw: &RawValue = serde::Deserialize::deserialize(json)?;
                Ok(self.scalar(raw.get()))
            }
            Kind::Any => json.deserialize_ignored_any(IgnoredAny).map(|_| Value::Given),
            _ => json.deserialize_any(self),
        }
    }
}

impl Place<'_, '_, '_> {
    /// The path of a field here.
    fn field<'a>(&'a self, name: &'a str) -> Path<'a> {
        self.path.as_ref().map_or_else(|| Path::root(name), |path| path.field(name))
    }

    /// Reports a value of the wrong type, and leaves it out.
    fn wrong_type<'j>(&mut self, found: &str) -> Value<'j> {
        self.decoder.wrong_type(self.path.as_ref(), found, self.kind.name());
        Value::Unset
    }

    /// A value whose text Go's decoder looks at.
    fn scalar(mut self, json: &str) -> Value<'_> {
        match self.kind {
            // `Quantity.UnmarshalJSON` takes it for zero.
            Kind::Quantity if json == "null" => return self.quantity("0"),
            _ if json == "null" => return Value::Unset,
            Kind::Quantity => return self.quantity(json),
            Kind::IntOrString | Kind::Time if json.starts_with('"') => {
                let Ok(Text(text)) = serde_json::from_str(json) else {
                    return Value::Unset;
                };
                if matches!(self.kind, Kind::IntOrString) {
                    return Value::Text(text);
                }
                return self.time(&text);
            }
            _ => {}
        }
        let range = if matches!(self.kind, Kind::Int64) {
            i64::MIN..=i64::MAX
        } else {
            i32::MIN.into()..=i32::MAX.into()
        };
        match json.parse().ok().filter(|number| range.contains(number)) {
            Some(number) if !matches!(self.kind, Kind::Time) => Value::Int(number),
            _ => self.wrong_scalar(json),
        }
    }

    /// A number of the wrong kind: the message quotes its text.
    fn wrong_scalar<'j>(&mut self, json: &str) -> Value<'j> {
        match json.bytes().next() {
            Some(b'"') => self.wrong_type("string"),
            Some(b't' | b'f') => self.wrong_type("bool"),
            Some(b'[') => self.wrong_type("array"),
            Some(b'{') => self.wrong_type("object"),
            _ if matches!(self.kind, Kind::Time) => self.wrong_type("number"),
            _ => self.wrong_type(&format!("number {json}")),
        }
    }

    /// `Quantity.UnmarshalJSON`, which takes the JSON text unchanged.
    fn quantity<'j>(self, json: &str) -> Value<'j> {
        let text = json.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or(json);
        match Quantity::parse(text.trim()) {
            Ok(quantity) => Value::Quantity(Box::new(quantity)),
            Err(complaint) => {
                let detail = format!("{}: {complaint}", Quoted(text));
                let (rule, code) = (complaint.rule(), Code::FieldValueInvalid);
                self.decoder.cannot_read(rule, code, self.path.as_ref(), &detail);
                Value::Unset
            }
        }
    }

    /// `Time.UnmarshalJSON`.
    fn time<'j>(self, text: &str) -> Value<'j> {
        if time::is_rfc3339(text) {
            return Value::Given;
        }
        let detail = format!("expected a time such as 2006-01-02T15:04:05Z, not {}", Quoted(text));
        let (rule, code) = (Rule::FIELD_TYPE, Code::FieldValueTypeInvalid);
        self.decoder.cannot_read(rule, code, self.path.as_ref(), &detail);
        Value::Unset
    }

    /// Reports a field that the version does not know.
    fn unknown_field(&mut self, key: &str) {
        let path = path::of_template(self.field(key).to_string());
        let message = format!("unknown field {}", Quoted(&path));
        self.decoder.findings.report(Rule::FIELD_UNKNOWN, Code::UnknownField, &path, message);
    }
}

impl<'j> Visitor<'j> for Place<'_, '_, '_> {
    type Value = Value<'j>;

    fn expecting(&self, formatter: &mut Formatter) -> fmt::Result {
        formatter.write_str(self.kind.name())
    }

    fn visit_unit<E: Error>(self) -> Result<Value<'j>, E> {
        Ok(Value::Unset)
    }

    fn visit_bool<E: Error>(mut self, value: bool) -> Result<Value<'j>, E> {
        Ok(match self.kind {
            Kind::Bool => Value::Bool(value),
            _ => self.wrong_type("bool"),
        })
    }

    fn visit_i64<E: Error>(mut self, _: i64) -> Result<Value<'j>, E> {
        Ok(self.wrong_type("number"))
    }

    fn visit_u64<E: Error>(mut self, _: u64) -> Result<Value<'j>, E> {
        Ok(self.wrong_type("number"))
    }

    fn visit_f64<E: Error>(mut self, _: f64) -> Result<Value<'j>, E> {
        Ok(self.wrong_type("number"))
    }

    fn visit_borrowed_str<E: Error>(mut self, text: &'j str) -> Result<Value<'j>, E> {
        Ok(match self.kind {
            Kind::Text | Kind::Uid => Value::Text(Cow::Borrowed(text)),
            _ => self.wrong_type("string"),
        })
    }

    fn visit_str<E: Error>(mut self, text: &str) -> Result<Value<'j>, E> {
        Ok(match self.kind {
            Kind::Text | Kind::Uid => Value::Text(Cow::Owned(text.to_owned())),
            _ => self.wrong_type("string"),
        })
    }

    fn visit_seq<A: SeqAccess<'j>>(mut self, mut list: A) -> Result<Value<'j>, A::Error> {
        let Kind::List(&kind) = self.kind else {
            while list.next_element::<IgnoredAny>()?.is_some() {}
            return Ok(self.wrong_type("array"));
        };
        let mut items = Vec::new();
        loop {
            let path = self.path.as_ref().map(|path| path.index(items.len()));
            let place = Place { kind, path, decoder: self.decoder };
            match list.next_element_seed(place)? {
                Some(item) => items.push(item),
                None => return Ok(Value::List(items)),
            }
        }
    }

    fn visit_map<A: MapAccess<'j>>(mut self, mut map: A) -> Result<Value<'j>, A::Error> {
        match self.kind {
            Kind::Map(&kind) => {
                let mut entries = BTreeMap::new();
                while let Some(Text(key)) = map.next_key()? {
                    let path = self.path.as_ref().map(|path| path.key(&key));
                    let value = map.next_value_seed(Place { kind, path, decoder: self.decoder })?;
                    entries.insert(key, value);
                }
                Ok(Value::Map(entries))
            }
            Kind::Object(of) => {
                let mut members = Vec::with_capacity(of.fields.len().min(8));
                while let Some(Text(key)) = map.next_key()? {
                    if let Some((index, field)) = of.field(&key, self.decoder.minor) {
                        let path = match &self.path {
                            Some(path) => path.field(field.name),
                            None => Path::root(field.name),
                        };
                        let place =
                            Place { kind: field.kind, path: Some(path), decoder: self.decoder };
                        let value = map.next_value_seed(place)?;
                        members.push(Member { index, value });
                    } else {
                        map.next_value::<IgnoredAny>()?;
                        self.unknown_field(&key);
                    }
                }
                Ok(Value::Object(members))
            }
            _ => {
                while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
                Ok(self.wrong_type("object"))
            }
        }
    }
}

/// A string that is part of the JSON text, where it has no escapes.
struct Text<'j>(Cow<'j, str>);

impl<'j> serde::Deserialize<'j> for Text<'j> {
    fn deserialize<D: Deserializer<'j>>(json: D) -> Result<Self, D::Error> {
        struct Read;

        impl<'j> Visitor<'j> for Read {
            type Value = Text<'j>;

            fn expecting(&self, formatter: &mut Formatter) -> fmt::Result {
                formatter.write_str("string")
            }

            fn visit_borrowed_str<E: Error>(self, text: &'j str) -> Result<Text<'j>, E> {
                Ok(Text(Cow::Borrowed(text)))
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Text<'j>, E> {
                Ok(Text(Cow::Owned(text.to_owned())))
            }
        }

        json.deserialize_str(Read)
    }
}
