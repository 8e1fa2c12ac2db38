//! The dynamic part of a tree: the leaves that were made, and the answers to its conditions.

use super::{Constant, Tree};
use crate::input::Slot;

/// Takes the leaves of a tree in the order in which [`super::source::Source`] numbers them.
pub struct Leaves<'a, V> {
    values: &'a mut Vec<V>,
    /// The leaves of the list, which follow all others.
    rest: Vec<V>,
    shape: u64,
}

impl<'a, V: Copy> Leaves<'a, V> {
    /// Appends the leaves of the tree that `describe` describes to `values`, and returns its
    /// shape: the answers to its conditions, a bit each behind a leading one.
    pub fn take(values: &'a mut Vec<V>, describe: impl FnOnce(&mut Self)) -> u64 {
        let mut leaves = Self {
            values,
            rest: Vec::new(),
            shape: 1,
        };
        describe(&mut leaves);
        leaves.values.append(&mut leaves.rest);
        leaves.shape
    }
}

impl<V: Copy> Tree<V> for Leaves<'_, V> {
    fn object(&mut self, members: impl FnOnce(&mut Self)) {
        members(self);
    }

    fn member(&mut self, _: &'static str, value: impl FnOnce(&mut Self)) {
        value(self);
    }

    fn assign(&mut self, _: Slot) {}

    fn array(&mut self, items: impl FnOnce(&mut Self)) {
        items(self);
    }

    fn item(&mut self, value: impl FnOnce(&mut Self)) {
        value(self);
    }

    fn each(&mut self, _: Slot, _: usize, value: impl Fn(&mut Self)) {
        value(self);
    }

    fn column(&mut self, _: usize) {}

    fn constant(&mut self, _: impl Into<Constant>) {}

    fn slot(&mut self, _: Slot) {}

    fn leaf(&mut self, value: V) {
        self.values.push(value);
    }

    fn text(&mut self, _: &'static str, rest: V) {
        self.leaf(rest);
    }

    fn number(&mut self, _: usize) {}

    fn when(&mut self, condition: bool) -> bool {
        debug_assert!(
            self.shape.leading_zeros() > 0,
            "a shape has at most 63 conditions"
        );
        self.shape = self.shape << 1 | u64::from(condition);
        condition
    }

    fn anchor(&mut self, _: &'static str, value: impl FnOnce(&mut Self)) {
        value(self);
    }

    fn alias(&mut self, _: &'static str) {}

    fn list(&mut self, _: &'static str, values: &[V]) {
        debug_assert!(
            self.rest.is_empty(),
            "one list takes the rest of the leaves"
        );
        self.rest.extend_from_slice(values);
    }
}
