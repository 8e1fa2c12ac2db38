//! Kubernetes' rules for a Job, without a cluster.
mod decode;
mod failure;
mod finding;
mod names;
mod path;
mod quote;
mod rules;
mod steps;
#[cfg(test)]
mod tests {
    use super::*;
    #[test]
    fn probe() {
        let text = std::fs::read_to_string("/tmp/job.json").unwrap();
        let mut f = finding::Findings::default();
        let t = std::time::Instant::now();
        for _ in 0..10000 { decode::decode(&text, &mut f); }
        println!("{:?} {}", t.elapsed() / 10000, text.len());
        let mut f = finding::Findings::default();
        let bad = r#"{"apiVersion":"batch/v2","metadata":{"labels":{"a":5,"b":null}},"spec":{"ttlSecondsAfterFinished":2147483648,"activeDeadlineSeconds":1.5,"template":{"metadata":{"labels":{"x":1}},"spec":{"containers":[{"name":null,"resources":{"limits":{"cpu":1,"memory":null,"x":[]}}}],"tolerations":["a",null,{"tolerationSeconds":"30","operater":1}]}}}}"#;
        decode::decode(bad, &mut f);
        println!("{}", serde_json::to_string_pretty(&f.0).unwrap());
    }
}
