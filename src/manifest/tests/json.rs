//! Reads the description of a value as JSON.

use std::collections::HashMap;
use std::mem;

use serde_json::{Map, Value};

use crate::bridge::leaf::Number;
use crate::input::Slot;
use crate::prompt::Prompt;
use crate::tree::{Constant, Tree};

/// Takes a value from its description; `None` is `undefined`, which JSON leaves out.
pub struct Json<'a> {
    fields: &'a Value,
    name: &'a str,
    prompt: Prompt,
    value: Option<Value>,
    members: Map<String, Value>,
    items: Vec<Value>,
    joined: String,
    row: &'a [Value],
    defined: HashMap<&'static str, Option<Value>>,
}

impl<'a> Json<'a> {
    /// A reader of descriptions whose slots are `fields`.
    pub fn new(fields: &'a Value, name: &'a str, prompt: Prompt) -> Self {
        Self {
            fields,
            name,
            prompt,
            value: None,
            members: Map::new(),
            items: Vec::new(),
            joined: String::new(),
            row: &[],
            defined: HashMap::new(),
        }
    }

    /// The value that was described.
    pub fn value(self) -> Value {
        self.value.unwrap_or_default()
    }

    fn field(&self, slot: Slot) -> Option<&'a Value> {
        self.fields.get(slot.0)
    }

    fn rows(&self, slot: Slot) -> &'a [Value] {
        self.field(slot).and_then(Value::as_array).map_or(&[], Vec::as_slice)
    }
}

impl Tree for Json<'_> {
    fn object(&mut self, members: impl FnOnce(&mut Self)) {
        let outer = mem::take(&mut self.members);
        members(self);
        self.value = Some(mem::replace(&mut self.members, outer).into());
    }

    fn member(&mut self, key: &'static str, value: impl FnOnce(&mut Self)) {
        value(self);
        if let Some(value) = self.value.take() {
            self.members.insert(key.to_owned(), value);
        }
    }

    fn assign(&mut self, object: Slot) {
        let members = self.field(object).and_then(Value::as_object).unwrap();
        self.members.extend(members.clone());
    }

    fn array(&mut self, items: impl FnOnce(&mut Self)) {
        let outer = mem::take(&mut self.items);
        items(self);
        self.value = Some(mem::replace(&mut self.items, outer).into());
    }

    fn item(&mut self, value: impl FnOnce(&mut Self)) {
        value(self);
        let value = self.value.take().unwrap_or_default();
        self.items.push(value);
    }

    fn each(&mut self, rows: Slot, width: usize, value: impl Fn(&mut Self)) {
        for row in self.rows(rows).chunks(width) {
            self.row = row;
            self.item(&value);
        }
    }

    fn column(&mut self, index: usize) {
        self.value = Some(self.row[index].clone());
    }

    fn constant(&mut self, constant: impl Into<Constant>) {
        self.value = Some(match constant.into() {
            Constant::Text(text) => text.into(),
            Constant::Integer(number) => number.into(),
            Constant::Boolean(boolean) => boolean.into(),
            Constant::Null => Value::Null,
        });
    }

    fn slot(&mut self, slot: Slot) {
        self.value = self.field(slot).cloned();
    }

    fn job_name(&mut self) {
        self.value = Some(self.name.into());
    }

    fn escaped(&mut self, slot: Slot) {
        self.value = Some(escape(self.fields[slot.0].as_str().unwrap()).into());
    }

    fn quoted_each(&mut self, array: Slot) {
        let quote = |value: &Value| format!(" '{}'", escape(value.as_str().unwrap()));
        self.value = Some(self.rows(array).iter().map(quote).collect::<String>().into());
    }

    fn concat(&mut self, operands: impl FnOnce(&mut Self)) {
        let outer = mem::take(&mut self.joined);
        operands(self);
        self.value = Some(mem::replace(&mut self.joined, outer).into());
    }

    fn operand(&mut self, value: impl FnOnce(&mut Self)) {
        value(self);
        self.joined += self.value.take().unwrap().as_str().unwrap();
    }

    fn number(&mut self, number: Number) {
        self.value = Some(self.prompt.number(number).into());
    }

    fn when(&mut self, condition: bool) -> bool {
        condition
    }

    fn define(&mut self, name: &'static str, value: impl FnOnce(&mut Self)) {
        value(self);
        self.defined.insert(name, self.value.take());
    }

    fn alias(&mut self, name: &'static str) {
        self.value = self.defined[name].clone();
    }
}

fn escape(argument: &str) -> String {
    argument.replace('\'', "'\\''")
}
