//! The table against `k8s-openapi`: each field of its types is in ours, with the same type.

use std::collections::{BTreeMap, BTreeSet};

use k8s_openapi::api::{batch, core};
use schemars::SchemaGenerator;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value};

use super::{Container, EphemeralContainer, Job, Kind, Pod, Type};
use crate::validate::value::View;

/// Types of `k8s-openapi` by their names, which are those of Kubernetes' own schemas.
fn published() -> Map<String, Value> {
    let mut generator = SchemaGenerator::new(SchemaSettings::draft2020_12());
    generator.subschema_for::<batch::v1::Job>();
    generator.subschema_for::<core::v1::Pod>();
    generator.take_definitions(false)
}

/// Our types by their names.
fn ours() -> BTreeMap<&'static str, &'static Type> {
    fn add(kind: Kind, types: &mut BTreeMap<&'static str, &'static Type>) {
        match kind {
            Kind::List(&kind) | Kind::Map(&kind) => add(kind, types),
            Kind::Object(of) if types.insert(of.name, of).is_none() => {
                of.fields
                    .iter()
                    .filter(|field| field.until > 37)
                    .for_each(|field| add(field.kind, types));
            }
            _ => {}
        }
    }
    let mut types = BTreeMap::new();
    add(Kind::Object(Job::TYPE), &mut types);
    add(Kind::Object(Pod::TYPE), &mut types);
    types
}

/// A kind as the schemas write it.
fn write(kind: Kind) -> String {
    match kind {
        Kind::Text | Kind::Uid => "string".to_owned(),
        Kind::Bool => "boolean".to_owned(),
        Kind::Int32 => "integer int32".to_owned(),
        Kind::Int64 => "integer int64".to_owned(),
        Kind::IntOrString => "IntOrString".to_owned(),
        Kind::Quantity => "Quantity".to_owned(),
        Kind::Time => "Time".to_owned(),
        Kind::Any => "any".to_owned(),
        Kind::List(&kind) => format!("[{}]", write(kind)),
        Kind::Map(&kind) => format!("{{{}}}", write(kind)),
        Kind::Object(of) => of.name.to_owned(),
    }
}

/// A schema in the same words.
fn read(schema: &Value, all: &Map<String, Value>) -> String {
    let reference = schema.get("$ref").or_else(|| schema.pointer("/allOf/0/$ref"));
    if let Some(reference) = reference.and_then(Value::as_str) {
        let name = reference.rsplit('/').next().unwrap();
        let short = name.rsplit('.').next().unwrap();
        let is_any = all[name].get("properties").is_none()
            && !["IntOrString", "Quantity", "Time"].contains(&short);
        return if is_any { "any" } else { short }.to_owned();
    }
    match schema["type"].as_str().unwrap() {
        "array" => format!("[{}]", read(&schema["items"], all)),
        "object" => format!("{{{}}}", read(&schema["additionalProperties"], all)),
        "integer" => format!("integer {}", schema["format"].as_str().unwrap()),
        other => other.to_owned(),
    }
}

#[test]
fn the_table_has_the_types_of_kubernetes_1_37() {
    let published = published();
    let mut known = BTreeSet::new();
    for (name, schema) in &published {
        let Some(properties) = schema.get("properties").and_then(Value::as_object) else {
            continue;
        };
        let short = name.rsplit('.').next().unwrap();
        for (field, schema) in properties {
            known.insert(format!("{short} {field}: {}", read(schema, &published)));
        }
    }
    let mut table = BTreeSet::new();
    for of in ours().values() {
        for field in of.fields.iter().filter(|field| field.until > 37) {
            table.insert(format!("{} {}: {}", of.name, field.name, write(field.kind)));
        }
    }
    assert_eq!(known.difference(&table).collect::<Vec<_>>(), Vec::<&String>::new(), "not in ours");
    assert_eq!(table.difference(&known).collect::<Vec<_>>(), Vec::<&String>::new(), "only in ours");
}

#[test]
fn fields_are_sorted_by_name() {
    for of in ours().values() {
        assert!(of.fields.is_sorted_by_key(|field| field.name), "{}", of.name);
    }
}

#[test]
fn an_ephemeral_container_has_the_fields_of_a_container_at_the_same_positions() {
    let names = |of: &Type| of.fields.iter().map(|field| field.name).collect::<Vec<_>>();
    assert_eq!(names(EphemeralContainer::TYPE), names(Container::TYPE));
}

/// The fields that not all versions know, from the `OpenAPI` documents of each version: the first
/// version, and the first one that does not have it any more.
#[test]
fn fields_are_known_from_and_up_to_the_recorded_versions() {
    let mut found: Vec<String> = ours()
        .values()
        .flat_map(|of| of.fields.iter().map(move |field| (of, field)))
        .filter(|(_, field)| field.since > 30 || (1..100).contains(&field.until))
        .map(|(of, field)| format!("{}.{} {} {}", of.name, field.name, field.since, field.until))
        .map(|line| line.replace(&u32::MAX.to_string(), "-"))
        .collect();
    found.sort();
    let recorded: Vec<&str> = include_str!("versions.txt").lines().collect();
    assert_eq!(found, recorded);
}
