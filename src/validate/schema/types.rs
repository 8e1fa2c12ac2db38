//! The macro that makes a type's table and its view.

/// Types: `"name in JSON" name_in_rust: Kind, since 1.N, until 1.N`. The fields are sorted.
///
/// A kind is `Text` and `Uid` (empty where unset), `OptionalText` (a pointer in Go), `Bool`, `Int32`, `Int64`,
/// `IntOrString`, `Quantity`, `Time`, `Any`, `[Kind]`, `{Kind}` or another type.
macro_rules! types {
    ($($type:ident {
        $($json:literal $name:ident: $kind:tt $(since $since:literal)? $(until $until:literal)?,)*
    })*) => { $(
        #[doc = concat!("A view of Kubernetes' `", stringify!($type), "`.")]
        #[derive(Clone, Copy, Debug, Default)]
        pub struct $type<'a>(&'a [$crate::validate::value::Member<'a>]);

        const _: () = {
            use $crate::validate::schema;
            use $crate::validate::value::{self, Members, View};

            static TYPE: schema::Type = schema::Type {
                name: stringify!($type),
                fields: &[$(schema::Field {
                    name: $json,
                    kind: kind!($kind),
                    since: 0 $(+ $since)?,
                    until: until!($($until)?),
                }),*],
            };

            #[allow(non_camel_case_types, clippy::missing_docs_in_private_items, reason = "fields")]
            enum At { $($name),* }

            impl<'a> View<'a> for $type<'a> {
                const TYPE: &'static schema::Type = &TYPE;

                fn new(members: &'a [value::Member<'a>]) -> Self {
                    Self(members)
                }

                fn members(self) -> Members<'a> {
                    Members { of: &TYPE, members: self.0 }
                }
            }

            #[allow(dead_code, reason = "the table has all fields, and the rules read some")]
            impl<'a> $type<'a> {
                $(
                    #[doc = concat!("Its `", $json, "`.")]
                    pub fn $name(self) -> read!('a $kind) {
                        self.members().read(At::$name as usize)
                    }
                )*
            }
        };
    )* };
}

/// The kind in the decoder's table.
macro_rules! kind {
    (Text) => {
        schema::Kind::Text
    };
    (OptionalText) => {
        schema::Kind::Text
    };
    (Uid) => {
        schema::Kind::Uid
    };
    (Bool) => {
        schema::Kind::Bool
    };
    (Int32) => {
        schema::Kind::Int32
    };
    (Int64) => {
        schema::Kind::Int64
    };
    (IntOrString) => {
        schema::Kind::IntOrString
    };
    (Quantity) => {
        schema::Kind::Quantity
    };
    (Time) => {
        schema::Kind::Time
    };
    (Any) => {
        schema::Kind::Any
    };
    ([$kind:tt]) => {
        schema::Kind::List(&kind!($kind))
    };
    ({$kind:tt}) => {
        schema::Kind::Map(&kind!($kind))
    };
    ($type:ident) => {
        schema::Kind::Object(<schema::$type as View>::TYPE)
    };
}

/// What reading a field gives.
macro_rules! read {
    ($a:lifetime Text) => { &$a str };
    ($a:lifetime OptionalText) => { Option<&$a str> };
    ($a:lifetime Uid) => { &$a str };
    ($a:lifetime Bool) => { Option<bool> };
    ($a:lifetime Int32) => { Option<i64> };
    ($a:lifetime Int64) => { Option<i64> };
    ($a:lifetime IntOrString) => { Option<value::IntOrString<$a>> };
    ($a:lifetime Quantity) => { Option<&$a $crate::validate::quantity::Quantity> };
    ($a:lifetime Time) => { Option<value::Given> };
    ($a:lifetime Any) => { Option<value::Given> };
    ($a:lifetime [$kind:tt]) => { value::List<$a, item!($a $kind)> };
    ($a:lifetime {$kind:tt}) => { value::Map<$a, item!($a $kind)> };
    ($a:lifetime $type:ident) => { Option<schema::$type<$a>> };
}

/// What reading an item of a list or an entry of a map gives: `null` is the zero value in Go.
macro_rules! item {
    ($a:lifetime Text) => { &$a str };
    ($a:lifetime Uid) => { &$a str };
    ($a:lifetime Int32) => { i64 };
    ($a:lifetime Int64) => { i64 };
    ($a:lifetime Quantity) => { Option<&$a $crate::validate::quantity::Quantity> };
    ($a:lifetime [$kind:tt]) => { value::List<$a, item!($a $kind)> };
    ($a:lifetime {$kind:tt}) => { value::Map<$a, item!($a $kind)> };
    ($a:lifetime $type:ident) => { schema::$type<$a> };
}

/// The version that an `until` names, or none.
macro_rules! until {
    () => {
        u32::MAX
    };
    ($until:literal) => {
        $until
    };
}
