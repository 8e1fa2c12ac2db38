use serde_json::json;

use super::{ARGS, COMMAND, CONTAINER, ENV, ENV_FROM, Row, inside, row};

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
