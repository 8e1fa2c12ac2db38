//! Where a value of the input is, as JavaScript writes it.

use std::fmt::Write;

/// The path of a member of the value at `owner`.
pub fn member(owner: &str, name: &str) -> String {
    let mut characters = name.chars();
    let is_start = |character: char| character.is_ascii_alphabetic() || "_$".contains(character);
    let is_identifier = characters.next().is_some_and(is_start)
        && characters.all(|character| is_start(character) || character.is_ascii_digit());
    if !is_identifier {
        let quoted = serde_json::to_string(name).unwrap_or_default();
        return format!("{owner}[{quoted}]");
    }
    if owner.is_empty() { name.to_owned() } else { format!("{owner}.{name}") }
}

/// The path of an item of the array at `owner`.
pub fn item(owner: &str, index: usize) -> String {
    let mut path = owner.to_owned();
    // Writing to a string does not fail.
    let _ = write!(path, "[{index}]");
    path
}

/// The path of a value under the input itself, whose own path is `input`.
pub fn absolute(names: &[&str]) -> String {
    if names.is_empty() {
        return "input".to_owned();
    }
    names.iter().fold(String::new(), |owner, name| member(&owner, name))
}

#[cfg(test)]
mod tests {
    use super::{absolute, item, member};

    #[test]
    fn writes_javascript() {
        assert_eq!(absolute(&["ctx", "config", "env", "PORT"]), "ctx.config.env.PORT");
        assert_eq!(
            member("ctx.config", "resources.requests.cpu"),
            r#"ctx.config["resources.requests.cpu"]"#
        );
        assert_eq!(member("a", "1\"\n"), r#"a["1\"\n"]"#);
        assert_eq!(item("ctx.config.extraArgs", 1), "ctx.config.extraArgs[1]");
        assert_eq!(absolute(&[]), "input");
    }
}
