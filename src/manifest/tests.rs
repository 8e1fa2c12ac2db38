//! Manifests, read by Kubernetes' own types: no field's name or type is wrong.

mod engine;
mod json;

use std::collections::HashMap;

use k8s_openapi::api::batch::v1::Job;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use serde_json::{Value, json};

use crate::input::{FIELDS, Kind};
use crate::tree::maker::Maker;
use crate::tree::shape::Shape;
use engine::{build, decide};

/// What the reader hands over for an ordinary run, by field.
fn fields() -> Value {
    json!({
        "agent_id": "agent-1",
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
        "environment": [{ "name": "HOME", "value": "/paperclip" }],
    })
}

/// The same with all that is optional.
fn full_fields() -> Value {
    let mut fields = fields();
    let optional = json!({
        "auth_token": "token",
        "session": "session-1",
        "service_account_name": "agent",
        "model": "opus",
        "effort": "high",
        "max_turns": "80",
        "instructions_file": "/paperclip/AGENTS.md",
        "extra_args": ["--add-dir", "/it's"],
        "has_extra_args": true,
        "timeout": 5400,
        "node_selector": { "disk": "ssd" },
        "selects_nodes": true,
        "labels": { "team": "platform" },
        "has_labels": true,
        "tolerations": [{ "key": "agents", "operator": "Exists", "effect": "NoSchedule" }],
        "handoff": "Go on.",
        "wake_section": "Wake reason: comment\n\nComment: Hello",
        "environment": [
            { "name": "TZ", "value": "UTC" },
            { "name": "HOME", "value": "/paperclip" },
            { "name": "NODE", "valueFrom": { "fieldRef": { "fieldPath": "spec.nodeName" } } },
            { "name": "TOKEN", "valueFrom": { "secretKeyRef": { "name": "s", "key": "k" } } },
        ],
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
    fields["heartbeat"] = "Ada ".repeat(100_000).into();
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
fn a_prompt_joins_the_sections_that_are_not_blank() {
    let mut fields = full_fields();
    fields["bootstrap"] = "Read this.".into();
    fields["heartbeat"] = "  ".into();
    fields["heartbeat_is_blank"] = true.into();
    let result = build(&fields);
    assert_eq!(result["prompt"], "Read this.\n\nWake reason: comment\n\nComment: Hello\n\nGo on.");
    let metrics = &result["promptMetrics"];
    assert_eq!(metrics["promptChars"], result["prompt"].as_str().unwrap().len());
    assert_eq!(metrics["heartbeatPromptChars"], 2);
}

#[test]
fn a_prompt_is_counted_where_it_stayed_in_javascript_too() {
    let mut fields = fields();
    let limit = crate::prompt::INLINE_LIMIT;
    for (length, is_staged) in [(limit, false), (limit + 1, true)] {
        fields["handoff"] = "é".repeat(1000).into();
        fields["heartbeat"] = "a".repeat(length - 2000 - 2).into();
        assert_eq!(build(&fields)["promptSecret"] != Value::Null, is_staged);
    }
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

/// Values of a field's kind that lead to different decisions.
fn values(kind: Kind) -> Vec<Value> {
    match kind {
        Kind::Id => vec!["id".into(), "".into()],
        Kind::Optional | Kind::Flag => vec![false.into(), true.into()],
        Kind::Length => {
            vec!["".into(), "text".into(), "x".repeat(crate::prompt::INLINE_LIMIT).into()]
        }
    }
}

fn any_fields() -> impl Strategy<Value = Value> {
    let values = FIELDS.iter().map(|field| prop::sample::select(values(field.kind)));
    values.collect::<Vec<_>>().prop_map(|values| {
        let names = FIELDS.iter().map(|field| field.name.to_owned());
        names.zip(values).collect::<serde_json::Map<_, _>>().into()
    })
}

/// What is compiled once for a shape has to fit every manifest of it: each condition that a
/// description depends on goes through `Tree::when`.
#[test]
fn manifests_of_one_shape_have_one_maker() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut makers = HashMap::new();
    for _ in 0..2_000 {
        let fields = any_fields().new_tree(&mut runner).unwrap().current();
        let (shape, maker) = decide(&fields, |manifest, _| {
            (Shape::of(|t| manifest.describe(t)), Maker::source(|t| manifest.describe(t)))
        });
        let shape = shape.expect("a shape has room for all conditions");
        assert_eq!(*makers.entry(shape).or_insert_with(|| maker.clone()), maker);
    }
    assert!(makers.len() > 1_000);
}
