//! The actions of probes and lifecycle hooks: `validateHandler` of `pkg/apis/core/validation`.

use super::finding::Findings;
use super::names;
use super::path::Path;
use super::quote::Quoted;
use super::rules::Rule;
use super::schema::{ExecAction, GRPCAction, HTTPGetAction, TCPSocketAction};
use super::value::IntOrString;
use super::versions::ZERO_SLEEP_GATE;
use super::words;

/// The values of `scheme`.
const SCHEMES: [&str; 2] = ["HTTP", "HTTPS"];

/// An action of some kind.
#[derive(Clone, Copy)]
pub enum Handler<'a> {
    /// A program of the container.
    Exec(ExecAction<'a>),
    /// A request of HTTP.
    HttpGet(HTTPGetAction<'a>),
    /// A connection.
    TcpSocket(TCPSocketAction<'a>),
    /// A request of gRPC.
    Grpc(GRPCAction<'a>),
    /// A pause in a Pod that has some seconds to end.
    Sleep {
        /// How long it takes.
        seconds: i64,
        /// How long the Pod has to end.
        grace_period: i64,
        /// Whether it can take no time.
        can_be_zero: bool,
    },
}

impl Handler<'_> {
    /// The field that has it.
    const fn name(self) -> &'static str {
        match self {
            Self::Exec(_) => "exec",
            Self::HttpGet(_) => "httpGet",
            Self::TcpSocket(_) => "tcpSocket",
            Self::Grpc(_) => "grpc",
            Self::Sleep { .. } => "sleep",
        }
    }
}

/// Checks the handlers of a probe or a hook, of which it has one: only the first is looked into.
pub fn check<'a>(
    handlers: impl IntoIterator<Item = Option<Handler<'a>>>,
    path: &Path,
    findings: &mut Findings,
) {
    let mut handlers = handlers.into_iter().flatten();
    let Some(first) = handlers.next() else {
        if !findings.has_left_out(path) {
            findings.required(Rule::HANDLER, path, "must specify a handler type");
        }
        return;
    };
    let of_first = path.field(first.name());
    match first {
        Handler::Exec(exec) => check_exec(exec, &of_first, findings),
        Handler::HttpGet(http) => check_http(http, &of_first, findings),
        Handler::TcpSocket(tcp) => check_port(tcp.port(), &of_first, findings),
        Handler::Grpc(grpc) => {
            check_port(grpc.port().map(IntOrString::Int), &of_first, findings);
        }
        Handler::Sleep { seconds, grace_period, can_be_zero } => {
            check_sleep(seconds, grace_period, can_be_zero, &of_first, findings);
        }
    }
    for other in handlers {
        let detail = "may not specify more than 1 handler type";
        findings.forbidden(Rule::HANDLER, &path.field(other.name()), detail);
    }
}

/// `validateExecAction`.
fn check_exec(exec: ExecAction, path: &Path, findings: &mut Findings) {
    if exec.command().is_empty() {
        findings.required(Rule::HANDLER_COMMAND, &path.field("command"), "");
    }
}

/// `validateHTTPGetAction`; the server has defaults for the path and the scheme.
fn check_http(http: HTTPGetAction, path: &Path, findings: &mut Findings) {
    check_port(http.port(), path, findings);
    let scheme = path.field("scheme");
    words::check_unless_empty(Rule::HANDLER_SCHEME, http.scheme(), &SCHEMES, &scheme, findings);
    // The server gives them the path of the list.
    let path = path.field("httpHeaders");
    for header in http.http_headers().iter() {
        let name = header.name();
        findings.problems(Rule::HANDLER_HEADER, &path, name, names::http_header(name));
    }
}

/// `ValidatePortNumOrName`.
fn check_port(port: Option<IntOrString>, handler: &Path, findings: &mut Findings) {
    let path = handler.field("port");
    match port.unwrap_or(IntOrString::Int(0)) {
        IntOrString::Int(port) => {
            if let Some(problem) = names::port_number(port) {
                findings.invalid(Rule::HANDLER_PORT, &path, port, problem);
            }
        }
        IntOrString::Text(port) => {
            for problem in names::port_name(port) {
                findings.invalid(Rule::HANDLER_PORT, &path, Quoted(port), problem);
            }
        }
    }
}

/// `validateSleepAction`.
fn check_sleep(
    seconds: i64,
    grace_period: i64,
    can_be_zero: bool,
    path: &Path,
    findings: &mut Findings,
) {
    let (least, text, gate) =
        if can_be_zero { (0, "non-negative", "") } else { (1, "greater than 0", ZERO_SLEEP_GATE) };
    if seconds < least || seconds > grace_period {
        let detail = format!(
            "must be {text} and less than terminationGracePeriodSeconds ({grace_period}){gate}"
        );
        findings.invalid(Rule::HOOK_SLEEP, path, seconds, detail);
    }
}
