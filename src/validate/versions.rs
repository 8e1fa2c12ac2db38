//! What differs between the versions of Kubernetes that can be asked for. Which version knows which
//! field is in the tables of [`super::schema`].

macro_rules! changes {
    ($($(#[doc = $line:literal])+ $name:ident since $minor:literal, $source:literal;)*) => {
        /// A change of the rules.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Change {
            $($(#[doc = $line])+ $name,)*
        }

        impl Change {
            /// The first minor version that has it.
            pub const fn since(self) -> u32 {
                match self { $(Self::$name => $minor,)* }
            }
        }
    };
}

// name, since 1.N, the feature gate or the change in Kubernetes' source.
changes! {
    /// Names of variables may have any printable character of ASCII but `=`.
    RelaxedEnvNames since 32, "RelaxedEnvironmentVariableValidation";
    /// DNS search domains may have `_`, or be `.`.
    RelaxedSearchDomains since 33, "RelaxedDNSSearchValidation";
    /// The operators `Gt` and `Lt` of tolerations are a feature of the server.
    ComparingTolerations since 37, "TaintTolerationComparisonOperators";
}
