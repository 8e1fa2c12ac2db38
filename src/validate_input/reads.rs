//! What the builder reads, derived from the expressions of [`input`](crate::input) and
//! [`env`](crate::env): each path, the type that counts there, and what applies instead.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::expression::{Expression, parse};
use super::value::Value;
use crate::env::{Presence, VARIABLES};
use crate::input::{BINDINGS, FIELDS, Kind, PASSED};

/// The values that a setting may have; every other value counts as unset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// A string that is not empty.
    Text,
    /// A string that is not blank.
    Words,
    /// A finite number.
    Number,
    /// A number over 0.
    Positive,
    /// A boolean.
    Flag,
    /// An array of strings.
    Texts,
    /// An array.
    List,
    /// An object.
    Object,
    /// An object of strings, its JSON text, or lines of `key=value`.
    Pairs,
    /// Anything: it is passed on unchanged.
    Anything,
    /// An object, or the builder throws.
    RequiredObject,
    /// A string, or the builder throws.
    RequiredText,
    /// An array or another iterable, or the builder throws.
    RequiredItems,
    /// Something that has a length, or the builder throws.
    RequiredLength,
    /// An array that JSON can have, or the builder throws.
    JsonList,
}

impl Expected {
    /// What a function of the glue takes for set. `None` for a function that only converts what
    /// another one has read.
    fn of(function: &str) -> Option<Self> {
        Some(match function {
            "nonEmptyString" => Self::Text,
            "trimmed" => Self::Words,
            "finiteNumber" => Self::Number,
            "positiveNumber" => Self::Positive,
            "commandArguments" | "joinNonBlank" => Self::Texts,
            "nonEmptyArray" => Self::List,
            "plainObjectOrEmpty" | "readWake" => Self::Object,
            "parseKeyValue" => Self::Pairs,
            "requireObject" => Self::RequiredObject,
            "secretVolumeRows" | "inheritedSources" => Self::RequiredItems,
            "nonEmptyList" => Self::RequiredLength,
            _ => return None,
        })
    }

    /// The type, as a message says it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text | Self::Words | Self::RequiredText => "a string",
            Self::Number => "a finite number",
            Self::Positive => "a number over 0",
            Self::Flag => "a boolean",
            Self::Texts => "an array of strings",
            Self::List | Self::JsonList | Self::RequiredLength => "an array",
            Self::Object | Self::RequiredObject => "an object",
            Self::Pairs => "an object or lines of key=value",
            Self::RequiredItems => "iterable",
            Self::Anything => "any value",
        }
    }

    /// Whether the value counts.
    pub fn accepts(self, value: &Value) -> bool {
        match self {
            Self::Text => value.text().is_some_and(|text| !text.is_empty()),
            Self::Words => value.text().is_some_and(|text| !is_blank(text)),
            Self::Number => matches!(value, Value::Number(_)),
            Self::Positive => matches!(value, Value::Number(number) if *number > 0.0),
            Self::Flag => matches!(value, Value::Boolean(_)),
            Self::Texts | Self::List | Self::JsonList => matches!(value, Value::List(_)),
            Self::Object => value.is_object(),
            Self::Pairs => value.is_object() || value.text().is_some(),
            _ => !matches!(value, Value::Unset),
        }
    }

    /// Whether the value says nothing, so that nobody misses it: a number that was left empty is
    /// stored as 0, and a text as the empty string.
    pub fn is_unset(self, value: &Value) -> bool {
        value.is_unset()
            || match self {
                Self::Positive => matches!(value, Value::Number(number) if *number == 0.0),
                Self::Words => value.text().is_some_and(is_blank),
                _ => false,
            }
    }
}

/// Whether JavaScript's `trim` leaves nothing.
pub fn is_blank(text: &str) -> bool {
    text.encode_utf16().all(crate::text::is_white_space)
}

/// One of the places that a value may come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Candidate {
    /// What is at a path.
    At {
        /// The path, from the input on.
        path: Vec<&'static str>,
        /// What counts there.
        expected: Expected,
        /// Whether anything but `null` and `undefined` hides what follows.
        hides: bool,
    },
    /// A default.
    Default(&'static str),
}

/// A binding, a field or a variable: where its value comes from, the first that counts.
#[derive(Clone, Debug)]
pub struct Reading {
    /// Its name.
    pub name: &'static str,
    /// The places.
    pub candidates: Vec<Candidate>,
}

