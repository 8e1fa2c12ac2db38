//! Bundles the JavaScript that the addon runs: each entry with the modules that it imports.

use std::collections::BTreeSet;
use std::path::Path;
use std::{env, fs, io};

/// Where the modules are.
const GLUE: &str = "src/node/glue";

/// The modules that are run, each in a bundle.
const ENTRIES: [&str; 3] = ["main.mjs", "validate.mjs", "validate_input.mjs"];

/// What it exports are the parameters of the bundle.
const NATIVE: &str = "native.mjs";

fn main() -> io::Result<()> {
    napi_build::setup();
    println!("cargo::rerun-if-changed={GLUE}");
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    for entry in ENTRIES {
        let mut bundle = Bundle::default();
        bundle.add(entry)?;
        fs::write(Path::new(&out).join(entry), bundle.code)?;
    }
    Ok(())
}

/// The code of modules, in the order in which they depend on each other.
#[derive(Default)]
struct Bundle {
    /// Their code.
    code: String,
    /// Their names.
    added: BTreeSet<String>,
}

impl Bundle {
    /// Adds a module behind all that it imports. Imports and exports are dropped: in a bundle, all
    /// names are in one scope.
    fn add(&mut self, name: &str) -> io::Result<()> {
        if name == NATIVE || !self.added.insert(name.to_owned()) {
            return Ok(());
        }
        let source = code(&fs::read_to_string(Path::new(GLUE).join(name))?);
        let (mut rest, mut own) = (source.as_str(), String::new());
        while !rest.is_empty() {
            if rest.starts_with("import ") || rest.starts_with("export {") {
                let (statement, after) = rest.split_once(";\n").unwrap_or((rest, ""));
                if let Some((_, path)) = statement.split_once("from \"./") {
                    self.add(path.trim_end_matches('"'))?;
                }
                rest = after;
            } else {
                let (line, after) = rest.split_once('\n').unwrap_or((rest, ""));
                own.push_str(line.strip_prefix("export ").unwrap_or(line));
                own.push('\n');
                rest = after;
            }
        }
        self.code.push_str(&own);
        Ok(())
    }
}

/// The source without comments and indentation, which would be part of the binary.
fn code(source: &str) -> String {
    source
        .lines()
        .map(str::trim_start)
        .filter(|line| !line.is_empty() && !line.starts_with("//"))
        .flat_map(|line| [line, "\n"])
        .collect()
}
