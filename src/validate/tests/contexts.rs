use serde_json::{Value, json};

use super::cases::{Case, case, case_in, either};

pub fn cases() -> Vec<Case> {
    let mut cases = ids();
    cases.extend(policies());
    cases.extend(sysctls());
    cases.extend(profiles());
    cases.extend(containers());
    cases.extend(host_users());
    cases
}

fn context(field: &str, value: &Value) -> Value {
    json!({ "securityContext": { field: value } })
}

/// The security context of the container `main`.
fn inside(field: &str, value: &Value) -> Value {
    let pointer = format!("containers/0/securityContext/{field}");
    json!({ pointer: value })
}

fn ids() -> Vec<Case> {
    let mut cases = Vec::new();
    let range = "must be between 0 and 2147483647, inclusive";
    let ids = [(-1_i64, false), (0, true), (2_147_483_647, true), (2_147_483_648, false)];
    for (id, is_fine) in ids {
        let message = if is_fine { String::new() } else { format!("Invalid value: {id}: {range}") };
        for field in ["fsGroup", "runAsUser", "runAsGroup"] {
            let place = format!("securityContext.{field} user-id");
            cases.push(either(context(field, &json!(id)), &place, &message));
        }
        for field in ["runAsUser", "runAsGroup"] {
            let place = format!("containers[0].securityContext.{field} user-id");
            cases.push(either(inside(field, &json!(id)), &place, &message));
        }
        cases.push(either(
            context("supplementalGroups", &json!([1, id])),
            "securityContext.supplementalGroups[1] user-id",
            &message,
        ));
    }
    cases
}

