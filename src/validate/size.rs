//! How large and how deep a manifest may be.

use super::finding::{Code, Findings};
use super::rules::Rule;

/// The request's body: `MaxRequestBodyBytes` of the API server.
const REQUEST_LIMIT: usize = 3 * 1024 * 1024;

/// The stored object: etcd's `--max-request-bytes`. The server stores another encoding, of about
/// the size of the JSON text without its escapes.
const OBJECT_LIMIT: usize = 3 * 512 * 1024;

/// `maxNestingDepth` of the server's JSON decoder.
const DEPTH_LIMIT: usize = 10_000;

/// Checks the size of a manifest's JSON text.
pub fn check(text: &str, findings: &mut Findings) {
    if text.len() > 2 * DEPTH_LIMIT && depth(text) > DEPTH_LIMIT {
        let message = "Invalid value: exceeded max depth".to_owned();
        findings.report_whole(Rule::FIELD_DEPTH, Code::FieldValueInvalid, message);
    }
    let message = if text.len() > REQUEST_LIMIT {
        return report_request(findings);
    } else if text.len() > OBJECT_LIMIT && unescaped_length(text) > OBJECT_LIMIT {
        format!(
            "Too large: the stored Job may not be more than {OBJECT_LIMIT} bytes; the API server \
             then says of the label controller-uid that it must be another one"
        )
    } else {
        return;
    };
    findings.report_whole(Rule::OBJECT_SIZE, Code::ObjectTooLarge, message);
}

/// A manifest whose text is over the limit of requests.
pub fn report_request(findings: &mut Findings) {
    let message = format!("Request entity too large: limit is {REQUEST_LIMIT}");
    findings.report_whole(Rule::REQUEST_SIZE, Code::ObjectTooLarge, message);
}

/// How deep objects and lists are nested.
fn depth(text: &str) -> usize {
    let (mut depth, mut deepest, mut is_text) = (0_usize, 0, false);
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        match byte {
            b'"' => is_text = !is_text,
            b'\\' => drop(bytes.next()),
            b'[' | b'{' if !is_text => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            b']' | b'}' if !is_text => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}

/// The length with each escape as the one character that it stands for.
fn unescaped_length(text: &str) -> usize {
    let mut length = 0;
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        length += 1;
        if byte == b'\\' && bytes.next() == Some(b'u') {
            bytes.by_ref().take(4).for_each(drop);
        }
    }
    length
}
