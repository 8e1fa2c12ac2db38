//! The rules. `docs/rules.md` and the unions of `index.d.ts` are generated from their tables.

use std::fmt::{self, Debug, Formatter};

use serde::{Serialize, Serializer};

/// Rules of an area: what it asks for, then how severe it is to break it, the rule's name here and
/// in findings, the function of Kubernetes that it ports, and changes of a Job that break it.
///
/// Paragraphs after the first one begin with `Input:`, which names the input of `buildJobManifest`
/// that leads there, and `Fix:`.
macro_rules! rules {
    ($area:ident: $(
        $(#[doc = $line:literal])+
        $severity:ident $name:ident = $id:literal after $source:literal, example $example:literal;
    )*) => {
        #[allow(missing_docs, reason = "rules have what they ask for")]
        impl crate::validate::rules::Rule {
            $(
                $(#[doc = $line])+
                pub const $name: Self = Self {
                    id: $id,
                    severity: crate::validate::rules::Severity::$severity,
                };
            )*
        }

        /// The rules of this area, with their examples.
        #[cfg(test)]
        pub const $area: &[(crate::validate::rules::Rule, &str)] =
            &[$((crate::validate::rules::Rule::$name, $example)),*];
    };
}

mod container;
mod job;
mod manifest;
mod pod;
mod volume;

/// A rule.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rule {
    /// Its name in findings.
    id: &'static str,
    /// How severe it is to break it.
    severity: Severity,
}

/// How severe a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The API server refuses the manifest, or the creation of the Job's Pod.
    Error,
    /// It is accepted, but changed or known to fail.
    Warning,
}

impl Rule {
    /// Its name in findings.
    #[cfg(test)]
    pub const fn id(self) -> &'static str {
        self.id
    }

    /// How severe it is to break it.
    pub const fn severity(self) -> Severity {
        self.severity
    }

    /// All of them, with their examples.
    #[cfg(test)]
    pub fn all() -> impl Iterator<Item = (Self, &'static str)> {
        [manifest::MANIFEST, job::JOB, pod::POD, container::CONTAINER, volume::VOLUME]
            .into_iter()
            .flatten()
            .copied()
    }
}

impl Debug for Rule {
    fn fmt(&self, formatter: &mut Formatter) -> fmt::Result {
        formatter.write_str(self.id)
    }
}

impl Serialize for Rule {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.id)
    }
}
