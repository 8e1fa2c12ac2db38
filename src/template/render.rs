//! Renders a template that is long or new. Most agents have a short one for all their runs, which
//! JavaScript renders from the second run on: a few texts are concatenated faster than they cross.

use std::collections::BTreeMap;

use super::placeholders;
use crate::bridge::engine::Renderer;
use crate::text;
use crate::text::units::Span;

/// The length of the parts in which the text is handed over. No copy of the whole is in memory, and
/// what was rendered stays in the processor's cache. V8 maps and unmaps memory for each string of
/// more than 128 KiB, which costs more than all else.
const PART: usize = 1 << 14;

/// How many paths are compared one by one before a tree of them is searched.
const FEW: usize = 8;

/// Hands the rendered template over, part by part. Each path is asked for once.
// Not inlined, so that the loop over a long template is compiled for it alone.
#[inline(never)]
pub fn render<R: Renderer>(renderer: &mut R, template: &[u16]) -> Result<(), R::Error> {
    let mut output = Output { renderer, length: 0, part: Vec::with_capacity(PART) };
    let mut values = Values::default();
    let mut end = 0;
    for placeholder in placeholders(template) {
        output.push(template.get(end..placeholder.range.start).unwrap_or_default())?;
        end = placeholder.range.end;
        let path = template.get(placeholder.path).unwrap_or_default();
        let value = values.get(path, output.renderer)?;
        output.push(value)?;
    }
    output.push(template.get(end..).unwrap_or_default())?;
    output.hand_over()
}

/// The text as far as it is rendered.
struct Output<'r, R: Renderer> {
    /// Takes the parts.
    renderer: &'r mut R,
    /// The length of those that were handed over.
    length: usize,
    /// What was rendered since.
    part: Vec<u16>,
}

impl<R: Renderer> Output<'_, R> {
    /// Appends text.
    #[expect(clippy::inline_always, reason = "a call for each text costs a sixth of all the time")]
    #[inline(always)]
    fn push(&mut self, text: &[u16]) -> Result<(), R::Error> {
        if self.part.len() + text.len() < PART {
            self.part.extend_from_slice(text);
            return Ok(());
        }
        self.push_parts(text)
    }

    /// The same for text that fills a part.
    fn push_parts(&mut self, text: &[u16]) -> Result<(), R::Error> {
        for part in text.chunks(PART) {
            self.part.extend_from_slice(part);
            if self.part.len() >= PART {
                self.hand_over()?;
            }
        }
        Ok(())
    }

    /// Hands over what was rendered.
    fn hand_over(&mut self) -> Result<(), R::Error> {
        self.length += self.part.len();
        if self.length > text::MAX_LENGTH {
            return Err(self.renderer.refuse_length());
        }
        self.renderer.push(&self.part)?;
        self.part.clear();
        Ok(())
    }
}

/// The texts in place of the placeholders.
#[derive(Default)]
struct Values<'t> {
    /// The texts, one after the other.
    texts: Vec<u16>,
    /// Where those of the first paths are.
    first: Vec<(&'t [u16], Span)>,
    /// Where the others are. A tree: whoever writes templates chooses the paths, so a hash table
    /// with fixed seeds could be made slow.
    others: BTreeMap<&'t [u16], Span>,
}

impl<'t> Values<'t> {
    /// The text in place of a path.
    fn get<R: Renderer>(&mut self, path: &'t [u16], renderer: &mut R) -> Result<&[u16], R::Error> {
        let known = self.first.iter().find(|(known, _)| *known == path);
        if let Some(span) = known.map(|(_, span)| span).or_else(|| self.others.get(path)) {
            return Ok(span.of(&self.texts));
        }
        let span = renderer.resolve(path, &mut self.texts)?;
        if self.first.len() < FEW {
            self.first.push((path, span));
        } else {
            self.others.insert(path, span);
        }
        Ok(span.of(&self.texts))
    }
}
