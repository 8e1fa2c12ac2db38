//! What a field of the input is, and how it crosses.

use crate::text::units::{Span, Units};

/// How a field is handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An id: a string, or anything with the methods of one that its slug needs. It is passed on.
    Id,
    /// An optional value: it counts if it is truthy, and is passed on.
    Optional,
    /// A condition.
    Flag,
    /// A string that is passed on. Only its length is looked at.
    Length,
}

/// A value that stays in JavaScript, under the name of its field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot(pub &'static str);

/// In place of the slot of a field that is not passed on.
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

/// Where the texts of an id are. For anything but a primitive string, JavaScript has already
/// computed its text and slug.
#[derive(Clone, Copy, Debug, Default)]
pub struct IdSpans {
    /// The id as text.
    pub text: Span,
    /// Its slug, unless that is yet to be computed from the text.
    pub slug: Option<Span>,
}

/// An id as it enters the Job's name and the templates.
#[derive(Clone, Copy, Debug)]
pub struct Id<'a> {
    /// The whole, unchanged id.
    pub text: &'a [u16],
    /// Its slug, unless that is to be computed from the text.
    pub slug: Option<&'a [u16]>,
}

impl IdSpans {
    /// The id itself.
    pub fn of<'a>(&self, texts: &'a Units) -> Id<'a> {
        Id { text: texts.get(self.text), slug: self.slug.map(|slug| texts.get(slug)) }
    }
}

/// Where the fields of an [`Input`](super::Input) come from, in the order of
/// [`FIELDS`](super::FIELDS).
pub trait Source {
    /// The next id.
    fn id(&mut self) -> IdSpans;
    /// The next condition.
    fn flag(&mut self) -> bool;
    /// The next length.
    fn length(&mut self) -> usize;
    /// All texts that were read.
    fn into_texts(self) -> Units;
}

/// Lists the fields, once: [`Input`](super::Input), its accessors, the slots and the lists that the
/// reader is generated from follow.
macro_rules! fields {
    (@type Id) => { IdSpans };
    (@type Length) => { usize };
    (@type $condition:ident) => { bool };
    (@slot Flag $($name:ident)?) => { NotPassed };
    (@slot $kind:ident) => { Slot };
    (@slot $kind:ident $name:ident) => { Slot(stringify!($name)) };
    (@read $from:ident Id) => { $from.id() };
    (@read $from:ident Length) => { $from.length() };
    (@read $from:ident $condition:ident) => { $from.flag() };
    (@get Id $(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        pub fn $name(&self) -> Id<'_> {
            self.fields.$name.of(&self.texts)
        }
    };
    (@get Length $(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        pub const fn $name(&self) -> usize {
            self.fields.$name
        }
    };
    (@get $condition:ident $(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        pub const fn $name(&self) -> bool {
            self.fields.$name
        }
    };
    (
        passed { $($(#[$passed_doc:meta])* $passed:ident = $passed_source:literal,)* }
        read { $($(#[$doc:meta])* $name:ident: $kind:ident = $source:literal,)* }
    ) => {
        /// What the decisions look at. An [`Optional`](Kind::Optional) value is here whether it
        /// counts.
        pub struct Input {
            /// The texts that were read.
            texts: Units,
            /// What is not text, and where the texts are.
            fields: Fields,
        }

        /// The fields as they were read.
        struct Fields {
            $($(#[$doc])* $name: fields!(@type $kind),)*
        }

        impl Input {
            /// Reads all fields.
            pub fn read(mut source: impl Source) -> Self {
                let fields = Fields { $($name: fields!(@read source $kind),)* };
                Self { texts: source.into_texts(), fields }
            }

            /// Gives the buffer of the texts back.
            pub fn into_texts(self) -> Units {
                self.texts
            }

            $(fields!(@get $kind $(#[$doc])* #[doc = concat!("\n\nRead by `", $source, "`.")] $name);)*
        }

        /// The values that stay in JavaScript, by field.
        #[expect(dead_code, reason = "every field has a name, even where nothing is passed")]
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
    };
}
pub(super) use fields;
