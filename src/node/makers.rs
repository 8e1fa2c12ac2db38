//! The functions that make results, one for each shape, compiled on first use.

use crate::bridge::reader::SHAPE;
use crate::manifest::Manifest;
use crate::node::state::Glue;
use crate::node::sys::{Env, Exception, SharedIntegers};
use crate::tree::maker::Source;
use crate::tree::shape::Shape;

/// The greatest number of shapes that are kept. A shape takes about 100 KB once V8 has optimized
/// it; an adapter sees a handful.
pub const CAPACITY: usize = 128;

/// The compiled shapes and where the glue keeps their functions, the last used first.
#[derive(Default)]
pub struct Shapes(Vec<(u64, i32)>);

impl Shapes {
    /// Tells the glue, in the ledger, which function makes a result of this manifest's shape.
    pub fn choose<V>(
        &mut self,
        env: Env,
        glue: &Glue,
        ledger: &SharedIntegers,
        manifest: &Manifest<V>,
    ) -> Result<(), Exception> {
        let shape = Shape::of(|t| manifest.describe(t));
        if let Some(found) = self.0.iter().position(|(known, _)| *known == shape) {
            if let Some(front) = self.0.get_mut(..=found) {
                front.rotate_right(1);
            }
            if let Some((_, place)) = self.0.first() {
                ledger.write(SHAPE, *place);
            }
            return Ok(());
        }
        // What of the glue a description names are parameters.
        let source = format!(
            "(function (env, madeText, ledger) {{ \"use strict\"; return ({}); }})",
            Source::of(|t| manifest.describe(t))
        );
        let arguments = [glue.env.get(env)?, glue.made_text.get(env)?, ledger.get(env)?];
        let maker = env.call(env.run_script(&source)?, &arguments)?;
        // The one that was used longest ago gives way, once its successor stands in its place.
        let place = match self.0.last() {
            Some((_, place)) if self.0.len() == CAPACITY => *place,
            _ => i32::try_from(self.0.len()).unwrap_or(0),
        };
        ledger.write(SHAPE, place);
        env.call(glue.set_maker.get(env)?, &[maker])?;
        self.0.truncate(CAPACITY - 1);
        self.0.insert(0, (shape, place));
        Ok(())
    }
}
