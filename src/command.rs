//! The command line of `claude`, as arguments and as the text that the shell runs.

use crate::bridge::engine::Made;
use crate::input::{Input, SLOT, Slot};
use crate::text::units::{Span, Units};
use crate::text::{self, shell};

/// The arguments that always come first.
pub const FIXED: [&str; 5] = ["--print", "-", "--output-format", "stream-json", "--verbose"];

const SKIP_PERMISSIONS: &str = "--dangerously-skip-permissions";

/// How the shell command begins, the prompt piped into `claude` with [`FIXED`]: a constant is part
/// of the shape, and costs nothing.
pub const COMMAND: &str = "cat /tmp/prompt/prompt.txt | claude \
    '--print' '-' '--output-format' 'stream-json' '--verbose'";

/// The same where [`SKIP_PERMISSIONS`] follows at once.
pub const SKIPPING_COMMAND: &str = "cat /tmp/prompt/prompt.txt | claude \
    '--print' '-' '--output-format' 'stream-json' '--verbose' '--dangerously-skip-permissions'";

/// An option of the command line, given or not.
#[derive(Clone, Copy)]
pub struct Switch {
    /// Its name.
    pub name: &'static str,
    /// Whether it is given.
    pub given: bool,
    /// Its value, if it takes one.
    pub value: Option<Slot>,
    /// The value's units; `None` if the value is no string.
    text: Option<Span>,
}

/// The options, in the order of the command line. [`SLOT`]`.extra_args` follow them.
pub fn switches<V>(input: &Input<V>) -> [Switch; 6] {
    let switch = |name, given, value, text| Switch { name, given, value: Some(value), text };
    let filled = |name, value, text: Option<Span>| {
        switch(name, text.is_some_and(|text| text.length > 0), value, text)
    };
    [
        switch("--resume", input.resumes, SLOT.session, input.session),
        Switch { name: SKIP_PERMISSIONS, given: input.skips_permissions, value: None, text: None },
        filled("--model", SLOT.model, input.model),
        filled("--effort", SLOT.effort, input.effort),
        filled("--max-turns", SLOT.max_turns, input.max_turns),
        filled("--append-system-prompt-file", SLOT.instructions_file, input.instructions_file),
    ]
}

/// The main container's shell command: [`COMMAND`] or [`SKIPPING_COMMAND`], and what follows it.
#[derive(Clone, Copy)]
pub struct Command {
    /// Whether it begins with [`SKIPPING_COMMAND`].
    pub skips_permissions_first: bool,
    /// The options and arguments that follow, if any.
    pub rest: Option<Made>,
}

/// Writes what follows the beginning of the command into `out`, and tells whether that beginning
/// is [`SKIPPING_COMMAND`].
pub fn write_command<V>(
    out: &mut Vec<u16>,
    switches: &[Switch],
    input: &Input<V>,
    units: &Units,
) -> bool {
    let mut given = switches.iter().filter(|switch| switch.given).peekable();
    let skips_first = given.next_if(|switch| switch.name == SKIP_PERMISSIONS).is_some();
    for switch in given {
        text::push_ascii(out, " '");
        text::push_ascii(out, switch.name);
        text::push_ascii(out, "'");
        if switch.value.is_some() {
            out.push(u16::from(b' '));
            match units.text(switch.text) {
                Some(text) => shell::push_quoted(out, text),
                // Only the session can be something else; JavaScript has quoted it.
                None => out.extend_from_slice(units.text(input.quoted_session).unwrap_or_default()),
            }
        }
    }
    for argument in units.list(&input.extra_args).flatten() {
        out.push(u16::from(b' '));
        shell::push_quoted(out, argument);
    }
    skips_first
}

#[cfg(test)]
mod tests {
    use super::{COMMAND, FIXED, SKIP_PERMISSIONS, SKIPPING_COMMAND};

    #[test]
    fn the_commands_begin_with_the_fixed_arguments() {
        let quoted = FIXED.map(|argument| format!(" '{argument}'")).concat();
        assert_eq!(COMMAND, format!("cat /tmp/prompt/prompt.txt | claude{quoted}"));
        assert_eq!(SKIPPING_COMMAND, format!("{COMMAND} '{SKIP_PERMISSIONS}'"));
    }
}
