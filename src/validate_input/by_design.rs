//! What is by design and surprises people nevertheless: reported where the caller asks for it.

use super::finding::Findings;
use super::reads::Expected;
use super::rules::Rule;
use super::value::Value;

/// Checks the run.
pub fn check(input: &Value, findings: &mut Findings) {
    let config = input.at(&["ctx", "config"]);
    if !Expected::Text.accepts(config.get("serviceAccountName")) {
        let message = "the Pod has the service account \"default\" of its namespace; write \
                       serviceAccountName: \"agent\" for one that may do what agents have to";
        let path = "ctx.config.serviceAccountName".to_owned();
        findings.report(Rule::SERVICE_ACCOUNT_DEFAULT, path, message.to_owned());
    }
    let runtime = input.at(&["ctx", "runtime"]);
    let resumes = Expected::Text.accepts(runtime.at(&["sessionParams", "sessionId"]))
        || runtime.get("sessionId").is_truthy();
    let template = config.get("promptTemplate");
    if resumes && Expected::Text.accepts(template) && speaks(input.at(&WAKE)) {
        let message = "is not rendered in this run: the session is resumed and the wake says why; \
                       put what each run has to read into instructionsFilePath";
        let path = "ctx.config.promptTemplate".to_owned();
        findings.report(Rule::TEMPLATE_UNUSED, path, message.to_owned());
    }
}

/// The wake's path.
const WAKE: [&str; 3] = ["ctx", "context", "paperclipWake"];

/// Whether the prompt has a wake section.
fn speaks(wake: &Value) -> bool {
    let is_said = |value: &Value| Expected::Words.accepts(value);
    is_said(wake.get("reason"))
        || wake.get("comments").items().iter().any(|comment| is_said(comment.get("body")))
}
