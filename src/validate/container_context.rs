//! What the containers of a Pod share: the Pod's parts that they are checked against, the way through
//! their lists, and their names.

use std::collections::BTreeSet;

use super::finding::{Findings, Subject};
use super::options::Options;
use super::path::Path;
use super::quote::Quoted;
use super::rules::Rule;
use super::schema::{Container, PodResourceClaim, PodSpec};
use super::volumes::Volumes;

/// What the containers of a Pod are checked against.
pub struct Context<'a> {
    /// The Pod.
    pub pod: PodSpec<'a>,
    /// Its volumes.
    pub volumes: &'a Volumes<'a>,
    /// How the manifest is looked at.
    pub options: &'a Options,
    /// Whether the containers are ephemeral.
    pub is_ephemeral: bool,
}

impl<'a> Context<'a> {
    /// Whose defaults the containers have: `SetDefaults_Pod` leaves out ephemeral ones, as those of
    /// a Job's template.
    pub const fn defaults_of(&self, subject: Subject) -> Subject {
        if self.is_ephemeral { Subject::Job } else { subject }
    }

    /// The names of the Pod's resource claims: `gatherPodResourceClaimNames`.
    pub fn claims(&self) -> BTreeSet<&'a str> {
        let names = self.pod.resource_claims().iter().map(PodResourceClaim::name);
        names.filter(|name| !name.is_empty()).collect()
    }
}

/// Each container of a Pod with its path, in the order of `VisitContainersWithPath`.
pub fn visit<'a>(pod: PodSpec<'a>, path: &Path, mut each: impl FnMut(Container<'a>, &Path)) {
    let lists = [("initContainers", pod.init_containers()), ("containers", pod.containers())];
    for (list, containers) in lists {
        let list = path.field(list);
        for (index, container) in containers.iter().enumerate() {
            each(container, &list.index(index));
        }
    }
    let list = path.field("ephemeralContainers");
    for (index, container) in pod.ephemeral_containers().iter().enumerate() {
        each(container.as_container(), &list.index(index));
    }
}

/// A name that another container of the Pod has.
pub fn duplicate_name(name: &str, container: &Path, findings: &mut Findings) {
    findings.duplicate(Rule::CONTAINER_NAME, &container.field("name"), Quoted(name));
}
