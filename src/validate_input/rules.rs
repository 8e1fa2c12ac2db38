//! The rules about an input. `docs/rules.md` and the unions of `index.d.ts` are generated from this
//! table.

use serde::{Serialize, Serializer};

use crate::validate::Severity;

/// What happens to what was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Code {
    /// It is dropped, and something else applies.
    Ignored,
    /// It is replaced, or replaces what the run needs.
    Overridden,
    /// It is a secret that more can read than have to.
    Exposed,
    /// It does something that is hardly meant.
    Suspicious,
    /// It is missing, and `buildJobManifest` throws.
    Required,
    /// It is of the wrong type, and `buildJobManifest` throws.
    TypeInvalid,
}

/// A rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its name in findings.
    pub id: &'static str,
    /// The code of its findings.
    pub code: Code,
    /// How severe it is to break it.
    pub severity: Severity,
}

/// Rules: what goes wrong and the fix, how severe it is, the code of its findings, and its name here
/// and in findings.
macro_rules! rules {
    ($(
        $(#[doc = $line:literal])+
        $severity:ident $code:ident $name:ident = $id:literal;
    )*) => {
        impl Rule {
            $(
                $(#[doc = $line])+
                pub const $name: Self =
                    Self { id: $id, code: Code::$code, severity: Severity::$severity };
            )*
        }
    };
}

rules! {
    /// A part that `buildJobManifest` cannot do without is missing: it throws a `TypeError`.
    ///
    /// Fix: pass it.
    Error Required INPUT_REQUIRED = "input-required";

    /// A part has a type that `buildJobManifest` cannot use: it throws a `TypeError`.
    ///
    /// Fix: pass the type that the message names.
    Error TypeInvalid INPUT_TYPE = "input-type";

    /// A setting of another type than the one that is read counts as unset, and its default applies.
    ///
    /// Fix: write it in the type that the message names: numbers and booleans without quotes, lists
    /// and objects as such and not as text.
    Warning Ignored SETTING_TYPE = "setting-type";

    /// An item, a value or a line of a setting is dropped, and the rest applies.
    ///
    /// Fix: write it in the form that the message names.
    Warning Ignored SETTING_ITEM = "setting-item";

    /// A setting under a flat key such as `resources.requests.cpu` is not read.
    ///
    /// Fix: nest it: `resources: { requests: { cpu: "2" } }`.
    Warning Ignored SETTING_FLAT = "setting-flat";

    /// A setting under the name that another adapter or a form has for it is not read.
    ///
    /// Fix: use the name in the message.
    Warning Ignored SETTING_FOREIGN = "setting-foreign";

    /// A key is not read, and differs little from one that is.
    ///
    /// Fix: use the name in the message, if that is meant.
    Warning Suspicious SETTING_MISSPELT = "setting-misspelt";

    /// A negative number counts as unset.
    ///
    /// Fix: write a number over 0, or leave the setting out.
    Warning Ignored SETTING_NEGATIVE = "setting-negative";

    /// With `ttlSecondsAfterFinished: 0` Kubernetes deletes the Job the moment it ends: its status
    /// and its log are gone before anybody has read them.
    ///
    /// Fix: leave it out for the default of 300, or write the seconds that a Job is to be kept.
    Warning Suspicious TTL_ZERO = "ttl-zero";

    /// `HOME` is always the path of the shared volume, so that a session can be resumed.
    ///
    /// Fix: leave it out; give the program that needs another directory its own variable.
    Warning Overridden VARIABLE_FIXED = "variable-fixed";

    /// A variable of `config.env` replaces one by which the agent knows its run: its ids, the API's
    /// URL, its key.
    ///
    /// Fix: leave it out.
    Warning Overridden VARIABLE_OF_RUN = "variable-of-run";

    /// An inherited `valueFrom` variable has the name of one that is always set, and is left out.
    ///
    /// Fix: give the Deployment the variable as a literal value; `PAPERCLIP_API_URL` is then passed on.
    Warning Overridden VARIABLE_HIDDEN = "variable-hidden";

    /// A label of `config.labels` replaces a built-in one, by which the server finds its Jobs.
    ///
    /// Fix: use a prefix of your own.
    Warning Overridden LABEL_BUILT_IN = "label-built-in";

    /// A label has a prefix that is reserved: `paperclip.io/` or `app.kubernetes.io/`.
    ///
    /// Fix: use a prefix of your own; later adapters refuse these.
    Warning Suspicious LABEL_PREFIX = "label-prefix";

    /// A placeholder of a template names nothing: the prompt has nothing in its place.
    ///
    /// Fix: name something that templates reach: `agent.…`, `company.id`, `run.id`, `context.…`.
    Warning Suspicious PLACEHOLDER_UNKNOWN = "placeholder-unknown";

    /// Braces that are not a placeholder stay in the prompt unchanged.
    ///
    /// Fix: write `{{path}}` with two braces on both sides and nothing but a path between them.
    Warning Suspicious PLACEHOLDER_MALFORMED = "placeholder-malformed";

    /// A resumed session that a wake has woken gets no rendered `promptTemplate`. Opt-in.
    ///
    /// Fix: none is needed: the session knows its first prompt. Put what each run has to read into
    /// `instructionsFilePath`.
    Warning Ignored TEMPLATE_UNUSED = "template-unused";

    /// Without `serviceAccountName` the Pod has the service account `default` of its namespace. Opt-in.
    ///
    /// Fix: name one that may do what agents have to do, and nothing else.
    Warning Suspicious SERVICE_ACCOUNT_DEFAULT = "service-account-default";

    /// Every agent inherits a secret that is the server's own, such as the key that signs all agents'
    /// tokens or the database's password.
    ///
    /// Fix: leave it out of what the Deployment's container shares with agents.
    Warning Exposed SECRET_INHERITED = "secret-inherited";

    /// A credential is a literal value of the Pod: whoever may read Pods reads it.
    ///
    /// Fix: put it into a Secret and refer to that by `valueFrom.secretKeyRef`.
    Warning Exposed SECRET_LITERAL = "secret-literal";

    /// A secret volume is mounted with all keys of its Secret, though only some were selected.
    ///
    /// Fix: put the keys that agents need into a separate Secret.
    Warning Exposed SECRET_VOLUME_KEYS = "secret-volume-keys";

    /// There are more findings than are listed.
    ///
    /// Fix: mend those that are listed first.
    Warning Suspicious MORE_FINDINGS = "more-findings";
}

impl Serialize for Rule {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.id)
    }
}
