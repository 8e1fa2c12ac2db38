//! Secrets that more can read than have to. Names are reported, values never.

use super::finding::Findings;
use super::path::{item, member};
use super::rules::Rule;
use super::value::Value;
use super::variables;

/// Variables of the server that no agent needs.
const SERVERS: [&str; 12] = [
    "BETTER_AUTH_SECRET",
    "DATABASE_MIGRATION_URL",
    "DATABASE_PASSWORD",
    "DATABASE_URL",
    "DB_PASSWORD",
    "JWT_SECRET",
    "PAPERCLIP_AGENT_JWT_SECRET",
    "PAPERCLIP_SECRETS_MASTER_KEY",
    "PGPASSWORD",
    "POSTGRES_PASSWORD",
    "POSTGRES_URL",
    "REDIS_URL",
];

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

/// Whether a variable of that name is one of the server's own secrets.
fn is_servers(name: &str) -> bool {
    SERVERS.contains(&name) || name.ends_with("_PRIVATE_KEY") || name == "PRIVATE_KEY"
}

/// Whether a variable of that name holds a credential.
pub fn names_credential(name: &str) -> bool {
    let name = name.to_ascii_uppercase();
    let mut words = name.split(['_', '-', '.']).filter(|word| !word.is_empty());
    let last = words.clone().next_back().unwrap_or_default();
    !ABOUT.contains(&last)
        && !words.clone().any(|word| word == "PUBLIC")
        && words.any(|word| CREDENTIALS.contains(&word))
}

/// Whether a value can be a credential: not a number, a switch or a path.
pub fn can_be_credential(value: &str) -> bool {
    value.len() >= 4
        && !value.starts_with(['/', '.', '~'])
        && !value.bytes().all(|byte| byte.is_ascii_digit())
        && !matches!(value, "true" | "false" | "none" | "null")
        && !(value.starts_with("$(") && value.ends_with(')'))
}

/// Whether a value is a URL with a password, or a private key.
pub fn is_credential(value: &str) -> bool {
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

/// Checks what agents inherit and what is configured for them.
pub fn check(input: &Value, findings: &mut Findings) {
    let configured = input.at(&["ctx", "config", "env"]);
    if configured.is_object() {
        for (name, value) in configured.entries() {
            if !variables::is_of_run(name) {
                check_literal("ctx.config.env", name, value, findings);
            }
        }
    }
    let replaced = configured.names_of_texts();
    for (name, value) in input.at(&["selfPod", "inheritedEnv"]).entries() {
        if replaced.contains(name.as_str()) || variables::is_of_run(name) {
            continue;
        }
        if is_servers(name) && !value.is_unset() {
            report_inherited(member("selfPod.inheritedEnv", name), name, findings);
        } else {
            check_literal("selfPod.inheritedEnv", name, value, findings);
        }
    }
    let entries = input.at(&["selfPod", "inheritedEnvValueFrom"]);
    for (index, entry) in entries.items().iter().enumerate() {
        if let Some(name) = entry.get("name").text().filter(|name| is_servers(name)) {
            report_inherited(item("selfPod.inheritedEnvValueFrom", index), name, findings);
        }
    }
    let volumes = input.at(&["selfPod", "secretVolumes"]);
    for (index, volume) in volumes.items().iter().enumerate() {
        if matches!(volume.get("items"), Value::List(_)) {
            let path = member(&item("selfPod.secretVolumes", index), "items");
            let message = "is not read: every key of the Secret is mounted into the agent's \
                           container; put the keys that agents need into a Secret of their own";
            findings.report(Rule::SECRET_VOLUME_KEYS, path, message.to_owned());
        }
    }
}

fn report_inherited(path: String, name: &str, findings: &mut Findings) {
    let message = format!(
        "every agent inherits {name}, a secret of the server: anything that an agent runs can read \
         it; leave it out of what agents inherit"
    );
    findings.report(Rule::SECRET_INHERITED, path, message);
}

fn check_literal(owner: &str, name: &str, value: &Value, findings: &mut Findings) {
    let Some(value) = value.text() else {
        return;
    };
    if (names_credential(name) && can_be_credential(value)) || is_credential(value) {
        let message = format!(
            "{name} has a credential as a literal value, which whoever may read Pods reads; put it \
             into a Secret and refer to that with valueFrom.secretKeyRef on the Deployment"
        );
        findings.report(Rule::SECRET_LITERAL, member(owner, name), message);
    }
}

#[cfg(test)]
mod tests {
    use super::{can_be_credential, is_credential, is_servers, names_credential};

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

    #[test]
    fn secrets_of_the_server() {
        for name in ["GITHUB_APP_PRIVATE_KEY", "PRIVATE_KEY", "DATABASE_URL"] {
            assert!(is_servers(name), "{name}");
        }
        assert!(!is_servers("ANTHROPIC_API_KEY"));
    }
}
