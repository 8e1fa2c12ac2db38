//! The reader: the function that users import, as JavaScript source text. It reads every field of
//! the input, puts the environment together, and calls the native `decide`. The texts that Rust
//! looks at are arguments, small numbers cross on the [`wire`](super::wire), and values that only
//! pass through become the members of one object, from which a maker takes them.

use std::fmt::Write;

use super::wire::{FLAGS, LENGTHS, MAKER};
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
    /// The expressions whose values are lengths.
    lengths: Vec<String>,
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

    /// A field of the input.
    fn field(&mut self, &Field { name, kind, source }: &Field) {
        if kind == Kind::Flag {
            return self.flag(source);
        }
        self.pass(name, source);
        match kind {
            Kind::Flag => {}
            Kind::Optional => self.flag(name),
            Kind::Id => {
                self.flag(&format!("typeof {name} !== 'string'"));
                let (slug, text) = (format!("{name}_slug"), format!("{name}_text"));
                let path = quote(&path(source));
                self.line(format_args!(
                    "const {slug} = typeof {name} === 'string' ? undefined : slug({name}, {path});"
                ));
                self.line(format_args!("const {text} = textOfValue({name});"));
                self.arguments.extend([text, slug]);
            }
            Kind::Length => self.lengths.push(format!("{name}.length")),
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
        self.line(format_args!("wire[{FLAGS}] = flags;"));
        for (place, length) in (LENGTHS..).zip(std::mem::take(&mut self.lengths)) {
            self.line(format_args!("wire[{place}] = {length};"));
        }
        format!(
            "const buildJobManifest = (function buildJobManifest(input) {{\n\
             let flags = 0;\n\
             {}\
             const jobName = decide(fields, {});\n\
             return makers[wire[{MAKER}]](fields, jobName);\n\
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
        assert!(reader.flags <= (LENGTHS - FLAGS) * 32);
        assert!(reader.lengths.len() <= NUMBERS - LENGTHS);
    }
}
