//! What holds of every rearrangement, whatever the cleaner makes of it.

use crate::golds::Set;
use crate::rearrange::{Kind, rearrange};
use crate::scoring::body::normal;
use crate::scoring::record::Record;
use libtest_mimic::{Failed, Trial};
use scraper::{Html, Node};

pub(crate) fn trials() -> Vec<Trial> {
    let test = |name: &str, run: fn()| {
        Trial::test(name, move || -> Result<(), Failed> {
            run();
            Ok(())
        })
    };
    vec![
        test("every_kind_keeps_every_line_of_the_body_in_order", every_line_stays),
        test("every_kind_is_found_on_some_portal", every_kind_is_found),
        test("the_same_page_is_rearranged_in_the_same_way", the_same_every_time),
        test("another_seed_rearranges_in_another_way", seeds_differ),
        test("a_page_with_too_few_paragraphs_lacks_what_most_kinds_need", few_paragraphs),
        test("foreign_articles_are_of_other_sites", foreign_sites),
        test("odd_pages_are_rearranged_or_left", odd_pages),
        test("kinds_have_names_of_their_own", names_differ),
    ]
}

const PARAGRAPHS: [&str; 5] = [
    "东山桥的施工围挡开始拆除，老桥将在本月底恢复通车。",
    "家住桥头的村民说，以前去对岸赶集要绕行十几公里。",
    "施工单位在桥墩上加装了三十多个监测探头，每小时传回数据。",
    "交通部门提醒，通车后的头一个月，桥上限速四十公里。",
    "县里还打算在桥的两头各修一座公交站，方便村民候车。",
];

fn gold(count: usize) -> Record {
    Record {
        id: "bridge".to_owned(),
        title: Some("东山桥月底通车".to_owned()),
        text: Some(PARAGRAPHS[..count].join("\n")),
        ..Record::default()
    }
}

fn page(count: usize) -> String {
    let paragraphs: String = PARAGRAPHS[..count].iter().flat_map(|text| ["<p>", text, "</p>"]).collect();
    format!(
        "<html><head><title>东山桥月底通车</title></head><body><nav><a href=/>首页</a></nav>\
         <div class=story><h1>东山桥月底通车</h1>{paragraphs}</div><footer>新村网</footer></body></html>"
    )
}

/// What a reader sees of a page, as it is compared.
fn seen(html: &str) -> String {
    let page = Html::parse_document(html);
    let mut seen = String::new();
    for node in page.tree.root().descendants() {
        let is_unseen = |tag: &str| matches!(tag, "script" | "style" | "noscript" | "title");
        let parent = node.parent().and_then(|parent| parent.value().as_element());
        if let (Node::Text(text), false) = (node.value(), parent.is_some_and(|e| is_unseen(e.name()))) {
            seen.extend(normal(text));
        }
    }
    seen
}

/// The first line of `body` that `html` does not show after the lines before it.
fn lost_line<'a>(html: &str, body: &'a str) -> Option<&'a str> {
    let seen = seen(html);
    let mut rest = seen.as_str();
    body.lines().find(|line| {
        let line: String = normal(line).into_iter().collect();
        let after = rest.split_once(line.as_str()).map(|(_, after)| after);
        rest = after.unwrap_or(rest);
        after.is_none()
    })
}

fn every_line_stays() {
    for page in Set::Portals.pages() {
        let id = &page.gold.id;
        assert_eq!(lost_line(&page.html, page.gold.body()), None, "{id} as it is");
        for &kind in Kind::ALL {
            let Some((html, body)) = rearrange(kind, &page.html, &page.gold, &[], 1) else { continue };
            assert_eq!(lost_line(&html, &body), None, "{id} as {}", kind.name());
            assert_eq!(lost_line(&html, page.gold.body()), None, "{id} as {}", kind.name());
            let adds = matches!(kind, Kind::List | Kind::Linked | Kind::Table);
            assert_eq!(body != page.gold.body(), adds, "{id} as {}", kind.name());
        }
    }
}

