//! The Job, and the record that it is returned in, written down top to bottom.

use crate::bridge::engine::Made;
use crate::bridge::reader::NUMBERS;
use crate::command::{self, Command, Switch};
use crate::input::{Input, SLOT};
use crate::prompt::Metrics;
use crate::tree::{Tree, tree};

/// What was read and decided, as far as it shows.
pub struct Manifest<'a, V> {
    /// What was read.
    pub input: &'a Input<V>,
    /// The Job's name.
    pub job_name: Made,
    /// The prompt.
    pub prompt: Made,
    /// Whether the prompt travels in a Secret.
    pub is_staged: bool,
    /// The Secret's name.
    pub secret_name: Made,
    /// The lengths of the prompt and its sections.
    pub metrics: Metrics,
    /// The options of the command line.
    pub switches: &'a [Switch],
    /// The main container's shell command.
    pub command: Command,
    /// Whether there is a node selector.
    pub selects_nodes: bool,
    /// Whether there are further labels.
    pub has_labels: bool,
}

impl<V> Manifest<'_, V> {
    /// Describes what `buildJobManifest` returns.
    pub fn describe<T: Tree>(&self, t: &mut T) {
        tree!(t, {
            "job": do { self.job(t) },
            "jobName": =(self.job_name),
            "namespace": (SLOT.namespace),
            "prompt": =(self.prompt),
            "claudeArgs": do { self.claude_args(t) },
            "promptMetrics": {
                "promptChars": %(NUMBERS + Metrics::PLACES.prompt),
                "bootstrapPromptChars": %(NUMBERS + Metrics::PLACES.bootstrap),
                "wakePromptChars": %(NUMBERS + Metrics::PLACES.wake),
                "sessionHandoffChars": %(NUMBERS + Metrics::PLACES.handoff),
                "heartbeatPromptChars": %(NUMBERS + Metrics::PLACES.heartbeat),
            },
            "promptSecret": do { self.prompt_secret(t) },
        });
    }

    fn job<T: Tree>(&self, t: &mut T) {
        let input = self.input;
        tree!(t, {
            "apiVersion": "batch/v1",
            "kind": "Job",
            "metadata": {
                "name": =(self.job_name),
                "namespace": (SLOT.namespace),
                "labels": &labels {
                    "app.kubernetes.io/managed-by": "paperclip",
                    "app.kubernetes.io/component": "agent-job",
                    "paperclip.io/agent-id": (SLOT.agent_id),
                    "paperclip.io/run-id": (SLOT.run_id),
                    "paperclip.io/company-id": (SLOT.company_id),
                    "paperclip.io/adapter-type": "claude_k8s",
                    if (self.has_labels) ..(SLOT.labels),
                },
                "annotations": {
                    "paperclip.io/adapter-type": "claude_k8s",
                    "paperclip.io/agent-name": (SLOT.agent_name),
                },
            },
            "spec": {
                "backoffLimit": 0,
                if (input.timeout) "activeDeadlineSeconds": (SLOT.timeout),
                "ttlSecondsAfterFinished": (SLOT.ttl),
                "template": {
                    "metadata": { "labels": *labels, },
                    "spec": do { self.pod(t) },
                },
            },
        });
    }

    fn pod<T: Tree>(&self, t: &mut T) {
        let input = self.input;
        tree!(t, {
            "restartPolicy": "Never",
            "serviceAccountName": (SLOT.service_account_name),
            "securityContext": {
                "runAsNonRoot": true,
                "runAsUser": 1000,
                "runAsGroup": 1000,
                "fsGroup": 1000,
                "fsGroupChangePolicy": "OnRootMismatch",
            },
            if (input.image_pull_secrets) "imagePullSecrets": (SLOT.image_pull_secrets),
            if (input.dns_config) "dnsConfig": (SLOT.dns_config),
            if (self.selects_nodes) "nodeSelector": { ..(SLOT.node_selector), },
            if (input.tolerations) "tolerations": (SLOT.tolerations),
            "initContainers": [do { self.prompt_writer(t) },],
            "containers": [do { self.claude(t) },],
            "volumes": [
                { "name": "prompt", "emptyDir": {}, },
                if (input.claim_name) {
                    "name": "data",
                    "persistentVolumeClaim": { "claimName": (SLOT.claim_name), },
                },
                for [4] (SLOT.secret_volumes) {
                    "name": #0,
                    "secret": { "secretName": #1, "defaultMode": #2, "optional": true, },
                },
                if (self.is_staged) {
                    "name": "prompt-secret",
                    "secret": {
                        "secretName": =(self.secret_name),
                        "optional": false,
                    },
                },
            ],
        });
    }

    /// The init container, which writes the prompt to where the main container reads it.
    fn prompt_writer<T: Tree>(&self, t: &mut T) {
        let (inline, staged) = (!self.is_staged, self.is_staged);
        tree!(t, {
            "name": "write-prompt",
            "image": "busybox:1.36",
            "imagePullPolicy": "IfNotPresent",
            "command": [
                "sh",
                "-c",
                if (inline) "printf '%s' \"$PROMPT_CONTENT\" > /tmp/prompt/prompt.txt",
                if (staged) "cp /tmp/prompt-secret/prompt.txt /tmp/prompt/prompt.txt",
            ],
            if (inline) "env": [{ "name": "PROMPT_CONTENT", "value": =(self.prompt), },],
            "volumeMounts": [
                { "name": "prompt", "mountPath": "/tmp/prompt", },
                if (staged) {
                    "name": "prompt-secret",
                    "mountPath": "/tmp/prompt-secret",
                    "readOnly": true,
                },
            ],
            "securityContext": &security_context {
                "capabilities": { "drop": ["ALL",], },
                "readOnlyRootFilesystem": false,
                "runAsNonRoot": true,
                "runAsUser": 1000,
                "allowPrivilegeEscalation": false,
            },
            "resources": {
                "requests": { "cpu": "10m", "memory": "16Mi", },
                "limits": { "cpu": "100m", "memory": "64Mi", },
            },
        });
    }

    /// The main container.
    fn claude<T: Tree>(&self, t: &mut T) {
        let input = self.input;
        tree!(t, {
            "name": "claude",
            "image": (SLOT.image),
            "imagePullPolicy": (SLOT.image_pull_policy),
            "workingDir": (SLOT.working_dir),
            "command": ["sh", "-c", do { self.command(t) },],
            "env": do { t.list("env") },
            if (input.env_from) "envFrom": (SLOT.env_from),
            "volumeMounts": [
                { "name": "prompt", "mountPath": "/tmp/prompt", },
                if (input.claim_name) { "name": "data", "mountPath": "/paperclip", },
                for [4] (SLOT.secret_volumes) {
                    "name": #0,
                    "mountPath": #3,
                    "readOnly": true,
                },
            ],
            "securityContext": *security_context,
            "resources": {
                "requests": {
                    "cpu": (SLOT.requests_cpu),
                    "memory": (SLOT.requests_memory),
                },
                "limits": {
                    "cpu": (SLOT.limits_cpu),
                    "memory": (SLOT.limits_memory),
                },
            },
        });
    }

    /// Text that many commands share is part of the shape.
    fn command<T: Tree>(&self, t: &mut T) {
        let start = if t.when(self.command.skips_permissions_first) {
            command::SKIPPING_COMMAND
        } else {
            command::COMMAND
        };
        t.when(self.command.rest.is_some());
        match self.command.rest {
            Some(rest) => t.joined(start, rest),
            None => t.constant(start),
        }
    }

    fn claude_args<T: Tree>(&self, t: &mut T) {
        t.array(|t| {
            for argument in command::FIXED {
                t.item(|t| t.constant(argument));
            }
            for switch in self.switches {
                if t.when(switch.given) {
                    t.item(|t| t.constant(switch.name));
                    if let Some(value) = switch.value {
                        t.item(|t| t.slot(value));
                    }
                }
            }
            t.each(SLOT.extra_args, 1, |t| t.column(0));
        });
    }

    /// The Secret for a prompt that an environment variable cannot hold.
    fn prompt_secret<T: Tree>(&self, t: &mut T) {
        if t.when(self.is_staged) {
            tree!(t, {
                "name": =(self.secret_name),
                "namespace": (SLOT.namespace),
                "data": { "prompt.txt": =(self.prompt), },
            });
        } else {
            tree!(t, null);
        }
    }
}

#[cfg(test)]
mod tests;
