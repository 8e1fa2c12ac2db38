//! The JavaScript expressions of [`input`](crate::input), as far as it matters what they read.

/// An expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expression<'s> {
    /// `a.b.c`.
    Path(Vec<&'s str>),
    /// `f(a, …).b`: the function, its first argument, and the members that are read of the result.
    Call(&'s str, Box<Self>, Vec<&'s str>),
    /// A string or a number.
    Constant(&'s str),
    /// `a ?? b` or `a || b`.
    Chain(Vec<Self>),
    /// `a !== false`.
    NotFalse(Box<Self>),
    /// Another form.
    Other,
}

/// Parses an expression.
pub fn parse(source: &str) -> Expression<'_> {
    let mut parser = Parser { rest: source };
    match parser.chain() {
        Some(expression) if parser.rest.is_empty() => expression,
        _ => Expression::Other,
    }
}

/// What is yet to be parsed.
struct Parser<'s> {
    /// The rest of the source.
    rest: &'s str,
}

impl<'s> Parser<'s> {
    /// Takes a token, with the white space around it.
    fn eat(&mut self, token: &str) -> Option<()> {
        self.rest = self.rest.trim_start().strip_prefix(token)?.trim_start();
        Some(())
    }

    /// Takes the characters that are accepted, at least one.
    fn take(&mut self, accepts: impl Fn(char) -> bool) -> Option<&'s str> {
        let end = self.rest.find(|character| !accepts(character)).unwrap_or(self.rest.len());
        let (taken, rest) = self.rest.split_at_checked(end)?;
        self.rest = rest;
        (!taken.is_empty()).then_some(taken)
    }

    /// An expression.
    fn chain(&mut self) -> Option<Expression<'s>> {
        let mut parts = vec![self.part()?];
        while self.eat("??").or_else(|| self.eat("||")).is_some() {
            parts.push(self.part()?);
        }
        if parts.len() > 1 { Some(Expression::Chain(parts)) } else { parts.pop() }
    }

    /// A part of a chain.
    fn part(&mut self) -> Option<Expression<'s>> {
        if self.eat("'").is_some() {
            let text = self.take(|character| character != '\'').unwrap_or_default();
            self.eat("'")?;
            return Some(Expression::Constant(text));
        }
        if self.rest.starts_with(|character: char| character.is_ascii_digit()) {
            return self.take(|character| character.is_ascii_digit()).map(Expression::Constant);
        }
        let is_name =
            |character: char| character.is_ascii_alphanumeric() || "_$".contains(character);
        let name = self.take(is_name)?;
        let mut expression = if self.eat("(").is_some() {
            let argument = self.chain()?;
            self.skip_arguments()?;
            Expression::Call(name, Box::new(argument), Vec::new())
        } else {
            Expression::Path(vec![name])
        };
        while self.eat("?.").or_else(|| self.eat(".")).is_some() {
            let member = self.take(is_name)?;
            // A method of a text gives a text.
            if self.eat("()").is_some() {
                continue;
            }
            match &mut expression {
                Expression::Path(names) | Expression::Call(_, _, names) => names.push(member),
                _ => {}
            }
        }
        if self.eat("!== false").is_some() {
            expression = Expression::NotFalse(Box::new(expression));
        }
        Some(expression)
    }

    /// Skips what follows the first argument: names of fields for messages.
    fn skip_arguments(&mut self) -> Option<()> {
        while self.eat(",").is_some() {
            self.part()?;
        }
        self.eat(")")
    }
}

#[cfg(test)]
mod tests {
    use super::Expression::{Call, Chain, Constant, NotFalse, Other, Path};
    use super::parse;

    #[test]
    fn reads_the_forms_that_the_input_uses() {
        let path = |names: &[&'static str]| Path(names.to_vec());
        let call = |name, argument| Call(name, Box::new(argument), Vec::new());
        assert_eq!(parse("ctx.runId"), path(&["ctx", "runId"]));
        assert_eq!(parse("wake?.reason"), path(&["wake", "reason"]));
        assert_eq!(
            parse("text(a.b) ?? pod.image ?? 'Not There' ?? 300"),
            Chain(vec![
                call("text", path(&["a", "b"])),
                path(&["pod", "image"]),
                Constant("Not There"),
                Constant("300"),
            ])
        );
        assert_eq!(
            parse("need(need(ctx, 'ctx').agent, 'ctx.agent')"),
            call("need", Call("need", Box::new(path(&["ctx"])), vec!["agent"]))
        );
        assert_eq!(
            parse("trimmed(context.a ?? context.b)"),
            call("trimmed", Chain(vec![path(&["context", "a"]), path(&["context", "b"])]))
        );
        assert_eq!(parse("config.a !== false"), NotFalse(Box::new(path(&["config", "a"]))));
        assert_eq!(parse("a ? b : c"), Other);
        assert_eq!(parse("{ ...a }"), Other);
        assert_eq!(parse(""), Other);
    }
}
