//! Metadata and label selectors: `k8s.io/apimachinery/pkg/apis/meta/v1`.

types! {
    LabelSelector {
        "matchExpressions" match_expressions: [LabelSelectorRequirement],
        "matchLabels" match_labels: {Text},
    }
    LabelSelectorRequirement {
        "key" key: Text,
        "operator" operator: Text,
        "values" values: [Text],
    }
    ManagedFieldsEntry {
        "apiVersion" api_version: Text,
        "fieldsType" fields_type: Text,
        "fieldsV1" fields_v1: Any,
        "manager" manager: Text,
        "operation" operation: Text,
        "subresource" subresource: Text,
        "time" time: Time,
    }
    ObjectMeta {
        "annotations" annotations: {Text},
        "creationTimestamp" creation_timestamp: Time,
        "deletionGracePeriodSeconds" deletion_grace_period_seconds: Int64,
        "deletionTimestamp" deletion_timestamp: Time,
        "finalizers" finalizers: [Text],
        "generateName" generate_name: Text,
        "generation" generation: Int64,
        "labels" labels: {Text},
        "managedFields" managed_fields: [ManagedFieldsEntry],
        "name" name: Text,
        "namespace" namespace: OptionalText,
        "ownerReferences" owner_references: [OwnerReference],
        "resourceVersion" resource_version: Text,
        "selfLink" self_link: Text,
        "uid" uid: Uid,
    }
    OwnerReference {
        "apiVersion" api_version: Text,
        "blockOwnerDeletion" block_owner_deletion: Bool,
        "controller" controller: Bool,
        "kind" kind: Text,
        "name" name: Text,
        "uid" uid: Uid,
    }
}
