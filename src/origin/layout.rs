//! The description of the manifest, read as a tree of what each field is filled from.

use std::collections::BTreeMap;

use super::steps::Steps;
use crate::bridge::engine::Engine;
use crate::bridge::leaf::Number;
use crate::decide;
use crate::input::{FIELDS, IdSpans, Input, Kind, Slot, Source};
use crate::text::units::Units;
use crate::tree::{Constant, Tree};
use crate::validate_input::Value;

/// A part of what a field is filled from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece {
    /// A slot.
    Slot(&'static str),
    /// A column of a row.
    Row {
        /// The slot of the rows.
        slot: &'static str,
        /// The row.
        row: usize,
        /// The column.
        column: usize,
    },
    /// The Job's name.
    JobName,
}

/// A field, a list or an object.
#[derive(Debug, Default)]
pub struct Node {
    /// What it is filled from; nothing if it is a list, an object or always the same.
    pub pieces: Vec<Piece>,
    /// What is in it.
    pub members: BTreeMap<String, Self>,
    /// The slot whose members are added.
    pub assigned: Option<&'static str>,
    /// The name of the definition that is here.
    alias: Option<&'static str>,
}

/// The whole manifest, for one input.
#[derive(Default)]
pub struct Layout {
    /// The result.
    root: Node,
    /// What was defined, by name.
    definitions: BTreeMap<&'static str, Node>,
    /// The name of the definition that is being read.
    defining: Option<&'static str>,
    /// Where the field is that is being read.
    at: Vec<String>,
    /// The number of items so far in each list around it.
    counts: Vec<usize>,
    /// The row that is being read, and the slot of the rows.
    row: Option<(&'static str, usize)>,
    /// The number of secret volumes.
    volumes: usize,
    /// Whether parts are read whose conditions do not hold.
    reads_all: bool,
}

impl Layout {
    /// Reads the description.
    pub fn new(input: &Value) -> Self {
        let volumes = input.at(&["selfPod", "secretVolumes"]).items().len();
        let mut layout = Self { volumes, ..Self::default() };
        let read = Input::read(Conditions { input, fields: FIELDS.iter() });
        if let Ok(mut manifest) = decide::decide(&mut NoEngine, &read, &mut Vec::new()) {
            for is_staged in [false, true] {
                manifest.prompt.is_staged = is_staged;
                manifest.describe(&mut layout);
            }
        }
        layout
    }

    /// The node at a path under a member of the result, and the steps that lead further.
    pub fn find<'s>(&self, root: &str, steps: Steps<'s>) -> (&Node, Steps<'s>) {
        let mut node = self.root.members.get(root).unwrap_or(&self.root);
        for (index, step) in steps.iter().enumerate() {
            node = self.resolve(node);
            if node.assigned.is_some() {
                return (node, steps.get(index..).unwrap_or_default());
            }
            match node.members.get(&step.name()) {
                Some(member) => node = member,
                None => return (node, steps.get(index..).unwrap_or_default()),
            }
        }
        (self.resolve(node), &[])
    }

    /// The definition that is meant.
    pub fn resolve<'n>(&'n self, node: &'n Node) -> &'n Node {
        node.alias.and_then(|name| self.definitions.get(name)).unwrap_or(node)
    }

    /// The node that is being read.
    fn node(&mut self) -> &mut Node {
        let root = match self.defining {
            Some(name) => self.definitions.entry(name).or_default(),
            None => &mut self.root,
        };
        self.at.iter().fold(root, |node, name| node.members.entry(name.clone()).or_default())
    }

    /// Adds what the node is filled from.
    fn add(&mut self, piece: Piece) {
        let node = self.node();
        if !node.pieces.contains(&piece) {
            node.pieces.push(piece);
        }
    }
}

impl Tree for Layout {
    fn object(&mut self, members: impl FnOnce(&mut Self)) {
        self.node();
        members(self);
    }

    fn member(&mut self, key: &'static str, value: impl FnOnce(&mut Self)) {
        let outer = self.reads_all;
        self.reads_all |= key == "claudeArgs";
        self.at.push(key.to_owned());
        value(self);
        self.at.pop();
        self.reads_all = outer;
    }

    fn assign(&mut self, object: Slot) {
        self.node().assigned = Some(object.0);
    }

    fn array(&mut self, items: impl FnOnce(&mut Self)) {
        self.node();
        self.counts.push(0);
        items(self);
        self.counts.pop();
    }

    fn item(&mut self, value: impl FnOnce(&mut Self)) {
        let index = self.counts.last().copied().unwrap_or_default();
        self.at.push(index.to_string());
        value(self);
        self.at.pop();
        if let Some(count) = self.counts.last_mut() {
            *count += 1;
        }
    }

    fn each(&mut self, rows: Slot, width: usize, value: impl Fn(&mut Self)) {
        let count = if width > 1 { self.volumes } else { 1 };
        for row in 0..count {
            self.row = Some((rows.0, row));
            self.item(&value);
        }
        self.row = None;
    }

    fn column(&mut self, column: usize) {
        if let Some((slot, row)) = self.row {
            self.add(Piece::Row { slot, row, column });
        }
    }

    fn constant(&mut self, _: impl Into<Constant>) {
        self.node();
    }

    fn slot(&mut self, slot: Slot) {
        self.add(Piece::Slot(slot.0));
    }

    fn job_name(&mut self) {
        self.add(Piece::JobName);
    }

    fn escaped(&mut self, slot: Slot) {
        self.slot(slot);
    }

    fn quoted_each(&mut self, array: Slot) {
        self.slot(array);
    }

    fn concat(&mut self, operands: impl FnOnce(&mut Self)) {
        operands(self);
    }

    fn operand(&mut self, value: impl FnOnce(&mut Self)) {
        value(self);
    }

    fn number(&mut self, _: Number) {}

    fn when(&mut self, condition: bool) -> bool {
        condition || self.reads_all
    }

    fn define(&mut self, name: &'static str, value: impl FnOnce(&mut Self)) {
        let outer = (
            std::mem::take(&mut self.at),
            self.defining.replace(name),
            std::mem::replace(&mut self.reads_all, true),
        );
        value(self);
        (self.at, self.defining, self.reads_all) = outer;
    }

    fn alias(&mut self, name: &'static str) {
        self.node().alias = Some(name);
    }
}

/// An input of which only the conditions matter: all hold, apart from the claim's, which decides
/// where in their list the volumes after it are.
struct Conditions<'a> {
    /// The input.
    input: &'a Value,
    /// The fields that are yet to be read.
    fields: std::slice::Iter<'static, crate::input::Field>,
}

impl Source for Conditions<'_> {
    fn id(&mut self) -> IdSpans {
        self.fields.next();
        IdSpans::default()
    }

    fn flag(&mut self) -> bool {
        let field = self.fields.next();
        let is_claim =
            field.is_some_and(|field| field.kind == Kind::Optional && field.name == "claim_name");
        !is_claim || self.input.at(&["selfPod", "pvcClaimName"]).is_truthy()
    }

    fn length(&mut self) -> usize {
        self.fields.next();
        0
    }

    fn into_texts(self) -> Units {
        Units::default()
    }
}

/// Counts nothing.
struct NoEngine;

impl Engine for NoEngine {
    type Error = ();

    fn refuse_length(&mut self) {}

    fn utf8_length(&mut self, _: Slot) -> Result<usize, ()> {
        Ok(0)
    }
}
