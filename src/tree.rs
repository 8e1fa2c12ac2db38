//! A description of a JavaScript value, written once and read in several ways.
//!
//! [`tree!`] writes the value down like YAML. [`leaves::Leaves`] takes its dynamic leaves and the
//! answers to its conditions; [`source::Source`] takes its shape, as the source text of a
//! function of those leaves. Two trees with the same answers have the same shape.

pub mod leaves;
pub mod source;

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

/// What reads a description, node by node. `V` is a dynamic leaf, opaque here.
pub trait Tree<V: Copy> {
    /// An object; `members` calls [`Self::member`] and [`Self::assign`].
    fn object(&mut self, members: impl FnOnce(&mut Self));
    /// One member of an object.
    fn member(&mut self, key: &'static str, value: impl FnOnce(&mut Self));
    /// Members assigned one by one after the others, from the flat array `[key, value, …]`.
    fn assign(&mut self, pairs: V);
    /// An array; `items` calls [`Self::item`] and [`Self::each`].
    fn array(&mut self, items: impl FnOnce(&mut Self));
    /// One item of an array.
    fn item(&mut self, value: impl FnOnce(&mut Self));
    /// An item for each row of the flat array `rows`, whose rows are `width` values long.
    fn each(&mut self, rows: V, width: usize, value: impl FnOnce(&mut Self));
    /// Inside [`Self::each`]: the value in a column of the row.
    fn column(&mut self, index: usize);
    /// A leaf that is part of the shape.
    fn constant(&mut self, constant: impl Into<Constant>);
    /// A leaf that is not.
    fn leaf(&mut self, value: V);
    /// Gives the condition back, and notes it as part of the shape.
    fn when(&mut self, condition: bool) -> bool;
    /// Gives the option back, and notes as part of the shape whether it is filled.
    fn when_some<T>(&mut self, option: Option<T>) -> Option<T> {
        self.when(option.is_some());
        option
    }

    /// A node that [`Self::alias`] can name again, as one and the same object.
    fn anchor(&mut self, name: &'static str, value: impl FnOnce(&mut Self));
    /// The node that was anchored under `name` before.
    fn alias(&mut self, name: &'static str);
    /// What the glue's function `name` makes of `arguments`, which calls [`Self::item`].
    fn call(&mut self, name: &'static str, arguments: impl FnOnce(&mut Self));
}

/// Describes a node to a [`Tree`]: `tree!(t, NODE)`.
///
/// A node is `{ members }`, `[ items ]`, a literal, `(a dynamic leaf)`, `&anchor NODE`, `*alias`,
/// `@function[arguments]` of the glue, or inside `for`, `#column`. A member is `"key": NODE`,
/// `if (condition) "key": NODE`, `some name = (option) "key": NODE` or `some name = (option) ..(pairs)`;
/// an item is a node, `if (condition) NODE`, `some name = (option) NODE` or `for [WIDTH] (rows) NODE`.
/// `do { … }` is a node that a function describes.
macro_rules! tree {
    ($t:ident, { $($members:tt)* }) => { $t.object(|$t| { $crate::tree::tree!(@members $t $($members)*); }) };
    ($t:ident, [ $($items:tt)* ]) => { $t.array(|$t| { $crate::tree::tree!(@items $t $($items)*); }) };
    ($t:ident, ( $leaf:expr )) => { $t.leaf($leaf) };
    ($t:ident, & $name:ident $node:tt) => { $t.anchor(stringify!($name), |$t| $crate::tree::tree!($t, $node)) };
    ($t:ident, * $name:ident) => { $t.alias(stringify!($name)) };
    ($t:ident, @ $name:ident [ $($items:tt)* ]) => {
        $t.call(stringify!($name), |$t| { $crate::tree::tree!(@items $t $($items)*); })
    };
    ($t:ident, # $column:literal) => { $t.column($column) };
    ($t:ident, null) => { $t.constant($crate::tree::Constant::Null) };
    ($t:ident, $constant:literal) => { $t.constant($constant) };

    (@members $t:ident) => {};
    (@members $t:ident .. ( $pairs:expr ) ,) => { $t.assign($pairs); };
    (@members $t:ident some $some:ident = ( $option:expr ) .. ( $pairs:expr ) ,) => {
        if let Some($some) = $t.when_some($option) {
            $t.assign($pairs);
        }
    };
    (@members $t:ident some $some:ident = ( $option:expr ) $key:literal : $node:tt , $($rest:tt)*) => {
        if let Some($some) = $t.when_some($option) {
            $t.member($key, |$t| $crate::tree::tree!($t, $node));
        }
        $crate::tree::tree!(@members $t $($rest)*);
    };
    (@members $t:ident if ( $condition:expr ) $key:literal : $node:tt , $($rest:tt)*) => {
        if $t.when($condition) {
            $t.member($key, |$t| $crate::tree::tree!($t, $node));
        }
        $crate::tree::tree!(@members $t $($rest)*);
    };
    (@members $t:ident $key:literal : & $name:ident $node:tt , $($rest:tt)*) => {
        $t.member($key, |$t| $crate::tree::tree!($t, & $name $node));
        $crate::tree::tree!(@members $t $($rest)*);
    };
    (@members $t:ident $key:literal : * $name:ident , $($rest:tt)*) => {
        $t.member($key, |$t| $crate::tree::tree!($t, * $name));
        $crate::tree::tree!(@members $t $($rest)*);
    };
    (@members $t:ident $key:literal : @ $name:ident $items:tt , $($rest:tt)*) => {
        $t.member($key, |$t| $crate::tree::tree!($t, @ $name $items));
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
    (@items $t:ident some $some:ident = ( $option:expr ) $node:tt , $($rest:tt)*) => {
        if let Some($some) = $t.when_some($option) {
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
