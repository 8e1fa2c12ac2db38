//! The Job, and the record that it is returned in, written down top to bottom.

use crate::bridge::leaf::Number;
use crate::command;
use crate::env::ENVIRONMENT;
use crate::input::{Input, SLOT};
use crate::prompt::{self, Prompt};
use crate::tree::{Tree, tree};

/// What was read and decided, as far as it shows.
pub struct Manifest<'a> {
    /// What was read.
    pub input: &'a Input,
    /// The prompt's sections and how it travels.
    pub prompt: Prompt,
}

impl Manifest<'_> {
    /// Describes what `buildJobManifest` returns.
    pub fn describe<T: Tree>(&self, t: &mut T) {
        t.define("prompt", |t| self.prompt(t));
        tree!(t, {
            "job": do { self.job(t) },
            "jobName": do { t.job_name() },
            "namespace": (SLOT.namespace),
            "prompt": *prompt,
            "claudeArgs": do { self.arguments(t) },
            "promptMetrics": {
                "promptChars": %(Number::Prompt),
                "bootstrapPromptChars": %(Number::Bootstrap),
                "wakePromptChars": %(Number::Wake),
                "sessionHandoffChars": %(Number::Handoff),
                "heartbeatPromptChars": %(Number::Heartbeat),
            },
            "promptSecret": do { self.prompt_secret(t) },
        });
    }

    /// The Job.
    fn job<T: Tree>(&self, t: &mut T) {
        let input = self.input;
        tree!(t, {
            "apiVersion": "batch/v1",
            "kind": "Job",
            "metadata": {
                "name": do { t.job_name() },
                "namespace": (SLOT.namespace),
                "labels": &labels {
                    "app.kubernetes.io/managed-by": "paperclip",
                    "app.kubernetes.io/component": "agent-job",
                    "paperclip.io/agent-id": (SLOT.agent_id),
                    "paperclip.io/run-id": (SLOT.run_id),
                    "paperclip.io/company-id": (SLOT.company_id),
                    "paperclip.io/adapter-type": do { t.constant(command::ADAPTER) },
                    if (input.has_labels()) ..(SLOT.labels),
                },
                "annotations": {
                    "paperclip.io/adapter-type": do { t.constant(command::ADAPTER) },
                    "paperclip.io/agent-name": (SLOT.agent_name),
                },
            },
            "spec": {
                "backoffLimit": 0,
                if (input.timeout()) "activeDeadlineSeconds": (SLOT.timeout),
                "ttlSecondsAfterFinished": (SLOT.ttl),
                "template": {
                    "metadata": { "labels": *labels, },
                    "spec": do { self.pod(t) },
                },
            },
        });
    }

    /// The Pod that it runs.
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
            if (input.image_pull_secrets()) "imagePullSecrets": (SLOT.image_pull_secrets),
            if (input.dns_config()) "dnsConfig": (SLOT.dns_config),
            if (input.selects_nodes()) "nodeSelector": (SLOT.node_selector),
            if (input.tolerations()) "tolerations": (SLOT.tolerations),
            "initContainers": [do { self.prompt_writer(t) },],
            "containers": [do { self.agent(t) },],
            "volumes": [
                { "name": "prompt", "emptyDir": {}, },
                if (input.claim_name()) {
                    "name": "data",
                    "persistentVolumeClaim": { "claimName": (SLOT.claim_name), },
                },
                for [4] (SLOT.secret_volumes) {
                    "name": #0,
                    "secret": { "secretName": #1, "defaultMode": #2, "optional": true, },
                },
                if (self.prompt.is_staged) {
                    "name": "prompt-secret",
                    "secret": {
                        "secretName": do { secret_name(t) },
                        "optional": false,
                    },
                },
            ],
        });
    }

    /// The init container, which writes the prompt to where the main container reads it.
    fn prompt_writer<T: Tree>(&self, t: &mut T) {
        let (inline, staged) = (!self.prompt.is_staged, self.prompt.is_staged);
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
            if (inline) "env": [{ "name": "PROMPT_CONTENT", "value": *prompt, },],
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
    fn agent<T: Tree>(&self, t: &mut T) {
        let input = self.input;
        tree!(t, {
            "name": do { t.constant(command::CONTAINER) },
            "image": (SLOT.image),
            "imagePullPolicy": (SLOT.image_pull_policy),
            "workingDir": (SLOT.working_dir),
            "command": ["sh", "-c", do { self.command(t) },],
            "env": (ENVIRONMENT),
            if (input.env_from()) "envFrom": (SLOT.env_from),
            "volumeMounts": [
                { "name": "prompt", "mountPath": "/tmp/prompt", },
                if (input.claim_name()) { "name": "data", "mountPath": "/paperclip", },
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

    /// The line that the shell runs.
    fn command<T: Tree>(&self, t: &mut T) {
        t.concat(|t| {
            t.operand(|t| t.constant(command::LINE));
            for switch in command::switches(self.input) {
                if t.when(switch.given) {
                    t.operand(|t| t.constant(switch.line));
                    if let Some(value) = switch.value {
                        t.operand(|t| t.escaped(value));
                        t.operand(|t| t.constant("'"));
                    }
                }
            }
            if t.when(self.input.has_extra_args()) {
                t.operand(|t| t.quoted_each(SLOT.extra_args));
            }
        });
    }

    /// The arguments of the agent.
    fn arguments<T: Tree>(&self, t: &mut T) {
        t.array(|t| {
            for argument in command::FIXED {
                t.item(|t| t.constant(argument));
            }
            for switch in command::switches(self.input) {
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

    /// The sections that are not blank.
    fn prompt<T: Tree>(&self, t: &mut T) {
        t.concat(|t| {
            let mut is_first = true;
            for section in self.prompt.sections {
                if !t.when(section.is_shown) {
                    continue;
                }
                if !is_first {
                    t.operand(|t| t.constant(prompt::SEPARATOR));
                }
                is_first = false;
                t.operand(|t| t.slot(section.slot));
            }
        });
    }

    /// The Secret for a prompt that an environment variable cannot hold.
    fn prompt_secret<T: Tree>(&self, t: &mut T) {
        if t.when(self.prompt.is_staged) {
            tree!(t, {
                "name": do { secret_name(t) },
                "namespace": (SLOT.namespace),
                "data": { "prompt.txt": *prompt, },
            });
        } else {
            tree!(t, null);
        }
    }
}

/// The name of the Secret that a long prompt travels in.
fn secret_name<T: Tree>(t: &mut T) {
    t.concat(|t| {
        t.operand(|t| t.job_name());
        t.operand(|t| t.constant("-prompt"));
    });
}

#[cfg(test)]
mod tests;
