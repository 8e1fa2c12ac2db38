//! Secrets that more can read than have to. Names are reported, values never.

use super::finding::Findings;
use super::path::{item, member};
use super::rules::Rule;
use super::value::Value;
use super::variables;
use crate::credentials;

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

/// Whether a variable of that name is one of the server's own secrets.
fn is_servers(name: &str) -> bool {
    SERVERS.contains(&name) || name.ends_with("_PRIVATE_KEY") || name == "PRIVATE_KEY"
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

/// Adds a finding about a secret of the server.
fn report_inherited(path: String, name: &str, findings: &mut Findings) {
    let message = format!(
        "every agent inherits {name}, a secret of the server: anything that an agent runs can read \
         it; leave it out of what agents inherit"
    );
    findings.report(Rule::SECRET_INHERITED, path, message);
}

/// A variable that has a credential as its value.
fn check_literal(owner: &str, name: &str, value: &Value, findings: &mut Findings) {
    let Some(value) = value.text() else {
        return;
    };
    if credentials::is_literal(name, value) {
        let message = format!(
            "{name} has a credential as a literal value, which whoever may read Pods reads; put it \
             into a Secret and refer to that with valueFrom.secretKeyRef on the Deployment"
        );
        findings.report(Rule::SECRET_LITERAL, member(owner, name), message);
    }
}

#[cfg(test)]
mod tests {
    use super::is_servers;

    #[test]
    fn secrets_of_the_server() {
        for name in ["GITHUB_APP_PRIVATE_KEY", "PRIVATE_KEY", "DATABASE_URL"] {
            assert!(is_servers(name), "{name}");
        }
        assert!(!is_servers("ANTHROPIC_API_KEY"));
    }
}
