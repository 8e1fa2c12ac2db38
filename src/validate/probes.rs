//! How the kubelet finds out whether a container works: `validateProbe` of
//! `pkg/apis/core/validation`. The server has set what is unset or zero before.

use super::finding::Findings;
use super::handlers::{self, Handler};
use super::path::Path;
use super::rules::Rule;
use super::schema::{Container, Probe};

/// Checks the three probes of a container: `validateLivenessProbe`, `validateReadinessProbe` and
/// `validateStartupProbe`.
pub fn check(container: Container, path: &Path, findings: &mut Findings) {
    if let Some(probe) = container.liveness_probe() {
        let path = path.field("livenessProbe");
        check_probe(probe, &path, findings);
        check_success_threshold(probe, &path, findings);
    }
    if let Some(probe) = container.readiness_probe() {
        let path = path.field("readinessProbe");
        check_probe(probe, &path, findings);
        if let Some(seconds) = probe.termination_grace_period_seconds() {
            let path = path.field("terminationGracePeriodSeconds");
            let detail = "must not be set for readinessProbes";
            findings.invalid(Rule::PROBE_GRACE_PERIOD, &path, seconds, detail);
        }
    }
    if let Some(probe) = container.startup_probe() {
        let path = path.field("startupProbe");
        check_probe(probe, &path, findings);
        check_success_threshold(probe, &path, findings);
    }
}

/// One success is enough.
fn check_success_threshold(probe: Probe, path: &Path, findings: &mut Findings) {
    if let Some(threshold) =
        probe.success_threshold().filter(|threshold| !matches!(threshold, 0 | 1))
    {
        let path = path.field("successThreshold");
        findings.invalid(Rule::PROBE_SUCCESS_THRESHOLD, &path, threshold, "must be 1");
    }
}

/// `validateProbe`.
fn check_probe(probe: Probe, path: &Path, findings: &mut Findings) {
    let handlers = [
        probe.exec().map(Handler::Exec),
        probe.http_get().map(Handler::HttpGet),
        probe.tcp_socket().map(Handler::TcpSocket),
        probe.grpc().map(Handler::Grpc),
    ];
    handlers::check(handlers, path, findings);
    let numbers = [
        ("initialDelaySeconds", probe.initial_delay_seconds()),
        ("timeoutSeconds", probe.timeout_seconds()),
        ("periodSeconds", probe.period_seconds()),
        ("successThreshold", probe.success_threshold()),
        ("failureThreshold", probe.failure_threshold()),
    ];
    for (name, number) in numbers {
        if let Some(number) = number.filter(|&number| number < 0) {
            let detail = "must be greater than or equal to 0";
            findings.invalid(Rule::PROBE_NUMBER, &path.field(name), number, detail);
        }
    }
    if let Some(seconds) = probe.termination_grace_period_seconds().filter(|&seconds| seconds <= 0)
    {
        let path = path.field("terminationGracePeriodSeconds");
        findings.invalid(Rule::PROBE_GRACE_PERIOD, &path, seconds, "must be greater than 0");
    }
}
