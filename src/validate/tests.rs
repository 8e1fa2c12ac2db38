//! Each rule on both sides of its limit: a row changes a Job that is fine, and lists what is found
//! then.

mod affinities;
mod annotations;
mod cases;
mod completions;
mod containers;
mod contexts;
pub mod coverage;
mod decoding;
mod dns;
mod env;
mod ephemeral;
mod examples;
mod expansions;
mod jobs;
mod metadata;
mod mounts;
mod pod_fields;
mod pod_resources;
mod pod_security;
mod pods;
mod policies;
mod ports;
mod probes;
mod recorded;
mod resources;
mod restarts;
mod selectors;
mod spread;
mod starts;
mod tolerations;
mod volumes;
mod windows;

use std::collections::BTreeSet;

use serde_json::{Value, json};

use cases::Case;

use super::rules::Rule;
use super::{Finding, Options, Subject, rank, validate};

const POD: &str = "spec.template.spec";
const CONTAINER: &str = "spec.template.spec.containers[0]";
const ENV: &str = "/spec/template/spec/containers/0/env";
const ENV_FROM: &str = "/spec/template/spec/containers/0/envFrom";
const COMMAND: &str = "/spec/template/spec/containers/0/command";
const ARGS: &str = "/spec/template/spec/containers/0/args";

