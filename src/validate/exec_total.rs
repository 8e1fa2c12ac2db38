//! What Linux cannot start as a whole: the strings of `execve` together, each with a NUL at its end
//! and a pointer to it, take at most a quarter of the stack's limit (`bprm_stack_limits` of
//! `fs/exec.c`).

use std::collections::BTreeMap;

use super::exec;
use super::expansion::{Piece, pieces};
use super::finding::{Code, Findings};
use super::path::Path;
use super::rules::Rule;
use super::schema::{Container, EnvVar};

/// A quarter of 8 MiB, which container runtimes leave the stack.
const LIMIT: usize = 8 * 1024 * 1024 / 4;

/// The NUL at the end of a string, and the pointer to it.
const OVERHEAD: usize = 1 + 8;

/// Checks the variables and arguments of a container. The runtime adds its own variables, so the
/// limit is met a little earlier than it is reported.
pub fn check(container: Container, is_rewritten: bool, path: &Path, findings: &mut Findings) {
    let entries = container.env();
    let length = |entry: EnvVar| entry.name().len() + 1 + entry.value().len();
    let has_long = entries.iter().any(|entry| length(entry) > exec::LIMIT);
    let mut arguments = container.command().iter().chain(container.args().iter());
    // One that is too long by itself is another finding.
    if has_long || arguments.any(|argument| argument.len() > exec::LIMIT) {
        return;
    }
    let expanded = |text: &str, lengths: &BTreeMap<&str, usize>| {
        if is_rewritten { expanded_length(text, lengths) } else { text.len() }
    };
    let mut lengths = BTreeMap::new();
    let mut total: usize = 0;
    for entry in entries.iter() {
        let length = expanded(entry.value(), &lengths);
        if is_rewritten {
            lengths.insert(entry.name(), length);
        }
        // `=`.
        total = total.saturating_add(entry.name().len() + 1 + OVERHEAD).saturating_add(length);
    }
    for argument in container.command().iter().chain(container.args().iter()) {
        total = total.saturating_add(expanded(argument, &lengths)).saturating_add(OVERHEAD);
    }
    if total > LIMIT {
        let message = format!(
            "Too long: all variables and arguments together may not be more than {LIMIT} bytes, a \
             quarter of a stack of 8 MiB, and these are {total}, with a NUL and a pointer of 8 bytes \
             for each: the container cannot start (argument list too long)"
        );
        findings.warn(Rule::EXEC_LIMIT_TOTAL, Code::ExecLimit, &path.field("env"), message);
    }
}

/// The length of a text for the container, which the kubelet has expanded.
fn expanded_length(text: &str, lengths: &BTreeMap<&str, usize>) -> usize {
    let mut length = text.len();
    for piece in pieces(text) {
        match piece {
            Piece::Escape => length = length.saturating_sub(1),
            Piece::Reference(name) => {
                if let Some(value) = lengths.get(name) {
                    length = length.saturating_add(*value).saturating_sub("$()".len() + name.len());
                }
            }
        }
    }
    length
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::expanded_length;

    #[test]
    fn lengths_are_those_that_the_container_has() {
        let lengths = BTreeMap::from([("A", 10), ("EMPTY", 0)]);
        let rows = [
            ("", 0),
            ("abc", 3),
            ("$$", 1),
            ("$(A)", 10),
            ("$(A)$(A)-$(EMPTY)", 21),
            ("$(B) $A $(A", 11),
            ("$$(A)", 4),
        ];
        for (text, expected) in rows {
            assert_eq!(expanded_length(text, &lengths), expected, "{text}");
        }
    }
}
