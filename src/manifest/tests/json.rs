//! Reads the description of a value as JSON.

use std::collections::HashMap;
use std::mem;

use serde_json::{Map, Value, json};

use crate::bridge::engine::Made;
use crate::bridge::reader::NUMBERS;
use crate::env::KNOWN;
use crate::env_layers::{GIVEN, HOME};
use crate::input::Slot;
use crate::tree::{Constant, Tree};

/// Takes a value from its description; `None` is `undefined`, which JSON leaves out.
pub struct Json<'a> {
    fields: &'a Value,
    strings: &'a [String],
    plan: &'a [i32],
    numbers: [usize; 5],
    value: Option<Value>,
    members: Map<String, Value>,
    items: Vec<Value>,
    row: &'a [Value],
    anchors: HashMap<&'static str, Option<Value>>,
}

impl<'a> Json<'a> {
    /// A reader of descriptions whose slots are `fields` and whose texts are `strings`.
    pub fn new(
        fields: &'a Value,
        strings: &'a [String],
        plan: &'a [i32],
        numbers: [usize; 5],
    ) -> Self {
        Self {
            fields,
            strings,
            plan,
            numbers,
            value: None,
            members: Map::new(),
            items: Vec::new(),
            row: &[],
            anchors: HashMap::new(),
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

    fn assign(&mut self, pairs: Slot) {
        for pair in self.rows(pairs).chunks(2) {
            self.members.insert(pair[0].as_str().unwrap().to_owned(), pair[1].clone());
        }
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

    fn made(&mut self, Made(number): Made) {
        self.value = Some(self.strings[number].clone().into());
    }

    fn joined(&mut self, start: &'static str, Made(rest): Made) {
        self.value = Some(format!("{start}{}", self.strings[rest]).into());
    }

    fn number(&mut self, place: usize) {
        self.value = Some(self.numbers[place - NUMBERS].into());
    }

    fn when(&mut self, condition: bool) -> bool {
        condition
    }

    fn anchor(&mut self, name: &'static str, value: impl FnOnce(&mut Self)) {
        value(self);
        self.anchors.insert(name, self.value.clone());
    }

    fn alias(&mut self, name: &'static str) {
        self.value = self.anchors[name].clone();
    }

    /// The environment, the one list there is.
    fn list(&mut self, _: &'static str) {
        let index = |&number: &i32| usize::try_from(number).ok();
        let name = |number| match number {
            number if number < HOME => json!(KNOWN[number].0),
            HOME => json!("HOME"),
            number => self.fields["env_names"][number - GIVEN].clone(),
        };
        let value = |number: &i32| match index(number) {
            None => json!(self.strings[usize::try_from(-1 - number).unwrap()]),
            Some(number) if number < HOME => self.fields[KNOWN[number].1.unwrap().0].clone(),
            Some(HOME) => json!("/paperclip"),
            Some(number) => self.fields["env_values"][number - GIVEN].clone(),
        };
        let (literals, sources) = self.plan[2..].split_at(2 * index(&self.plan[0]).unwrap());
        let literals = literals.chunks(2).map(
            |entry| json!({ "name": name(index(&entry[0]).unwrap()), "value": value(&entry[1]) }),
        );
        let sources =
            sources.iter().map(|source| self.fields["value_from"][index(source).unwrap()].clone());
        self.value = Some(literals.chain(sources).collect());
    }
}
