//! Which fields the rules read.

use std::cell::RefCell;
use std::collections::BTreeSet;

use crate::validate::schema::Type;

thread_local! {
    static READ: RefCell<BTreeSet<(&'static str, usize)>> = const { RefCell::new(BTreeSet::new()) };
}

/// Notes that a rule has read the field at that position of a type.
pub fn note(of: &'static Type, index: usize) {
    READ.with_borrow_mut(|read| read.insert((of.name, index)));
}
