//! The shape of a tree, as the source text of a JavaScript function of its leaves.
//!
//! Only constants of this crate enter the text: the slots are the members of the first parameter,
//! and the glue takes the texts that were made from the second one.

use std::fmt::Write;
use std::mem;

use super::{Constant, Tree};
use crate::bridge::engine::Made;
use crate::input::Slot;

/// Writes a function that makes the tree from its leaves.
#[derive(Default)]
pub struct Source {
    locals: usize,
    /// The numbers of the texts that are used.
    made: Vec<usize>,
    /// The statements that come first of all, and after them those that make lists: what calls
    /// share may change as soon as code of the host's runs, such as a setter.
    first: String,
    lists: String,
    /// Statements before the `return`.
    statements: String,
    expression: String,
    /// What follows the literal of the array or object that is being written.
    container: Container,
    /// The identifier of the rows and of the loop variable that [`Tree::column`] means.
    rows: String,
}

/// An array or object that a literal alone cannot make.
#[derive(Default)]
struct Container {
    /// The local variable that holds it, once it needs one.
    local: Option<String>,
    /// The statements that complete it.
    statements: String,
}

impl Source {
    /// The source text of the function, `function (fields, made) { … }`, for the tree that
    /// `describe` describes.
    pub fn of(describe: impl FnOnce(&mut Self)) -> String {
        let mut source = Self::default();
        describe(&mut source);
        format!(
            "function (fields, made) {{\n{}{}{}return {};\n}}",
            source.first, source.lists, source.statements, source.expression
        )
    }

    fn local(&mut self) -> String {
        self.locals += 1;
        format!("l{}", self.locals)
    }

    fn write(&mut self, text: &str) {
        self.expression.push_str(text);
    }

    /// Writes the expression that `value` describes into a text of its own.
    fn aside(&mut self, value: impl FnOnce(&mut Self)) -> String {
        let outer = mem::take(&mut self.expression);
        value(self);
        mem::replace(&mut self.expression, outer)
    }

    fn container(&mut self, brackets: [&str; 2], content: impl FnOnce(&mut Self)) {
        let outer = mem::take(&mut self.container);
        let literal = self.aside(content);
        let container = mem::replace(&mut self.container, outer);
        let [open, close] = brackets;
        if let Some(local) = container.local {
            self.statements += &format!("const {local} = {open}{literal}{close};\n");
            self.statements += &container.statements;
            self.write(&local);
        } else {
            self.write(&format!("{open}{literal}{close}"));
        }
    }

    /// The local variable of the container that is being written.
    fn container_local(&mut self) -> String {
        if let Some(local) = &self.container.local {
            return local.clone();
        }
        let local = self.local();
        self.container.local.insert(local).clone()
    }
}

impl Tree for Source {
    fn object(&mut self, members: impl FnOnce(&mut Self)) {
        self.container(["{ ", "}"], members);
    }

    fn member(&mut self, key: &'static str, value: impl FnOnce(&mut Self)) {
        self.write(&format!("{}: ", quote(key)));
        value(self);
        self.write(", ");
    }

    fn assign(&mut self, pairs: Slot) {
        let (object, pairs) = (self.container_local(), field(pairs));
        self.container.statements += &format!(
            "for (let i = 0; i < {pairs}.length; i += 2) {object}[{pairs}[i]] = {pairs}[i + 1];\n"
        );
    }

    fn array(&mut self, items: impl FnOnce(&mut Self)) {
        self.container(["[", "]"], items);
    }

    fn item(&mut self, value: impl FnOnce(&mut Self)) {
        let item = self.aside(value);
        match &self.container.local {
            // After a loop the literal is closed.
            Some(array) => {
                self.container.statements += &format!("{array}[{array}.length] = {item};\n")
            }
            None => self.write(&format!("{item}, ")),
        }
    }

    fn each(&mut self, rows: Slot, width: usize, value: impl Fn(&mut Self)) {
        let (array, rows) = (self.container_local(), field(rows));
        let outer = mem::replace(&mut self.rows, rows.clone());
        let item = self.aside(value);
        self.rows = outer;
        self.container.statements += &format!(
            "for (let i = 0; i < {rows}.length; i += {width}) {array}[{array}.length] = {item};\n"
        );
    }

    fn column(&mut self, index: usize) {
        let column = format!("{}[i + {index}]", self.rows);
        self.write(&column);
    }

