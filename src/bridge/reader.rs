//! The reader: the function that users import, as JavaScript source text. It reads every field of
//! the input, puts the environment together, and calls the native `decide`. The texts that Rust
//! looks at are arguments, small numbers cross on the [`wire`](super::wire), and values that only
//! pass through become the members of one object, from which a maker takes them.

use std::fmt::Write;

use super::wire::{FLAGS, LENGTHS, MAKER, STRINGS, TEXTS_PENDING};
use crate::env::{ENVIRONMENT, HOME, Presence, VARIABLES, Variable};
use crate::input::{BINDINGS, FIELDS, Field, Kind, PASSED};
use crate::tree::maker::quote;

/// The source text of `buildJobManifest`.
#[must_use]
pub fn source() -> String {
    source_for(BINDINGS, PASSED, FIELDS, VARIABLES)
}

/// The same for other fields and variables.
pub fn source_for(
    bindings: &[(&str, &str)],
    passed: &[(&'static str, &str)],
    fields: &[Field],
    variables: &[Variable],
) -> String {
    let mut reader = Reader::default();
    for (name, source) in bindings {
        reader.constant(name, source);
    }
    for (name, source) in passed {
        reader.pass(name, source);
    }
    for field in fields {
        reader.field(field);
    }
    reader.environment(variables);
    reader.finish()
}

/// The statements that have been written, and what they leave to the last ones.
#[derive(Default)]
struct Reader {
    /// The statements.
    body: String,
    /// How many conditions there are.
    flags: usize,
    /// How many values may be strings.
    strings: usize,
    /// The expressions whose values are lengths.
    lengths: Vec<String>,
    /// The array of texts.
    list: Option<&'static str>,
    /// The arguments of `decide`.
    arguments: Vec<String>,
    /// The values that stay here.
    slots: Vec<&'static str>,
}

impl Reader {
    /// Adds a statement.
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

    /// A value that stays in JavaScript.
    fn pass(&mut self, name: &'static str, source: &str) {
        self.constant(name, source);
        self.slots.push(name);
    }

    /// A condition.
    fn flag(&mut self, condition: &str) {
        let bit = self.flags;
        self.flags += 1;
        self.line(format_args!("if ({condition}) flags |= 1 << {bit};"));
    }

    /// An argument that is read if it is a string.
    fn text(&mut self, name: &str) {
        let bit = self.strings;
        self.strings += 1;
        self.line(format_args!("if (typeof {name} === 'string') strings |= 1 << {bit};"));
        self.arguments.push(name.to_owned());
    }

    /// A field of the input.
    fn field(&mut self, &Field { name, kind, source }: &Field) {
        match kind {
            Kind::Flag => return self.flag(source),
            Kind::TextOnly => self.constant(name, source),
            _ => self.pass(name, source),
        }
        match kind {
            Kind::Flag => {}
            Kind::TextOnly | Kind::TextAndValue => self.text(name),
            Kind::Optional => self.flag(name),
            Kind::Id => {
                let path = quote(&path(source));
                let computed = format!("typeof {name} === 'string' ? undefined");
                self.line(format_args!("const {name}_slug = {computed} : slug({name}, {path});"));
                self.line(format_args!("const {name}_text = {computed} : textOfValue({name});"));
                self.text(name);
                self.arguments.extend(["_slug", "_text"].map(|part| format!("{name}{part}")));
            }
            Kind::Length => self.lengths.push(format!("{name}.length")),
            Kind::Texts => {
                self.lengths.push(format!("{name}.length"));
                self.list = Some(name);
            }
        }
    }

    /// The layers of the environment.
    fn environment(&mut self, variables: &[Variable]) {
        self.line(format_args!("const known = inheritVariables(inheritedEnv);"));
        for (index, Variable { name, presence, source }) in variables.iter().enumerate() {
            let (value, name) = (format!("v{index}"), quote(name));
            match presence {
                Presence::Always => {
                    self.line(format_args!("setVariable(known, inheritedEnv, {name}, {source});"));
                }
                Presence::Given => self.line(format_args!(
                    "const {value} = {source};\n\
                     if ({value}) setVariable(known, inheritedEnv, {name}, {value});"
                )),
                Presence::Listed => self.line(format_args!(
                    "const {value} = nonEmptyArray({source});\n\
                     if ({value}) setVariable(known, inheritedEnv, {name}, toJson({value}, {}));",
                    quote(&path(source))
                )),
            }
        }
        let (environment, home) = (ENVIRONMENT.0, quote(HOME));
        self.line(format_args!(
            "const {environment} = finishEnvironment(known, inheritedEnv, config.env, {home}, pod.inheritedEnvValueFrom);"
        ));
        self.slots.push(environment);
    }

    /// The whole function. From the first number on the wire to the call of the maker, no code of
    /// the caller's can run: calls share the wire.
    fn finish(mut self) -> String {
        self.line(format_args!("const fields = {{ {} }};", self.slots.join(", ")));
        self.line(format_args!("wire[{TEXTS_PENDING}] = 1;"));
        self.line(format_args!("wire[{FLAGS}] = flags;\nwire[{STRINGS}] = strings;"));
        for (place, length) in (LENGTHS..).zip(std::mem::take(&mut self.lengths)) {
            self.line(format_args!("wire[{place}] = {length};"));
        }
        if let Some(list) = self.list {
            self.line(format_args!("if ({list}.length > 0) sendTexts({list});"));
        }
        format!(
            "const buildJobManifest = (function buildJobManifest(input) {{\n\
             let flags = 0, strings = 0;\n\
             {}\
             const texts = decide(fields, {});\n\
             return makers[wire[{MAKER}]](fields, texts);\n\
             }});\n",
            self.body,
            self.arguments.join(", "),
        )
    }
}

/// How messages name a field: from the input's root.
fn path(source: &str) -> String {
    if source.starts_with("ctx.") { source.to_owned() } else { format!("ctx.{source}") }
}

#[cfg(test)]
mod tests {
    use super::super::wire::NUMBERS;
    use super::*;

    #[test]
    fn the_wire_has_room_for_every_field() {
        let mut reader = Reader::default();
        for field in FIELDS {
            reader.field(field);
        }
        assert!(reader.flags <= (STRINGS - FLAGS) * 32);
        assert!(reader.strings <= (LENGTHS - STRINGS) * 32);
        assert!(reader.lengths.len() <= NUMBERS - LENGTHS);
        let lists = FIELDS.iter().filter(|field| field.kind == Kind::Texts).count();
        assert!(lists <= 1, "`Units` keeps the texts of one list");
    }
}
