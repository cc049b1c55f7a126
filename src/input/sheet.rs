//! The page's own `<style>` in, what its rules say of an element out.
//!
//! Read are rules that name elements by tag, class and id, alone or together, outside conditions: the order of the
//! cascade holds among them. Of other selectors, those that show what one of these hides are noted.

use super::rendering::{Rendering, may_matter};
use super::selector::{has_pseudo_class, names};
use super::view::ElementView;
use crate::lexicon::name_set::NameSet;
use crate::work::{Part, look};
use foldhash::{HashMap, HashSet};
use html5ever::{LocalName, local_name};
use memchr::{memchr2, memchr3, memmem};
use std::borrow::Cow;

/// Rules that are kept, in all and for one name: the longest of 213 saved pages have some hundred.
const MOST_RULES: usize = 2000;
const MOST_OF_A_NAME: usize = 16;
/// The rules of a page so far.
#[derive(Default)]
pub(super) struct Sheet {
    rules: Vec<Rule>,
    /// By one of the names of each, with its mark.
    by_name: HashMap<Box<str>, Vec<usize>>,
    /// Names of which a rule says that their elements do not show as others do: classes and ids without their marks,
    /// and tags.
    names: NameSet,
    tags: NameSet,
    /// Inside a condition that may hold: rules there hide nothing.
    in_condition: bool,
    /// Names of what other selectors, or rules under a condition, show again.
    revealed: HashSet<Box<str>>,
}

struct Rule {
    /// `p`, `.more`, `#rest`: all must be the element's.
    names: Vec<Box<str>>,
    rendering: Rendering,
}

impl Rule {
    /// Ids count for more than classes, and they for more than tags.
    fn weight(&self) -> (usize, usize) {
        let count = |mark: char| self.names.iter().filter(|name| name.starts_with(mark)).count();
        (count('#'), count('.'))
    }
}

impl Sheet {
    /// Adds the rules of a `<style>`.
    pub(super) fn read(&mut self, css: &str) {
        look(Part::Walk, css.len());
        let css = without_comments(css);
        let mut rest = &*css;
        while let Some(at) = memchr3(b'{', b'}', b';', rest.as_bytes()) {
            let (before, after) =
                (rest.get(..at).unwrap_or_default().trim(), rest.get(at + 1..).unwrap_or_default());
            rest = match rest.as_bytes().get(at) {
                Some(b'{') if before.starts_with('@') => match condition(before) {
                    Condition::Never => behind_block(after),
                    condition => {
                        self.in_condition = condition == Condition::Sometimes;
                        after
                    }
                },
                Some(b'{') => self.rule(before, after),
                Some(b'}') => {
                    self.in_condition = false;
                    after
                }
                _ => after,
            };
        }
    }

    /// Adds a rule whose declarations begin `rest`; gives what is behind it.
    fn rule<'a>(&mut self, selectors: &str, rest: &'a str) -> &'a str {
        let end = memchr2(b'{', b'}', rest.as_bytes()).unwrap_or(rest.len());
        if rest.as_bytes().get(end) == Some(&b'{') {
            return behind_block(rest);
        }
        let style = rest.get(..end).unwrap_or_default();
        if may_matter(style.as_bytes()) {
            let rendering = Rendering::read(style);
            if rendering != Rendering::default() {
                selectors.split(',').for_each(|selector| self.add(selector.trim(), rendering));
            }
        }
        rest.get(end + 1..).unwrap_or_default()
    }

    fn add(&mut self, selector: &str, rendering: Rendering) {
        let selector = selector.trim_start_matches("<!--").trim_start();
        if has_pseudo_class(selector) || self.rules.len() >= MOST_RULES {
            return;
        }
        if self.in_condition || selector.contains([' ', '>', '+', '~', '[', '*', '\n', '\t']) {
            if rendering.reveals() {
                let last = selector.rsplit([' ', '>', '+', '~', '\n', '\t']).next().unwrap_or_default();
                self.revealed.extend(names(last).unwrap_or_default());
            }
            return;
        }
        let Some(names) = names(selector) else { return };
        let Some(key) = names.iter().max_by_key(|name| (name.starts_with('#'), name.starts_with('.'))) else {
            return;
        };
        let of_name = self.by_name.entry(key.clone()).or_default();
        if of_name.len() < MOST_OF_A_NAME {
            of_name.push(self.rules.len());
            if rendering.is_unusual() {
                match key.strip_prefix(['.', '#']) {
                    Some(name) => self.names.insert(name.as_bytes()),
                    None => self.tags.insert(key.as_bytes()),
                }
            }
            self.rules.push(Rule { names, rendering });
        }
    }

    /// True where a rule may say of elements of this name that they do not show as others do.
    pub(super) fn may_speak_of_tag(&self, tag: &LocalName) -> bool {
        !self.tags.is_empty() && self.tags.may_have(tag.as_bytes())
    }

    /// As much of a class or id.
    pub(super) fn may_speak_of(&self, name: &[u8]) -> bool {
        self.names.may_have(name)
    }

    /// What the rules say of an element, and whether another selector may show it all the same.
    pub(super) fn rendering<'a>(&self, element: impl ElementView<'a>) -> (Rendering, bool) {
        let class = element.attr(&local_name!("class")).unwrap_or_default();
        let classes = || class.split(|c: char| c.is_ascii_whitespace()).filter(|name| !name.is_empty());
        let id = element.attr(&local_name!("id"));
        let mut name = String::new();
        let mut found: Vec<usize> = Vec::new();
        let mut is_revealed = false;
        let tag = &**element.name();
        look(Part::Walk, class.len());
        for (mark, part) in
            [("", tag)].into_iter().chain(classes().map(|class| (".", class))).chain(id.map(|id| ("#", id)))
        {
            name.clear();
            name.extend([mark, part]);
            found.extend(self.by_name.get(name.as_str()).into_iter().flatten());
            is_revealed |= !self.revealed.is_empty() && self.revealed.contains(name.as_str());
        }
        let has = |name: &str| match name.strip_prefix('.') {
            Some(wanted) => classes().any(|class| class == wanted),
            None => name.strip_prefix('#').map_or(tag == name, |wanted| id == Some(wanted)),
        };
        found.retain(|&at| self.rules[at].names.iter().all(|name| has(name)));
        found.sort_by_key(|&at| (self.rules[at].weight(), at));
        found.dedup();
        let all = found.iter().fold(Rendering::default(), |lower, &at| self.rules[at].rendering.over(lower));
        (all, is_revealed)
    }
}

