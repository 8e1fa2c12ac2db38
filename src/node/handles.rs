//! The functions of the glue that Rust calls or hands to the makers.

use crate::node::sys::{Env, Exception, Reference, Value};

/// Lists the functions: a field, and the name that the function has in the glue.
macro_rules! handles {
    ($($(#[$doc:meta])* $field:ident = $name:literal,)*) => {
        /// Functions of the glue.
        pub struct Handles {
            $($(#[$doc])* pub $field: Reference,)*
        }

        impl Handles {
            /// Their names, in the order in which [`Self::new`] takes them.
            pub const NAMES: &[&str] = &[$($name),*];

            /// Keeps the functions of an array.
            pub fn new(env: Env, array: Value) -> Result<Self, Exception> {
                let mut indexes = 0..;
                let mut next = || {
                    let index = indexes.next().unwrap_or_default();
                    Reference::new(env, env.element(array, index)?)
                };
                Ok(Self { $($field: next()?,)* })
            }
        }
    };
}

handles! {
    /// What users import.
    build_job_manifest = "buildJobManifest",
    /// The text in place of a placeholder.
    resolve_path = "resolvePath",
    /// The length of a section as UTF-8.
    utf8_length = "utf8Length",
    /// Concatenates strings.
    concat = "concat",
    /// Assigns the members of one object to another.
    assign_members = "assignMembers",
    /// Escapes an argument for `sh`.
    escape_for_shell = "escapeForShell",
    /// Quotes the arguments of a list for `sh`.
    quote_each = "quoteEach",
    /// Keeps a function that makes results.
    set_maker = "setMaker",
}
