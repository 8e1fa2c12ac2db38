//! The path of a finding, as steps.

/// A step from a value to one inside.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// To a member.
    Field(String),
    /// To an item of a list.
    Index(usize),
    /// To the value of a map's key.
    Key(String),
}

/// Steps.
pub type Steps<'a> = &'a [Step];

impl Step {
    /// How the step is called in an object.
    pub fn name(&self) -> String {
        match self {
            Self::Field(name) | Self::Key(name) => name.clone(),
            Self::Index(index) => index.to_string(),
        }
    }
}

/// Parses the path that the API server writes. It leaves `metadata` out where it names labels and
/// annotations of the template.
pub fn parse(path: &str) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut rest = path;
    while !rest.is_empty() {
        if let Some((inside, after)) = rest.strip_prefix('[').and_then(|rest| rest.split_once(']'))
        {
            steps.push(match inside.parse() {
                Ok(index) => Step::Index(index),
                Err(_) => Step::Key(inside.to_owned()),
            });
            rest = after;
        } else {
            let field = rest.strip_prefix('.').unwrap_or(rest);
            let end = field.find(['.', '[']).unwrap_or(field.len());
            let (name, after) = field.split_at_checked(end).unwrap_or((field, ""));
            steps.push(Step::Field(name.to_owned()));
            rest = after;
        }
        if rest.starts_with('[') && !rest.contains(']') {
            break;
        }
    }
    if let [Step::Field(spec), Step::Field(template), Step::Field(map), ..] = &steps[..]
        && spec == "spec"
        && template == "template"
        && matches!(map.as_str(), "labels" | "annotations")
    {
        steps.insert(2, Step::Field("metadata".to_owned()));
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::Step::{Field, Index, Key};
    use super::parse;

    #[test]
    fn parses_paths_of_the_server() {
        let field = |name: &str| Field(name.to_owned());
        assert_eq!(
            parse("spec.template.spec.containers[0].env[39].name"),
            [
                field("spec"),
                field("template"),
                field("spec"),
                field("containers"),
                Index(0),
                field("env"),
                Index(39),
                field("name"),
            ]
        );
        assert_eq!(
            parse("spec.template.labels[a.b/c]"),
            [
                field("spec"),
                field("template"),
                field("metadata"),
                field("labels"),
                Key("a.b/c".to_owned()),
            ]
        );
        assert_eq!(parse("job"), [field("job")]);
        assert_eq!(parse("a[b"), [field("a")]);
        assert_eq!(parse(""), []);
    }
}
