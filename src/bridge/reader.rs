//! The function that users import, as JavaScript source text: it reads every field of the input
//! and hands them to the native `build`, what is to be looked at as arguments and what only
//! passes through as the members of one object.
//!
//! Small numbers cross in an `Int32Array`, the ledger: [`FRESH`] tells whether no text was sent
//! yet; from [`FLAGS`] on stand the conditions and from [`STRINGS`] on which values are strings, a
//! bit each; from [`COUNTS`] on the lengths of the lists and the counts. All are in the order of
//! [`FIELDS`]. The other way go [`NUMBERS`] of the result, its [`SHAPE`] and the places of
//! [`TEXTS`]. The result is made of all these by a function of that shape.

use std::fmt::Write;

use crate::bridge::engine::MAX_MADE;
use crate::input::{BINDINGS, FIELDS, Kind, PASSED};

/// The ledger's index that is 1 until the first text of a call was sent.
pub const FRESH: usize = 0;
/// The ledger's index of the first conditions.
pub const FLAGS: usize = 1;
/// The ledger's index of the first bits that tell strings.
pub const STRINGS: usize = 3;
/// The ledger's index of the first count.
pub const COUNTS: usize = 5;
/// The ledger's index of the first number that goes the other way, into the result.
pub const NUMBERS: usize = 16;
/// The ledger's index of the shape of the result.
pub const SHAPE: usize = 21;
/// The ledger's index of the places of the texts that were made: where each begins and ends.
pub const TEXTS: usize = 22;
/// The ledger's length.
pub const LEDGER_LENGTH: usize = TEXTS + 2 * MAX_MADE;
/// The bits of an integer of the ledger.
const WORD: usize = 32;

/// The source text of `buildJobManifest`.
#[must_use]
pub fn source() -> String {
    let mut reader = Reader::default();
    for (name, source) in BINDINGS {
        reader.constant(name, source);
    }
    for (name, source) in PASSED {
        reader.constant(name, source);
        reader.slots.push(name);
    }
    for field in FIELDS {
        reader.field(field.name, field.kind, field.source);
    }
    let Reader { body, arguments, slots, lists, counts, .. } = reader;
    let lengths = lists.iter().map(|list| format!("{list}.length")).collect::<Vec<_>>();
    format!(
        "const buildJobManifest = (function buildJobManifest(input) {{\n\
         let flags0 = 0, flags1 = 0, strings0 = 0, strings1 = 0;\n{body}\
         ledger[{FRESH}] = 1;\n\
         ledger[{FLAGS}] = flags0;\nledger[{FLAGS} + 1] = flags1;\n\
         ledger[{STRINGS}] = strings0;\nledger[{STRINGS} + 1] = strings1;\n{counts}\
         const listed = {lengths};\n\
         if (listed > 0) send([{lists}], listed);\n\
         const fields = {{ {slots} }};\n\
         const made = build(fields, {arguments});\n\
         return makers[ledger[{SHAPE}]](fields, made);\n}});\n",
        slots = slots.join(", "),
        lengths = lengths.join(" + "),
        lists = lists.join(", "),
        arguments = arguments.join(", "),
    )
}

#[derive(Default)]
struct Reader {
    body: String,
    flags: usize,
    strings: usize,
    counted: usize,
    /// The statements that enter lengths and counts into the ledger.
    counts: String,
    lists: Vec<&'static str>,
    arguments: Vec<String>,
    /// The values that stay here.
    slots: Vec<&'static str>,
}

impl Reader {
    fn line(&mut self, line: std::fmt::Arguments) {
        // Writing to a String cannot fail.
        let _ = writeln!(self.body, "{line}");
    }

    /// A name for a value, unless it is bound to it already.
    fn constant(&mut self, name: &str, source: &str) {
        if name != source {
            self.line(format_args!("const {name} = {source};"));
        }
    }

    fn flag(&mut self, condition: &str) {
        let (word, bit) = (self.flags / WORD, self.flags % WORD);
        self.flags += 1;
        self.line(format_args!("if ({condition}) flags{word} |= 1 << {bit};"));
    }

    fn string(&mut self, name: &str) {
        let (word, bit) = (self.strings / WORD, self.strings % WORD);
        self.strings += 1;
        self.line(format_args!("if (typeof {name} === 'string') strings{word} |= 1 << {bit};"));
    }

    fn count(&mut self, number: &str) {
        let _ = writeln!(self.counts, "ledger[{}] = {number};", COUNTS + self.counted);
        self.counted += 1;
    }

    fn field(&mut self, name: &'static str, kind: Kind, source: &str) {
        match kind {
            Kind::Flag => return self.flag(source),
            Kind::Count => {
                // Kept now: the list that is counted may grow.
                self.constant(name, source);
                return self.count(name);
            }
            Kind::Json => {
                let path = path(source);
                self.line(format_args!("let {name} = filledArray({source});"));
                self.flag(name);
                self.line(format_args!("if ({name}) {name} = json({name}, '{path}');"));
            }
            _ => self.constant(name, source),
        }
        if !matches!(kind, Kind::Read | Kind::Texts) {
            self.slots.push(name);
        }
        match kind {
            Kind::Text | Kind::Read => {
                self.string(name);
                self.arguments.push(name.to_owned());
            }
            Kind::Array => self.arguments.push(name.to_owned()),
            Kind::Truthy => self.flag(name),
            Kind::Id => {
                let path = path(source);
                let made = format!("typeof {name} === 'string' ? undefined");
                self.line(format_args!("const {name}_slug = {made} : slug({name}, '{path}');"));
                self.line(format_args!("const {name}_text = {made} : text({name});"));
                self.string(name);
                self.arguments.extend(["", "_slug", "_text"].map(|part| format!("{name}{part}")));
            }
            Kind::Texts | Kind::PassedTexts => {
                self.lists.push(name);
                self.count(&format!("{name}.length"));
            }
            _ => {}
        }
    }
}

/// How messages name a field: from the input's root.
fn path(source: &str) -> String {
    if source.starts_with("ctx.") { source.to_owned() } else { format!("ctx.{source}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ledger_has_room_for_every_field() {
        let mut reader = Reader::default();
        for field in FIELDS {
            reader.field(field.name, field.kind, field.source);
        }
        assert!(reader.flags <= (STRINGS - FLAGS) * WORD);
        assert!(reader.strings <= (COUNTS - STRINGS) * WORD);
        assert!(reader.counted <= NUMBERS - COUNTS);
    }
}
