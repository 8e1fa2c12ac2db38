use serde_json::{Value, json};

use super::{Row, at, find, fine, messages, put, row, row_with};
use crate::validate::options::Unwritable;
use crate::validate::steps::Step;
use crate::validate::{Options, validate};

const POD: &str = "spec.template.spec";

pub fn rows() -> Vec<Row> {
    let type_rows = [
        ("/spec/activeDeadlineSeconds", json!(1), true),
        ("/spec/activeDeadlineSeconds", json!(1.5), false),
        (
            "/spec/activeDeadlineSeconds",
            json!(9_007_199_254_740_992_i64),
            true,
        ),
        ("/spec/activeDeadlineSeconds", json!(1e21), false),
        ("/spec/activeDeadlineSeconds", json!("1"), false),
        ("/spec/ttlSecondsAfterFinished", json!(2_147_483_647), true),
        (
            "/spec/ttlSecondsAfterFinished",
            json!(2_147_483_648_u32),
            false,
        ),
        ("/spec/ttlSecondsAfterFinished", json!(0.5), false),
        ("/spec/ttlSecondsAfterFinished", json!(null), true),
        ("/apiVersion", json!("batch/v1beta1"), false),
        ("/kind", json!("CronJob"), false),
        ("/status", json!({}), true),
        ("/status", json!([]), false),
    ];
    let mut rows: Vec<Row> = type_rows
        .into_iter()
        .map(|(pointer, value, is_fine)| {
            let path = pointer[1..].replace('/', ".");
            let is_long = value == json!(9_007_199_254_740_992_i64);
            let rule = if is_long { "deadline-overflow" } else { "" };
            at(
                pointer,
                value,
                &path,
                if is_fine { rule } else { "field-type" },
            )
        })
        .collect();
    let tolerations = format!("{POD}.tolerations");
    let deep = (0..200).fold(json!(null), |inner, _| json!([inner]));
    rows.extend([
        // Several at once, with what validation finds in the rest.
        row(
            [
                ("/metadata/labels/a", json!(5)),
                ("/metadata/labels/b", json!(null)),
                ("/spec/backoffLimit", json!(-1)),
                ("/spec/template/metadata/labels/c", json!([])),
                ("/spec/template/spec/containers/0/image", json!({})),
                (
                    "/spec/template/spec/containers/0/imagePullPolicy",
                    json!("always"),
                ),
                (
                    "/spec/template/spec/tolerations",
                    json!(["a", null, { "tolerationSeconds": "30" }]),
                ),
            ],
            &[
                "metadata.labels[a] field-type",
                "spec.backoffLimit negative-number",
                "spec.template.labels[c] field-type",
                &format!("{POD}.containers[0].image field-type"),
                &format!("{POD}.containers[0].imagePullPolicy image-pull-policy"),
                &format!("{tolerations}[0] field-type"),
                &format!("{tolerations}[2].tolerationSeconds field-type"),
                &format!("{tolerations}[1].operator toleration-operator"),
                &format!("{tolerations}[2].operator toleration-operator"),
            ],
        ),
        // What follows from a wrong type is not told.
        row(
            [("/spec/template/spec/volumes/0/name", json!(1))],
            &[&format!("{POD}.volumes[0].name field-type")],
        ),
        row(
            [("/spec/template/spec/volumes/0/emptyDir/sizeLimit", json!(5))],
            &[],
        ),
        at(
            "/spec/template/spec/tolerations/-",
            json!({ "operator": "Exists", "operater": "x" }),
            &format!("{tolerations}[0].operater"),
            "field-unknown",
        ),
        at(
            "/spec/template/spec/tolerations/-",
            json!({ "operator": "Exists" }),
            "",
            "",
        ),
        at("/metadata/labels/operater", "x", "", ""),
        at(
            "/spec/template/metadata/nickname",
            "x",
            "spec.template.metadata.nickname",
            "field-unknown",
        ),
        // The decoder counts levels only where it has to keep them.
        row(
            [
                ("/metadata/managedFields/-/fieldsV1", deep),
                ("/metadata/labels/a", json!(5)),
            ],
            &["job field-depth"],
        ),
        row_with(
            Options {
                unwritable: vec![Unwritable {
                    steps: ["metadata", "labels", "a.b"]
                        .map(|key| Step::Key(key.into()))
                        .into(),
                    what: "a BigInt".into(),
                }],
                ..Options::default()
            },
            [],
            &["metadata.labels[a.b] field-json"],
        ),
    ]);
    rows.extend(sizes());
    rows
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
            "/spec/template/spec/tolerations",
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
        (
            "/kind",
            json!("Jab"),
            "Invalid value: cannot unmarshal \"Jab\" into a field of type Job",
        ),
        (
            "/metadata/creationTimestamp",
            json!("now"),
            "Invalid value: expected ",
        ),
    ];
    for (pointer, value, expected) in rows {
        let found = messages([(pointer, value)]);
        assert!(
            matches!(&*found, [message] if message.starts_with(expected)),
            "{found:?}"
        );
    }
    assert_eq!(messages([("/a", json!(1))]), [r#"unknown field "a""#]);
}

#[test]
fn reads_what_is_no_job() {
    for (text, code) in [
        ("[]", "array"),
        ("5", "number"),
        ("null", "null"),
        ("\"x\"", "string"),
    ] {
        let found = validate(text, &Options::default());
        let expected = format!("Invalid value: cannot unmarshal {code} into a field of type Job");
        assert_eq!(
            found
                .iter()
                .map(|finding| &*finding.message)
                .collect::<Vec<_>>(),
            [expected]
        );
    }
    assert_eq!(validate("{", &Options::default()).len(), 1);
}

#[test]
fn many_wrong_types_end() {
    let tolerations = vec![json!({ "tolerationSeconds": "30" }); 1000];
    let found = find(
        vec![("/spec/template/spec/tolerations", Value::Array(tolerations))],
        &Options::default(),
    );
    assert_eq!(found.len(), 100);
    let nulls = vec![Value::Null; 1000];
    let found = find(
        vec![("/spec/template/spec/tolerations", Value::Array(nulls))],
        &Options::default(),
    );
    assert_eq!(found.len(), 1000, "{:?}", found.first());
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
        let found = validate(&text, &Options::default());
        let expected = format!("Invalid value: \"{expected}\": a valid label");
        assert!(
            found[0].message.starts_with(&expected),
            "{json} {:?}",
            found[0].message
        );
        assert_eq!(found.len(), 1);
    }
}