/// A path that is read.
#[derive(Clone, Copy, Debug)]
pub struct Read<'a> {
    /// The path, from the input on.
    pub path: &'a [&'static str],
    /// What counts there.
    pub expected: Expected,
    /// Whether anything but `null` and `undefined` hides what follows.
    pub hides: bool,
    /// What applies where it does not count.
    pub otherwise: &'a [Candidate],
    /// The name of what it is read for.
    pub name: &'static str,
}

/// All that is read.
pub struct Reads {
    /// In the order in which it is read.
    pub readings: Vec<Reading>,
}

/// Derived once: 36 µs, as long as the rest takes for a small input.
static READS: LazyLock<Reads> = LazyLock::new(Reads::derive);

impl Reads {
    /// What is read of any input.
    pub fn get() -> &'static Self {
        &READS
    }

    /// Derives it from the expressions.
    fn derive() -> Self {
        let mut deriver = Deriver::default();
        deriver.paths.insert("input", Vec::new());
        for root in ["ctx", "selfPod"] {
            deriver.paths.insert(root, vec![root]);
        }
        for &(name, source) in BINDINGS {
            deriver.add(name, source, None);
        }
        for &(name, source) in PASSED {
            deriver.add(name, source, Some(Expected::Anything));
        }
        for field in FIELDS {
            let is_id = field.kind == Kind::Id;
            let passed = if is_id { Expected::RequiredText } else { Expected::Anything };
            deriver.add(field.name, field.source, Some(passed));
        }
        // What functions of the glue read by themselves.
        deriver.add("wakeReason", "trimmed(context.paperclipWake.reason)", None);
        deriver.add("wakeComments", "nonEmptyArray(context.paperclipWake.comments)", None);
        deriver.add("configuredVariables", "plainObjectOrEmpty(config.env)", None);
        deriver.add("inheritedSources", "inheritedSources(pod.inheritedEnvValueFrom)", None);
        for variable in VARIABLES {
            let is_listed = variable.presence == Presence::Listed;
            let passed = if is_listed { Expected::JsonList } else { Expected::Anything };
            deriver.add(variable.name, variable.source, Some(passed));
        }
        Self { readings: deriver.readings }
    }

    /// Each path that is read, in the order in which it is.
    pub fn all(&self) -> impl Iterator<Item = Read<'_>> {
        self.readings.iter().flat_map(|Reading { name, candidates }| {
            candidates.iter().enumerate().filter_map(move |(index, candidate)| match candidate {
                Candidate::At { path, expected, hides } => Some(Read {
                    path,
                    expected: *expected,
                    hides: *hides,
                    otherwise: candidates.get(index + 1..).unwrap_or_default(),
                    name,
                }),
                Candidate::Default(_) => None,
            })
        })
    }

    /// The names of the members that are read of the value at `owner`.
    pub fn members(&self, owner: &[&str]) -> Vec<&'static str> {
        let mut names = Vec::new();
        for read in self.all() {
            // `strip_prefix` would shorten the lifetime of the names.
            let is_inside =
                read.path.len() > owner.len() && read.path.iter().zip(owner).all(|(a, b)| a == b);
            let Some(&name) = read.path.get(owner.len()).filter(|_| is_inside) else {
                continue;
            };
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    /// Where the value of a field or variable comes from.
    pub fn reading(&self, name: &str) -> Option<&Reading> {
        self.readings.iter().find(|reading| reading.name == name)
    }
}

/// Goes through the expressions in order.
#[derive(Default)]
struct Deriver {
    /// The path of each name that has one.
    paths: HashMap<&'static str, Vec<&'static str>>,
    /// The names whose members the glue computes.
    records: Vec<&'static str>,
    /// So far.
    readings: Vec<Reading>,
}

impl Deriver {
    /// Adds what a binding, field or variable reads. `passed` is what counts where no function of
    /// the glue reads it; `None` if it only gives a name to a path.
    fn add(&mut self, name: &'static str, source: &'static str, passed: Option<Expected>) {
        let expression = parse(source);
        let mut candidates = Vec::new();
        self.collect(&expression, passed, false, &mut candidates);
        if let Expression::Call("readWake", ..) = expression {
            self.records.push(name);
        }
        if let Some(path) = self.path(&expression) {
            self.paths.insert(name, path);
        }
        self.readings.push(Reading { name, candidates });
    }

