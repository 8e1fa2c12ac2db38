use std::path::Path;
use std::{env, fs, io};

/// The JavaScript that the addon runs.
const GLUE: &str = "src/node/glue";

fn main() -> io::Result<()> {
    napi_build::setup();
    println!("cargo::rerun-if-changed={GLUE}");
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    for file in fs::read_dir(GLUE)? {
        let file = file?;
        let source = fs::read_to_string(file.path())?;
        fs::write(Path::new(&out).join(file.file_name()), code(&source))?;
    }
    Ok(())
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
