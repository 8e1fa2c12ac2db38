//! The shape of a tree: the answers to its conditions.

use super::{Constant, Tree};
use crate::bridge::leaf::Number;
use crate::input::Slot;

/// Collects the answers in the order in which the conditions are asked, a bit each.
#[derive(Default)]
pub struct Shape {
    /// The answers, the last one lowest.
    answers: u64,
    /// How many there are.
    count: u32,
}

impl Shape {
    /// The shape of the tree that `describe` describes: its answers behind a leading one, which
    /// keeps apart shapes with different numbers of conditions. `None` if it has more conditions
    /// than fit: such a tree has no shape that a compiled function could be found by, and
    /// [`Self::CAPACITY`] has to grow.
    pub fn of(describe: impl FnOnce(&mut Self)) -> Option<u64> {
        let mut shape = Self::default();
        describe(&mut shape);
        (shape.count <= Self::CAPACITY).then(|| 1 << shape.count | shape.answers)
    }

    /// The greatest number of conditions.
    pub const CAPACITY: u32 = u64::BITS - 1;
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

    fn job_name(&mut self) {}

    fn escaped(&mut self, _: Slot) {}

    fn quoted_each(&mut self, _: Slot) {}

    fn concat(&mut self, operands: impl FnOnce(&mut Self)) {
        operands(self);
    }

    fn operand(&mut self, value: impl FnOnce(&mut Self)) {
        value(self);
    }

    fn number(&mut self, _: Number) {}

    fn when(&mut self, condition: bool) -> bool {
        self.answers = self.answers << 1 | u64::from(condition);
        self.count = self.count.saturating_add(1);
        condition
    }

    fn define(&mut self, _: &'static str, value: impl FnOnce(&mut Self)) {
        value(self);
    }

    fn alias(&mut self, _: &'static str) {}
}

#[cfg(test)]
mod tests {
    use super::super::Tree;
    use super::Shape;

    #[test]
    fn more_conditions_than_fit_have_no_shape() {
        let shape = |count: u32, last: bool| {
            Shape::of(|t| {
                for condition in 1..=count {
                    t.when(condition == count && last);
                }
            })
        };
        assert!(shape(Shape::CAPACITY, true).is_some());
        assert_ne!(shape(Shape::CAPACITY, true), shape(Shape::CAPACITY, false));
        assert_ne!(shape(Shape::CAPACITY, false), shape(Shape::CAPACITY - 1, false));
        assert_eq!(shape(Shape::CAPACITY + 1, true), None);
        assert_eq!(shape(1000, true), None);
    }
}
