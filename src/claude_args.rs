//! The command line of `claude`, as arguments and as the text that the shell runs.

use crate::host::{Host, trimmed};
use crate::input::{Input, Text, Units};
use crate::{shell, text};

/// The arguments that always come first.
pub const FIXED: [&str; 5] = ["--print", "-", "--output-format", "stream-json", "--verbose"];

/// An option of the command line, given or not.
#[derive(Clone, Copy)]
pub struct Switch<V> {
    /// Its name.
    pub name: &'static str,
    /// Whether it is given.
    pub given: bool,
    /// Its value, if it takes one.
    pub value: Option<Text<V>>,
}

/// The options, in the order of the command line. `input.extra_args` follow them.
pub fn switches<H: Host>(
    host: &mut H,
    input: &Input<H::Value>,
    units: &Units,
) -> Result<[Switch<H::Value>; 6], H::Error> {
    let instructions = trimmed(host, &input.instructions_file, units)?;
    let switch = |name, given, value| Switch { name, given, value: Some(value) };
    let text = |name, value: Text<H::Value>| {
        let given = units.text(&value).is_some_and(|text| !text.is_empty());
        switch(name, given, value)
    };
    Ok([
        switch("--resume", input.resumes, input.session),
        Switch {
            name: "--dangerously-skip-permissions",
            given: input.skips_permissions,
            value: None,
        },
        text("--model", input.model),
        text("--effort", input.effort),
        text("--max-turns", input.max_turns),
        switch(
            "--append-system-prompt-file",
            instructions.is_some(),
            instructions.unwrap_or(input.instructions_file),
        ),
    ])
}

/// Writes the main container's shell command into `out`: the prompt, piped into `claude`.
pub fn write_command<H: Host>(
    out: &mut Vec<u16>,
    host: &mut H,
    switches: &[Switch<H::Value>],
    input: &Input<H::Value>,
    units: &Units,
) -> Result<(), H::Error> {
    text::push_ascii(out, "cat /tmp/prompt/prompt.txt | claude");
    for name in FIXED {
        push_name(out, name);
    }
    for switch in switches.iter().filter(|switch| switch.given) {
        push_name(out, switch.name);
        if let Some(value) = &switch.value {
            out.push(u16::from(b' '));
            match units.text(value) {
                Some(text) => shell::push_quoted(out, text),
                // Only the legacy session id can be something else.
                None => {
                    let quoted = host.quote(value.value, "ctx.runtime.sessionId")?;
                    host.read(quoted, out);
                }
            }
        }
    }
    for argument in units.list(&input.extra_args).flatten() {
        out.push(u16::from(b' '));
        shell::push_quoted(out, argument);
    }
    Ok(())
}

fn push_name(out: &mut Vec<u16>, name: &str) {
    text::push_ascii(out, " '");
    text::push_ascii(out, name);
    text::push_ascii(out, "'");
}
