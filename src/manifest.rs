//! The Job, and the record that it is returned in, written down top to bottom.

use crate::claude_args::{self, Switch};
use crate::input::Input;
use crate::prompt::Metrics;
use crate::tree::{Tree, tree};

/// What was read and decided, as far as it shows.
pub struct Manifest<'a, V> {
    /// What was read.
    pub input: &'a Input<V>,
    /// The Job's name.
    pub job_name: V,
    /// The prompt.
    pub prompt: V,
    /// The name of the Secret that the prompt travels in, if it does.
    pub prompt_secret: Option<V>,
    /// The lengths of the prompt and its sections.
    pub metrics: Metrics<V>,
    /// The options of the command line.
    pub switches: &'a [Switch<V>],
    /// The main container's shell command.
    pub command: V,
    /// How the environment is put together.
    pub env_plan: V,
    /// The values of the known environment variables but `HOME`, `undefined` where one is left out.
    pub known_env: &'a [V],
    /// The node selector, as the flat array of its pairs.
    pub node_selector: Option<V>,
    /// Further labels, as the flat array of their pairs.
    pub labels: Option<V>,
}

impl<V: Copy> Manifest<'_, V> {
    /// Describes what `buildJobManifest` returns.
    pub fn describe<T: Tree<V>>(&self, t: &mut T) {
        tree!(t, {
            "job": do { self.job(t) },
            "jobName": (self.job_name),
            "namespace": (self.input.namespace),
            "prompt": (self.prompt),
            "claudeArgs": do { self.claude_args(t) },
            "promptMetrics": {
                "promptChars": (self.metrics.prompt),
                "bootstrapPromptChars": (self.metrics.bootstrap),
                "wakePromptChars": (self.metrics.wake),
                "sessionHandoffChars": (self.metrics.handoff),
                "heartbeatPromptChars": (self.metrics.heartbeat),
            },
            "promptSecret": do { self.prompt_secret(t) },
        });
    }

    fn job<T: Tree<V>>(&self, t: &mut T) {
        let input = self.input;
        tree!(t, {
            "apiVersion": "batch/v1",
            "kind": "Job",
            "metadata": {
                "name": (self.job_name),
                "namespace": (input.namespace),
                "labels": &labels {
                    "app.kubernetes.io/managed-by": "paperclip",
                    "app.kubernetes.io/component": "agent-job",
                    "paperclip.io/agent-id": (input.agent_id.value),
                    "paperclip.io/run-id": (input.run_id.value),
                    "paperclip.io/company-id": (input.company_id.value),
                    "paperclip.io/adapter-type": "claude_k8s",
                    some labels = (self.labels) ..(labels),
                },
                "annotations": {
                    "paperclip.io/adapter-type": "claude_k8s",
                    "paperclip.io/agent-name": (input.agent_name.value),
                },
            },
            "spec": {
                "backoffLimit": 0,
                some timeout = (input.timeout) "activeDeadlineSeconds": (timeout),
                "ttlSecondsAfterFinished": (input.ttl),
                "template": {
                    "metadata": { "labels": *labels, },
                    "spec": do { self.pod(t) },
                },
            },
        });
    }

    fn pod<T: Tree<V>>(&self, t: &mut T) {
        let input = self.input;
        tree!(t, {
            "restartPolicy": "Never",
            "serviceAccountName": (input.service_account_name),
            "securityContext": {
                "runAsNonRoot": true,
                "runAsUser": 1000,
                "runAsGroup": 1000,
                "fsGroup": 1000,
                "fsGroupChangePolicy": "OnRootMismatch",
            },
            some secrets = (input.image_pull_secrets) "imagePullSecrets": (secrets),
            some dns_config = (input.dns_config) "dnsConfig": (dns_config),
            some pairs = (self.node_selector) "nodeSelector": { ..(pairs), },
            some tolerations = (input.tolerations) "tolerations": (tolerations),
            "initContainers": [do { self.prompt_writer(t) },],
            "containers": [do { self.claude(t) },],
            "volumes": [
                { "name": "prompt", "emptyDir": {}, },
                some claim = (input.claim_name) {
                    "name": "data",
                    "persistentVolumeClaim": { "claimName": (claim), },
                },
                for [4] (input.secret_volumes) {
                    "name": #0,
                    "secret": { "secretName": #1, "defaultMode": #2, "optional": true, },
                },
                some secret = (self.prompt_secret) {
                    "name": "prompt-secret",
                    "secret": { "secretName": (secret), "optional": false, },
                },
            ],
        });
    }

    /// The init container, which writes the prompt to where the main container reads it.
    fn prompt_writer<T: Tree<V>>(&self, t: &mut T) {
        let (inline, staged) = (self.prompt_secret.is_none(), self.prompt_secret.is_some());
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
            if (inline) "env": [{ "name": "PROMPT_CONTENT", "value": (self.prompt), },],
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
    fn claude<T: Tree<V>>(&self, t: &mut T) {
        let input = self.input;
        tree!(t, {
            "name": "claude",
            "image": (input.image),
            "imagePullPolicy": (input.image_pull_policy),
            "workingDir": (input.working_dir),
            "command": ["sh", "-c", (self.command),],
            "env": do { self.env(t) },
            some sources = (input.env_from) "envFrom": (sources),
            "volumeMounts": [
                { "name": "prompt", "mountPath": "/tmp/prompt", },
                if (input.claim_name.is_some()) { "name": "data", "mountPath": "/paperclip", },
                for [4] (input.secret_volumes) {
                    "name": #0,
                    "mountPath": #3,
                    "readOnly": true,
                },
            ],
            "securityContext": *security_context,
            "resources": {
                "requests": {
                    "cpu": (input.requests_cpu),
                    "memory": (input.requests_memory),
                },
                "limits": {
                    "cpu": (input.limits_cpu),
                    "memory": (input.limits_memory),
                },
            },
        });
    }

    fn env<T: Tree<V>>(&self, t: &mut T) {
        let input = self.input;
        t.call("env", |t| {
            t.item(|t| t.leaf(self.env_plan));
            t.item(|t| t.leaf(input.env_names.array));
            t.item(|t| t.leaf(input.env_values));
            t.item(|t| t.leaf(input.value_from));
            for &value in self.known_env {
                t.item(|t| t.leaf(value));
            }
            t.item(|t| t.constant("/paperclip"));
        });
    }

    fn claude_args<T: Tree<V>>(&self, t: &mut T) {
        t.array(|t| {
            for argument in claude_args::FIXED {
                t.item(|t| t.constant(argument));
            }
            for switch in self.switches {
                if t.when(switch.given) {
                    t.item(|t| t.constant(switch.name));
                    if let Some(value) = &switch.value {
                        t.item(|t| t.leaf(value.value));
                    }
                }
            }
            t.each(self.input.extra_args.array, 1, |t| t.column(0));
        });
    }

    /// The Secret for a prompt that an environment variable cannot hold.
    fn prompt_secret<T: Tree<V>>(&self, t: &mut T) {
        match t.when_some(self.prompt_secret) {
            Some(name) => tree!(t, {
                "name": (name),
                "namespace": (self.input.namespace),
                "data": { "prompt.txt": (self.prompt), },
            }),
            None => tree!(t, null),
        }
    }
}
