//! How large a Job may be.

use super::finding::{Code, Findings};
use super::rules::Rule;
use super::steps;

/// The request's body: `MaxRequestBodyBytes` of the API server.
const REQUEST_LIMIT: usize = 3 * 1024 * 1024;

/// The stored object: etcd's `--max-request-bytes`. The server stores another encoding, of about
/// the size of the JSON text without its escapes.
const OBJECT_LIMIT: usize = 3 * 512 * 1024;

/// Checks the size of a manifest's JSON text.
pub fn check(text: &str, findings: &mut Findings) {
    let message = if text.len() > REQUEST_LIMIT {
        let message = format!("Request entity too large: limit is {REQUEST_LIMIT}");
        return findings.report(Rule::RequestSize, Code::ObjectTooLarge, &steps::WHOLE, message);
    } else if text.len() > OBJECT_LIMIT && unescaped_length(text) > OBJECT_LIMIT {
        format!(
            "Too large: the stored Job may not be more than {OBJECT_LIMIT} bytes; the API server \
             then says of the label controller-uid that it must be another one"
        )
    } else {
        return;
    };
    findings.report(Rule::ObjectSize, Code::ObjectTooLarge, &steps::WHOLE, message);
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
