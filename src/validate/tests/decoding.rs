use serde_json::{Value, json};

use super::{POD, Row, at, find, fine, messages, put, row, row_with};
use crate::validate::options::{Unwritable, UnwritableValue};
use crate::validate::rules::Severity;
use crate::validate::steps::Step;
use crate::validate::{Options, Subject, validate};

const TOLERATIONS: &str = "/spec/template/spec/tolerations";

pub fn rows() -> Vec<Row> {
    let mut rows = types();
    rows.extend([several_types(), what_follows(), deep()]);
    rows.extend(unwritable());
    rows.extend([at("/apiVersion", "", "", ""), at("/kind", "", "", "")]);
    rows.extend(unknown_fields());
    rows.extend(sizes());
    rows
}

fn types() -> Vec<Row> {
    [
        ("/spec/activeDeadlineSeconds", json!(1), ""),
        ("/spec/activeDeadlineSeconds", json!(1.5), "field-type"),
        ("/spec/activeDeadlineSeconds", json!(9_007_199_254_740_992_i64), "deadline-overflow"),
        ("/spec/activeDeadlineSeconds", json!(1e21), "field-type"),
        ("/spec/activeDeadlineSeconds", json!("1"), "field-type"),
        ("/spec/ttlSecondsAfterFinished", json!(2_147_483_647), ""),
        ("/spec/ttlSecondsAfterFinished", json!(2_147_483_648_u32), "field-type"),
        ("/spec/ttlSecondsAfterFinished", json!(0.5), "field-type"),
        ("/spec/ttlSecondsAfterFinished", json!(null), ""),
        ("/apiVersion", json!("batch/v1beta1"), "field-type"),
        ("/kind", json!("CronJob"), "field-type"),
        ("/status", json!({}), ""),
        ("/status", json!([]), "field-type"),
    ]
    .map(|(pointer, value, rule)| at(pointer, value, &pointer[1..].replace('/', "."), rule))
    .into()
}

/// Several at once, with what validation finds in the rest.
fn several_types() -> Row {
    let tolerations = json!(["a", null, { "tolerationSeconds": "30" }]);
    let changes = [
        ("/metadata/labels/a", json!(5)),
        ("/metadata/labels/b", json!(null)),
        ("/spec/backoffLimit", json!(-1)),
        ("/spec/template/metadata/labels/c", json!([])),
        ("/spec/template/metadata/annotations/d", json!(1)),
        ("/spec/template/spec/containers/0/image", json!({})),
        ("/spec/template/spec/containers/0/imagePullPolicy", json!("always")),
        (TOLERATIONS, tolerations),
    ];
    let expected = [
        "metadata.labels[a] field-type",
        "spec.backoffLimit negative-number",
        "spec.template.labels[c] field-type",
        "spec.template.annotations[d] field-type",
        "spec.template.spec.containers[0].image field-type",
        "spec.template.spec.containers[0].imagePullPolicy image-pull-policy",
        "spec.template.spec.tolerations[0] field-type",
        "spec.template.spec.tolerations[2].tolerationSeconds field-type",
        "spec.template.spec.tolerations[1].operator toleration-operator",
        "spec.template.spec.tolerations[2].operator toleration-operator",
    ];
    row(changes, &expected)
}

/// Findings that only follow from a wrong type are left out.
fn what_follows() -> Row {
    let pointer = "/spec/template/spec/volumes/0/name";
    let path = format!("{POD}.volumes[0].name");
    at(pointer, 1, &path, "field-type")
}

/// Values that JSON cannot have: the way to each, and the path in the finding.
fn unwritable() -> Vec<Row> {
    [
        ("a", "a"),
        ("metadata/labels/a.b", "metadata.labels[a.b]"),
        ("metadata/labels/a/b", "metadata.labels[a].b"),
        ("metadata/label/a", "metadata.label.a"),
        ("metadata/data/a", "metadata.data.a"),
        ("data/prompt.txt", "data[prompt.txt]"),
        ("spec/template/metadata/labels/a", "spec.template.labels[a]"),
        ("spec/template/metadata/annotations/a", "spec.template.annotations[a]"),
        ("spec/template/metadata/name", "spec.template.metadata.name"),
        ("spec/template/spec/containers/0/name", "spec.template.spec.containers[0].name"),
        (
            "spec/template/spec/containers/1/resources/limits/cpu",
            "spec.template.spec.containers[1].resources.limits[cpu]",
        ),
        (
            "spec/template/spec/volumes/0/flexVolume/options/a",
            "spec.template.spec.volumes[0].flexVolume.options[a]",
        ),
    ]
    .map(|(way, path)| {
        let step = |step: &str| step.parse().map_or_else(|_| Step::Key(step.into()), Step::Index);
        let value = UnwritableValue { steps: way.split('/').map(step).collect(), what: "a".into() };
        let options =
            Options { unwritable: Unwritable { list: vec![value], more: 0 }, ..Options::default() };
        row_with(options, [], &[&format!("{path} field-json")])
    })
    .into()
}

