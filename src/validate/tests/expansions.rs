use serde_json::json;

use super::{ARGS, COMMAND, CONTAINER, ENV, ENV_FROM, Row, assert_messages, inside, messages, row};

pub fn rows() -> Vec<Row> {
    const ESCAPE: &str = "expansion-escape";
    const VALUE: &str = "expansion-value";
    const MISSING: &str = "expansion-missing";
    const COMMAND_RULE: &str = "expansion-command";
    let values = [
        ("pid is $$", ESCAPE),
        ("$$ $$ $$", ESCAPE),
        ("$$(BEFORE)", ESCAPE),
        ("pid is $", ""),
        ("$5", ""),
        ("$(BEFORE)", VALUE),
        ("$(BEFORE) $(BEFORE)", VALUE),
        ("a$(BEFORE", ""),
        ("${BEFORE}", ""),
        ("$((1+2))", ""),
        ("$(SELF)", MISSING),
        ("postgres://u:$(AFTER)@db", MISSING),
        ("$(NOWHERE)", MISSING),
        ("$(_)", MISSING),
        ("$(A1)", MISSING),
        ("$(1A)", ""),
        ("$(1)", ""),
        ("$(A-B)", ""),
        ("$()", ""),
        ("$(date)", ""),
        ("$(git rev-parse HEAD)", ""),
    ];
    let mut rows: Vec<Row> = values
        .into_iter()
        .map(|(value, rule)| {
            let entries = json!([
                { "name": "BEFORE", "value": "b" },
                { "name": "SELF", "value": value },
                { "name": "AFTER", "valueFrom": { "secretKeyRef": { "name": "s", "key": "k" } } },
            ]);
            inside(ENV, entries, "env[1].value", rule)
        })
        .collect();
    let env = (ENV, json!([{ "name": "A", "value": "a" }]));
    let sources = (ENV_FROM, json!([{ "secretRef": { "name": "s" } }]));
    let command = |text: &str| (COMMAND, json!(["sh", "-c", text]));
    let found = |rule: &str| format!("{CONTAINER}.command[2] {rule}");
    rows.extend([
        row([env.clone(), command("x '$(A)'")], &[&found(COMMAND_RULE)]),
        row([env.clone(), command("x '$(B)'")], &[]),
        row([env.clone(), sources.clone(), command("x '$(B)'")], &[&found(COMMAND_RULE)]),
        row([env.clone(), sources, command("x $(date)")], &[]),
        row([env.clone(), command("x $$")], &[&found(ESCAPE)]),
        row([env.clone(), command("x $A \"$PROMPT\"")], &[]),
        row([env, (ARGS, json!(["$(A)"]))], &[&format!("{CONTAINER}.args[0] {COMMAND_RULE}")]),
    ]);
    rows
}

#[test]
fn says_what_the_kubelet_does_with_values() {
    let value = |value: &str| {
        (
            ENV,
            json!([
                { "name": "A", "value": "a" },
                { "name": "B", "value": value },
                { "name": "C", "value": "c" },
            ]),
        )
    };
    assert_messages([
        (value("$$"), "the kubelet replaces \"$$\" by \"$\""),
        (value("$(A)"), "the kubelet replaces \"$(A)\" by the value of that variable"),
        (
            value("$(C)"),
            "\"$(C)\" stays as it is: the list defines that variable here or later, and the kubelet only knows those before",
        ),
        (value("$(D)"), "a reference stays as it is: the list defines no such variable"),
    ]);
}

#[test]
fn says_how_a_variable_can_run_programs() {
    let command = (COMMAND, json!(["sh", "-c", "x '$(A)'"]));
    let env = (ENV, json!([{ "name": "A", "value": "a" }]));
    let sources = (ENV_FROM, json!([{ "secretRef": { "name": "s" } }]));
    let pastes = |condition: &str, what: &str| {
        format!(
            "SHELL INJECTION:{condition} the kubelet pastes the value of {what} into the command \
             before a shell reads it, so a quote in the value ends the quotes around it and whoever \
             writes the value runs programs in the container"
        )
    };
    assert_eq!(messages([env, command.clone()]), [pastes("", "\"$(A)\"")]);
    assert_eq!(messages([sources, command]), [pastes(" if envFrom defines it,", "a reference")]);
}
