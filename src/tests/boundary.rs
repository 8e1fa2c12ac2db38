//! `docs/boundary.md` shows the JavaScript that is generated.

use std::fs;

use crate::bridge::reader::source_for;
use crate::env::{Presence, Variable};
use crate::input::{Field, Kind, SLOT};
use crate::tree::maker::Maker;
use crate::tree::{Tree, tree};

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/boundary.md");

/// A reader of an input with five fields and two variables.
fn reader() -> String {
    let field = |name, kind, source| Field { name, kind, source };
    source_for(
        &[("{ ctx, selfPod: pod }", "requireObject(input, 'input')"), ("config", "ctx.config")],
        &[("image", "nonEmptyString(config.image) ?? pod.image")],
        &[
            field("run_id", Kind::Id, "ctx.runId"),
            field("model", Kind::Optional, "nonEmptyString(config.model)"),
            field("timeout", Kind::Optional, "positiveNumber(config.timeoutSec)"),
            field("handoff", Kind::Length, "trimmed(config.note) ?? ''"),
        ],
        &[
            Variable { name: "PAPERCLIP_RUN_ID", presence: Presence::Always, source: "run_id" },
            Variable {
                name: "AGENT_HOME",
                presence: Presence::Given,
                source: "trimmed(config.home)",
            },
        ],
    )
}

/// A maker of a small tree, for runs with a deadline.
fn maker() -> String {
    Maker::source(|t| {
        tree!(t, {
            "kind": "Job",
            "metadata": { "name": do { t.job_name() }, "labels": { ..(SLOT.labels), }, },
            if (true) "activeDeadlineSeconds": (SLOT.timeout),
        });
    })
}

/// `UPDATE_DOCS=1 cargo test boundary` writes the page.
#[test]
fn the_boundary_page_shows_what_is_generated() {
    let page = fs::read_to_string(PAGE).unwrap();
    let mut current = page.clone();
    for (name, code) in [("reader", reader()), ("maker", maker())] {
        let [start, end] = [format!("<!-- {name} -->\n"), format!("<!-- /{name} -->")];
        let (before, rest) = current.split_once(&start).unwrap();
        let (_, after) = rest.split_once(&end).unwrap();
        current = format!("{before}{start}```js\n{}\n```\n{end}{after}", code.trim_end());
    }
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(PAGE, &current).unwrap();
    }
    assert!(page == current, "docs/boundary.md is not current: UPDATE_DOCS=1 cargo test boundary");
}
