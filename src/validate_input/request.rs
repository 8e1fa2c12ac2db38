//! What the glue reads for the rules: a tree of names, as a JavaScript expression.
//!
//! A leaf is read with its members, as far as they are values and not objects themselves.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use super::reads::{Expected, Reads};

/// A place in the input.
#[derive(Default)]
struct Node {
    /// The members that are read.
    members: BTreeMap<&'static str, Self>,
    /// What is wanted there, beyond the value: members of a JavaScript object.
    wants: BTreeSet<&'static str>,
    /// What is wanted of the items of a list.
    items: Option<Box<Self>>,
}

impl Node {
    /// The node at the end of a path.
    fn at(&mut self, path: &[&'static str]) -> &mut Self {
        path.iter().fold(self, |node, name| node.members.entry(name).or_default())
    }

    /// Adds what is wanted there.
    fn want(&mut self, what: &'static str) {
        if !what.is_empty() {
            self.wants.insert(what);
        }
    }

    /// Writes the node as a JavaScript object.
    fn write(&self, into: &mut String) {
        into.push_str("{ ");
        for want in &self.wants {
            // Writing to a string does not fail.
            let _ = write!(into, "{want}, ");
        }
        if let Some(items) = &self.items {
            into.push_str("items: ");
            items.write(into);
            into.push_str(", ");
        }
        into.push_str("members: [");
        for (name, node) in &self.members {
            let _ = write!(into, "[\"{name}\", ");
            node.write(into);
            into.push_str("], ");
        }
        into.push_str("] }");
    }
}

/// The names that the rules know in lists of objects.
const ITEMS: [(&[&str], &[&str]); 3] = [
    (&["ctx", "context", "paperclipWake", "comments"], &["body"]),
    (&["selfPod", "secretVolumes"], &["items"]),
    (&["selfPod", "inheritedEnvValueFrom"], &["name"]),
];

/// Where the names of all members matter.
const OPEN: [&[&str]; 6] = [
    &["ctx", "config"],
    &["ctx", "config", "env"],
    &["ctx", "config", "resources"],
    &["ctx", "config", "resources", "limits"],
    &["ctx", "config", "resources", "requests"],
    &["selfPod", "inheritedEnv"],
];

/// The request, which is the same for every input.
pub fn request() -> String {
    let mut root = Node::default();
    for read in Reads::get().all() {
        root.at(read.path).want(wants(read.expected));
    }
    root.at(&["ctx", "runtime", "sessionId"]).want("id: \"replace\"");
    for path in OPEN {
        root.at(path).want("others: true");
    }
    for (path, members) in ITEMS {
        let mut item = Node::default();
        for member in members {
            item.at(&[member]);
        }
        root.at(path).items = Some(Box::new(item));
    }
    let mut text = String::new();
    root.write(&mut text);
    text
}

/// What the glue has to look at.
const fn wants(expected: Expected) -> &'static str {
    match expected {
        Expected::RequiredObject => "required: true",
        Expected::RequiredText => "id: \"toLowerCase\"",
        Expected::JsonList => "json: true",
        Expected::Pairs => "pairs: true, others: true",
        Expected::RequiredItems => "iterable: true",
        Expected::Texts => "items: { members: [] }",
        _ => "",
    }
}
