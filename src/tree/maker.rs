//! The maker of a shape: the source text of a JavaScript function that makes each tree of it.
//!
//! Only constants of this crate enter the text. Slots are members of the function's first
//! parameter, `fields`; the name that Rust makes is the second one.

use std::fmt::Write;
use std::mem;

use super::{Constant, Tree};
use crate::bridge::leaf::Number;
use crate::bridge::wire;
use crate::input::Slot;

/// Writes the function.
#[derive(Default)]
pub struct Maker {
    /// How many local variables have been numbered.
    locals: usize,
    /// Reads all that calls share, the wire, before user code can run: a setter on
    /// `Object.prototype` could call `buildJobManifest` again and overwrite it.
    shared: String,
    /// The statements between these and the `return`.
    statements: String,
    /// The expression that is being written.
    expression: String,
    /// What follows the literal of the array or object that is being written.
    container: Container,
    /// The rows that [`Tree::column`] means.
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

impl Maker {
    /// The source text of the function, `function (fields, jobName) { … }`, for the tree that
    /// `describe` describes.
    pub fn source(describe: impl FnOnce(&mut Self)) -> String {
        let mut maker = Self::default();
        describe(&mut maker);
        format!(
            "function (fields, jobName) {{\n{}{}return {};\n}}",
            maker.shared, maker.statements, maker.expression
        )
    }

    /// A name for a local variable.
    fn local(&mut self) -> String {
        self.locals += 1;
        format!("l{}", self.locals)
    }

    /// Continues the expression.
    fn write(&mut self, text: &str) {
        self.expression.push_str(text);
    }

    /// Adds a statement.
    fn state(&mut self, statement: &str) {
        self.statements.push_str(statement);
        self.statements.push('\n');
    }

    /// Writes the expression that `value` describes into a text by itself.
    fn aside(&mut self, value: impl FnOnce(&mut Self)) -> String {
        let outer = mem::take(&mut self.expression);
        value(self);
        mem::replace(&mut self.expression, outer)
    }

    /// Writes an array or object with `content`.
    fn container(&mut self, brackets: [&str; 2], content: impl FnOnce(&mut Self)) {
        let outer = mem::take(&mut self.container);
        let literal = self.aside(content);
        let container = mem::replace(&mut self.container, outer);
        let [open, close] = brackets;
        if let Some(local) = container.local {
            self.state(&format!("const {local} = {open}{literal}{close};"));
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

    /// Adds a statement that follows the container's literal.
    fn complete(&mut self, statement: &str) {
        self.container.statements.push_str(statement);
        self.container.statements.push('\n');
    }
}

impl Tree for Maker {
    fn object(&mut self, members: impl FnOnce(&mut Self)) {
        self.container(["{ ", "}"], members);
    }

    fn member(&mut self, key: &'static str, value: impl FnOnce(&mut Self)) {
        self.write(&format!("{}: ", quote(key)));
        value(self);
        self.write(", ");
    }

    fn assign(&mut self, object: Slot) {
        let (local, object) = (self.container_local(), field(object));
        self.complete(&format!("assignMembers({local}, {object});"));
    }

    fn array(&mut self, items: impl FnOnce(&mut Self)) {
        self.container(["[", "]"], items);
    }

    fn item(&mut self, value: impl FnOnce(&mut Self)) {
        let item = self.aside(value);
        match &self.container.local {
            // After a loop the literal is closed.
            Some(array) => {
                let statement = format!("{array}[{array}.length] = {item};");
                self.complete(&statement);
            }
            None => self.write(&format!("{item}, ")),
        }
    }

    fn each(&mut self, rows: Slot, width: usize, value: impl Fn(&mut Self)) {
        let (array, rows) = (self.container_local(), field(rows));
        let outer = mem::replace(&mut self.rows, rows.clone());
        let item = self.aside(value);
        self.rows = outer;
        self.complete(&format!(
            "for (let i = 0; i < {rows}.length; i += {width}) {array}[{array}.length] = {item};"
        ));
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

    fn job_name(&mut self) {
        self.write("jobName");
    }

    fn escaped(&mut self, slot: Slot) {
        self.write(&format!("escapeForShell({})", field(slot)));
    }

    fn quoted_each(&mut self, array: Slot) {
        self.write(&format!("quoteEach({})", field(array)));
    }

    fn concat(&mut self, operands: impl FnOnce(&mut Self)) {
        let whole = self.aside(operands);
        self.write(if whole.is_empty() { "\"\"" } else { &whole });
    }

    fn operand(&mut self, value: impl FnOnce(&mut Self)) {
        let operand = self.aside(value);
        if let Some(constant) = operand.strip_prefix('"')
            && self.expression.ends_with('"')
        {
            // Two constants in a row are one.
            self.expression.pop();
            self.write(constant);
        } else {
            let plus = if self.expression.is_empty() { "" } else { " + " };
            self.write(&format!("{plus}{operand}"));
        }
    }

    fn number(&mut self, number: Number) {
        let local = self.local();
        let _ = writeln!(self.shared, "const {local} = wire[{}];", wire::number(number));
        self.write(&local);
    }

    fn when(&mut self, condition: bool) -> bool {
        condition
    }

    fn define(&mut self, name: &'static str, value: impl FnOnce(&mut Self)) {
        let value = self.aside(value);
        self.state(&format!("const {name} = {value};"));
    }

    fn alias(&mut self, name: &'static str) {
        self.write(name);
    }
}

/// The expression of a slot.
fn field(slot: Slot) -> String {
    format!("fields.{}", slot.0)
}

/// A JavaScript string literal.
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
    use super::super::{Tree, tree};
    use super::{Maker, Number, Slot};

    const OPTIONAL: Slot = Slot("optional");
    const ROWS: Slot = Slot("rows");
    const MORE: Slot = Slot("more");

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
            "labels": { "made": do { t.job_name() }, if (optional) ..(MORE), },
            "joined": do {
                t.concat(|t| {
                    t.operand(|t| t.constant("it's "));
                    t.operand(|t| t.job_name());
                    t.operand(|t| t.slot(OPTIONAL));
                });
            },
            "nothing": do { t.concat(|_| {}) },
            "line": do {
                t.concat(|t| {
                    t.operand(|t| t.constant("run '"));
                    t.operand(|t| t.escaped(OPTIONAL));
                    t.operand(|t| t.constant("'"));
                    t.operand(|t| t.constant(" --"));
                    t.operand(|t| t.quoted_each(ROWS));
                });
            },
            "number": %(Number::Wake),
        });
    }

    #[test]
    fn writes_a_function_of_slots_and_texts() {
        let source = Maker::source(|t| describe(t, true));
        assert_eq!(
            source,
            r#"function (fields, jobName) {
const l3 = wire[11];
const shared = { "a.b/c": "it's \"\\\u{a}", "n": 1, };
const l1 = ["first", ];
for (let i = 0; i < fields.rows.length; i += 2) l1[l1.length] = { "x": fields.rows[i + 0], "y": fields.rows[i + 1], };
l1[l1.length] = [true, null, ];
const l2 = { "made": jobName, };
assignMembers(l2, fields.more);
return { "shared": shared, "again": shared, "optional": fields.optional, "list": l1, "labels": l2, "joined": "it's " + jobName + fields.optional, "nothing": "", "line": "run '" + escapeForShell(fields.optional) + "' --" + quoteEach(fields.rows), "number": l3, };
}"#
        );
    }

    #[test]
    fn an_absent_part_leaves_no_trace() {
        assert!(!Maker::source(|t| describe(t, false)).contains("\"optional\""));
    }
}
