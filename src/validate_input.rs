//! What an input loses on its way into a Job: settings that are dropped, replaced or overridden,
//! secrets that are exposed, and every place where `buildJobManifest` throws.
//!
//! The Job that is built from such an input is valid, so no rule about Jobs can find it. What the
//! builder reads is derived from its own description in [`input`](crate::input): see [`reads`].

mod by_design;
mod expression;
mod finding;
mod keys;
mod pairs;
mod path;
mod reads;
mod request;
mod required;
mod rules;
mod secrets;
mod settings;
mod templates;
mod value;
mod variables;
mod wake;

use serde::Deserialize;

pub use path::{absolute, item, member};
pub use reads::{Candidate, Reads};
pub use request::request;
pub use required::UNWRITABLE;
pub use templates::{SETTINGS as TEMPLATES, Template, paths};
pub use value::Value;

use finding::{Finding, Findings};
use templates::{Missing, Unresolved};

/// What the glue hands over.
#[derive(Deserialize)]
pub struct Given {
    /// The input.
    input: Value,
    /// The placeholders that lead to nothing.
    missing: Vec<Missing>,
    /// Names that are there where placeholders lead to nothing.
    names: Vec<Vec<String>>,
    /// Whether the caller asks for what is by design too.
    #[serde(rename = "byDesign")]
    by_design: bool,
}

/// What is found in an input.
pub fn validate(given: &Given, templates: &[Template]) -> Vec<Finding> {
    let reads = Reads::get();
    let Given { input, missing, names, by_design } = given;
    let mut findings = Findings::default();
    required::check(reads, input, &mut findings);
    settings::check(reads, input, &mut findings);
    keys::check(reads, input, &mut findings);
    pairs::check(input, &mut findings);
    variables::check(input, &mut findings);
    templates::check(reads, templates, &Unresolved::new(missing, names), &mut findings);
    wake::check(input, &mut findings);
    secrets::check(input, &mut findings);
    if *by_design {
        by_design::check(input, &mut findings);
    }
    findings.into_list()
}
