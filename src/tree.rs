//! A description of a JavaScript value, written once and read in several ways.
//!
//! [`tree!`] writes the value down like YAML. [`shape::Shape`] collects the answers to its
//! conditions: trees with the same answers have the same shape. [`maker::Maker`] writes the source
//! text of a JavaScript function that makes every value of one shape.

pub mod maker;
pub mod shape;

use crate::bridge::leaf::Number;
use crate::input::Slot;

/// A leaf that is the same in every tree, and so part of the shape.
#[derive(Clone, Copy, Debug)]
pub enum Constant {
    /// A string.
    Text(&'static str),
    /// A number.
    Integer(i32),
    /// A boolean.
    Boolean(bool),
    /// `null`.
    Null,
}

impl From<&'static str> for Constant {
    fn from(text: &'static str) -> Self {
        Self::Text(text)
    }
}

impl From<i32> for Constant {
    fn from(number: i32) -> Self {
        Self::Integer(number)
    }
}

impl From<bool> for Constant {
    fn from(boolean: bool) -> Self {
        Self::Boolean(boolean)
    }
}

/// What reads a description, node by node.
pub trait Tree {
    /// An object; `members` calls [`Self::member`] and [`Self::assign`].
    fn object(&mut self, members: impl FnOnce(&mut Self));
    /// One member of an object.
    fn member(&mut self, key: &'static str, value: impl FnOnce(&mut Self));
    /// The members of `object`, assigned one by one after the others.
    fn assign(&mut self, object: Slot);
    /// An array; `items` calls [`Self::item`] and [`Self::each`].
    fn array(&mut self, items: impl FnOnce(&mut Self));
    /// One item of an array.
    fn item(&mut self, value: impl FnOnce(&mut Self));
    /// An item for each row of the flat array `rows`, whose rows are `width` values long.
    fn each(&mut self, rows: Slot, width: usize, value: impl Fn(&mut Self));
    /// Inside [`Self::each`]: the value in a column of the row.
    fn column(&mut self, index: usize);
    /// A leaf that is part of the shape.
    fn constant(&mut self, constant: impl Into<Constant>);
    /// A leaf that stayed in JavaScript.
    fn slot(&mut self, slot: Slot);
    /// The Job's name, which Rust makes.
    fn job_name(&mut self);
    /// A string that stayed in JavaScript, with its single quotes escaped for `sh`.
    fn escaped(&mut self, slot: Slot);
    /// The strings of an array that stayed in JavaScript, each quoted for `sh` behind a space.
    fn quoted_each(&mut self, array: Slot);
    /// Strings in one string; `operands` calls [`Self::operand`].
    fn concat(&mut self, operands: impl FnOnce(&mut Self));
    /// One of the strings of [`Self::concat`].
    fn operand(&mut self, value: impl FnOnce(&mut Self));
    /// A number that Rust computes.
    fn number(&mut self, number: Number);
    /// Gives the condition back, and notes it as part of the shape. Whatever a description depends
    /// on goes through here.
    fn when(&mut self, condition: bool) -> bool;
    /// A value that [`Self::alias`] can name, as one and the same object.
    fn define(&mut self, name: &'static str, value: impl FnOnce(&mut Self));
    /// The value that was defined under `name` before.
    fn alias(&mut self, name: &'static str);
}

/// Describes a node to a [`Tree`]: `tree!(t, NODE)`.
///
/// A node is `{ members }`, `[ items ]`, a literal, `(slot)`, `%(number)`, `&name NODE`
/// that defines a value, `*name` that repeats it, `do { … }` that describes it, or inside `for`,
/// `#column`. A member is `"key": NODE`, `if (condition) "key": NODE` or
/// `if (condition) ..(object)`; an item is a node, `if (condition) NODE` or
/// `for [WIDTH] (rows) NODE`.
macro_rules! tree {
    ($t:ident, {}) => { $t.object(|_| {}) };
    ($t:ident, { $($members:tt)* }) => { $t.object(|$t| { $crate::tree::tree!(@members $t $($members)*); }) };
    ($t:ident, [ $($items:tt)* ]) => { $t.array(|$t| { $crate::tree::tree!(@items $t $($items)*); }) };
    ($t:ident, ( $slot:expr )) => { $t.slot($slot) };
    ($t:ident, & $name:ident $node:tt) => {{
        $t.define(stringify!($name), |$t| $crate::tree::tree!($t, $node));
        $t.alias(stringify!($name));
    }};
    ($t:ident, * $name:ident) => { $t.alias(stringify!($name)) };
    ($t:ident, # $column:literal) => { $t.column($column) };
    ($t:ident, null) => { $t.constant($crate::tree::Constant::Null) };
    ($t:ident, $constant:literal) => { $t.constant($constant) };

    (@members $t:ident) => {};
    (@members $t:ident .. ( $object:expr ) ,) => { $t.assign($object); };
    (@members $t:ident if ( $condition:expr ) .. ( $object:expr ) ,) => {
        if $t.when($condition) {
            $t.assign($object);
        }
    };
    (@members $t:ident if ( $condition:expr ) $key:literal : $node:tt , $($rest:tt)*) => {
        if $t.when($condition) {
            $t.member($key, |$t| $crate::tree::tree!($t, $node));
        }
        $crate::tree::tree!(@members $t $($rest)*);
    };
    (@members $t:ident $key:literal : & $name:ident $node:tt , $($rest:tt)*) => {
        $t.member($key, |$t| { $crate::tree::tree!($t, & $name $node) });
        $crate::tree::tree!(@members $t $($rest)*);
    };
    (@members $t:ident $key:literal : * $name:ident , $($rest:tt)*) => {
        $t.member($key, |$t| $crate::tree::tree!($t, * $name));
        $crate::tree::tree!(@members $t $($rest)*);
    };
    (@members $t:ident $key:literal : % ( $number:expr ) , $($rest:tt)*) => {
        $t.member($key, |$t| $t.number($number));
        $crate::tree::tree!(@members $t $($rest)*);
    };
    (@members $t:ident $key:literal : do $describe:block , $($rest:tt)*) => {
        $t.member($key, |$t| $describe);
        $crate::tree::tree!(@members $t $($rest)*);
    };
    (@members $t:ident $key:literal : # $column:literal , $($rest:tt)*) => {
        $t.member($key, |$t| $crate::tree::tree!($t, # $column));
        $crate::tree::tree!(@members $t $($rest)*);
    };
    (@members $t:ident $key:literal : $node:tt , $($rest:tt)*) => {
        $t.member($key, |$t| $crate::tree::tree!($t, $node));
        $crate::tree::tree!(@members $t $($rest)*);
    };

    (@items $t:ident) => {};
    (@items $t:ident for [ $width:literal ] ( $rows:expr ) $node:tt , $($rest:tt)*) => {
        $t.each($rows, $width, |$t| $crate::tree::tree!($t, $node));
        $crate::tree::tree!(@items $t $($rest)*);
    };
    (@items $t:ident for [ $width:literal ] ( $rows:expr ) # $column:literal , $($rest:tt)*) => {
        $t.each($rows, $width, |$t| $crate::tree::tree!($t, # $column));
        $crate::tree::tree!(@items $t $($rest)*);
    };
    (@items $t:ident if ( $condition:expr ) $node:tt , $($rest:tt)*) => {
        if $t.when($condition) {
            $t.item(|$t| $crate::tree::tree!($t, $node));
        }
        $crate::tree::tree!(@items $t $($rest)*);
    };
    (@items $t:ident do $describe:block , $($rest:tt)*) => {
        $t.item(|$t| $describe);
        $crate::tree::tree!(@items $t $($rest)*);
    };
    (@items $t:ident $node:tt , $($rest:tt)*) => {
        $t.item(|$t| $crate::tree::tree!($t, $node));
        $crate::tree::tree!(@items $t $($rest)*);
    };
}
pub(crate) use tree;