    fn constant(&mut self, constant: impl Into<Constant>) {
        let text = match constant.into() {
            Constant::Text(text) => quote(text),
            Constant::Integer(number) => number.to_string(),
            Constant::Boolean(boolean) => boolean.to_string(),
            Constant::Null => "null".to_owned(),
        };
        self.write(&text);
    }

    fn slot(&mut self, slot: Slot) {
        self.write(&field(slot));
    }

    fn made(&mut self, Made(number): Made) {
        if !self.made.contains(&number) {
            self.made.push(number);
            self.first += &format!("const t{number} = madeText(made, {number});\n");
        }
        self.write(&format!("t{number}"));
    }

    fn joined(&mut self, start: &'static str, rest: Made) {
        self.write(&format!("{} + ", quote(start)));
        self.made(rest);
    }

    fn number(&mut self, place: usize) {
        let local = self.local();
        self.first += &format!("const {local} = ledger[{place}];\n");
        self.write(&local);
    }

    fn when(&mut self, condition: bool) -> bool {
        condition
    }

    fn anchor(&mut self, name: &'static str, value: impl FnOnce(&mut Self)) {
        let node = self.aside(value);
        self.statements += &format!("const {name} = {node};\n");
        self.write(name);
    }

    fn alias(&mut self, name: &'static str) {
        self.write(name);
    }

    fn list(&mut self, name: &'static str) {
        let local = self.local();
        self.lists += &format!("const {local} = {name}(fields, made);\n");
        self.write(&local);
    }
}

fn field(slot: Slot) -> String {
    format!("fields.{}", slot.0)
}

/// A JavaScript string literal: JSON text is one (ECMA-262, since 2019).
pub fn quote(text: &str) -> String {
    let mut literal = String::with_capacity(text.len() + 2);
    literal.push('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => literal.extend(['\\', character]),
            ' '..='~' => literal.push(character),
            // Writing to a String cannot fail.
            _ => drop(write!(literal, "\\u{{{:x}}}", u32::from(character))),
        }
    }
    literal.push('"');
    literal
}

#[cfg(test)]
mod tests {
    use super::super::shape::Shape;
    use super::super::{Tree, tree};
    use super::{Made, Slot, Source};

    const OPTIONAL: Slot = Slot("optional");
    const ROWS: Slot = Slot("rows");
    const PAIRS: Slot = Slot("pairs");

    fn describe<T: Tree>(t: &mut T, optional: bool) {
        tree!(t, {
            "shared": &shared { "a.b/c": "it's \"\\\n", "n": 1, },
            "again": *shared,
            if (optional) "optional": (OPTIONAL),
            "list": [
                "first",
                for [2] (ROWS) { "x": #0, "y": #1, },
                if (optional) [true, null,],
            ],
            "labels": { "made": =(Made(1)), if (optional) ..(PAIRS), },
            "env": do { t.list("env") },
            "joined": do { t.joined("it's ", Made(0)) },
            "last": =(Made(1)),
            "number": %(7),
        });
    }

    #[test]
    fn writes_a_function_of_slots_and_texts() {
        let source = Source::of(|t| describe(t, true));
        assert_eq!(
            source,
            r#"function (fields, made) {
const t1 = madeText(made, 1);
const t0 = madeText(made, 0);
const l4 = ledger[7];
const l3 = env(fields, made);
const shared = { "a.b/c": "it's \"\\\u{a}", "n": 1, };
const l1 = ["first", ];
for (let i = 0; i < fields.rows.length; i += 2) l1[l1.length] = { "x": fields.rows[i + 0], "y": fields.rows[i + 1], };
l1[l1.length] = [true, null, ];
const l2 = { "made": t1, };
for (let i = 0; i < fields.pairs.length; i += 2) l2[fields.pairs[i]] = fields.pairs[i + 1];
return { "shared": shared, "again": shared, "optional": fields.optional, "list": l1, "labels": l2, "env": l3, "joined": "it's " + t0, "last": t1, "number": l4, };
}"#
        );
    }

    #[test]
    fn an_absent_part_is_another_shape() {
        assert_eq!(Shape::of(|t| describe(t, true)), 0b1111);
        assert_eq!(Shape::of(|t| describe(t, false)), 0b1000);
        assert!(!Source::of(|t| describe(t, false)).contains("optional"));
    }
}
