//! The functions that make results, one for each shape, compiled on first use.

use std::cell::RefCell;

use crate::bridge::wire;
use crate::manifest::Manifest;
use crate::node::handles::Handles;
use crate::node::sys::{Env, Exception, SharedIntegers, Value};
use crate::tree::maker::Maker;
use crate::tree::shape::Shape;

/// The greatest number of shapes that are kept. A shape takes about 100 KB once V8 has optimized
/// it; an adapter sees a handful.
const CAPACITY: usize = 128;

/// The compiled shapes and where the glue keeps their functions, the last used first.
#[derive(Default)]
pub struct Makers(Vec<(u64, i32)>);

impl Makers {
    /// The place of the function for a shape, if there is one.
    fn find(&mut self, shape: u64) -> Option<i32> {
        let found = self.0.iter().position(|(known, _)| *known == shape)?;
        self.0.get_mut(..=found)?.rotate_right(1);
        self.0.first().map(|(_, place)| *place)
    }

    /// The place for the function of another shape: evicts the least recently used one if there are
    /// too many.
    fn add(&mut self, shape: u64) -> i32 {
        let place = match self.0.last() {
            Some((_, place)) if self.0.len() == CAPACITY => *place,
            _ => i32::try_from(self.0.len()).unwrap_or(0),
        };
        self.0.truncate(CAPACITY - 1);
        self.0.insert(0, (shape, place));
        place
    }
}

/// The place of the function that makes results of the manifest's shape. JavaScript may run
/// meanwhile, an inspector's handler for compiled scripts, and call again: nothing is borrowed, and
/// nothing must have been written to the wire for this call.
pub fn place(
    env: Env,
    makers: &RefCell<Makers>,
    handles: &Handles,
    wire: &SharedIntegers,
    manifest: &Manifest,
) -> Result<i32, Exception> {
    let shape = Shape::of(|t| manifest.describe(t))
        .ok_or_else(|| env.throw("k8s-native: the manifest has more conditions than a shape"))?;
    if let Some(place) = makers.borrow_mut().find(shape) {
        return Ok(place);
    }
    let maker = compile(env, handles, wire, manifest)?;
    let place = makers.borrow_mut().add(shape);
    wire.write(wire::MAKER, place);
    env.call(handles.set_maker.get(env)?, &[maker])?;
    Ok(place)
}

/// Compiles the function that makes results of the manifest's shape.
fn compile<'e>(
    env: Env<'e>,
    handles: &Handles,
    wire: &SharedIntegers,
    manifest: &Manifest,
) -> Result<Value<'e>, Exception> {
    // The functions of the glue that a maker names are parameters.
    let source = format!(
        "(function (assignMembers, escapeForShell, quoteEach, wire) {{ \"use strict\"; return ({}); }})\n\
         //# sourceURL=k8s-native/maker.js",
        Maker::source(|t| manifest.describe(t))
    );
    let arguments = [
        handles.assign_members.get(env)?,
        handles.escape_for_shell.get(env)?,
        handles.quote_each.get(env)?,
        wire.get(env)?,
    ];
    env.call(env.run_script(&source)?, &arguments)
}
