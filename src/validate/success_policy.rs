//! When a Job has succeeded: `validateSuccessPolicy` of `pkg/apis/batch/validation`.

use super::completions;
use super::finding::Findings;
use super::path::Path;
use super::quote::{Json, JsonItems, JsonOption, Quoted};
use super::rules::Rule;
use super::schema::{JobSpec, SuccessPolicy, SuccessPolicyRule};

/// The most rules of a policy.
const RULES_LIMIT: usize = 20;
/// The most characters of a list of indexes.
const INDEXES_LIMIT: usize = 64 * 1024;

/// Checks the policy.
pub fn check(policy: SuccessPolicy, spec: JobSpec, path: &Path, findings: &mut Findings) {
    let rules = policy.rules();
    if !completions::is_indexed(spec) {
        let detail = "requires indexed completion mode";
        return findings.invalid(Rule::SUCCESS_POLICY, path, json(policy), detail);
    }
    let path = path.field("rules");
    if rules.is_empty() {
        let detail = "at least one rules must be specified when the successPolicy is specified";
        findings.required(Rule::SUCCESS_POLICY, &path, detail);
    }
    if rules.len() > RULES_LIMIT {
        findings.too_many(Rule::SUCCESS_POLICY, &path, rules.len(), RULES_LIMIT);
    }
    // Without a number of completions the server crashes here; that number is missed already.
    if let Some(completions) = completions::count(spec) {
        for (index, rule) in rules.iter().enumerate() {
            check_rule(rule, completions, &path.index(index), findings);
        }
    }
}

/// `validateSuccessPolicyRule`.
fn check_rule(rule: SuccessPolicyRule, completions: i64, path: &Path, findings: &mut Findings) {
    let name = Rule::SUCCESS_POLICY;
    let mut total = 0;
    if let Some(indexes) = rule.succeeded_indexes() {
        let path = path.field("succeededIndexes");
        if indexes.len() > INDEXES_LIMIT {
            findings.too_long(name, &path, INDEXES_LIMIT);
        }
        match count_indexes(indexes, completions) {
            Ok(count) => total = count,
            Err(problem) => {
                let detail = format!("error parsing succeededIndexes: {problem}");
                findings.invalid(name, &path, Quoted(indexes), detail);
            }
        }
    } else if rule.succeeded_count().is_none() {
        let detail = "at least one of succeededCount or succeededIndexes must be specified";
        findings.required(name, path, detail);
    }
    let Some(count) = rule.succeeded_count() else {
        return;
    };
    let path = path.field("succeededCount");
    if count < 0 {
        findings.invalid(name, &path, count, "must be greater than or equal to 0");
    }
    let mut limit = |limit: i64, what: &str| {
        if count > limit {
            let detail = format!("must be less than or equal to {limit} (the number of {what})");
            findings.invalid(name, &path, count, detail);
        }
    };
    limit(completions, "specified completions");
    if rule.succeeded_indexes().is_some() {
        limit(total, "indexes in the specified succeededIndexes field");
    }
}

/// `validateIndexesFormat`: how many indexes `1,3-5` lists.
fn count_indexes(text: &str, completions: i64) -> Result<i64, String> {
    let mut total = 0;
    let mut last = None;
    for interval in text.split(',').filter(|_| !text.is_empty()) {
        let (first, end) = read_interval(interval, completions)?;
        check_order(last, first)?;
        total += end - first + 1;
        last = Some(end);
    }
    Ok(total)
}

/// `parseIndexInterval`.
fn read_interval(text: &str, completions: i64) -> Result<(i64, i64), String> {
    let index = |text: &str| {
        let quoted = Quoted(text);
        // Go's `Atoi` reads 64 bits with a sign.
        let index: i64 = text
            .parse()
            .map_err(|_| format!("cannot convert string to integer for index: {quoted}"))?;
        if index < completions { Ok(index) } else { Err(format!("too large index: {quoted}")) }
    };
    match text.split_once('-') {
        None => index(text).map(|index| (index, index)),
        Some((_, end)) if end.contains('-') => Err(format!(
            "the fragment {} violates the requirement that an index interval can have at most \
             two parts separated by '-'",
            Quoted(text)
        )),
        Some((first, end)) => {
            let (first, end) = (index(first)?, index(end)?);
            check_order(Some(first), end)?;
            Ok((first, end))
        }
    }
}

/// Whether an index comes after the last one.
fn check_order(last: Option<i64>, next: i64) -> Result<(), String> {
    match last {
        Some(last) if last >= next => {
            Err(format!("non-increasing order, previous: {last}, current: {next}"))
        }
        _ => Ok(()),
    }
}

/// The policy as the server prints it: Go's names of the fields.
fn json(policy: SuccessPolicy) -> String {
    let rules = policy.rules();
    let items = rules.iter().map(|rule| {
        let indexes = JsonOption(rule.succeeded_indexes().map(Json));
        let count = JsonOption(rule.succeeded_count());
        format!(r#"{{"SucceededIndexes":{indexes},"SucceededCount":{count}}}"#)
    });
    format!(r#"{{"Rules":{}}}"#, JsonOption(rules.is_set().then(|| JsonItems(items))))
}
