//! What a field of the input is, and how it crosses.

use std::ops::Range;

use crate::text::units::Span;

/// How a field is handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Any value. Its units are read if it is a primitive string.
    Text,
    /// The same, for a value that is not passed on.
    Read,
    /// An id: a string, or anything with the methods of one that its slug needs.
    Id,
    /// A value that counts if it is truthy.
    Truthy,
    /// An array that counts if it is filled, and is passed on as JSON text.
    Json,
    /// A condition.
    Flag,
    /// An array of strings, all of which are read.
    Texts,
    /// The same, for an array that is passed on too.
    PassedTexts,
    /// An array to be filled.
    Array,
    /// A number that counts something.
    Count,
}

/// A value that stays in JavaScript, under the name of its field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot(pub &'static str);

/// Stands where a field has no slot, since only its text, length or truth crosses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotPassed;

/// A field of [`Input`](super::Input), as the reader sees it.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// How it is handed over.
    pub kind: Kind,
    /// The JavaScript expression that reads it.
    pub source: &'static str,
}

/// An id. Where it is no primitive string, JavaScript has made the texts that are needed of it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Id {
    /// The id as text.
    pub text: Span,
    /// Its slug, unless that is yet to be made of the text.
    pub slug: Option<Span>,
}

/// Where the fields of an [`Input`](super::Input) come from, in the order of [`FIELDS`](super::FIELDS).
pub trait Reader<V> {
    /// The next array that is to be filled.
    fn array(&mut self) -> V;
    /// The units of the next value, if it is a string.
    fn text(&mut self) -> Option<Span>;
    /// The next id.
    fn id(&mut self) -> Id;
    /// The next condition.
    fn flag(&mut self) -> bool;
    /// The next count.
    fn count(&mut self) -> usize;
    /// The next array of strings: a range of [`crate::text::units::Units::listed`].
    fn texts(&mut self) -> Range<usize>;
}

macro_rules! fields {
    (@type Text) => { Option<Span> };
    (@type Read) => { Option<Span> };
    (@type Id) => { Id };
    (@type Texts) => { Range<usize> };
    (@type PassedTexts) => { Range<usize> };
    (@type Array) => { V };
    (@type Count) => { usize };
    (@type $condition:ident) => { bool };
    (@slot Flag $($name:ident)?) => { NotPassed };
    (@slot Count $($name:ident)?) => { NotPassed };
    (@slot Read $($name:ident)?) => { NotPassed };
    (@slot Texts $($name:ident)?) => { NotPassed };
    (@slot $kind:ident) => { Slot };
    (@slot $kind:ident $name:ident) => { Slot(stringify!($name)) };
    (@read $reader:ident Text) => { $reader.text() };
    (@read $reader:ident Read) => { $reader.text() };
    (@read $reader:ident Id) => { $reader.id() };
    (@read $reader:ident Texts) => { $reader.texts() };
    (@read $reader:ident PassedTexts) => { $reader.texts() };
    (@read $reader:ident Array) => { $reader.array() };
    (@read $reader:ident Count) => { $reader.count() };
    (@read $reader:ident $condition:ident) => { $reader.flag() };
    (
        passed { $($(#[$passed_doc:meta])* $passed:ident = $passed_source:literal,)* }
        read { $($(#[$doc:meta])* $name:ident: $kind:ident = $source:literal,)* }
    ) => {
        /// What the decisions look at. A value of kind [`Kind::Truthy`] or [`Kind::Json`]
        /// is here whether it counts.
        pub struct Input<V> {
            $($(#[$doc])* #[doc = concat!("\n\nRead by `", $source, "`.")]
            pub $name: fields!(@type $kind),)*
        }

        /// The values that stay in JavaScript, by field.
        #[allow(dead_code, reason = "every field has a name, even where nothing is passed")]
        pub struct Slots {
            $($(#[$passed_doc])* pub $passed: Slot,)*
            $($(#[$doc])* pub $name: fields!(@slot $kind),)*
        }

        /// The values that stay in JavaScript, by field.
        pub const SLOT: Slots = Slots {
            $($passed: Slot(stringify!($passed)),)*
            $($name: fields!(@slot $kind $name),)*
        };

        /// What is passed on and not looked at: names and JavaScript expressions.
        pub const PASSED: &[(&str, &str)] = &[$((stringify!($passed), $passed_source),)*];

        /// What is looked at, in the order in which the reader hands it over.
        pub const FIELDS: &[Field] = &[
            $(Field { name: stringify!($name), kind: Kind::$kind, source: $source },)*
        ];

        impl<V> Input<V> {
            /// Reads all fields.
            pub fn read(reader: &mut impl Reader<V>) -> Self {
                Self { $($name: fields!(@read reader $kind),)* }
            }
        }
    };
}
pub(super) use fields;
