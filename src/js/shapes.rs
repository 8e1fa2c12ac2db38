//! The functions that make results, one for each shape, compiled on first use.

use crate::js::napi::{Env, Exception, Reference, SharedIntegers, Value};
use crate::js::state::Glue;
use crate::tree::source::Source;

/// The greatest number of shapes that are kept. A shape takes about 100 KB once V8 has optimized
/// it; an adapter sees a handful.
const CAPACITY: usize = 128;

/// The compiled shapes, the last used first.
#[derive(Default)]
pub struct Shapes(Vec<(u64, Reference)>);

impl Shapes {
    /// The function that makes results of this shape.
    pub fn get<'e>(
        &mut self,
        env: Env<'e>,
        glue: &Glue,
        ledger: &SharedIntegers,
        shape: u64,
        describe: impl FnOnce(&mut Source),
    ) -> Result<Value<'e>, Exception> {
        if let Some(found) = self.0.iter().position(|(known, _)| *known == shape) {
            if let Some(front) = self.0.get_mut(..=found) {
                front.rotate_right(1);
            }
        } else {
            // What of the glue a description names are parameters.
            let source = format!(
                "(function (env, ledger) {{ \"use strict\"; return ({}); }})",
                Source::of(describe)
            );
            let compiled = env.call(
                env.run_script(&source)?,
                &[glue.env.get(env)?, ledger.get(env)?],
            )?;
            self.0.insert(0, (shape, Reference::new(env, compiled)?));
            if self.0.len() > CAPACITY
                && let Some((_, oldest)) = self.0.pop()
            {
                oldest.delete(env);
            }
        }
        match self.0.first() {
            Some((_, function)) => function.get(env),
            None => Err(env.throw("k8s-native: no shape")),
        }
    }
}
