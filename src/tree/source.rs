//! The shape of a tree, as the source text of a JavaScript function of its leaves.
//!
//! Only constants of this crate enter the text: a dynamic leaf is a parameter.

use std::fmt::Write;
use std::mem;

use super::{Constant, Tree};

/// Writes a function that makes the tree from its leaves.
#[derive(Default)]
pub struct Source {
    leaves: usize,
    locals: usize,
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
    /// The source text of the function, `(a0, a1, …) => { … }`, for the tree that `describe`
    /// describes.
    pub fn of(describe: impl FnOnce(&mut Self)) -> String {
        let mut source = Self::default();
        describe(&mut source);
        let parameters: Vec<_> = (0..source.leaves).map(|leaf| format!("a{leaf}")).collect();
        format!(
            "({}) => {{\n{}return {};\n}}",
            parameters.join(", "),
            source.statements,
            source.expression
        )
    }

    fn parameter(&mut self) -> String {
        self.leaves += 1;
        format!("a{}", self.leaves - 1)
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

impl<V: Copy> Tree<V> for Source {
    fn object(&mut self, members: impl FnOnce(&mut Self)) {
        self.container(["{ ", "}"], members);
    }

    fn member(&mut self, key: &'static str, value: impl FnOnce(&mut Self)) {
        self.write(&format!("{}: ", quote(key)));
        value(self);
        self.write(", ");
    }

    fn assign(&mut self, pairs: V) {
        let _ = pairs;
        let (object, pairs) = (self.container_local(), self.parameter());
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
            Some(array) => self.container.statements += &format!("{array}.push({item});\n"),
            None => self.write(&format!("{item}, ")),
        }
    }

    fn each(&mut self, rows: V, width: usize, value: impl FnOnce(&mut Self)) {
        let _ = rows;
        let (array, rows) = (self.container_local(), self.parameter());
        let outer = mem::replace(&mut self.rows, rows.clone());
        let item = self.aside(value);
        self.rows = outer;
        self.container.statements += &format!(
            "for (let i = 0; i < {rows}.length; i += {width}) {array}.push({item});\n"
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

    fn leaf(&mut self, _: V) {
        let parameter = self.parameter();
        self.write(&parameter);
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

    fn call(&mut self, name: &'static str, arguments: impl FnOnce(&mut Self)) {
        self.write(&format!("{name}("));
        let outer = mem::take(&mut self.container);
        arguments(self);
        self.container = outer;
        self.write(")");
    }
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
    use super::super::leaves::Leaves;
    use super::super::{Tree, tree};
    use super::Source;

    fn describe<T: Tree<&'static str>>(t: &mut T, optional: bool) {
        tree!(t, {
            "shared": &shared { "a.b/c": "it's \"\\\n", "n": 1, },
            "again": *shared,
            if (optional) "optional": ("leaf"),
            "list": [
                "first",
                for [2] ("rows") { "x": #0, "y": #1, },
                if (optional) [true, null,],
            ],
            "labels": { "fixed": ("fixed"), some pairs = (Some("pairs")) ..(pairs), },
            "made": @make[("one"), ("two"),],
        });
    }

    #[test]
    fn writes_a_function_of_the_leaves() {
        let mut leaves = Vec::new();
        assert_eq!(Leaves::take(&mut leaves, |t| describe(t, true)), 0b1111);
        assert_eq!(leaves, ["leaf", "rows", "fixed", "pairs", "one", "two"]);
        let source = Source::of(|t| describe(t, true));
        assert_eq!(
            source,
            r#"(a0, a1, a2, a3, a4, a5) => {
const shared = { "a.b/c": "it's \"\\\u{a}", "n": 1, };
const l1 = ["first", ];
for (let i = 0; i < a1.length; i += 2) l1.push({ "x": a1[i + 0], "y": a1[i + 1], });
l1.push([true, null, ]);
const l2 = { "fixed": a2, };
for (let i = 0; i < a3.length; i += 2) l2[a3[i]] = a3[i + 1];
return { "shared": shared, "again": shared, "optional": a0, "list": l1, "labels": l2, "made": make(a4, a5, ), };
}"#
        );
    }

    #[test]
    fn an_absent_part_is_another_shape() {
        let mut leaves = Vec::new();
        assert_eq!(Leaves::take(&mut leaves, |t| describe(t, false)), 0b1001);
        assert_eq!(leaves, ["rows", "fixed", "pairs", "one", "two"]);
        assert!(!Source::of(|t| describe(t, false)).contains("optional"));
    }
}
