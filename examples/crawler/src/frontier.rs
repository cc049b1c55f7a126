//! Which addresses a crawl goes to: each once, on the site, as deep and as many as it may. Fetches nothing.

use crate::refusal::Refusal;
use crate::robots::Robots;
use std::collections::{BTreeMap, HashMap};
use url::Url;

/// Addresses of more characters are made by a page that appends to its own: those of articles have under 200.
const ADDRESS_CHARS: usize = 2_000;
/// Browsers give up after 20; sites need three: to https, to www, to the new address.
const REDIRECTS: usize = 10;
/// Pages of one article. Above that it is a list that calls itself one.
const PARTS: usize = 50;
/// Refused addresses that are told one by one, and so kept.
const LISTED: usize = 10_000;

/// How far a crawl goes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limits {
    /// Pages in all.
    pub(crate) pages: usize,
    /// Links from the start.
    pub(crate) depth: usize,
    /// Pages of one folder; addresses that differ in their query alone are one folder too.
    pub(crate) folder: usize,
}

/// How an address was come by.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Way {
    /// Links from the start. Redirects and further pages of an article are none.
    depth: usize,
    redirects: usize,
    /// Pages of its article before it.
    parts: usize,
}

impl Way {
    pub(crate) fn by_link(self) -> Self {
        Self { depth: self.depth + 1, ..Self::default() }
    }

    pub(crate) fn by_redirect(self) -> Self {
        Self { redirects: self.redirects + 1, ..self }
    }

    pub(crate) fn to_next_page(self) -> Self {
        Self { redirects: 0, parts: self.parts + 1, ..self }
    }
}

pub(crate) struct Frontier {
    site: Url,
    robots: Robots,
    limits: Limits,
    admitted: HashMap<Url, Way>,
    folders: HashMap<String, usize>,
    refused: BTreeMap<Url, Refusal>,
    /// Refusals that were not kept.
    pub(crate) unlisted: usize,
    /// Links to other sites.
    pub(crate) elsewhere: usize,
}

impl Frontier {
    pub(crate) fn new(site: Url, robots: Robots, limits: Limits) -> Self {
        Self {
            site,
            robots,
            limits,
            admitted: HashMap::new(),
            folders: HashMap::new(),
            refused: BTreeMap::new(),
            unlisted: 0,
            elsewhere: 0,
        }
    }

    /// Where a fetched address was come by.
    pub(crate) fn way(&self, address: &Url) -> Way {
        self.admitted.get(address).copied().unwrap_or_default()
    }

    /// The address, without its fragment, if it is to be fetched now: it is allowed, and was not admitted before.
    /// What is refused is noted.
    ///
    /// # Errors
    /// Why it is not to be fetched at all, in words.
    pub(crate) fn admit(&mut self, mut address: Url, way: Way) -> Result<Option<Url>, String> {
        address.set_fragment(None);
        if self.admitted.contains_key(&address) {
            return Ok(None);
        }
        if let Err(refusal) = self.allow(&address, way) {
            let why = refusal.to_string();
            match refusal {
                Refusal::Elsewhere => self.elsewhere += 1,
                refusal => self.refuse(address, refusal),
            }
            return Err(why);
        }
        *self.folders.entry(folder(&address)).or_default() += 1;
        self.refused.remove(&address);
        self.admitted.insert(address.clone(), way);
        Ok(Some(address))
    }

    fn allow(&self, address: &Url, way: Way) -> Result<(), Refusal> {
        let Limits { pages, depth, folder: in_folder } = self.limits;
        if !is_of(address, &self.site) {
            return Err(Refusal::Elsewhere);
        }
        let chars = address.as_str().len();
        if chars > ADDRESS_CHARS {
            return Err(Refusal::Address { chars, limit: ADDRESS_CHARS });
        }
        if way.redirects > REDIRECTS {
            return Err(Refusal::Redirects { limit: REDIRECTS });
        }
        if way.parts >= PARTS {
            return Err(Refusal::Parts { limit: PARTS });
        }
        if way.depth > depth {
            return Err(Refusal::Depth { depth: way.depth, limit: depth });
        }
        if self.folders.get(&folder(address)).is_some_and(|&pages| pages >= in_folder) {
            return Err(Refusal::Folder { limit: in_folder });
        }
        if self.admitted.len() >= pages {
            return Err(Refusal::Pages { limit: pages });
        }
        // What takes longest is asked last.
        self.robots.allow(address)
    }

    /// Notes why an address gave nothing.
    pub(crate) fn refuse(&mut self, address: Url, refusal: Refusal) {
        if self.refused.len() < LISTED || self.refused.contains_key(&address) {
            self.refused.insert(address, refusal);
        } else {
            self.unlisted += 1;
        }
    }

    /// What was refused, by address.
    pub(crate) fn refused(&self) -> impl Iterator<Item = (&Url, &Refusal)> {
        self.refused.iter()
    }
}

/// True of pages on the host, by `http` or `https`; a port must be the same.
fn is_of(address: &Url, site: &Url) -> bool {
    matches!(address.scheme(), "http" | "https")
        && address.host_str() == site.host_str()
        && address.port() == site.port()
}

/// What an address counts as one of: those that differ in the query, else those of the same folder.
fn folder(address: &Url) -> String {
    let path = address.path();
    match address.query() {
        Some(_) => format!("{path}?"),
        None => path.rsplit_once('/').map_or(path, |(folder, _)| folder).to_owned(),
    }
}
