//! A list or a table in the middle of a body that is part of it.

use super::draft::Draft;
use super::paragraphs::line_of;

const ITEMS: usize = 40;
const ROWS: usize = 7;
const PLACES: usize = 8;

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

pub(super) fn linked(draft: &mut Draft) -> Option<()> {
    let heads = [
        draft.say("这些地点分别是：", "這些地點分別是："),
        draft.say("具体安排如下：", "具體安排如下："),
        draft.say("首批名单包括：", "首批名單包括："),
    ];
    let places = [draft.say("书屋", "書屋"), draft.say("公园", "公園"), draft.say("医院", "醫院")];
    let (street, open) = (draft.say("：滨河路", "：濱河路"), draft.say("号，每天开放到", "號，每天開放到"));
    let mut lines = vec![draft.random.pick(heads).to_owned()];
    for number in 1..=PLACES {
        let place = draft.random.pick(places);
        let hour = 17 + draft.random.below(5);
        lines.push(format!("第{number}{place}{street}{}{open}{hour}:00", 1 + draft.random.below(90)));
    }
    let items = lines[1..].iter().enumerate();
    let items = items.map(|(nth, line)| format!("<li><a href=\"/place/{nth}\">{line}</a></li>"));
    let html = format!("<p>{}</p><ul>{}</ul>", lines[0], items.collect::<String>());
    insert(draft, &html, &lines)
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
