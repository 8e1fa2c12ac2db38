//! What the kubelet rewrites on the way to the container: `Expand` of
//! `third_party/forked/golang/expansion`, which it calls for variables
//! (`makeEnvironmentVariables`) and for commands (`ExpandContainerCommandAndArgs`).

use std::collections::BTreeSet;

use super::finding::{Code, Findings};
use super::path::Path;
use super::quote::Quoted;
use super::rules::Rule;
use super::schema::{Container, EnvVar};

/// Something that is rewritten.
pub enum Piece<'a> {
    /// `$$`.
    Escape,
    /// `$(NAME)`.
    Reference(&'a str),
}

/// What `Expand` would look at in a text.
pub fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = text;
    // Without a parenthesis in the rest, none is looked for again: a text of `$(` would take time
    // that grows with its square.
    let mut has_end = true;
    std::iter::from_fn(move || {
        loop {
            let (_, after) = rest.split_once('$')?;
            if let Some(after) = after.strip_prefix('$') {
                rest = after;
                return Some(Piece::Escape);
            }
            rest = after;
            let Some(inside) = after.strip_prefix('(').filter(|_| has_end) else {
                continue;
            };
            if let Some((name, after)) = inside.split_once(')') {
                rest = after;
                return Some(Piece::Reference(name));
            }
            has_end = false;
        }
    })
}

/// Whether there is anything to rewrite: most containers have nothing.
pub fn is_rewritten(container: Container) -> bool {
    let arguments = container.command().iter().chain(container.args().iter());
    let values = container.env().iter().map(EnvVar::value);
    arguments.chain(values).any(|text| text.as_bytes().contains(&b'$'))
}

/// Checks the variables and the command of a container.
pub fn check(container: Container, path: &Path, findings: &mut Findings) {
    let entries = container.env();
    let all: BTreeSet<&str> = entries.iter().map(EnvVar::name).collect();
    let has_more = !container.env_from().is_empty();
    let list = path.field("env");
    let mut defined = BTreeSet::new();
    for (index, entry) in entries.iter().enumerate() {
        let item = list.index(index);
        let value = entry.value();
        check_value(value, &defined, &all, &item.field("value"), findings);
        defined.insert(entry.name());
    }
    for (name, strings) in [("command", container.command()), ("args", container.args())] {
        let list = path.field(name);
        for (index, string) in strings.iter().enumerate() {
            check_argument(string, &all, has_more, &list.index(index), findings);
        }
    }
}

/// A variable's value, which can refer to the variables before it.
fn check_value(
    value: &str,
    defined: &BTreeSet<&str>,
    all: &BTreeSet<&str>,
    path: &Path,
    findings: &mut Findings,
) {
    for name in references(value, path, findings) {
        let reference = format!("$({name})");
        let reference = Quoted(&reference);
        if defined.contains(name) {
            let message = format!("the kubelet replaces {reference} by the value of that variable");
            findings.report(Rule::EXPANSION_VALUE, Code::Expansion, path, message);
        } else if all.contains(name) {
            let message = format!(
                "{reference} stays as it is: the list defines that variable here or later, and \
                 the kubelet only knows those before"
            );
            findings.report(Rule::EXPANSION_MISSING, Code::Expansion, path, message);
        } else if is_variable(name) {
            // The name is only part of the value, which may be a secret.
            let message = "a reference stays as it is: the list defines no such variable";
            findings.warn(Rule::EXPANSION_MISSING, Code::Expansion, path, message);
        }
    }
}

/// An argument, which can refer to all variables.
fn check_argument(
    argument: &str,
    all: &BTreeSet<&str>,
    has_more: bool,
    path: &Path,
    findings: &mut Findings,
) {
    for name in references(argument, path, findings) {
        // What `envFrom` brings is not known here.
        if all.contains(name) || (has_more && is_variable(name)) {
            let (condition, what) = if all.contains(name) {
                ("", format!("the value of {}", Quoted(&format!("$({name})"))))
            } else {
                (" if envFrom defines it,", "the value of a reference".to_owned())
            };
            let message = format!(
                "SHELL INJECTION:{condition} the kubelet pastes {what} into the command before a \
                 shell reads it, so a quote in the value ends the quotes around it and whoever \
                 writes the value runs programs in the container"
            );
            findings.report(Rule::EXPANSION_COMMAND, Code::Expansion, path, message);
        }
    }
}

/// The names that a text refers to, each once; `$$` is reported, once.
fn references<'a>(text: &'a str, path: &Path, findings: &mut Findings) -> Vec<&'a str> {
    let mut has_escape = false;
    let mut seen = BTreeSet::new();
    let mut names = Vec::new();
    for piece in pieces(text) {
        match piece {
            Piece::Escape => has_escape = true,
            Piece::Reference(name) => {
                if seen.insert(name) {
                    names.push(name);
                }
            }
        }
    }
    if has_escape {
        let message = r#"the kubelet replaces "$$" by "$""#.to_owned();
        findings.report(Rule::EXPANSION_ESCAPE, Code::Expansion, path, message);
    }
    names
}

/// Whether a name nobody defines was meant for a variable: `$(date)` is a shell's.
fn is_variable(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_uppercase() || first == '_')
        && name.bytes().all(|byte| matches!(byte, b'A'..=b'Z' | b'0'..=b'9' | b'_'))
}
