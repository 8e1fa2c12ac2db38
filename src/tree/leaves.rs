//! The dynamic part of a tree: its leaves, and the answers to its conditions.

use super::{Constant, Tree};

/// Takes the leaves of a tree in the order in which [`super::source::Source`] numbers them.
pub struct Leaves<'a, V> {
    values: &'a mut Vec<V>,
    shape: u64,
}

impl<'a, V: Copy> Leaves<'a, V> {
    /// Appends the leaves of the tree that `describe` describes to `values`, and returns its
    /// shape: the answers to its conditions, a bit each behind a leading one.
    pub fn take(values: &'a mut Vec<V>, describe: impl FnOnce(&mut Self)) -> u64 {
        let mut leaves = Self { values, shape: 1 };
        describe(&mut leaves);
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

    fn assign(&mut self, pairs: V) {
        self.values.push(pairs);
    }

    fn array(&mut self, items: impl FnOnce(&mut Self)) {
        items(self);
    }

    fn item(&mut self, value: impl FnOnce(&mut Self)) {
        value(self);
    }

    fn each(&mut self, rows: V, _: usize, value: impl FnOnce(&mut Self)) {
        self.values.push(rows);
        value(self);
    }

    fn column(&mut self, _: usize) {}

    fn constant(&mut self, _: impl Into<Constant>) {}

    fn leaf(&mut self, value: V) {
        self.values.push(value);
    }

    fn when(&mut self, condition: bool) -> bool {
        debug_assert!(self.shape.leading_zeros() > 0, "a shape has at most 63 conditions");
        self.shape = self.shape << 1 | u64::from(condition);
        condition
    }

    fn anchor(&mut self, _: &'static str, value: impl FnOnce(&mut Self)) {
        value(self);
    }

    fn alias(&mut self, _: &'static str) {}

    fn call(&mut self, _: &'static str, arguments: impl FnOnce(&mut Self)) {
        arguments(self);
    }
}