/// When a group of rules holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Condition {
    /// On any screen.
    Always,
    /// On some.
    Sometimes,
    /// Not while a page is read, or it is no group of rules.
    Never,
}

fn condition(group: &str) -> Condition {
    let group = group.to_ascii_lowercase();
    let words: Vec<&str> = group.split(|c: char| c.is_ascii_whitespace()).collect();
    match words[..] {
        ["@media", "screen" | "all"] | ["@layer", ..] => Condition::Always,
        ["@media", "print", ..] => Condition::Never,
        ["@media" | "@supports" | "@container", ..] => Condition::Sometimes,
        _ if group.starts_with("@media(") => Condition::Sometimes,
        _ => Condition::Never,
    }
}

/// What is behind a block whose `{` was passed.
fn behind_block(css: &str) -> &str {
    let mut open = 1;
    let mut at = 0;
    while let Some(found) = memchr2(b'{', b'}', css.as_bytes().get(at..).unwrap_or_default()) {
        at += found + 1;
        if css.as_bytes().get(at - 1) == Some(&b'{') {
            open += 1;
        } else {
            open -= 1;
        }
        if open == 0 {
            return css.get(at..).unwrap_or_default();
        }
    }
    ""
}

fn without_comments(css: &str) -> Cow<'_, str> {
    if memmem::find(css.as_bytes(), b"/*").is_none() {
        return Cow::Borrowed(css);
    }
    let mut bare = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(at) = memmem::find(rest.as_bytes(), b"/*") {
        bare.push_str(rest.get(..at).unwrap_or_default());
        let comment = rest.get(at + 2..).unwrap_or_default();
        let end = memmem::find(comment.as_bytes(), b"*/");
        rest = end.and_then(|end| comment.get(end + 2..)).unwrap_or_default();
    }
    bare.push_str(rest);
    Cow::Owned(bare)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::Hiding;
    use scraper::Html;

    /// Whether the last element of a page is hidden by a style sheet.
    fn hiding(css: &str, element: &str) -> Option<Hiding> {
        let mut sheet = Sheet::default();
        sheet.read(css);
        let page = Html::parse_fragment(element);
        let element = page.tree.values().filter_map(|node| node.as_element()).last()?;
        let (rendering, is_revealed) = sheet.rendering(element);
        rendering.hiding().filter(|_| !is_revealed)
    }

    #[test]
    fn simple_selectors_hide() {
        for (css, element) in [
            (".jammer{display:none}", "<b class='x jammer'>"),
            ("/* a */ p, #rest , .x { color: red; display : none }", "<i id=rest>"),
            ("@media screen { .a{display:none} }", "<b class=a>"),
            ("@charset 'utf-8'; @font-face{src:url(a)} span.a{display:none}", "<span class=a>"),
            (".a{display:none} b{display:block}", "<b class=a>"),
        ] {
            assert_eq!(hiding(css, element), Some(Hiding::Gone), "{css}");
        }
    }

    #[test]
    fn what_another_rule_shows_is_not_hidden() {
        for (css, element) in [
            (".a{display:none} .a.on{display:block}", "<b class='a on'>"),
            (".a{display:none} .a{display:inline}", "<b class=a>"),
            ("@media print { .a{display:none} } .b{}", "<b class=a>"),
            ("@keyframes k { from { opacity:0 } }", "<b class=from>"),
            (".box .a{display:none}", "<b class=a>"),
            (".a{display:none} .open .a{display:block}", "<b class=a>"),
            (".a:hover{display:none}", "<b class=a>"),
            (".a{display:none} @media (min-width:9px) { .md\\:b{display:block} }", "<b class='a md:b'>"),
            ("@media (max-width:9px) { .a{display:none} } .b{color:red}", "<b class=a>"),
            ("span.a{display:none}", "<b class=a>"),
        ] {
            assert_eq!(hiding(css, element), None, "{css}");
        }
    }
}
