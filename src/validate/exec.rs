//! What Linux cannot start: `execve` takes strings that end at a NUL, each of up to 32 pages.

use super::finding::{Code, Findings};
use super::path::Path;
use super::rules::Rule;
use super::schema::Container;

/// `MAX_ARG_STRLEN`, less the NUL at the end.
pub const LIMIT: usize = 32 * 4096 - 1;

/// Checks the variables and arguments of a container.
pub fn check(container: Container, path: &Path, findings: &mut Findings) {
    let lists = [("command", container.command()), ("args", container.args())];
    for (list, strings) in lists {
        let path = path.field(list);
        for (index, string) in strings.iter().enumerate() {
            check_length(string.len(), "argument", &path.index(index), findings);
            check_nul(string, &path.index(index), findings);
        }
    }
    let path = path.field("env");
    for (index, entry) in container.env().iter().enumerate() {
        let path = path.index(index);
        let path = path.field("value");
        let value = entry.value();
        check_length(entry.name().len() + 1 + value.len(), "NAME=VALUE", &path, findings);
        check_nul(value, &path, findings);
    }
}

/// A string is not too long for `execve`.
fn check_length(length: usize, what: &str, path: &Path, findings: &mut Findings) {
    if length > LIMIT {
        let message = format!(
            "Too long: one {what} may not be more than {LIMIT} bytes, and this is {length}: the \
             container cannot start (argument list too long)"
        );
        findings.report(Rule::EXEC_LIMIT, Code::ExecLimit, path, message);
    }
}

/// A string does not end early.
fn check_nul(text: &str, path: &Path, findings: &mut Findings) {
    if text.as_bytes().contains(&0) {
        let message =
            "Invalid value: a NUL character ends the string, or the container cannot start";
        findings.report(Rule::EXEC_NUL, Code::ExecLimit, path, message.to_owned());
    }
}