fn policies() -> Vec<Case> {
    let mut cases = Vec::new();
    for (field, rule, since, fine, list) in [
        (
            "fsGroupChangePolicy",
            "fs-group-change-policy",
            0,
            &["Always", "OnRootMismatch"][..],
            r#""Always", "OnRootMismatch""#,
        ),
        (
            "supplementalGroupsPolicy",
            "supplemental-groups-policy",
            33,
            &["Merge", "Strict"],
            r#""Merge", "Strict""#,
        ),
        ("seLinuxChangePolicy", "se-linux-change-policy", 33, &["Recursive"], r#""Recursive""#),
    ] {
        for word in fine {
            cases.push(case(context(field, &json!(word)), &[]));
        }
        let line = format!(
            "securityContext.{field} {rule}: Unsupported value: \"\\u003c\": supported values: {list}"
        );
        cases.push(case(context(field, &json!("<")), &[&line]));
        if since > 0 {
            cases.push(case_in(since, context(field, &json!("<")), &[&line]));
            cases.push(case_in(since - 1, context(field, &json!("<")), &[]));
        }
    }
    let shared = |of_pod: bool, of_host: bool, message: &str| {
        either(
            json!({ "shareProcessNamespace": of_pod, "hostPID": of_host }),
            "securityContext.shareProcessNamespace share-process-namespace",
            message,
        )
    };
    cases.extend([
        shared(true, false, ""),
        shared(false, true, ""),
        shared(
            true,
            true,
            "Invalid value: true: ShareProcessNamespace and HostPID cannot both be enabled",
        ),
    ]);
    cases
}

fn sysctls() -> Vec<Case> {
    const FORM: &str = "must have at most 253 characters and match regex \
                        ^([a-z0-9]([-_a-z0-9]*[a-z0-9])?[\\./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?$";
    const NETWORK: &str = "may not be specified when 'hostNetwork' is true";
    const IPC: &str = "may not be specified when 'hostIPC' is true";
    let pod = |name: &str, field: &str| {
        json!({
            "securityContext": { "sysctls": [{ "name": name, "value": "1" }] }, field: true,
        })
    };
    let place = "securityContext.sysctls[0].name sysctl";
    let mut cases = vec![
        case(
            context("sysctls", &json!([{ "name": "a" }, { "name": "b" }, { "name": "a" }])),
            &["securityContext.sysctls[2].name sysctl: Duplicate value: \"a\""],
        ),
        either(pod("", "hostPID"), place, "Required value"),
        either(pod(&"a".repeat(253), "hostPID"), "", ""),
    ];
    for name in ["a", "a.b", "a/b", "a-b_c.0/d", "net.ipv4.conf.eno2/100.rp_filter"] {
        cases.push(either(pod(name, "hostPID"), "", ""));
    }
    for name in ["A", ".a", "a.", "a..b", "-a", "a-", "a._b", "a b", "a*", &"a".repeat(254)] {
        let message = format!("Invalid value: \"{name}\": {FORM}");
        cases.push(either(pod(name, "hostPID"), place, &message));
    }
    for name in ["net.a", "net/a", "net/ipv4/conf/eno2.100/rp_filter"] {
        let message = format!("Invalid value: \"{name}\": {NETWORK}");
        cases.push(either(pod(name, "hostNetwork"), place, &message));
        cases.push(either(pod(name, "hostIPC"), "", ""));
    }
    for name in ["net", "netx.a", "net-a.b"] {
        cases.push(either(pod(name, "hostNetwork"), "", ""));
    }
    for name in [
        "kernel.sem",
        "kernel.shmall",
        "kernel.shmmax",
        "kernel.shmmni",
        "kernel.shm_rmid_forced",
        "kernel.shm",
        "kernel.msgmax",
        "kernel.msgmnb",
        "kernel.msgmni",
        "kernel.msg",
        "fs.mqueue.a",
        "fs/mqueue/a",
    ] {
        let message = format!("Invalid value: \"{name}\": {IPC}");
        cases.push(either(pod(name, "hostIPC"), place, &message));
        cases.push(either(pod(name, "hostNetwork"), "", ""));
    }
    // Where a slash comes first, a dot is part of a segment.
    for name in ["kernel.sema", "fs.mqueue", "kernel", "fs/mqueue.a"] {
        cases.push(either(pod(name, "hostIPC"), "", ""));
    }
    // What a star stands for does not count, and a name with one is invalid besides.
    cases.push(case(
        pod("kernel.shm*", "hostIPC"),
        &[
            &format!("{place}: Invalid value: \"kernel.shm*\": {FORM}"),
            &format!("{place}: Invalid value: \"kernel.shm*\": {IPC}"),
        ],
    ));
    cases
}

fn profiles() -> Vec<Case> {
    let mut cases = Vec::new();
    let seccomp = |profile: Value, line: &str| {
        let line = format!("securityContext.seccompProfile.{line}");
        case(context("seccompProfile", &profile), &[&line])
    };
    let app_armor = |profile: Value, line: &str| {
        let line = format!("securityContext.appArmorProfile.{line}");
        case(context("appArmorProfile", &profile), &[&line])
    };
    for kind in ["RuntimeDefault", "Unconfined"] {
        cases.push(case(context("seccompProfile", &json!({ "type": kind })), &[]));
        cases.push(case(context("appArmorProfile", &json!({ "type": kind })), &[]));
        cases.push(seccomp(
            json!({ "type": kind, "localhostProfile": "a" }),
            &format!(
                "localhostProfile seccomp-profile: Invalid value: \
                 {{\"Type\":\"{kind}\",\"LocalhostProfile\":\"a\"}}: can only be set when seccomp \
                 type is Localhost"
            ),
        ));
        cases.push(app_armor(
            json!({ "type": kind, "localhostProfile": "a" }),
            "localhostProfile app-armor-profile: Invalid value: \"a\": can only be set when \
             AppArmor type is Localhost",
        ));
    }
    let localhost = |profile: &str| json!({ "type": "Localhost", "localhostProfile": profile });
    let long = "a".repeat(4096);
    cases.extend([
        case(context("seccompProfile", &localhost("a/b")), &[]),
        case(context("appArmorProfile", &localhost("a/b")), &[]),
        case(context("appArmorProfile", &localhost(&"a".repeat(4095))), &[]),
        seccomp(json!({}), "type seccomp-profile: Required value: type is required when seccompProfile is set"),
        seccomp(
            json!({ "type": "localhost" }),
            "type seccomp-profile: Unsupported value: \"localhost\": supported values: \
             \"Localhost\", \"RuntimeDefault\", \"Unconfined\"",
        ),
        seccomp(
            json!({ "type": "Localhost" }),
            "localhostProfile seccomp-profile: Required value: must be set when seccomp type is Localhost",
        ),
        seccomp(
            localhost("/a"),
            "localhostProfile seccomp-profile: Invalid value: \"/a\": must be a relative path",
        ),
        seccomp(
            localhost("a/../../b"),
            "localhostProfile seccomp-profile: Invalid value: \"a/../../b\": must not contain '..'",
        ),
        app_armor(
            json!({}),
            "type app-armor-profile: Required value: type is required when appArmorProfile is set",
        ),
        app_armor(
            json!({ "type": "localhost" }),
            "type app-armor-profile: Unsupported value: \"localhost\": supported values: \
             \"Localhost\", \"RuntimeDefault\", \"Unconfined\"",
        ),
        app_armor(
            json!({ "type": "Localhost" }),
            "localhostProfile app-armor-profile: Required value: must be set when AppArmor type is Localhost",
        ),
        app_armor(
            localhost(""),
            "localhostProfile app-armor-profile: Required value: must be set when AppArmor type is Localhost",
        ),
        app_armor(
            localhost(" a"),
            "localhostProfile app-armor-profile: Invalid value: \" a\": must not be padded with whitespace",
        ),
        app_armor(
            localhost(&long),
            "localhostProfile app-armor-profile: Too long: may not be more than 4095 bytes",
        ),
    ]);
    let place = "containers[0].securityContext";
    cases.push(case(
        inside("seccompProfile", &json!({})),
        &[&format!("{place}.seccompProfile.type seccomp-profile: Required value: type is required when seccompProfile is set")],
    ));
    cases.push(case(
        inside("appArmorProfile", &json!({})),
        &[&format!("{place}.appArmorProfile.type app-armor-profile: Required value: type is required when appArmorProfile is set")],
    ));
    cases
}

fn containers() -> Vec<Case> {
    let place = "containers[0].securityContext";
    let whole = |context: Value| json!({ "containers/0/securityContext": context });
    let mount = |mount: &str, users: Option<bool>| json!({ "containers/0/securityContext/procMount": mount, "hostUsers": users });
    let unmasked = format!(
        "{place}.procMount proc-mount: Invalid value: \"Unmasked\": `hostUsers` must be false to use `Unmasked`"
    );
    let unsupported = format!(
        "{place}.procMount proc-mount: Unsupported value: \"unmasked\": supported values: \"Default\", \"Unmasked\""
    );
    let all = json!({
        "capabilities": { "add": ["CAP_SYS_ADMIN", "<"] },
        "seLinuxOptions": { "user": "u", "role": "r", "type": "t", "level": "l" },
        "windowsOptions": {
            "gmsaCredentialSpecName": "n", "gmsaCredentialSpec": "s", "runAsUserName": "w",
            "hostProcess": false,
        },
        "runAsUser": 1, "runAsGroup": 2, "runAsNonRoot": true, "readOnlyRootFilesystem": true,
        "allowPrivilegeEscalation": false, "procMount": "Default",
        "seccompProfile": { "type": "RuntimeDefault" },
        "appArmorProfile": { "type": "Localhost", "localhostProfile": "a" },
    });
    let all_printed = concat!(
        r#"{"Capabilities":{"Add":["CAP_SYS_ADMIN","\u003c"],"Drop":null},"Privileged":null,"#,
        r#""SELinuxOptions":{"User":"u","Role":"r","Type":"t","Level":"l"},"#,
        r#""WindowsOptions":{"GMSACredentialSpecName":"n","GMSACredentialSpec":"s","RunAsUserName":"w","HostProcess":false},"#,
        r#""RunAsUser":1,"RunAsGroup":2,"RunAsNonRoot":true,"ReadOnlyRootFilesystem":true,"#,
        r#""AllowPrivilegeEscalation":false,"ProcMount":"Default","#,
        r#""SeccompProfile":{"Type":"RuntimeDefault","LocalhostProfile":null},"#,
        r#""AppArmorProfile":{"Type":"Localhost","LocalhostProfile":"a"}}"#,
    );
    let bare_printed = concat!(
        r#"{"Capabilities":null,"Privileged":true,"SELinuxOptions":null,"WindowsOptions":null,"#,
        r#""RunAsUser":null,"RunAsGroup":null,"RunAsNonRoot":null,"ReadOnlyRootFilesystem":null,"#,
        r#""AllowPrivilegeEscalation":false,"ProcMount":null,"SeccompProfile":null,"AppArmorProfile":null}"#,
    );
    vec![
        case(mount("Default", None), &[]),
        case(mount("Unmasked", None), &[&unmasked]),
        case(mount("Unmasked", Some(true)), &[&unmasked]),
        case(mount("Unmasked", Some(false)), &[]),
        case(mount("unmasked", None), &[&unsupported]),
        case_in(33, mount("unmasked", None), &[&unsupported]),
        case_in(32, mount("unmasked", None), &[]),
        case(whole(json!({ "privileged": true })), &[]),
        case(whole(json!({ "privileged": false, "allowPrivilegeEscalation": false })), &[]),
        case(whole(json!({ "privileged": true, "allowPrivilegeEscalation": true })), &[]),
        case(
            whole(json!({ "privileged": true, "allowPrivilegeEscalation": false })),
            &[&format!(
                "{place} privilege-escalation: Invalid value: {bare_printed}: cannot set `allowPrivilegeEscalation` to false and `privileged` to true"
            )],
        ),
        case(
            whole(all),
            &[&format!(
                "{place} privilege-escalation: Invalid value: {all_printed}: cannot set `allowPrivilegeEscalation` to false and `capabilities.Add` CAP_SYS_ADMIN"
            )],
        ),
        case(
            whole(json!({
                "allowPrivilegeEscalation": false,
                "capabilities": { "add": ["SYS_ADMIN"], "drop": ["CAP_SYS_ADMIN"] },
            })),
            &[],
        ),
        case(
            json!({ "initContainers/0/securityContext/runAsUser": -1 }),
            &[
                "initContainers[0].securityContext.runAsUser user-id: Invalid value: -1: must be between 0 and 2147483647, inclusive",
            ],
        ),
    ]
}

fn host_users() -> Vec<Case> {
    let mut cases = Vec::new();
    for (field, path) in
        [("hostNetwork", "hostNetwork"), ("hostPID", "HostPID"), ("hostIPC", "HostIPC")]
    {
        let line = format!("{path} host-users: Forbidden: when `hostUsers` is false");
        cases.push(case(json!({ field: true, "hostUsers": false }), &[&line]));
        cases.push(case(json!({ field: false, "hostUsers": false }), &[]));
        cases.push(case(json!({ field: true, "hostUsers": true }), &[]));
        cases.push(case_in(33, json!({ field: true, "hostUsers": false }), &[&line]));
        cases.push(case_in(32, json!({ field: true, "hostUsers": false }), &[]));
    }
    let claim = json!([{ "name": "a", "persistentVolumeClaim": { "claimName": "a" } }]);
    for container in ["containers", "initContainers"] {
        let line = format!(
            "{container}[0].volumeDevices host-users: Forbidden: when `hostUsers` is false"
        );
        for (users, expected) in [(false, &[&*line][..]), (true, &[])] {
            let devices = format!("{container}/0/volumeDevices");
            cases.push(case(
                json!({
                    "hostUsers": users, "volumes": claim, "containers/0/volumeMounts": [],
                    devices: [{ "name": "a", "devicePath": "/dev/a" }],
                }),
                expected,
            ));
        }
    }
    cases
}
