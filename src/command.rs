//! The agent that a Job runs: its container, its arguments, and the line with which the shell runs
//! it. Another agent is another module of this form; `manifest` names this one in one place.

use crate::input::{Input, SLOT, Slot};

/// The name of the main container.
pub const CONTAINER: &str = "claude";

/// The adapter, as labels and annotations name it.
pub const ADAPTER: &str = "claude_k8s";

/// Writes the arguments that always come first, and how the shell's line begins with them. None
/// has a quote in it.
macro_rules! fixed_arguments {
    ($line:literal, $($argument:literal),*) => {
        /// The arguments that always come first.
        pub const FIXED: [&str; [$($argument),*].len()] = [$($argument),*];

        /// How the shell's line begins: the prompt is piped into the agent, with [`FIXED`].
        pub const LINE: &str = concat!($line, $(" '", $argument, "'"),*);
    };
}

fixed_arguments!(
    "cat /tmp/prompt/prompt.txt | claude",
    "--print",
    "-",
    "--output-format",
    "stream-json",
    "--verbose"
);

/// An option of the command line, given or not.
#[derive(Clone, Copy)]
pub struct Switch {
    /// Its name.
    pub name: &'static str,
    /// How the shell's line goes on with it, up to its value.
    pub line: &'static str,
    /// Whether it is given.
    pub given: bool,
    /// Its value, if it takes one.
    pub value: Option<Slot>,
}

/// Writes an option without a value, or one with the value in a slot.
macro_rules! switch {
    ($name:literal, $given:expr) => {
        Switch { name: $name, line: concat!(" '", $name, "'"), given: $given, value: None }
    };
    ($name:literal, $given:expr, $value:expr) => {
        Switch {
            name: $name,
            line: concat!(" '", $name, "' '"),
            given: $given,
            value: Some($value),
        }
    };
}

/// The options, in the order of the command line. Those of `SLOT.extra_args` follow them.
#[must_use]
pub const fn switches(input: &Input) -> [Switch; 6] {
    [
        switch!("--resume", input.session(), SLOT.session),
        switch!("--dangerously-skip-permissions", input.skips_permissions()),
        switch!("--model", input.model(), SLOT.model),
        switch!("--effort", input.effort(), SLOT.effort),
        switch!("--max-turns", input.max_turns(), SLOT.max_turns),
        switch!("--append-system-prompt-file", input.instructions_file(), SLOT.instructions_file),
    ]
}

#[cfg(test)]
mod tests {
    use super::{FIXED, LINE};

    #[test]
    fn the_line_begins_with_the_fixed_arguments() {
        let quoted = FIXED.map(|argument| format!(" '{argument}'")).concat();
        assert_eq!(LINE, format!("cat /tmp/prompt/prompt.txt | claude{quoted}"));
    }
}