/// What no rule looks into can be nested.
fn deep() -> Row {
    let deep = (0..120).fold(json!(null), |inner, _| json!([inner]));
    let changes = [("/metadata/managedFields/-/fieldsV1", deep), ("/metadata/labels/a", json!(5))];
    row(changes, &["metadata.labels[a] field-type"])
}

fn unknown_fields() -> [Row; 5] {
    const RULE: &str = "field-unknown";
    let misspelt = json!([{ "operator": "Exists", "operater": "x" }]);
    let misspelt_path = format!("{POD}.tolerations[0].operater");
    let nickname = "/spec/template/metadata/nickname";
    [
        at(TOLERATIONS, misspelt, &misspelt_path, RULE),
        at(TOLERATIONS, json!([{ "operator": "Exists" }]), "", ""),
        at("/metadata/labels/operater", "x", "", ""),
        at(nickname, "x", "spec.template.metadata.nickname", RULE),
        at("/spec/template/spec/volumes/0/emptyDir/sizeLimit", 5, "", ""),
    ]
}

fn sizes() -> [Row; 6] {
    let overhead = fine().to_string().len() + r#","a":{"b":""}"#.len();
    let of_size = |size: usize| json!({ "b": "x".repeat(size - overhead) });
    let unknown = "a field-unknown";
    // An escape counts as the one character that it stands for.
    let of_lines = |size: usize| json!({ "b": "\n".repeat(size - overhead) });
    [
        row([("/a", of_size(1_572_864))], &[unknown]),
        row([("/a", of_size(1_572_865))], &["job object-size", unknown]),
        row([("/a", of_lines(1_572_864))], &[unknown]),
        row([("/a", of_lines(1_572_865))], &["job object-size", unknown]),
        row([("/a", of_size(3_145_728))], &["job object-size", unknown]),
        row([("/a", of_size(3_145_729))], &["job request-size", unknown]),
    ]
}