/// Changes of the Job, each at a JSON pointer.
type Changes = Vec<(&'static str, Value)>;

/// What is done to the Job, and what is found: lines of `path rule`.
struct Row {
    changes: Changes,
    options: Options,
    expected: Vec<String>,
}

/// A row without options.
fn row(changes: impl Into<Changes>, expected: &[&str]) -> Row {
    row_with(Options::default(), changes, expected)
}

fn row_with(options: Options, changes: impl Into<Changes>, expected: &[&str]) -> Row {
    let expected = expected.iter().map(ToString::to_string).collect();
    Row { changes: changes.into(), options, expected }
}

/// A row of one change that is refused, or with an empty rule accepted.
fn at(pointer: &'static str, value: impl Into<Value>, path: &str, rule: &str) -> Row {
    let line = format!("{path} {rule}");
    let expected = if rule.is_empty() { None } else { Some(line.as_str()) };
    row([(pointer, value.into())], expected.as_slice())
}

/// A row of one change whose findings are in the container.
fn inside(pointer: &'static str, value: impl Into<Value>, path: &str, rule: &str) -> Row {
    at(pointer, value, &format!("{CONTAINER}.{path}"), rule)
}

fn kubernetes(minor: u32) -> Options {
    Options { minor, ..Options::default() }
}

fn restricted() -> Options {
    Options { is_restricted: true, ..Options::default() }
}

/// A Job that is fine, in a namespace of the level `restricted` too.
fn fine() -> Value {
    let security_context = json!({
        "allowPrivilegeEscalation": false,
        "capabilities": { "drop": ["ALL"] },
        "runAsNonRoot": true,
        "seccompProfile": { "type": "RuntimeDefault" },
    });
    json!({
        "apiVersion": "batch/v1",
        "kind": "Job",
        "metadata": {
            "name": "job",
            "namespace": "ns",
            "labels": { "app": "job" },
            "annotations": {},
        },
        "spec": {
            "template": {
                "metadata": { "labels": {}, "annotations": {} },
                "spec": {
                    "restartPolicy": "Never",
                    "volumes": [{ "name": "one", "emptyDir": {} }],
                    "initContainers": [
                        { "name": "init", "image": "i", "securityContext": security_context },
                    ],
                    "containers": [
                        {
                            "name": "main",
                            "image": "i",
                            "volumeMounts": [{ "name": "one", "mountPath": "/one" }],
                            "securityContext": security_context,
                        },
                    ],
                },
            },
        },
    })
}

/// Puts a value where the pointer says; `-` is the end of a list.
fn put(tree: &mut Value, pointer: &str, value: Value) {
    let mut place = tree;
    for step in pointer.split('/').skip(1) {
        let step = step.replace("~1", "/");
        if step == "-" || place.is_array() {
            if place.is_null() {
                *place = json!([]);
            }
            let items = place.as_array_mut().unwrap();
            let index = step.parse().unwrap_or(items.len());
            if index >= items.len() {
                items.push(Value::Null);
            }
            place = &mut items[index];
        } else {
            if place.is_null() {
                *place = json!({});
            }
            place = place.as_object_mut().unwrap().entry(step).or_insert(Value::Null);
        }
    }
    *place = value;
}

/// What is found in the Job with these changes.
fn find(changes: Changes, options: &Options) -> Vec<Finding> {
    let mut job = fine();
    for (pointer, value) in changes {
        put(&mut job, pointer, value);
    }
    validate(Subject::Job, Some(&job.to_string()), options)
}

fn messages(changes: impl Into<Changes>) -> Vec<String> {
    find(changes.into(), &Options::default()).into_iter().map(|finding| finding.message).collect()
}

/// Asserts what is said of each change: rows of a change and its one message.
fn assert_messages(rows: impl IntoIterator<Item = ((&'static str, Value), impl AsRef<str>)>) {
    for (change, expected) in rows {
        assert_eq!(messages([change]), [expected.as_ref()]);
    }
}

#[test]
fn each_rule_on_both_sides_of_its_limit() {
    let tables = [
        decoding::rows(),
        jobs::rows(),
        metadata::rows(),
        completions::rows(),
        policies::rows(),
        selectors::rows(),
        volumes::rows(),
        containers::rows(),
        ephemeral::rows(),
        mounts::rows(),
        ports::rows(),
        probes::rows(),
        restarts::rows(),
        env::rows(),
        expansions::rows(),
        starts::rows(),
        resources::rows(),
        pods::rows(),
        dns::rows(),
        tolerations::rows(),
        cases::all().iter().map(Case::row).collect(),
    ];
    let mut broken = BTreeSet::new();
    let mut reported = BTreeSet::new();
    let mut lines_of_messages = BTreeSet::new();
    let mut wrong = Vec::new();
    for row in tables.into_iter().flatten() {
        let about: String = format!("{:?}", row.changes).chars().take(300).collect();
        let findings = find(row.changes, &row.options);
        let lines: Vec<String> = findings
            .iter()
            .map(|finding| format!("{} {}", finding.path, finding.rule.id()))
            .collect();
        if lines != row.expected {
            wrong.push(format!("{about}\n  found    {lines:?}\n  expected {:?}", row.expected));
        }
        broken.extend(findings.iter().map(|finding| finding.rule));
        reported.extend(coverage::reported(&findings, Subject::Job));
        lines_of_messages.extend(findings.iter().map(recorded::line));
    }
    // These have their own tests.
    broken.extend([Rule::FIELD_DEPTH, Rule::INIT_CONTAINER_FIELD, Rule::MORE_FINDINGS]);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let all: BTreeSet<Rule> = Rule::all().map(|(rule, _)| rule).collect();
    assert_eq!(
        all.difference(&broken).collect::<Vec<_>>(),
        Vec::<&Rule>::new(),
        "rules without a row"
    );
    let pod = json!({ "metadata": { "generation": -1 } }).to_string();
    let findings = validate(Subject::Pod, Some(&pod), &kubernetes(32));
    reported.extend(coverage::reported(&findings, Subject::Pod));
    let probe = json!({ "httpGet": { "port": 80, "host": "h" }, "tcpSocket": { "port": 80 } });
    find(vec![("/spec/template/spec/containers/0/livenessProbe", probe)], &restricted());
    recorded::assert_recorded(&lines_of_messages);
    coverage::assert_complete(&reported);
}

#[test]
fn rules_have_ids_of_their_own() {
    let ids: BTreeSet<&str> = Rule::all().map(|(rule, _)| rule.id()).collect();
    assert_eq!(ids.len(), Rule::all().count());
}

/// Decoding errors come first; they are put where the rules for their fields are.
#[test]
fn findings_are_in_the_servers_order() {
    let fields = [
        "volumes[0].name",
        "resourceClaims[0].name",
        "containers[0].name",
        "initContainers[0].name",
        "ephemeralContainers",
        "resources.limits",
        "restartPolicy",
        "dnsPolicy",
        "nodeSelector",
        "securityContext.runAsUser",
        "imagePullSecrets[0].name",
        "affinity.podAffinity",
        "dnsConfig.nameservers",
        "readinessGates[0].conditionType",
        "schedulingGates[0]",
        "topologySpreadConstraints[0].maxSkew",
        "hostNetwork",
        "hostUsers",
        "HostPID",
        "HostIPC",
        "hostnameOverride",
        "serviceAccountName",
        "nodeName",
        "activeDeadlineSeconds",
        "hostname",
        "subdomain",
        "tolerations[0].key",
        "hostAliases[0].ip",
        "priorityClassName",
        "runtimeClassName",
        "preemptionPolicy",
        "overhead[cpu]",
        "os",
        "another",
    ]
    .map(|field| format!("{POD}.{field}"));
    let first = [
        "job",
        "metadata.name",
        "spec.template.metadata.labels[job-name]",
        "spec.backoffLimit",
        "spec.template.labels",
        "spec.template.annotations",
    ]
    .map(str::to_owned);
    let paths: Vec<String> =
        [first.as_slice(), &fields, &["spec.template.metadata.name".into()]].concat();
    let ranks: Vec<_> = paths.iter().map(|path| rank(path)).collect();
    for (pair, paths) in ranks.windows(2).zip(paths.windows(2)) {
        assert!(pair[0] < pair[1], "{paths:?}");
    }
}
