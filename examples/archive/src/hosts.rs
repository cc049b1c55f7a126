//! A list of hosts in, whether an address is of one of them out.

use std::collections::HashSet;
use std::fs;
use url::{Host, Url};

#[derive(Debug, Clone)]
pub(crate) struct Hosts(HashSet<String>);

/// # Errors
/// A file that cannot be read, or a line that is no host, in words.
pub(crate) fn hosts(path: &str) -> Result<Hosts, String> {
    let text = fs::read_to_string(path).map_err(|error| error.to_string())?;
    let lines = text.trim_start_matches('\u{FEFF}').lines().map(str::trim);
    let named = lines.enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
    let parsed = named.map(|(nth, line)| {
        let host = Host::parse(line).map_err(|error| format!("{path}:{}: {line}: {error}", nth + 1))?;
        Ok(host.to_string())
    });
    parsed.collect::<Result<_, String>>().map(Hosts)
}

impl Hosts {
    /// True for an address whose host is in the list, or is below one that is.
    pub(crate) fn has(&self, address: &str) -> bool {
        let Ok(address) = Url::parse(address) else { return false };
        let Some(host) = address.host_str() else { return false };
        let dots = host.match_indices('.').map(|(at, _)| at + 1);
        std::iter::once(0).chain(dots).any(|at| host.get(at..).is_some_and(|host| self.0.contains(host)))
    }

    /// In order, so that two lists can be compared.
    pub(crate) fn sorted(&self) -> Vec<&str> {
        let mut hosts: Vec<&str> = self.0.iter().map(String::as_str).collect();
        hosts.sort_unstable();
        hosts
    }
}
