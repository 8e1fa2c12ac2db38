//! What the containers of a Pod need together: `AggregateContainerRequests` and
//! `AggregateContainerLimits` of `component-helpers`.

use std::collections::BTreeMap;

use crate::validate::quantity::Quantity;
use crate::validate::resources::Amounts;
use crate::validate::schema::{Container, PodSpec, ResourceRequirements};

/// Amounts of resources, by name.
pub type Totals<'a> = BTreeMap<&'a str, Quantity>;

/// What is requested. As defaults, containers request up to their limits.
pub fn requests(pod: PodSpec<'_>, with_defaults: bool) -> Totals<'_> {
    total(pod, |resources| {
        let mut amounts = Totals::new();
        if with_defaults {
            add(&mut amounts, &in_millis(resources.limits()));
        }
        amounts.extend(in_millis(resources.requests()));
        amounts
    })
}

/// The limits.
pub fn limits(pod: PodSpec<'_>) -> Totals<'_> {
    total(pod, |resources| in_millis(resources.limits()))
}

/// The amounts as the server keeps them.
fn in_millis(amounts: Amounts<'_>) -> Totals<'_> {
    amounts.iter().filter_map(|(name, amount)| Some((name, amount?.in_millis()))).collect()
}

/// The greater of what the containers need after the start, and of what each init container needs
/// while it runs. Both include the sidecars that run by then.
fn total<'a>(
    pod: PodSpec<'a>,
    amounts: impl Fn(ResourceRequirements<'a>) -> Totals<'a>,
) -> Totals<'a> {
    let of = |container: Container<'a>| amounts(container.resources().unwrap_or_default());
    let mut sum = Totals::new();
    for container in pod.containers().iter() {
        add(&mut sum, &of(container));
    }
    let mut sidecars = Totals::new();
    let mut greatest = Totals::new();
    for container in pod.init_containers().iter() {
        let mut needed = of(container);
        if container.restart_policy() == Some("Always") {
            add(&mut sum, &needed);
            add(&mut sidecars, &needed);
            raise(&mut greatest, &sidecars);
        } else {
            add(&mut needed, &sidecars);
            raise(&mut greatest, &needed);
        }
    }
    raise(&mut sum, &greatest);
    sum
}

/// `addResourceList`. Of a sum that is too large for any node, the greater part is enough.
fn add<'a>(totals: &mut Totals<'a>, amounts: &Totals<'a>) {
    for (name, amount) in amounts {
        match totals.get_mut(name) {
            Some(total) => {
                *total = total.plus(amount).unwrap_or_else(|| total.clone().max(amount.clone()));
            }
            None => _ = totals.insert(name, amount.clone()),
        }
    }
}

/// `maxResourceList`.
fn raise<'a>(totals: &mut Totals<'a>, amounts: &Totals<'a>) {
    for (name, amount) in amounts {
        if totals.get(name).is_none_or(|total| amount > total) {
            totals.insert(name, amount.clone());
        }
    }
}
