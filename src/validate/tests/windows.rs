use serde_json::{Value, json};

use super::cases::{Case, case, case_in, either};
use crate::validate::quote::Json;

pub fn cases() -> Vec<Case> {
    let mut cases = options();
    cases.extend(users());
    cases.extend(host_process());
    cases.extend(os());
    cases
}

fn windows(field: &str, value: &Value) -> Value {
    json!({ "securityContext": { "windowsOptions": { field: value } } })
}

fn options() -> Vec<Case> {
    let place = |field: &str| format!("securityContext.windowsOptions.{field} windows-options");
    let long = "a".repeat(65_537);
    vec![
        either(windows("gmsaCredentialSpecName", &json!("a.b")), "", ""),
        either(
            windows("gmsaCredentialSpecName", &json!("<")),
            &place("gmsaCredentialSpecName"),
            "Invalid value: \"\\u003c\": a lowercase RFC 1123 subdomain must consist…",
        ),
        either(windows("gmsaCredentialSpec", &json!("a".repeat(65_536))), "", ""),
        either(
            windows("gmsaCredentialSpec", &json!("")),
            &place("gmsaCredentialSpec"),
            "Invalid value: \"\": gmsaCredentialSpec cannot be an empty string",
        ),
        either(
            windows("gmsaCredentialSpec", &json!(long)),
            &place("gmsaCredentialSpec"),
            &format!("Invalid value: \"{}…", "a".repeat(256)),
        ),
        case(
            json!({ "containers/0/securityContext/windowsOptions": { "runAsUserName": "" } }),
            &[
                "containers[0].securityContext.windowsOptions.runAsUserName windows-options: Invalid value: \"\": runAsUserName cannot be an empty string",
            ],
        ),
    ]
}

fn users() -> Vec<Case> {
    const DOMAIN: &str = "runAsUserName's Domain doesn't match the NetBios nor the DNS format";
    const LONG_DOMAIN: &str = "runAsUserName's Domain length must be under 256 characters";
    const EMPTY: &str = "runAsUserName's User cannot be empty";
    const LONG: &str = "runAsUserName's User length must not be longer than 104 characters";
    const DOTS: &str = "runAsUserName's User cannot contain only periods or spaces";
    const CHARACTERS: &str =
        r#"runAsUserName's User cannot contain the following characters: "/\:;|=,+*?<>@[]"#;
    let mut rows = vec![
        ("user".to_owned(), vec![]),
        ("a user".to_owned(), vec![]),
        ("a.b".to_owned(), vec![]),
        (String::new(), vec!["runAsUserName cannot be an empty string"]),
        ("a\tb".to_owned(), vec!["runAsUserName cannot contain control characters"]),
        ("a\u{7f}".to_owned(), vec!["runAsUserName cannot contain control characters"]),
        ("a\\b\\c".to_owned(), vec!["runAsUserName cannot contain more than one backslash"]),
        ("a".repeat(104), vec![]),
        ("a".repeat(105), vec![LONG]),
        ("domain\\".to_owned(), vec![EMPTY]),
        ("\\user".to_owned(), vec![DOMAIN]),
        (". .".to_owned(), vec![DOTS]),
        (". a".to_owned(), vec![]),
        // NetBIOS: 15 characters of almost any kind, but not a dot first.
        ("NT AUTHORITY\\user".to_owned(), vec![]),
        ("a b c d e f g_.\\user".to_owned(), vec![]),
        ("a b c d e f g_.!\\user".to_owned(), vec![DOMAIN]),
        (".a\\user".to_owned(), vec![DOMAIN]),
        // DNS: labels of letters, digits and dashes.
        (format!("{}.Example-1.com\\user", "a".repeat(63)), vec![]),
        (format!("{}.example.com\\user", "a".repeat(64)), vec![DOMAIN]),
        ("-example.long.com\\user".to_owned(), vec![DOMAIN]),
        ("example-.long.com\\user".to_owned(), vec![DOMAIN]),
        ("example..long.com\\user".to_owned(), vec![DOMAIN]),
        ("example.lo_ng.com\\user".to_owned(), vec![DOMAIN]),
        (format!("{}.a\\user", vec!["a"; 127].join(".")), vec![]),
        (format!("{}.aa\\user", vec!["a"; 127].join(".")), vec![LONG_DOMAIN]),
    ];
    for character in ['"', '/', ':', ';', '|', '=', ',', '+', '*', '?', '<', '>', '@', '[', ']'] {
        rows.push((format!("a{character}"), vec![CHARACTERS]));
    }
    for character in ['"', '/', ':', '*', '?', '<', '>', '|'] {
        rows.push((format!("a{character}b\\user"), vec![DOMAIN]));
    }
    let place = "securityContext.windowsOptions.runAsUserName windows-options";
    rows.into_iter()
        .map(|(name, problems)| {
            let lines: Vec<String> = problems
                .iter()
                .map(|problem| {
                    let shown = Json(&name);
                    format!("{place}: Invalid value: {shown}: {problem}")
                })
                .collect();
            let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
            case(windows("runAsUserName", &json!(name)), &lines)
        })
        .collect()
}

