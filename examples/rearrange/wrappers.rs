//! Paragraphs in wrappers of their own: what holds them changes, and what stands between the wrappers.

use super::between::advert;
use super::draft::Draft;
use super::foreign::links;
use super::page::Page;
use ego_tree::NodeId;

const GROUP: &str = "<div class=\"group-box\"><div class=\"group-in\"></div></div>";
/// Parts of tables and lists, and the page itself: a box beside one of them is no box any more once the
/// page is read again.
const INNER: &[&str] = &[
    "html", "body", "table", "tbody", "thead", "tfoot", "tr", "td", "th", "caption", "ul", "ol", "li", "dl",
    "dt", "dd", "p",
];

/// Puts all from the first to the last of `group` into the innermost element of what `html` says.
fn wrap(page: &mut Page, group: &[NodeId], html: &str) -> Option<NodeId> {
    let (&first, &last) = (group.first()?, group.last()?);
    let wrapper = page.make_box(html)?;
    let moved = page.siblings(first, last);
    page.move_before(first, wrapper);
    let inner = page.innermost(wrapper);
    page.move_into(inner, &moved);
    Some(wrapper)
}

pub(super) fn split(draft: &mut Draft) -> Option<()> {
    for group in draft.groups() {
        wrap(&mut draft.page, &group, GROUP)?;
    }
    Some(())
}

pub(super) fn splitads(draft: &mut Draft) -> Option<()> {
    for (at, group) in draft.groups().iter().enumerate() {
        let wrapper = wrap(&mut draft.page, group, GROUP)?;
        if at > 0 {
            draft.page.put_before(wrapper, &advert(at));
        }
    }
    Some(())
}

pub(super) fn mixed(draft: &mut Draft) -> Option<()> {
    for (at, group) in draft.groups().iter().enumerate().skip(1).step_by(2) {
        let class = draft.random.pick(["quote-box", "lead-in", "col-a"]);
        let tag = draft.random.pick(["div", "section"]);
        let html = format!("<{tag} class=\"{class}{at}\"><div class=\"in{at}\"></div></{tag}>");
        wrap(&mut draft.page, group, &html)?;
    }
    Some(())
}

pub(super) fn halves(draft: &mut Draft) -> Option<()> {
    let (parent, run) = draft.main_run()?;
    if INNER.contains(&draft.page.tag(parent)) {
        return None;
    }
    let first = *run.get(1 + draft.random.below(run.len() - 2))?;
    let more = draft.page.make_box("<section class=\"text-more\"><div class=\"in\"></div></section>")?;
    draft.page.move_after(parent, more);
    let (inner, rest) = (draft.page.innermost(more), draft.page.from(first));
    draft.page.move_into(inner, &rest);
    if draft.random.coin() {
        draft.page.put_before(more, &advert(0));
    }
    Some(())
}

/// What stands above the first paragraph in its holder goes above the holder with it.
pub(super) fn lead(draft: &mut Draft) -> Option<()> {
    let first = *draft.paragraphs.first()?;
    let home = draft.page.parent(first)?;
    let is_all = draft.paragraphs.iter().filter(|&&id| draft.page.parent(id) == Some(home)).count() < 2;
    if is_all || INNER.contains(&draft.page.tag(home)) {
        return None;
    }
    for above in draft.page.up_to(first) {
        draft.page.move_before(home, above);
    }
    let lead = draft.page.make_box("<div class=\"lead-box\"></div>")?;
    draft.page.move_before(home, lead);
    draft.page.move_into(lead, &[first]);
    let meta = format!(
        "<div class=\"meta\"><p>{}：2024年3月21日 10:20</p><span>6 {}</span>\
         <figure><img src=\"/p/0.jpg\"><figcaption>江上的渡船。 © 新村社</figcaption></figure>\
         <div><span>作者：</span><a href=\"/u/1\">李大同</a></div><div class=\"ad\"><span>{}</span></div></div>",
        draft.say("发表时间", "發表時間"),
        draft.say("分钟", "分鐘"),
        draft.say("广告", "廣告"),
    );
    draft.page.put_before(home, &meta);
    Some(())
}

pub(super) fn sections(draft: &mut Draft) -> Option<()> {
    for (at, &paragraph) in draft.paragraphs.iter().enumerate() {
        let section = wrap(&mut draft.page, &[paragraph], "<section><div></div></section>")?;
        if at % 2 == 1 {
            let picture = format!(
                "<figure><img src=\"/p/{at}.jpg\"><figcaption>{}</figcaption></figure>",
                draft.say("江上的渡船。新村社发", "江上的渡船。新村社發")
            );
            draft.page.put_after(section, &picture);
        }
    }
    Some(())
}

pub(super) fn columns(draft: &mut Draft) -> Option<()> {
    let (parent, run) = draft.main_run()?;
    if matches!(draft.page.tag(parent), "ul" | "ol" | "dl") {
        return None;
    }
    let links = links(&draft.articles(8));
    let table = format!(
        "<table width=\"960\"><tbody><tr><td valign=\"top\"></td><td><b>{}</b>{links}</td></tr></tbody></table>",
        draft.say("热点新闻", "熱門新聞")
    );
    wrap(&mut draft.page, &run, &table).map(drop)
}
