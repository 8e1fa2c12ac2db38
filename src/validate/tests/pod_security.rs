use serde_json::{Value, json};

use super::cases::case;
use super::{Options, find};
use crate::validate::rules::Rule;

/// Asserts what the level `restricted` says of the Job with these changes.
#[expect(clippy::needless_pass_by_value, reason = "rows are shorter without a borrow")]
fn assert_in(minor: u32, pod: Value, expected: &[&str]) {
    let case = case(pod.clone(), &[]);
    let options = Options { minor, is_restricted: true, ..Options::default() };
    let found = find(case.changes(), &options);
    let problems: Vec<&str> = found
        .iter()
        .filter(|finding| finding.rule == Rule::POD_SECURITY)
        .map(|finding| {
            finding.message.strip_prefix("violates PodSecurity \"restricted:latest\": ").unwrap()
        })
        .collect();
    assert_eq!(problems, expected, "1.{minor}: {pod}");
}

fn assert(pod: Value, expected: &[&str]) {
    assert_in(36, pod, expected);
}

/// Sets a field in the security context of the container `main`.
fn main(field: &str, value: &Value) -> Value {
    let pointer = format!("containers/0/securityContext/{field}");
    json!({ pointer: value })
}

/// Sets a field in the security contexts of all containers.
fn all(field: &str, value: &Value) -> Value {
    let mut pod = main(field, value);
    pod[format!("initContainers/0/securityContext/{field}")] = value.clone();
    pod
}

/// Sets a field in the security context of the Pod.
fn of_pod(field: &str, value: &Value) -> Value {
    json!({ "securityContext": { field: value } })
}

#[test]
fn accepts_a_pod_that_gives_up_its_privileges() {
    assert(json!({}), &[]);
    assert(main("capabilities/add", &json!(["NET_BIND_SERVICE"])), &[]);
    assert(main("privileged", &json!(false)), &[]);
    assert(main("runAsUser", &json!(1)), &[]);
    assert(of_pod("runAsUser", &json!(1)), &[]);
    assert(main("procMount", &json!("Default")), &[]);
    assert(json!({ "hostNetwork": false, "hostPID": false, "hostIPC": false }), &[]);
    assert(json!({ "containers/0/ports": [{ "containerPort": 1, "hostPort": 0 }] }), &[]);
    assert(main("windowsOptions", &json!({ "hostProcess": false })), &[]);
}

