//! The native function that renders a template.

use std::mem;

use crate::bridge::engine::Renderer;
use crate::node::handles::Handles;
use crate::node::panic;
use crate::node::state::State;
use crate::node::sys::{Env, Exception, MAX_ARGUMENTS, Native, Value};
use crate::template;
use crate::text::units::Span;

/// Takes a template, and what its placeholders may name. Returns the rendered text.
pub struct RenderTemplate;

impl Native for RenderTemplate {
    type Data = State;

    fn call<'e>(
        env: Env<'e>,
        state: &State,
        arguments: &[Value<'e>],
    ) -> Result<Value<'e>, Exception> {
        let &[template, data] = arguments else {
            return Err(env.throw("k8s-native: a template needs its data"));
        };
        // Taken, not borrowed: code of the caller that a placeholder reaches may call again.
        let mut texts = state.texts.take();
        texts.clear();
        let template = env.read_string(template, &mut texts.units)?.unwrap_or_default();
        let mut renderer =
            JsRenderer { env, handles: state.handles(env)?, data, parts: Vec::new() };
        panic::forced("render");
        template::render(&mut renderer, texts.get(template))?;
        let rendered = renderer.join();
        state.keep(texts);
        rendered
    }
}

/// The engine, while a template is rendered.
struct JsRenderer<'a, 'e> {
    /// The environment of the call.
    env: Env<'e>,
    /// The functions of the glue.
    handles: &'a Handles,
    /// What the placeholders may name.
    data: Value<'e>,
    /// The parts of the text.
    parts: Vec<Value<'e>>,
}

impl<'e> JsRenderer<'_, 'e> {
    /// The text whose parts were pushed.
    fn join(&mut self) -> Result<Value<'e>, Exception> {
        let mut parts = mem::take(&mut self.parts);
        if let [whole] = parts[..] {
            return Ok(whole);
        }
        let concat = self.handles.concat.get(self.env)?;
        while parts.len() > MAX_ARGUMENTS {
            let longer = parts.chunks(MAX_ARGUMENTS);
            parts = longer.map(|parts| self.env.call(concat, parts)).collect::<Result<_, _>>()?;
        }
        self.env.call(concat, &parts)
    }
}

impl Renderer for JsRenderer<'_, '_> {
    type Error = Exception;

    fn push(&mut self, units: &[u16]) -> Result<(), Exception> {
        self.parts.push(self.env.string(units)?);
        Ok(())
    }

    fn refuse_length(&mut self) -> Exception {
        self.env.throw_length_error()
    }

    fn resolve(&mut self, path: &[u16], units: &mut Vec<u16>) -> Result<Span, Exception> {
        self.env.scope(self.data, |env, data| {
            let resolve = self.handles.resolve_path.get(env)?;
            let value = env.call(resolve, &[data, env.string(path)?])?;
            // The glue returns strings.
            Ok(env.read_string(value, units)?.unwrap_or_default())
        })
    }
}
