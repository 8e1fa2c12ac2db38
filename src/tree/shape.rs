//! The shape of a tree: the answers to its conditions.

use super::{Constant, Tree};
use crate::bridge::engine::Made;
use crate::input::Slot;

/// Takes the answers in the order in which the conditions stand: a bit each behind a leading one.
pub struct Shape(u64);

impl Shape {
    /// The shape of the tree that `describe` describes.
    pub fn of(describe: impl FnOnce(&mut Self)) -> u64 {
        let mut shape = Self(1);
        describe(&mut shape);
        shape.0
    }
}

impl Tree for Shape {
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

    fn made(&mut self, _: Made) {}

    fn joined(&mut self, _: &'static str, _: Made) {}

    fn number(&mut self, _: usize) {}

    fn when(&mut self, condition: bool) -> bool {
        debug_assert!(self.0.leading_zeros() > 0, "a shape has at most 63 conditions");
        self.0 = self.0 << 1 | u64::from(condition);
        condition
    }

    fn anchor(&mut self, _: &'static str, value: impl FnOnce(&mut Self)) {
        value(self);
    }

    fn alias(&mut self, _: &'static str) {}

    fn list(&mut self, _: &'static str) {}
}