#[test]
fn says_what_the_decoder_says() {
    let rows = [
        (
            "/spec/activeDeadlineSeconds",
            json!(1.5),
            "Invalid value: cannot unmarshal number 1.5 into a field of type int64",
        ),
        (
            "/spec/ttlSecondsAfterFinished",
            json!(2_147_483_648_u32),
            "Invalid value: cannot unmarshal number 2147483648 into a field of type int32",
        ),
        (
            "/spec/activeDeadlineSeconds",
            json!(true),
            "Invalid value: cannot unmarshal bool into a field of type int64",
        ),
        (
            "/spec/activeDeadlineSeconds",
            json!([1]),
            "Invalid value: cannot unmarshal array into a field of type int64",
        ),
        (
            "/spec/activeDeadlineSeconds",
            json!({}),
            "Invalid value: cannot unmarshal object into a field of type int64",
        ),
        (
            "/spec/activeDeadlineSeconds",
            json!("1"),
            "Invalid value: cannot unmarshal string into a field of type int64",
        ),
        (
            "/metadata/creationTimestamp",
            json!(5),
            "Invalid value: cannot unmarshal number into a field of type string",
        ),
        (
            "/metadata/creationTimestamp",
            json!(false),
            "Invalid value: cannot unmarshal bool into a field of type string",
        ),
        (
            "/spec/template/spec/hostNetwork",
            json!(1),
            "Invalid value: cannot unmarshal number into a field of type bool",
        ),
        (
            "/spec/template/spec/hostNetwork",
            json!(-1),
            "Invalid value: cannot unmarshal number into a field of type bool",
        ),
        (
            "/spec/template/spec/hostNetwork",
            json!(1.5),
            "Invalid value: cannot unmarshal number into a field of type bool",
        ),
        (
            "/spec/template/spec/hostname",
            json!(true),
            "Invalid value: cannot unmarshal bool into a field of type string",
        ),
        (
            "/spec/template/spec/hostname",
            json!({ "a": 1, "b": [2] }),
            "Invalid value: cannot unmarshal object into a field of type string",
        ),
        (
            "/spec/template/spec/hostname",
            json!([1, "a"]),
            "Invalid value: cannot unmarshal array into a field of type string",
        ),
        (
            "/metadata/labels",
            json!("a\n"),
            "Invalid value: cannot unmarshal string into a field of type map[string]string",
        ),
        (
            TOLERATIONS,
            json!(["a"]),
            "Invalid value: cannot unmarshal string into a field of type Toleration",
        ),
        (
            "/spec/template/spec/hostNetwork",
            json!("true"),
            "Invalid value: cannot unmarshal string into a field of type bool",
        ),
        (
            "/metadata/labels",
            json!([]),
            "Invalid value: cannot unmarshal array into a field of type map[string]string",
        ),
        ("/kind", json!("Jab"), "Invalid value: cannot unmarshal \"Jab\" into a field of type Job"),
        (
            "/metadata/creationTimestamp",
            json!("now"),
            "Invalid value: expected a time such as 2006-01-02T15:04:05Z, not \"now\"",
        ),
    ];
    for (pointer, value, expected) in rows {
        let found = messages([(pointer, value)]);
        assert!(matches!(&*found, [message] if message.starts_with(expected)), "{found:?}");
    }
    assert_eq!(messages([("/a", json!(1))]), [r#"unknown field "a""#]);
}

#[test]
fn reads_what_is_no_job() {
    for (text, code) in [("[]", "array"), ("5", "number"), ("null", "null"), ("\"x\"", "string")] {
        let found = validate(Subject::Job, Some(text), &Options::default());
        let expected = format!("Invalid value: cannot unmarshal {code} into a field of type Job");
        assert_eq!(found.iter().map(|finding| &*finding.message).collect::<Vec<_>>(), [expected]);
    }
    assert_eq!(validate(Subject::Job, Some("{"), &Options::default()).len(), 1);
}

#[test]
fn counts_the_levels_of_objects_and_lists() {
    let nested = |levels: usize| {
        let (open, close) = ("[".repeat(levels), "]".repeat(levels));
        let job = fine().to_string();
        let rest = job.strip_prefix('{').unwrap();
        format!(r#"{{"a":{open}"\"[[["{close},{rest}"#)
    };
    let found = |levels| {
        let found = validate(Subject::Job, Some(&nested(levels)), &Options::default());
        found.iter().map(|finding| finding.rule.id()).collect::<Vec<_>>()
    };
    assert_eq!(found(9_999), ["field-unknown"]);
    assert_eq!(found(10_000), ["field-depth", "field-unknown"]);
}

#[test]
fn lists_a_thousand_findings_and_the_number_of_the_others() {
    let tolerations = vec![json!({ "tolerationSeconds": "30", "operator": "Exists" }); 1500];
    let found = find(vec![(TOLERATIONS, Value::Array(tolerations))], &Options::default());
    assert_eq!(found.len(), 1001);
    let last = found.last().unwrap();
    assert_eq!(last.message, "500 more findings, 500 of them errors, are not listed");
    assert_eq!((last.rule.id(), last.severity), ("more-findings", Severity::Error));
    let path = "/spec/template/spec/imagePullSecrets";
    let of = |count: usize| {
        let secrets = vec![json!({ "name": "" }); count];
        find(vec![(path, Value::Array(secrets))], &Options::default())
    };
    // Each but the first is a warning twice: its name is empty, and known.
    let found = of(501);
    let last = found.last().unwrap();
    assert_eq!((found.len(), last.severity), (1001, Severity::Warning));
    assert_eq!(last.message, "1 more findings, 0 of them errors, are not listed");
    assert_eq!(of(500).len(), 999);
}

/// A volume without a readable name may be the one that is mounted; of the values that could not be
/// read, so many are kept in mind.
#[test]
fn remembers_a_thousand_values_that_could_not_be_read() {
    let of = |count: usize| {
        let changes = vec![
            ("/spec/template/spec/imagePullSecrets", Value::Array(vec![json!("a"); count])),
            ("/spec/template/spec/volumes/0/name", json!(1)),
        ];
        find(changes, &Options::default()).pop().unwrap().message
    };
    // The name itself is missing. Without the mark, the mount is an error too.
    assert!(of(999).ends_with(" more findings, 1 of them errors, are not listed"), "{}", of(999));
    assert!(of(1000).ends_with(" more findings, 3 of them errors, are not listed"), "{}", of(1000));
}

#[test]
fn counts_the_values_that_json_cannot_have_and_that_are_not_listed() {
    let options =
        Options { unwritable: Unwritable { list: Vec::new(), more: 1 }, ..Options::default() };
    let found = find(Vec::new(), &options);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].message, "1 more findings, 1 of them errors, are not listed");
    assert_eq!(found[0].severity, Severity::Error);
    // The manifest as a whole has the path of its kind.
    let value = UnwritableValue { steps: Vec::new(), what: "a BigInt".into() };
    let options =
        Options { unwritable: Unwritable { list: vec![value], more: 0 }, ..Options::default() };
    let found = validate(Subject::Job, Some("null"), &options);
    assert_eq!(found[0].path, "job");
    assert_eq!(found[0].message, "Invalid value: JSON cannot have a BigInt");
}

#[test]
fn lone_surrogates_become_u_fffd() {
    let rows = [
        (r"\ud800", "\u{fffd}"),
        (r"\udfff\ud83d", "\u{fffd}\u{fffd}"),
        (r"\ud83d\ude00", "😀"),
        (r"\ud83d\ud83d\ude00", "\u{fffd}😀"),
        (r"\\ud800", r"\\ud800"),
        (r"\\\ud800x", "\\\\\u{fffd}x"),
        (r"\n\ud800", "\\n\u{fffd}"),
        (r"\udabc ", "\u{fffd} "),
    ];
    for (json, expected) in rows {
        let mut job = fine();
        put(&mut job, "/metadata/labels/a", json!("VALUE"));
        let text = job.to_string().replace("VALUE", json);
        let found = validate(Subject::Job, Some(&text), &Options::default());
        let expected = format!("Invalid value: \"{expected}\": a valid label");
        assert!(found[0].message.starts_with(&expected), "{json} {:?}", found[0].message);
        assert_eq!(found.len(), 1);
    }
}
