//! What happens after a container's start and before its end: `validateLifecycle` of
//! `pkg/apis/core/validation`, without stop signals, which the server drops (the feature gate
//! `ContainerStopSignals` is off).

use super::container_context::Context;
use super::finding::{Findings, Subject};
use super::handlers::{self, Handler};
use super::path::Path;
use super::schema::{Container, Lifecycle, LifecycleHandler};
use super::value::View;
use super::versions::Change;

/// `DefaultTerminationGracePeriodSeconds`.
const GRACE_PERIOD: i64 = 30;

/// The lifecycle of a container, unless it has a stop signal and nothing else: the server drops it
/// then (`dropContainerStopSignals`).
pub fn of(container: Container<'_>) -> Option<Lifecycle<'_>> {
    container.lifecycle().filter(|lifecycle| !lifecycle.members().names().eq(["stopSignal"]))
}

/// Checks the lifecycle of a container.
pub fn check(container: Container, context: &Context, path: &Path, findings: &mut Findings) {
    let Some(lifecycle) = of(container) else {
        return;
    };
    let path = path.field("lifecycle");
    let hooks = [("postStart", lifecycle.post_start()), ("preStop", lifecycle.pre_stop())];
    for (name, hook) in hooks {
        if let Some(hook) = hook {
            check_hook(hook, context, &path.field(name), findings);
        }
    }
}

/// The handler of a hook.
fn check_hook(hook: LifecycleHandler, context: &Context, path: &Path, findings: &mut Findings) {
    let grace_period = match context.pod.termination_grace_period_seconds() {
        // `Convert_v1_Pod_To_core_Pod`.
        Some(..0) if findings.subject() == Subject::Pod => 1,
        given => given.unwrap_or(GRACE_PERIOD),
    };
    let can_be_zero = context.options.has(Change::ZeroSleep);
    let sleep = hook.sleep().map(|sleep| {
        let seconds = sleep.seconds().unwrap_or_default();
        Handler::Sleep { seconds, grace_period, can_be_zero }
    });
    let handlers = [
        hook.exec().map(Handler::Exec),
        hook.http_get().map(Handler::HttpGet),
        hook.tcp_socket().map(Handler::TcpSocket),
        sleep,
    ];
    handlers::check(handlers, path, findings);
}
