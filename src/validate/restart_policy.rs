//! A container's own restart policy and its rules: `validateContainerRestartPolicy` and
//! `validateInitContainerRestartPolicy` of `pkg/apis/core/validation`.

use super::finding::Findings;
use super::options::Options;
use super::path::Path;
use super::quote::Json;
use super::rules::Rule;
use super::schema::{Container, ContainerRestartRule};
use super::versions::Change;

/// The values of a container's `restartPolicy`.
const POLICIES: [&str; 3] = ["Always", "Never", "OnFailure"];
/// How exit codes are compared.
const OPERATORS: [&str; 2] = ["In", "NotIn"];
/// The most rules of a container.
const RULE_LIMIT: usize = 20;
/// The most exit codes of a rule.
const EXIT_CODE_LIMIT: usize = 255;

/// Whether the server drops restart policies other than those of sidecars:
/// `dropContainerRestartRules`.
pub const fn are_dropped(options: &Options) -> bool {
    options.has(Change::KnownRestartRules) && !options.has(Change::RestartRules)
}

/// Checks that of a container which is not an init container.
pub fn check_regular(
    container: Container,
    options: &Options,
    path: &Path,
    findings: &mut Findings,
) {
    if options.has(Change::RestartRules) {
        check(container, options, path, findings);
    } else if container.restart_policy().is_some() && !are_dropped(options) {
        let detail = "may not be set for non-init containers";
        let path = path.field("restartPolicy");
        findings.forbidden(Rule::CONTAINER_RESTART_POLICY, &path, detail);
    }
}

/// Checks that of an init container.
pub fn check_init(container: Container, options: &Options, path: &Path, findings: &mut Findings) {
    let policy = container.restart_policy();
    if !options.has(Change::RestartRules) {
        if let Some(policy) = policy.filter(|&policy| policy != "Always")
            && !are_dropped(options)
        {
            let path = path.field("restartPolicy");
            let rule = Rule::CONTAINER_RESTART_POLICY;
            findings.not_supported(rule, &path, Json(policy), &["Always"]);
        }
        return;
    }
    let has_rules = !container.restart_policy_rules().is_empty();
    match policy {
        None if has_rules => require_policy(path, findings),
        None => {}
        Some("Always") if !has_rules => {}
        Some("Always") if !options.has(Change::RestartAllContainers) => {
            let detail = "restartPolicyRules are not allowed for init containers with restart \
                          policy Always";
            findings.forbidden(Rule::RESTART_RULE, &path.field("restartPolicyRules"), detail);
        }
        Some(_) => check(container, options, path, findings),
    }
}

/// Rules go with a policy.
fn require_policy(path: &Path, findings: &mut Findings) {
    let detail = "must specify restartPolicy when restart rules are used";
    findings.required(Rule::CONTAINER_RESTART_POLICY, &path.field("restartPolicy"), detail);
}

/// `validateContainerRestartPolicy`.
fn check(container: Container, options: &Options, path: &Path, findings: &mut Findings) {
    let rules = container.restart_policy_rules();
    match container.restart_policy() {
        None if rules.is_empty() => {}
        None => require_policy(path, findings),
        Some(policy) if !POLICIES.contains(&policy) => {
            let path = path.field("restartPolicy");
            let rule = Rule::CONTAINER_RESTART_POLICY;
            findings.not_supported(rule, &path, Json(policy), &POLICIES);
        }
        Some(_) => {}
    }
    let list = path.field("restartPolicyRules");
    if rules.len() > RULE_LIMIT {
        findings.too_many(Rule::RESTART_RULE, &list, rules.len(), RULE_LIMIT);
    }
    for (index, rule) in rules.iter().enumerate() {
        check_rule(rule, options, &list.index(index), findings);
    }
}

/// One rule.
fn check_rule(rule: ContainerRestartRule, options: &Options, path: &Path, findings: &mut Findings) {
    let actions: &[&str] = if options.has(Change::RestartAllContainers) {
        &["Restart", "RestartAllContainers"]
    } else {
        &["Restart"]
    };
    let action = rule.action();
    if !actions.contains(&action) {
        let path = path.field("action");
        findings.not_supported(Rule::RESTART_RULE, &path, Json(action), actions);
    }
    let path = path.field("exitCodes");
    let Some(codes) = rule.exit_codes() else {
        return findings.required(Rule::RESTART_RULE, &path, "must be specified");
    };
    let operator = codes.operator();
    if !OPERATORS.contains(&operator) {
        let path = path.field("operator");
        findings.not_supported(Rule::RESTART_RULE, &path, Json(operator), &OPERATORS);
    }
    let count = codes.values().len();
    if count > EXIT_CODE_LIMIT {
        findings.too_many(Rule::RESTART_RULE, &path.field("values"), count, EXIT_CODE_LIMIT);
    }
}
