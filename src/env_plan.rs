//! How the layers of the main container's environment are put together.

use std::collections::HashMap;

use rustc_hash::FxBuildHasher;

use crate::env::{HOME, KNOWN};
use crate::input::{Input, Units};
use crate::text;

/// An entry of the environment: where its name and its value are. An index below `KNOWN.len()`
/// is one of [`KNOWN`], another one is `KNOWN.len()` more than one of `input.env_names`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Entry {
    name: usize,
    value: usize,
    /// The name as an array index: such names come first, in ascending order.
    array_index: Option<u32>,
}

/// Writes into `plan` the number of literal entries, the number of `valueFrom` entries, the
/// indexes of name and value of each literal entry, and the indexes of the `valueFrom` entries.
///
/// A layer overrides the value of an entry below it and leaves it in its place: what the
/// Deployment has, what is known of the run, `config.env`, `HOME`. A `valueFrom` entry never
/// overrides a literal one.
pub fn write<V>(plan: &mut Vec<i32>, known: &[Option<V>; HOME], input: &Input<V>, units: &Units) {
    let inherited = input.inherited_count;
    let names = || units.list(&input.env_names).enumerate().filter_map(|(index, name)| Some((index, name?)));
    let value_from = units.list(&input.value_from_names);

    let mut layers = Layers::default();
    layers.entries.reserve(units.list(&input.env_names).len() + KNOWN.len());
    let looks_up = units.list(&input.env_names).len() > inherited || value_from.len() > 0;
    for (index, name) in names().take_while(|&(index, _)| index < inherited) {
        layers.inherit(name, KNOWN.len() + index, looks_up);
    }
    for (index, _) in known.iter().enumerate().filter(|(_, value)| value.is_some()) {
        layers.set_known(index);
    }
    for (index, name) in names().skip_while(|&(index, _)| index < inherited) {
        layers.set(name, KNOWN.len() + index);
    }
    layers.set_known(HOME);

    plan.clear();
    plan.extend([0, 0]);
    let entries = layers.in_property_order();
    plan.extend(entries.iter().flat_map(|entry| [entry.name, entry.value]).map(narrow));
    let literals = plan.len();
    let kept = |name: Option<&[u16]>| name.is_none_or(|name| layers.find(name).is_none());
    plan.extend(value_from.enumerate().filter(|&(_, name)| kept(name)).map(|(index, _)| narrow(index)));
    let counts = [(literals - 2) / 2, plan.len() - literals];
    for (slot, count) in plan.iter_mut().zip(counts) {
        *slot = narrow(count);
    }
}

/// JavaScript's arrays of strings are far shorter than 2^31.
fn narrow(index: usize) -> i32 {
    i32::try_from(index).unwrap_or(i32::MAX)
}

#[derive(Default)]
struct Layers<'a> {
    entries: Vec<Entry>,
    known: [Option<usize>; KNOWN.len()],
    others: HashMap<&'a [u16], usize, FxBuildHasher>,
    /// Whether `config.env` brought a name that is an array index.
    is_disordered: bool,
}

impl<'a> Layers<'a> {
    fn find(&self, name: &[u16]) -> Option<usize> {
        match known_index(name) {
            Some(index) => self.known.get(index).copied().flatten(),
            None => self.others.get(name).copied(),
        }
    }

    fn append(&mut self, name: usize, value: usize, array_index: Option<u32>) -> usize {
        self.entries.push(Entry { name, value, array_index });
        self.entries.len() - 1
    }

    /// Adds an entry of the Deployment, whose names are in order and differ.
    fn inherit(&mut self, name: &'a [u16], index: usize, looks_up: bool) {
        let entry = self.append(index, index, text::array_index(name));
        match known_index(name).and_then(|known| self.known.get_mut(known)) {
            Some(known) => *known = Some(entry),
            None if looks_up => drop(self.others.insert(name, entry)),
            None => {}
        }
    }

    fn set_known(&mut self, index: usize) {
        match self.known.get(index).copied().flatten() {
            Some(entry) => self.set_value(entry, index),
            None => {
                let entry = self.append(index, index, None);
                if let Some(known) = self.known.get_mut(index) {
                    *known = Some(entry);
                }
            }
        }
    }

    /// Adds or overrides an entry as `config.env` says.
    fn set(&mut self, name: &'a [u16], index: usize) {
        if let Some(entry) = self.find(name) {
            self.set_value(entry, index);
            return;
        }
        // Assigned to an object that has no such property of its own, a string is lost.
        if text::equals(name, "__proto__") {
            return;
        }
        let array_index = text::array_index(name);
        self.is_disordered |= array_index.is_some();
        let entry = self.append(index, index, array_index);
        match known_index(name).and_then(|known| self.known.get_mut(known)) {
            Some(known) => *known = Some(entry),
            None => drop(self.others.insert(name, entry)),
        }
    }

    fn set_value(&mut self, entry: usize, value: usize) {
        if let Some(entry) = self.entries.get_mut(entry) {
            entry.value = value;
        }
    }

    /// The entries in the order of ECMA-262 `OrdinaryOwnPropertyKeys`.
    fn in_property_order(&mut self) -> &[Entry] {
        if self.is_disordered {
            let entries = &mut self.entries;
            entries.sort_by_key(|entry| entry.array_index.map_or(u64::MAX, u64::from));
            // The indexes of entries no longer hold, but that a name has one still does.
        }
        &self.entries
    }
}

/// The index in [`KNOWN`] of a name.
fn known_index(name: &[u16]) -> Option<usize> {
    let starts = |ascii: &str| name.len() >= ascii.len() && ascii.bytes().map(u16::from).eq(name.iter().copied().take(ascii.len()));
    if !(starts("PAPERCLIP_") || starts("HOME") || starts("AGENT_HOME")) {
        return None;
    }
    KNOWN.iter().position(|known| text::equals(name, known))
}
