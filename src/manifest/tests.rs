//! Manifests, read by Kubernetes' own types: no field's name or type is wrong.

mod engine;
mod json;

use k8s_openapi::api::batch::v1::Job;
use serde_json::{Value, json};

use engine::build;

/// What the reader hands over for an ordinary run, by field.
fn fields() -> Value {
    json!({
        "agent_id": "agent-1",
        "agent_is_path": true,
        "agent_name": "Ada",
        "company_id": "co-1",
        "run_id": "run-1",
        "namespace": "agents",
        "image": "agent:1",
        "image_pull_policy": "IfNotPresent",
        "working_dir": "/paperclip",
        "skips_permissions": true,
        "ttl": 300,
        "requests_cpu": "1000m",
        "requests_memory": "2Gi",
        "limits_cpu": "4000m",
        "limits_memory": "8Gi",
        "api_url": "http://paperclip:3100",
    })
}

/// The same with all that is optional.
fn full_fields() -> Value {
    let mut fields = fields();
    let optional = json!({
        "auth_token": "token",
        "session": "session-1",
        "resumes": true,
        "service_account_name": "agent",
        "model": "opus",
        "effort": "high",
        "max_turns": "80",
        "instructions_file": "/paperclip/AGENTS.md",
        "extra_args": ["--add-dir", "/it's"],
        "timeout": 5400,
        "node_selector": ["disk", "ssd"],
        "selects_nodes": true,
        "labels": ["team", "platform"],
        "has_labels": true,
        "tolerations": [{ "key": "agents", "operator": "Exists", "effect": "NoSchedule" }],
        "handoff": "Go on.",
        "wake_reason": "comment",
        "wake_comments": ["Hello"],
        "wake_json": "{}",
        "task_id": "ACME-1",
        "issue_ids": ["ACME-1", "ACME-2"],
        "workspaces_json": "[]",
        "inherited_count": 2,
        "env_names": ["TZ", "AGENT_HOME", "LOG"],
        "env_values": ["UTC", "/a", "info"],
        "agent_home": "/agents/1",
        "value_from": [
            { "name": "NODE", "valueFrom": { "fieldRef": { "fieldPath": "spec.nodeName" } } },
            { "name": "TZ", "valueFrom": { "secretKeyRef": { "name": "s", "key": "k" } } },
        ],
        "value_from_names": ["NODE", "TZ"],
        "env_from": [{ "configMapRef": { "name": "defaults", "optional": true } }],
        "claim_name": "data",
        "secret_volumes": ["git", "git-credentials", 0o400, "/secrets/git"],
        "image_pull_secrets": [{ "name": "pull" }],
        "dns_config": { "options": [{ "name": "ndots", "value": "2" }] },
    });
    if let (Some(fields), Value::Object(optional)) = (fields.as_object_mut(), optional) {
        fields.extend(optional);
    }
    fields
}

/// A run whose prompt travels in a Secret.
fn staged_fields() -> Value {
    let mut fields = full_fields();
    fields["prompt_template"] = "{{agent.name}} ".repeat(100_000).into();
    fields["resumes"] = false.into();
    fields
}

#[test]
fn jobs_go_through_the_types_of_kubernetes_without_loss() {
    for fields in [fields(), full_fields(), staged_fields()] {
        let job = build(&fields)["job"].take();
        let typed: Job = serde_json::from_value(job.clone()).unwrap();
        assert_eq!(serde_json::to_value(typed).unwrap(), job);
    }
}

#[test]
fn a_layer_overrides_the_one_below_in_its_place() {
    let result = build(&full_fields());
    let env = result["job"]["spec"]["template"]["spec"]["containers"][0]["env"].as_array().unwrap();
    let names: Vec<_> = env.iter().filter_map(|entry| entry["name"].as_str()).collect();
    assert_eq!(names[..3], ["TZ", "AGENT_HOME", "PAPERCLIP_AGENT_ID"]);
    assert_eq!(names[names.len() - 3..], ["LOG", "HOME", "NODE"]);
    assert_eq!(env[1]["value"], "/agents/1");
    let task = env.iter().find(|entry| entry["name"] == "PAPERCLIP_TASK_ID").unwrap();
    assert_eq!(task["value"], "ACME-1");
}

#[test]
fn a_long_prompt_is_staged() {
    let result = build(&staged_fields());
    assert_eq!(result["promptSecret"]["data"]["prompt.txt"], result["prompt"]);
    assert_eq!(
        result["promptSecret"]["name"],
        format!("{}-prompt", result["jobName"].as_str().unwrap())
    );
    assert_eq!(build(&full_fields())["promptSecret"], Value::Null);
}
