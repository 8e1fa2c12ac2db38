//! The agent that a Job runs: its container, its arguments, and the line with which the shell runs
//! it. Another agent is another module of this form; `manifest` names this one in one place.

use crate::input::{Input, SLOT, Slot};
use crate::text::{self, shell};

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
pub struct Switch<'a> {
    /// Its name.
    pub name: &'static str,
    /// Whether it is given.
    pub given: bool,
    /// Its value, if it takes one.
    pub value: Option<Slot>,
    /// The value's units. `None` if it takes none, or if the value is not a string.
    text: Option<&'a [u16]>,
}

/// The options, in the order of the command line. Those of `SLOT.extra_args` follow them.
#[must_use]
pub fn switches(input: &Input) -> [Switch<'_>; 6] {
    let filled = |name, value, text: Option<_>| Switch {
        name,
        given: text.is_some(),
        value: Some(value),
        text,
    };
    [
        Switch { given: input.resumes(), ..filled("--resume", SLOT.session, input.session()) },
        Switch {
            name: "--dangerously-skip-permissions",
            given: input.skips_permissions(),
            value: None,
            text: None,
        },
        filled("--model", SLOT.model, input.model()),
        filled("--effort", SLOT.effort, input.effort()),
        filled("--max-turns", SLOT.max_turns, input.max_turns()),
        filled("--append-system-prompt-file", SLOT.instructions_file, input.instructions_file()),
    ]
}

/// Writes what follows [`LINE`] into `out`.
pub fn write_rest(out: &mut Vec<u16>, switches: &[Switch], input: &Input) {
    for switch in switches.iter().filter(|switch| switch.given) {
        text::push_ascii(out, " '");
        text::push_ascii(out, switch.name);
        text::push_ascii(out, "'");
        if switch.value.is_some() {
            out.push(u16::from(b' '));
            match switch.text {
                Some(text) => shell::push_quoted(out, text),
                // Only the session can be something else; JavaScript has quoted it.
                None => out.extend_from_slice(input.quoted_session().unwrap_or_default()),
            }
        }
    }
    for argument in input.extra_args() {
        out.push(u16::from(b' '));
        shell::push_quoted(out, argument);
    }
}

/// A line of that many units may be longer than memory has room for.
const LONG: usize = 1 << 16;

/// The length of all texts that [`write_rest`] writes.
#[must_use]
pub fn texts_length(switches: &[Switch], input: &Input) -> usize {
    texts(switches, input).map(<[u16]>::len).sum()
}

/// The room that [`write_rest`] needs at most, where the line is so long that it may fail.
#[must_use]
pub fn room_for_long(switches: &[Switch], input: &Input, texts_length: usize) -> Option<usize> {
    /// Units that a text or an option has around it, at most.
    const AROUND: usize = 64;
    let count = switches.len() + texts(switches, input).count();
    let quotes =
        || texts(switches, input).flatten().filter(|&&unit| unit == u16::from(b'\'')).count();
    (texts_length > LONG).then(|| texts_length + count * AROUND + quotes() * 3)
}

/// The texts of the line.
fn texts<'a>(switches: &[Switch<'a>], input: &'a Input) -> impl Iterator<Item = &'a [u16]> {
    let given = switches.iter().filter(|switch| switch.given);
    given.filter_map(|switch| switch.text).chain(input.quoted_session()).chain(input.extra_args())
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