    /// The path whose value an expression is, or is read from.
    fn path(&self, expression: &Expression<'static>) -> Option<Vec<&'static str>> {
        let (start, members) = match expression {
            Expression::Path(names) => {
                let (first, members) = names.split_first()?;
                let is_record = self.records.contains(first);
                (self.paths.get(first)?.clone(), if is_record { &[][..] } else { members })
            }
            Expression::Call("readWake", argument, _) => (self.path(argument)?, &[][..]),
            Expression::Call(
                "requireObject" | "plainObjectOrEmpty" | "nonEmptyString",
                argument,
                members,
            ) => (self.path(argument)?, &members[..]),
            _ => return None,
        };
        Some([&start[..], members].concat())
    }

    /// Adds the places that an expression reads.
    fn collect(
        &self,
        expression: &Expression<'static>,
        expected: Option<Expected>,
        hides: bool,
        into: &mut Vec<Candidate>,
    ) {
        let at = |expression: &Expression<'static>, expected: Option<Expected>| {
            Some(Candidate::At { path: self.path(expression)?, expected: expected?, hides })
        };
        match expression {
            Expression::Chain(parts) => {
                for part in parts {
                    self.collect(part, expected, hides, into);
                }
            }
            Expression::Call(function, argument, _) => {
                let counts = Expected::of(function).or(expected);
                match &**argument {
                    Expression::Call(..) => {
                        self.collect(argument, expected, hides, into);
                        if Expected::of(function).is_some() {
                            into.extend(at(argument, counts));
                        }
                    }
                    // `a ?? b` asks for nothing but `null` and `undefined`.
                    Expression::Chain(parts) => {
                        for part in parts {
                            self.collect(part, counts, true, into);
                        }
                    }
                    _ => self.collect(argument, counts, hides, into),
                }
            }
            Expression::NotFalse(inner) => self.collect(inner, Some(Expected::Flag), hides, into),
            Expression::Constant(text) => into.push(Candidate::Default(text)),
            Expression::Path(_) => into.extend(at(expression, expected)),
            Expression::Other => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::bridge::reader;

    /// The names that follow `owner.` in the reader.
    fn members_in_reader(owner: &str) -> BTreeSet<String> {
        let source = reader::source();
        let owner = format!("{owner}.");
        source
            .match_indices(&owner)
            .filter(|(start, _)| {
                let before = source.get(..*start).and_then(|before| before.chars().next_back());
                before.is_none_or(|unit| !unit.is_alphanumeric() && unit != '.' && unit != '\'')
            })
            .filter_map(|(start, owner)| source.get(start + owner.len()..))
            .map(|rest| rest.chars().take_while(char::is_ascii_alphanumeric).collect())
            .collect()
    }

    #[test]
    fn all_that_the_reader_reads_is_known() {
        let owners: [(&str, &[&str]); 8] = [
            ("ctx", &["ctx"]),
            ("config", &["ctx", "config"]),
            ("resources", &["ctx", "config", "resources"]),
            ("requests", &["ctx", "config", "resources", "requests"]),
            ("limits", &["ctx", "config", "resources", "limits"]),
            ("context", &["ctx", "context"]),
            ("workspace", &["ctx", "context", "paperclipWorkspace"]),
            ("pod", &["selfPod"]),
        ];
        let reads = Reads::get();
        for (owner, path) in owners {
            let known: BTreeSet<String> =
                reads.members(path).iter().map(ToString::to_string).collect();
            assert_eq!(members_in_reader(owner), known, "{owner}");
        }
    }

    #[test]
    fn what_applies_instead_follows_from_the_expression() {
        let reads = Reads::get();
        let cwd = ["ctx", "config", "cwd"];
        let found = reads.all().find(|read| read.path == cwd && read.expected == Expected::Text);
        assert_eq!(found.unwrap().otherwise, [Candidate::Default("/paperclip")]);
        let task = ["ctx", "context", "taskId"];
        let found = reads.all().find(|read| read.path == task).unwrap();
        assert!(found.hides);
        assert_eq!(found.name, "PAPERCLIP_TASK_ID");
    }
}
