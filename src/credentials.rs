//! Which variables are credentials, by their names and the form of their values.

/// Words in the names of credentials.
const CREDENTIALS: [&str; 9] =
    ["APIKEY", "AUTH", "CREDENTIAL", "CREDENTIALS", "KEY", "PASSWD", "PASSWORD", "SECRET", "TOKEN"];

/// Last words of names whose values are about a credential and not one.
const ABOUT: [&str; 22] = [
    "ALGORITHM",
    "ARN",
    "COUNT",
    "DIR",
    "DISABLED",
    "ENABLED",
    "ENDPOINT",
    "EXPIRY",
    "FILE",
    "HEADER",
    "HOST",
    "ID",
    "LIMIT",
    "METHOD",
    "MODE",
    "NAME",
    "PATH",
    "SOCK",
    "TTL",
    "TYPE",
    "URI",
    "URL",
];

/// Whether a variable has a credential as its value.
pub fn is_literal(name: &str, value: &str) -> bool {
    (names_credential(name) && can_be_credential(value)) || is_credential(value)
}

/// Whether a variable of that name holds a credential.
fn names_credential(name: &str) -> bool {
    let name = name.to_ascii_uppercase();
    let mut words = name.split(['_', '-', '.']).filter(|word| !word.is_empty());
    let last = words.clone().next_back().unwrap_or_default();
    !ABOUT.contains(&last)
        && !words.clone().any(|word| word == "PUBLIC")
        && words.any(|word| CREDENTIALS.contains(&word))
}

/// Whether a value can be a credential: not a number, a switch or a path.
fn can_be_credential(value: &str) -> bool {
    value.len() >= 4
        && !value.starts_with(['/', '.', '~'])
        && value.bytes().any(|byte| !byte.is_ascii_digit())
        && !matches!(value, "true" | "false" | "none" | "null")
        && (!value.starts_with("$(") || !value.ends_with(')'))
}

/// Whether a value is a URL with a password, or a private key.
fn is_credential(value: &str) -> bool {
    if value.starts_with("-----BEGIN") && value.contains("PRIVATE KEY") {
        return true;
    }
    let Some((_, rest)) = value.split_once("://") else {
        return false;
    };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    authority
        .rsplit_once('@')
        .and_then(|(user, _)| user.split_once(':'))
        .is_some_and(|(_, password)| !password.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{can_be_credential, is_credential, names_credential};

    #[test]
    fn names_of_credentials() {
        let credentials = [
            "GITHUB_TOKEN",
            "ANTHROPIC_API_KEY",
            "AWS_SECRET_ACCESS_KEY",
            "NPM_AUTH",
            "DB_PASSWORD",
            "github_token",
            "CREDENTIAL",
            "CREDENTIALS",
            "MY-PASSWD",
            "OPENAI_APIKEY",
            "TOKEN_2",
        ];
        for name in credentials {
            assert!(names_credential(name), "{name}");
        }
        let others = [
            "GIT_AUTHOR_NAME",
            "MAX_THINKING_TOKENS",
            "SSH_AUTH_SOCK",
            "KEYBOARD",
            "AUTHOR",
            "GOOGLE_APPLICATION_CREDENTIALS_FILE",
            "AWS_ACCESS_KEY_ID",
            "AUTH_URL",
            "AUTH_MODE",
            "SSH_PUBLIC_KEY",
            "TOKEN_TTL",
            "",
            "HOME",
        ];
        for name in others {
            assert!(!names_credential(name), "{name}");
        }
        for about in super::ABOUT {
            assert!(!names_credential(&format!("TOKEN_{about}")), "{about}");
        }
        for word in super::CREDENTIALS {
            assert!(names_credential(&format!("MY_{word}")), "{word}");
        }
    }

    #[test]
    fn values_of_credentials() {
        for value in ["postgres://u:p@h/db", "-----BEGIN RSA PRIVATE KEY-----\n", "http://u:p@h"] {
            assert!(is_credential(value), "{value}");
        }
        for value in
            ["http://h:80/@a:b", "http://u@h", "http://u:@h", "u:p@h", "", "-----BEGIN CERT"]
        {
            assert!(!is_credential(value), "{value}");
        }
        for value in ["/run/secret", "8192", "true", "abc", "$(OTHER)", "~/key", "./key"] {
            assert!(!can_be_credential(value), "{value}");
        }
        assert!(can_be_credential("ghp_4711"));
    }
}