#[test]
fn wants_privileges_given_up() {
    assert(
        main("privileged", &json!(true)),
        &[r#"privileged (container "main" must not set securityContext.privileged=true)"#],
    );
    for value in [json!(true), json!(null)] {
        assert(
            main("allowPrivilegeEscalation", &value),
            &[
                r#"allowPrivilegeEscalation != false (container "main" must set securityContext.allowPrivilegeEscalation=false)"#,
            ],
        );
    }
    assert(
        all("allowPrivilegeEscalation", &json!(null)),
        &[
            r#"allowPrivilegeEscalation != false (containers "init", "main" must set securityContext.allowPrivilegeEscalation=false)"#,
        ],
    );
    assert(
        main(
            "capabilities",
            &json!({ "drop": ["NET_RAW"], "add": ["B", "A", "NET_BIND_SERVICE"] }),
        ),
        &[
            r#"unrestricted capabilities (container "main" must set securityContext.capabilities.drop=["ALL"]; container "main" must not include "A", "B" in securityContext.capabilities.add)"#,
        ],
    );
    assert(
        main("capabilities/add", &json!(["SYS_TIME"])),
        &[
            r#"unrestricted capabilities (container "main" must not include "SYS_TIME" in securityContext.capabilities.add)"#,
        ],
    );
    assert(
        main("capabilities", &json!(null)),
        &[
            r#"unrestricted capabilities (container "main" must set securityContext.capabilities.drop=["ALL"])"#,
        ],
    );
    assert(
        main("windowsOptions", &json!({ "hostProcess": true })),
        &[
            r#"hostProcess (container "main" must not set securityContext.windowsOptions.hostProcess=true)"#,
        ],
    );
    let mut both = main("windowsOptions", &json!({ "hostProcess": true }));
    both["securityContext"] = json!({ "windowsOptions": { "hostProcess": true } });
    assert(
        both,
        &[
            r#"hostProcess (pod and container "main" must not set securityContext.windowsOptions.hostProcess=true)"#,
        ],
    );
}

#[test]
fn wants_users_that_are_not_root() {
    let unset = r#"runAsNonRoot != true (pod or container "main" must set securityContext.runAsNonRoot=true)"#;
    let of_main = r#"runAsNonRoot != true (container "main" must not set securityContext.runAsNonRoot=false)"#;
    let of_the_pod = "runAsNonRoot != true (pod must not set securityContext.runAsNonRoot=false)";
    assert(main("runAsNonRoot", &json!(null)), &[unset]);
    assert(main("runAsNonRoot", &json!(false)), &[of_main]);
    // What all containers set well does not excuse the Pod.
    assert(of_pod("runAsNonRoot", &json!(false)), &[of_the_pod]);
    let mut pod = main("runAsNonRoot", &json!(null));
    pod["securityContext"] = json!({ "runAsNonRoot": true });
    assert(pod, &[]);
    let root = r#"runAsUser=0 (container "main" must not set runAsUser=0)"#;
    assert(main("runAsUser", &json!(0)), &[root]);
    assert(of_pod("runAsUser", &json!(0)), &["runAsUser=0 (pod must not set runAsUser=0)"]);
    let mut pod = all("runAsUser", &json!(0));
    pod["securityContext"] = json!({ "runAsUser": 0, "runAsNonRoot": false });
    assert(
        pod.clone(),
        &[
            of_the_pod,
            r#"runAsUser=0 (pod and containers "init", "main" must not set runAsUser=0)"#,
        ],
    );
    // In a user namespace, root is nobody on the node.
    pod["hostUsers"] = json!(false);
    assert(pod.clone(), &[]);
    assert_in(35, pod.clone(), &[]);
    assert_in(
        34,
        pod,
        &[
            of_the_pod,
            r#"runAsUser=0 (pod and containers "init", "main" must not set runAsUser=0)"#,
        ],
    );
}

#[test]
fn wants_profiles() {
    let unset = r#"seccompProfile (pod or container "main" must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost")"#;
    assert(main("seccompProfile", &json!(null)), &[unset]);
    let unconfined = json!({ "type": "Unconfined" });
    assert(
        main("seccompProfile", &unconfined),
        &[
            r#"seccompProfile (container "main" must not set securityContext.seccompProfile.type to "Unconfined")"#,
        ],
    );
    assert(
        of_pod("seccompProfile", &unconfined),
        &[
            r#"seccompProfile (pod must not set securityContext.seccompProfile.type to "Unconfined")"#,
        ],
    );
    let mut pod = main("seccompProfile", &json!(null));
    pod["securityContext"] =
        json!({ "seccompProfile": { "type": "Localhost", "localhostProfile": "a" } });
    assert(pod, &[]);
    for kind in ["RuntimeDefault", "Localhost"] {
        assert(of_pod("appArmorProfile", &json!({ "type": kind, "localhostProfile": "a" })), &[]);
    }
    let mut pod = main("appArmorProfile", &json!({ "type": "a" }));
    pod["securityContext"] = json!({ "appArmorProfile": unconfined });
    pod["@annotations"] = json!({
        "container.apparmor.security.beta.kubernetes.io/main": "unconfined",
        "container.apparmor.security.beta.kubernetes.io/init": "b",
        "other": "unconfined",
    });
    assert(
        pod,
        &[concat!(
            r#"forbidden AppArmor profiles (pod and container "main" and annotations must not set AppArmor profile type to "Unconfined", "a", "#,
            r#""container.apparmor.security.beta.kubernetes.io/init="b"", "container.apparmor.security.beta.kubernetes.io/main="unconfined"")"#,
        )],
    );
    assert(
        main("appArmorProfile", &unconfined),
        &[
            r#"forbidden AppArmor profile (container "main" must not set AppArmor profile type to "Unconfined")"#,
        ],
    );
    assert(
        json!({ "@annotations": { "container.apparmor.security.beta.kubernetes.io/main": "b" } }),
        &[
            r#"forbidden AppArmor profile (annotation must not set AppArmor profile type to "container.apparmor.security.beta.kubernetes.io/main="b"")"#,
        ],
    );
    for value in ["", "runtime/default", "localhost/a"] {
        let key = "container.apparmor.security.beta.kubernetes.io/main";
        assert(json!({ "@annotations": { key: value } }), &[]);
    }
    assert(
        main("procMount", &json!("Unmasked")),
        &[r#"procMount (container "main" must not set securityContext.procMount to "Unmasked")"#],
    );
}

#[test]
fn wants_the_usual_se_linux_options() {
    for kind in ["", "container_t", "container_init_t", "container_kvm_t", "container_engine_t"] {
        assert(of_pod("seLinuxOptions", &json!({ "type": kind, "level": "l" })), &[]);
    }
    let engine = r#"seLinuxOptions (pod set forbidden securityContext.seLinuxOptions: type "container_engine_t")"#;
    let pod = of_pod("seLinuxOptions", &json!({ "type": "container_engine_t" }));
    assert_in(30, pod.clone(), &[engine]);
    assert_in(31, pod, &[]);
    for field in ["user", "role"] {
        let line = format!(
            "seLinuxOptions (container \"main\" set forbidden securityContext.seLinuxOptions: \
             {field} may not be set)"
        );
        assert(main("seLinuxOptions", &json!({ field: "a" })), &[&line]);
    }
    let mut pod = main("seLinuxOptions", &json!({ "type": "b", "user": "u" }));
    pod["securityContext"] = json!({ "seLinuxOptions": { "type": "a", "role": "r" } });
    assert(
        pod,
        &[
            r#"seLinuxOptions (pod and container "main" set forbidden securityContext.seLinuxOptions: types "a", "b"; user may not be set; role may not be set)"#,
        ],
    );
}

#[test]
fn wants_safe_sysctls() {
    let pod = |names: &[&str]| {
        let sysctls = names.iter().map(|name| json!({ "name": name, "value": "1" }));
        of_pod("sysctls", &sysctls.collect())
    };
    let safe = [
        "kernel.shm_rmid_forced",
        "net.ipv4.ip_local_port_range",
        "net.ipv4.tcp_syncookies",
        "net.ipv4.ping_group_range",
        "net.ipv4.ip_unprivileged_port_start",
        "net.ipv4.ip_local_reserved_ports",
        "net.ipv4.tcp_keepalive_time",
        "net.ipv4.tcp_fin_timeout",
        "net.ipv4.tcp_keepalive_intvl",
        "net.ipv4.tcp_keepalive_probes",
    ];
    let since_32 = ["net.ipv4.tcp_rmem", "net.ipv4.tcp_wmem"];
    assert_in(31, pod(&safe), &[]);
    assert_in(32, pod(&since_32), &[]);
    assert_in(31, pod(&since_32), &["forbidden sysctls (net.ipv4.tcp_rmem, net.ipv4.tcp_wmem)"]);
    assert(pod(&["b", "kernel.shm_rmid_forced", "a"]), &["forbidden sysctls (b, a)"]);
}

#[test]
fn wants_nothing_of_the_node() {
    for field in ["hostNetwork", "hostPID", "hostIPC"] {
        assert(json!({ field: true }), &[&format!("host namespaces ({field}=true)")]);
    }
    assert(
        json!({ "hostNetwork": true, "hostIPC": true }),
        &["host namespaces (hostNetwork=true, hostIPC=true)"],
    );
    let port = |port: u16| json!({ "containerPort": port, "hostPort": port });
    assert(
        json!({ "containers/0/ports": [port(80)] }),
        &[r#"hostPort (container "main" uses hostPort 80)"#],
    );
    assert(
        json!({ "initContainers/0/ports": [port(90)], "containers/0/ports": [port(9), port(100)] }),
        &[r#"hostPort (containers "init", "main" use hostPorts 100, 9, 90)"#],
    );
}

#[test]
fn wants_probes_and_hooks_of_the_pod() {
    let line = |host: &str| {
        format!(
            r#"probe or lifecycle host (container "main" uses probe or lifecycle host "{host}")"#
        )
    };
    for place in [
        "livenessProbe",
        "readinessProbe",
        "startupProbe",
        "lifecycle/postStart",
        "lifecycle/preStop",
    ] {
        for kind in ["httpGet", "tcpSocket"] {
            let pointer = format!("containers/0/{place}");
            let pod =
                |host: &str| json!({ pointer.as_str(): { kind: { "port": 1, "host": host } } });
            assert(pod(""), &[]);
            assert(pod(place), &[&line(place)]);
            assert_in(34, pod(place), &[&line(place)]);
            assert_in(33, pod(place), &[]);
        }
    }
    let probe = |host: &str| json!({ "httpGet": { "port": 1, "host": host } });
    assert(
        json!({
            "initContainers/0/livenessProbe": probe("b"),
            "containers/0/livenessProbe": probe("b"),
            "containers/0/readinessProbe": probe("a"),
        }),
        &[
            r#"probe or lifecycle host (containers "init", "main" use probe or lifecycle hosts "a", "b")"#,
        ],
    );
}

#[test]
fn wants_volumes_without_access_to_the_node() {
    for source in [
        "configMap",
        "csi",
        "downwardAPI",
        "emptyDir",
        "ephemeral",
        "image",
        "persistentVolumeClaim",
        "projected",
        "secret",
    ] {
        assert(json!({ "volumes": [{ "name": "one", source: {} }] }), &[]);
        // The server does not look further.
        assert(json!({ "volumes": [{ "name": "one", source: {}, "hostPath": {} }] }), &[]);
    }
    assert(json!({ "volumes": [{ "name": "one" }] }), &[]);
    for source in [
        "hostPath",
        "gcePersistentDisk",
        "awsElasticBlockStore",
        "gitRepo",
        "nfs",
        "iscsi",
        "glusterfs",
        "rbd",
        "flexVolume",
        "cinder",
        "cephfs",
        "flocker",
        "fc",
        "azureFile",
        "vsphereVolume",
        "quobyte",
        "azureDisk",
        "photonPersistentDisk",
        "portworxVolume",
        "scaleIO",
        "storageos",
    ] {
        let line = format!(
            r#"restricted volume types (volume "one" uses restricted volume type "{source}")"#
        );
        assert(json!({ "volumes": [{ "name": "one", source: {} }] }), &[&line]);
    }
    assert(
        json!({ "volumes": [{ "name": "one", "nfs": {} }, { "name": "two", "fc": {} }] }),
        &[
            r#"restricted volume types (volumes "one", "two" use restricted volume types "fc", "nfs")"#,
        ],
    );
}

#[test]
fn wants_less_of_windows() {
    assert(
        json!({
            "os": { "name": "windows" },
            "initContainers/0/securityContext": { "runAsNonRoot": true },
            "containers/0/securityContext": {},
        }),
        &[
            r#"runAsNonRoot != true (pod or container "main" must set securityContext.runAsNonRoot=true)"#,
        ],
    );
}

#[test]
fn names_only_what_is_forbidden() {
    let pod = |field: &str, init: Value, main: Value| {
        json!({
            format!("initContainers/0/securityContext/{field}"): init,
            format!("containers/0/securityContext/{field}"): main,
        })
    };
    let (default, unconfined) =
        (json!({ "type": "RuntimeDefault" }), json!({ "type": "Unconfined" }));
    assert(
        pod("procMount", json!("Default"), json!("Unmasked")),
        &[r#"procMount (container "main" must not set securityContext.procMount to "Unmasked")"#],
    );
    assert(
        pod("appArmorProfile", default.clone(), unconfined.clone()),
        &[
            r#"forbidden AppArmor profile (container "main" must not set AppArmor profile type to "Unconfined")"#,
        ],
    );
    assert(
        pod("seccompProfile", default, unconfined),
        &[
            r#"seccompProfile (container "main" must not set securityContext.seccompProfile.type to "Unconfined")"#,
        ],
    );
    assert(
        of_pod(
            "sysctls",
            &json!([
                { "name": "kernel.shm_rmid_forced", "value": "1" },
                { "name": "kernel.sem", "value": "1" },
            ]),
        ),
        &["forbidden sysctls (kernel.sem)"],
    );
    assert(
        pod(
            "capabilities",
            json!({ "drop": ["ALL"], "add": ["NET_BIND_SERVICE"] }),
            json!({ "drop": ["ALL"], "add": ["NET_BIND_SERVICE", "CHOWN"] }),
        ),
        &[
            r#"unrestricted capabilities (container "main" must not include "CHOWN" in securityContext.capabilities.add)"#,
        ],
    );
}