fn host_process() -> Vec<Case> {
    const NETWORK: &str = "hostNetwork host-process: Invalid value: false: hostNetwork must be true if pod contains any hostProcess containers";
    const ALL: &str = " host-process: Invalid value: \"\": If pod contains any hostProcess containers then all containers must be HostProcess containers";
    let pod = |of_pod: Option<bool>,
               of_init: Option<bool>,
               of_main: Option<bool>,
               network: bool| {
        json!({
            "securityContext": { "windowsOptions": { "hostProcess": of_pod } },
            "initContainers/0/securityContext": { "windowsOptions": { "hostProcess": of_init } },
            "containers/0/securityContext": { "windowsOptions": { "hostProcess": of_main } },
            "hostNetwork": network,
        })
    };
    let (yes, no) = (Some(true), Some(false));
    let differs = |list: &str, expected: bool| {
        format!(
            "{list}[0].securityContext.windowsOptions.hostProcess host-process: Invalid value: \
             {}: pod hostProcess value must be identical if both are specified, was {expected}",
            !expected
        )
    };
    vec![
        case(pod(yes, None, None, true), &[]),
        case(pod(yes, yes, yes, true), &[]),
        case(pod(None, yes, yes, true), &[]),
        case(pod(no, no, None, false), &[]),
        case(pod(yes, None, None, false), &[NETWORK]),
        case(pod(None, yes, yes, false), &[NETWORK]),
        case(pod(None, None, yes, true), &[ALL]),
        case(pod(None, yes, no, true), &[ALL]),
        case(pod(yes, None, no, true), &[&differs("containers", true), ALL]),
        case(pod(no, yes, no, true), &[&differs("initContainers", false), ALL]),
    ]
}

fn os() -> Vec<Case> {
    let mut cases = vec![
        either(json!({ "os": { "name": "linux" } }), "", ""),
        either(json!({ "os": {} }), "os.name pod-os", "Required value"),
        either(
            json!({ "os": { "name": "<" } }),
            "os pod-os",
            "Unsupported value: \"\\u003c\": supported values: \"linux\", \"windows\"",
        ),
        either(
            json!({ "os": { "name": "linux" }, "securityContext": { "windowsOptions": {} } }),
            "securityContext.windowsOptions pod-os-field",
            "Forbidden: windows options cannot be set for a linux pod",
        ),
        either(
            json!({
                "os": { "name": "linux" },
                "containers/0/securityContext": { "windowsOptions": {} },
            }),
            "containers[0].securityContext.windowsOptions pod-os-field",
            "Forbidden: windows options cannot be set for a linux pod",
        ),
    ];
    let forbidden = "Forbidden: cannot be set for a windows pod";
    let pod = |field: &str, value: &Value| {
        json!({
            "os": { "name": "windows" }, field: value,
            "initContainers/0/securityContext": { "windowsOptions": {} },
            "containers/0/securityContext": {},
        })
    };
    cases.push(either(pod("hostNetwork", &json!(true)), "", ""));
    for field in ["hostPID", "hostIPC"] {
        let place = format!("{field} pod-os-field");
        cases.push(either(pod(field, &json!(true)), &place, forbidden));
        cases.push(either(pod(field, &json!(false)), "", ""));
    }
    for field in ["hostUsers", "shareProcessNamespace"] {
        for value in [true, false] {
            let place = format!("{field} pod-os-field");
            cases.push(either(pod(field, &json!(value)), &place, forbidden));
        }
    }
    let profile = json!({ "type": "RuntimeDefault" });
    for (field, value) in [
        ("appArmorProfile", &profile),
        ("seLinuxOptions", &json!({})),
        ("seccompProfile", &profile),
        ("fsGroup", &json!(1)),
        ("fsGroupChangePolicy", &json!("Always")),
        ("sysctls", &json!([{ "name": "a" }])),
        ("runAsUser", &json!(1)),
        ("runAsGroup", &json!(1)),
        ("supplementalGroups", &json!([])),
        ("supplementalGroupsPolicy", &json!("Merge")),
        ("seLinuxChangePolicy", &json!("Recursive")),
    ] {
        let place = format!("securityContext.{field} pod-os-field");
        cases.push(either(pod("securityContext", &json!({ field: value })), &place, forbidden));
    }
    cases.push(either(pod("securityContext", &json!({ "sysctls": [] })), "", ""));
    cases.push(either(pod("securityContext", &json!({ "runAsNonRoot": true })), "", ""));
    for (field, value) in [
        ("appArmorProfile", &profile),
        ("seLinuxOptions", &json!({})),
        ("seccompProfile", &profile),
        ("capabilities", &json!({})),
        ("readOnlyRootFilesystem", &json!(false)),
        ("privileged", &json!(false)),
        ("allowPrivilegeEscalation", &json!(false)),
        ("procMount", &json!("Default")),
        ("runAsUser", &json!(1)),
        ("runAsGroup", &json!(1)),
    ] {
        let place = format!("containers[0].securityContext.{field} pod-os-field");
        let mut job = pod("hostNetwork", &json!(true));
        job["containers/0/securityContext"] = json!({ field: value });
        cases.push(either(job, &place, forbidden));
    }
    for (field, value) in [
        ("hostUsers", json!(true)),
        ("securityContext", json!({ "supplementalGroupsPolicy": "Merge" })),
        ("securityContext", json!({ "seLinuxChangePolicy": "Recursive" })),
    ] {
        cases.push(case_in(32, pod(field, &value), &[]));
    }
    cases
}
