//! A list or a table in the middle of a body that is part of it.

use super::draft::Draft;
use super::paragraphs::line_of;

const ITEMS: usize = 40;
const ROWS: usize = 7;

/// Puts what `html` says, whose text is `lines`, after the middle of the page's body and of its text.
fn insert(draft: &mut Draft, html: &str, lines: &[String]) -> Option<()> {
    let middle = draft.middle()?;
    let at = line_of(&draft.page, middle, &draft.body)?;
    draft.page.put_after(middle, html);
    let old = draft.body.lines().map(str::to_owned);
    let (before, after): (Vec<_>, Vec<_>) = old.enumerate().partition(|(line, _)| *line <= at);
    let text = |lines: Vec<(usize, String)>| lines.into_iter().map(|(_, line)| line);
    let body: Vec<String> = text(before).chain(lines.iter().cloned()).chain(text(after)).collect();
    draft.body = body.join("\n");
    Some(())
}

pub(super) fn list(draft: &mut Draft) -> Option<()> {
    let sides = [draft.say("东", "東"), "西", "南", "北"];
    let (street, yard) = (draft.say("区滨河路", "區濱河路"), draft.say("号院", "號院"));
    let lines: Vec<String> =
        (1..=ITEMS).map(|number| format!("{}{street}{number}{yard}", draft.random.pick(sides))).collect();
    let items = lines.iter().fold(String::new(), |items, line| items + "<li>" + line + "</li>");
    insert(draft, &format!("<ul>{items}</ul>"), &lines)
}

pub(super) fn table(draft: &mut Draft) -> Option<()> {
    let heads = [draft.say("项目", "項目"), "一季度", "二季度", "三季度", "四季度"];
    let mut rows = vec![heads.map(str::to_owned)];
    for row in 1..=ROWS {
        let group = format!("第{row}{}", draft.say("组", "組"));
        let mut number = || format!("{}.{row}", 100 + draft.random.below(8900));
        rows.push([group, number(), number(), number(), number()]);
    }
    let html = rows
        .iter()
        .fold(String::new(), |html, cells| html + &format!("<tr><td>{}</td></tr>", cells.join("</td><td>")));
    insert(draft, &format!("<table>{html}</table>"), &rows.concat())
}
