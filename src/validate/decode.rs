//! From JSON text to a Job, as the API server's decoder reads it. Where that stops at the first
//! wrong type, this reads on without it.

use std::borrow::Cow;

use k8s_openapi::api::batch::v1::Job;
use serde::Deserialize;
use serde_json::Value;
use serde_path_to_error::Track;

use super::failure::Failure;
use super::finding::{Code, Findings};
use super::rules::Rule;
use super::steps::{self, Step};

/// The number of times that a manifest is mended and read again.
const ROUNDS: usize = 100;

/// A Job as far as it could be read, and the paths of what could not.
#[derive(Default)]
pub struct Decoded {
    /// The Job.
    pub job: Job,
    /// The paths.
    pub broken: Vec<String>,
}

/// Reads a Job; `None` if there is none in `text`, which is a finding too.
pub fn decode(text: &str, findings: &mut Findings) -> Option<Decoded> {
    let mut broken = Vec::new();
    let mut text = Cow::Borrowed(text);
    let mut tree = None;
    for _ in 0..ROUNDS {
        let mut unknown = Vec::new();
        let failure = match read(&text, &mut unknown) {
            Ok(job) => {
                for path in unknown {
                    let message = format!("unknown field \"{path}\"");
                    findings.report(Rule::FieldUnknown, Code::UnknownField, &path, message);
                }
                return Some(Decoded { job, broken });
            }
            Err(failure) => failure,
        };
        let tree = match &mut tree {
            Some(tree) => tree,
            none => {
                let Ok(whole) = serde_json::from_str::<Value>(&text) else {
                    // JSON.stringify writes no other JSON that cannot be read.
                    let (code, message) = (Code::FieldValueInvalid, "exceeded max depth");
                    findings.report(Rule::FieldDepth, code, &steps::WHOLE, message.to_owned());
                    return None;
                };
                none.insert(whole)
            }
        };
        if let Some(fault) = failure.mend(tree) {
            let code = Code::FieldValueTypeInvalid;
            findings.report(Rule::FieldType, code, &fault.path, fault.message);
            if !fault.is_mended {
                return None;
            }
            broken.push(fault.path);
        }
        text = Cow::Owned(tree.to_string());
    }
    None
}

/// Reads a Job, and collects the paths of unknown fields.
fn read(text: &str, unknown: &mut Vec<String>) -> Result<Job, Failure> {
    let mut json = serde_json::Deserializer::from_str(text);
    let mut track = Track::new();
    let mut note = |path: serde_ignored::Path| unknown.push(steps::path(&ignored(&path)));
    let deserializer = serde_path_to_error::Deserializer::new(&mut json, &mut track);
    let deserializer = serde_ignored::Deserializer::new(deserializer, &mut note);
    Job::deserialize(deserializer).map_err(|error| Failure::new(&track.path(), &error.to_string()))
}

/// The steps to an unknown field.
fn ignored(path: &serde_ignored::Path) -> Vec<Step> {
    use serde_ignored::Path;
    let (parent, step) = match path {
        Path::Root => return Vec::new(),
        Path::Seq { parent, index } => (parent, Some(Step::Index(*index))),
        Path::Map { parent, key } => (parent, Some(Step::Key(key.clone()))),
        Path::Some { parent }
        | Path::NewtypeStruct { parent }
        | Path::NewtypeVariant { parent } => (parent, None),
    };
    let mut steps = ignored(parent);
    steps.extend(step);
    steps
}