fn every_kind_is_found() {
    for &kind in Kind::ALL {
        let found = |page: &&crate::golds::Page| rearrange(kind, &page.html, &page.gold, &[], 1).is_some();
        let count = Set::Portals.pages().iter().filter(found).count();
        assert!(count >= 5, "{} is found on {count} portals", kind.name());
    }
}

fn the_same_every_time() {
    for &kind in Kind::ALL {
        let twice = [(); 2].map(|()| rearrange(kind, &page(5), &gold(5), &[], 1));
        assert_eq!(twice[0], twice[1], "{}", kind.name());
    }
    // Written out, so that another machine has to come to the same.
    let (html, _) = rearrange(Kind::Split, &page(5), &gold(5), &[], 1).expect("five paragraphs are enough");
    let groups: Vec<usize> =
        html.split("group-in").skip(1).map(|group| group.matches("<p>").count()).collect();
    assert_eq!(groups, [3, 2]);
}

fn seeds_differ() {
    let of_seed = |seed| rearrange(Kind::Comments, &page(5), &gold(5), &[], seed);
    assert_ne!(of_seed(1), of_seed(2));
}

fn few_paragraphs() {
    let found = Kind::ALL.iter().filter(|&&kind| rearrange(kind, &page(3), &gold(3), &[], 1).is_some());
    let names: Vec<&str> = found.map(|kind| kind.name()).collect();
    assert_eq!(names, ["plain", "endless", "above", "stream", "comments", "divs", "bare", "alone", "feed"]);
    for &kind in Kind::ALL {
        let name = kind.name();
        assert!(rearrange(kind, &page(5), &gold(5), &[], 1).is_some(), "{name}");
        assert!(rearrange(kind, &page(5), &Record::default(), &[], 1).is_none(), "{name} without a body");
        let frames = "<html><head></head><frameset><frame src=a></frameset></html>";
        assert!(rearrange(kind, frames, &gold(5), &[], 1).is_none(), "{name} of frames");
    }
}

fn foreign_sites() {
    let article = |id: &str, site: &str, title: &str| Record {
        id: id.to_owned(),
        site: Some(site.to_owned()),
        title: Some(title.to_owned()),
        text: Some("县里的果园今年又增加了两百亩。\n".repeat(6)),
        ..Record::default()
    };
    let gold = Record { site: Some("a".to_owned()), ..gold(5) };
    let others =
        [article("1", "a", "南坡果园"), article("2", "b", "北湖湿地"), article("3", "a", "江口渡轮")];
    for seed in 0..10 {
        let (html, _) =
            rearrange(Kind::Endless, &page(5), &gold, &others, seed).expect("a body is all it needs");
        assert!(html.contains("<h1>北湖湿地</h1>"), "{html}");
    }
}

fn odd_pages() {
    let deep = "<div>".repeat(300) + &page(5);
    let table = format!("<table><tr><td>{}</td></tr></table>", PARAGRAPHS.join("</td></tr><tr><td>"));
    let list = format!("<ul><li>{}</ul>", PARAGRAPHS.join("<li>"));
    let twice = page(5) + &page(5);
    let bare = format!("<p>{}", PARAGRAPHS.join("<p>"));
    for html in ["", "<", "东山桥", "<body>", "<table><p>", &deep, &table, &list, &twice, &bare] {
        for &kind in Kind::ALL {
            if let Some((rearranged, body)) = rearrange(kind, html, &gold(5), &[], 1)
                && lost_line(html, gold(5).body()).is_none()
            {
                let start: String = html.chars().take(40).collect();
                assert_eq!(lost_line(&rearranged, &body), None, "{start} as {}", kind.name());
            }
        }
    }
}

fn names_differ() {
    for &kind in Kind::ALL {
        assert_eq!(Kind::named(kind.name()), Ok(kind));
    }
    assert!(Kind::named("none").is_err_and(|error| error.contains("splitads, credits")));
}
