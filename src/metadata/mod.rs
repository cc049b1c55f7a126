//! From head and blocks to title, times, people and source.
//!
//! What a page declares in its head are candidates, not truths: portals put their own name in
//! `author`. What the page shows near the title wins.

pub(crate) mod title;
mod evidence;
mod declared;
mod signers;
mod zones;
mod fields;
pub(crate) mod parts;
mod shown_times;
mod dated;
mod date;
pub(crate) mod source;
mod people;
mod json_ld;
pub(crate) mod addresses;
pub(crate) mod head;
mod notes;
pub(crate) mod state;
pub(crate) mod choices;
pub(crate) mod credit;

use crate::article::{Byline, BylineRole, Declaration};
use crate::body::trim::Fate;
use crate::lexicon::people::is_chinese_name;
use crate::page::Page;
use crate::page_time::PageTime;
use crate::provenance::Place;
use jiff::civil::DateTime;
use parts::Parts;
use people::Named;
use std::ops::Range;
use title::Headline;
use zones::Zones;

/// What a page tells of its article besides the text.
#[derive(Debug, Clone, Default)]
pub(crate) struct Metadata {
    pub(crate) published: Option<PageTime>,
    pub(crate) modified: Option<PageTime>,
    pub(crate) source: Option<String>,
    pub(crate) bylines: Vec<Byline>,
    pub(crate) site_name: Option<String>,
    pub(crate) url: Option<String>,
    pub(crate) description: Option<String>,
    pub(crate) keywords: Vec<String>,
    pub(crate) next_page: Option<String>,
    pub(crate) original_title: Option<String>,
    pub(crate) declaration: Option<Declaration>,
    pub(crate) lead_image: Option<String>,
}

/// Reads the metadata of a page whose headline and body are known. `reference` is when the page was
/// fetched, where the caller knows; `own` the blocks of the page's own article.
pub(crate) fn read(
    parts: &Parts,
    headline: &Headline,
    fates: &[Fate],
    own: &Range<usize>,
    reference: Option<DateTime>,
) -> Metadata {
    let page = parts.page;
    let zones = zones::zones(parts, headline, fates, own);
    let site_name = head::site_name(&page.head);
    let people = people_named(page, &zones, fates);
    let names: Vec<String> = people.iter().map(|named| named.byline.name.clone()).collect();
    let source = source::sources(&zones, &names).next().map(|(source, _)| source);
    let mut bylines: Vec<Byline> = people.into_iter().map(|named| named.byline).collect();
    bylines.retain(|byline| !is_site(&byline.name, site_name.as_deref(), source.as_deref()));
    let times = date::times(page, &zones, reference);
    let end = body_end(page, fates);
    Metadata {
        published: times.published(),
        modified: times.modified(),
        source,
        bylines,
        site_name,
        url: head::url(&page.head),
        description: head::description(&page.head),
        keywords: head::keywords(&page.head),
        next_page: head::next_page(page, end),
        original_title: notes::original_title(&zones),
        declaration: notes::declaration(&zones),
        lead_image: head::lead_image(&page.head),
    }
}

fn body_end(page: &Page, fates: &[Fate]) -> usize {
    fates.iter().rposition(|fate| *fate == Fate::Kept).map_or(page.blocks.len(), |at| at + 1)
}

/// The people that a page names, the site itself among them where it poses as one.
fn people_named(page: &Page, zones: &Zones, fates: &[Fate]) -> Vec<Named> {
    let declared = head::authors(&page.head);
    let declared: Vec<String> =
        declared.into_iter().filter(|name| !head::is_site(&page.head, name)).collect();
    let people = people::people(zones, &declared);
    if people.is_empty() && !fates.contains(&Fate::Kept) { unshown(&declared) } else { people }
}

/// People of a head whose page shows no text that could name them: its article stands in data.
fn unshown(declared: &[String]) -> Vec<Named> {
    let people = declared.iter().filter(|name| is_chinese_name(name));
    let author = |name: &String| Byline { name: name.clone(), role: BylineRole::Author };
    people.map(|name| Named { byline: author(name), place: Place::Head, form: "" }).collect()
}

/// The site's name is nobody's.
fn is_site(name: &str, site: Option<&str>, source: Option<&str>) -> bool {
    site == Some(name) || source == Some(name)
}
