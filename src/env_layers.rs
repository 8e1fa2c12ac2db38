//! How the layers of the main container's environment are put together.

use std::collections::HashMap;

use rustc_hash::FxBuildHasher;

use crate::bridge::engine::Made;
use crate::env::{KNOWN, Known};
use crate::input::Input;
use crate::text;
use crate::text::units::Units;

/// The index of `HOME`, whose value is fixed, behind those of [`KNOWN`].
pub const HOME: usize = KNOWN.len();

/// The index of the first of `input.env_names`.
pub const GIVEN: usize = HOME + 1;

/// A literal entry of the environment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The index of its name: that of a known variable, or from [`GIVEN`] on of a given one.
    name: i32,
    /// The index of its value, likewise; negative numbers count the texts that were made.
    value: i32,
    /// The name as an array index: such names come first, in ascending order.
    array_index: Option<u32>,
}

/// Writes into `plan` the number of literal entries, the number of `valueFrom` entries, the
/// indexes of name and value of each literal entry, and the indexes of the `valueFrom` entries.
///
/// A layer overrides the value of an entry below it and leaves it in its place: what the
/// Deployment has, what is known of the run, `config.env`, `HOME`. A `valueFrom` entry never
/// overrides a literal one.
pub fn write<V>(
    plan: &mut Vec<i32>,
    entries: &mut Vec<Entry>,
    known: &[Known; KNOWN.len()],
    input: &Input<V>,
    units: &Units,
) {
    let given = units.list(&input.env_names);
    let value_from = units.list(&input.value_from_names);
    let looks_up = given.len() > input.inherited_count || value_from.len() > 0;

    entries.clear();
    entries.reserve(given.len() + GIVEN);
    let mut layers = Layers::new(entries);
    if looks_up {
        layers.others.reserve(given.len());
    }
    let mut given = given.enumerate().filter_map(|(index, name)| Some((index + GIVEN, name?)));
    for (index, name) in given.by_ref().take(input.inherited_count) {
        layers.inherit(name, index, looks_up);
    }
    for (index, known) in known.iter().enumerate() {
        match *known {
            Known::Absent => {}
            Known::Slot => layers.set_known(index, narrow(index)),
            Known::Made(Made(number)) => layers.set_known(index, -1 - narrow(number)),
        }
    }
    for (index, name) in given {
        layers.set(name, index);
    }
    layers.set_known(HOME, narrow(HOME));

    plan.clear();
    plan.extend([0, 0]);
    for entry in layers.in_property_order() {
        plan.extend([entry.name, entry.value]);
    }
    let literals = plan.len();
    for (index, name) in value_from.enumerate() {
        if name.is_none_or(|name| layers.find(name).is_none()) {
            plan.push(narrow(index));
        }
    }
    let counts = [(literals - 2) / 2, plan.len() - literals];
    plan.splice(..2, counts.map(narrow));
}

/// JavaScript's arrays of strings are far shorter than 2^31.
fn narrow(index: usize) -> i32 {
    i32::try_from(index).unwrap_or(i32::MAX)
}

struct Layers<'a> {
    entries: &'a mut Vec<Entry>,
    /// The places of the known variables among the entries.
    known: [Option<usize>; GIVEN],
    /// Those of the others, by name.
    others: HashMap<&'a [u16], usize, FxBuildHasher>,
    /// Whether `config.env` brought a name that is an array index.
    is_disordered: bool,
}

impl<'a> Layers<'a> {
    fn new(entries: &'a mut Vec<Entry>) -> Self {
        Self { entries, known: [None; GIVEN], others: HashMap::default(), is_disordered: false }
    }

    fn find(&self, name: &[u16]) -> Option<usize> {
        match known_index(name) {
            Some(index) => self.known.get(index).copied().flatten(),
            None => self.others.get(name).copied(),
        }
    }

    fn append(&mut self, name: usize, value: i32, array_index: Option<u32>) -> usize {
        self.entries.push(Entry { name: narrow(name), value, array_index });
        self.entries.len() - 1
    }

    /// Adds an entry of the Deployment, whose names are in order and differ.
    fn inherit(&mut self, name: &'a [u16], index: usize, looks_up: bool) {
        let entry = self.append(index, narrow(index), text::array_index(name));
        match known_index(name).and_then(|known| self.known.get_mut(known)) {
            Some(known) => *known = Some(entry),
            None if looks_up => drop(self.others.insert(name, entry)),
            None => {}
        }
    }

    fn set_known(&mut self, index: usize, value: i32) {
        match self.known.get(index).copied().flatten() {
            Some(entry) => self.set_value(entry, value),
            None => {
                let entry = self.append(index, value, None);
                if let Some(known) = self.known.get_mut(index) {
                    *known = Some(entry);
                }
            }
        }
    }

    /// Adds or overrides an entry as `config.env` says.
    fn set(&mut self, name: &'a [u16], index: usize) {
        if let Some(entry) = self.find(name) {
            self.set_value(entry, narrow(index));
            return;
        }
        // Assigned to an object that has no such property of its own, a string is lost.
        if text::equals(name, "__proto__") {
            return;
        }
        let array_index = text::array_index(name);
        self.is_disordered |= array_index.is_some();
        let entry = self.append(index, narrow(index), array_index);
        match known_index(name).and_then(|known| self.known.get_mut(known)) {
            Some(known) => *known = Some(entry),
            None => drop(self.others.insert(name, entry)),
        }
    }

    fn set_value(&mut self, entry: usize, value: i32) {
        if let Some(entry) = self.entries.get_mut(entry) {
            entry.value = value;
        }
    }

    /// The entries in the order of ECMA-262 `OrdinaryOwnPropertyKeys`.
    fn in_property_order(&mut self) -> &[Entry] {
        if self.is_disordered {
            self.entries.sort_by_key(|entry| entry.array_index.map_or(u64::MAX, u64::from));
            // The indexes of entries no longer hold, but that a name has one still does.
        }
        self.entries
    }
}

/// Whether a known variable begins with this unit.
fn is_initial(unit: &u16) -> bool {
    const INITIALS: [bool; 128] = {
        let mut initials = [false; 128];
        initials[b'H' as usize] = true;
        let mut index = 0;
        while index < KNOWN.len() {
            initials[KNOWN[index].0.as_bytes()[0] as usize] = true;
            index += 1;
        }
        initials
    };
    INITIALS.get(usize::from(*unit)).copied().unwrap_or(false)
}

/// The index of a known variable.
fn known_index(name: &[u16]) -> Option<usize> {
    // Most names are not known ones; a unit tells that of most of them.
    if !name.first().is_some_and(is_initial) {
        return None;
    }
    let names = KNOWN.iter().map(|(name, _)| *name).chain(["HOME"]);
    names.into_iter().position(|known| text::equals(name, known))
}
