//! What an explanation says of the fields must be what the article says.

use zhengwen::{Cleaner, Explanation, Feature, FieldChoice, Place, Verdict, Weights};

fn choice<'a>(explanation: &'a Explanation, field: &str) -> &'a FieldChoice {
    let found = explanation.fields.iter().find(|choice| choice.field == field);
    found.unwrap_or_else(|| panic!("no choice for {field}"))
}

fn won(explanation: &Explanation, field: &str) -> Vec<String> {
    let candidates = choice(explanation, field).candidates.iter();
    candidates.filter(|candidate| candidate.won).map(|candidate| candidate.value.clone()).collect()
}

const PAGE: &str = "<html><head><title>东山桥月底通车_新村网</title>\
    <meta property='article:published_time' content='2024-03-20T08:00:00+08:00'>\
    <meta property='og:site_name' content='新村网'></head><body>\
    <h1>东山桥月底通车</h1><p>发布时间：2024-03-21 10:20 来源：新村日报 作者：李大同</p>\
    <p>新华社新村3月21日电（记者王芳）3月20日一早，东山桥的施工围挡开始拆除，老桥将在本月底恢复通车，比原计划提前了二十天。</p>\
    <p>“以前去对岸赶集要绕行十几公里，老人孩子都不方便。”家住桥头的村民周桂兰说，这些天她每天都要到桥上走一走。</p>\
    <p>责任编辑：王小溪</p></body></html>";

#[test]
fn losers_are_told_with_their_places() {
    let explanation = Cleaner::new().explain_html(PAGE);
    let source = choice(&explanation, "source");
    let values: Vec<(&str, Place, bool)> =
        source.candidates.iter().map(|c| (c.value.as_str(), c.place, c.won)).collect();
    assert_eq!(
        values,
        [("新村日报", Place::LabelUnderHeadline, true), ("新华社", Place::Opening, false)],
        "{}",
        source.reason
    );
    let published = choice(&explanation, "published");
    let places: Vec<(Place, bool)> = published.candidates.iter().map(|c| (c.place, c.won)).collect();
    assert_eq!(places, [(Place::LabelUnderHeadline, true), (Place::Head, false)]);
    let authors: Vec<Place> = choice(&explanation, "authors").candidates.iter().map(|c| c.place).collect();
    assert_eq!(authors, [Place::LabelUnderHeadline, Place::Opening]);
    assert_eq!(won(&explanation, "editors"), ["王小溪"]);
    assert_eq!(won(&explanation, "title"), ["东山桥月底通车"]);
}

#[test]
fn what_won_is_what_the_article_has() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let cleaner = Cleaner::new();
    let mut pages = 0;
    for file in std::fs::read_dir(folder).expect("the cases are there").flatten() {
        let path = file.path();
        if path.extension().is_none_or(|extension| extension != "html" && extension != "txt") {
            continue;
        }
        let page = std::fs::read_to_string(&path).expect("a case reads");
        let explanation = cleaner.explain(&page);
        let article = &explanation.article;
        assert_eq!(*article, cleaner.clean(&page), "{}", path.display());
        for field in ["title", "published", "source", "authors", "editors"] {
            let has = match field {
                "title" => article.title.is_some(),
                "published" => article.published.is_some(),
                "source" => article.source.is_some(),
                "authors" => !article.authors().is_empty(),
                _ => !article.editors().is_empty(),
            };
            let told = !won(&explanation, field).is_empty();
            assert!(!has || told, "{}: {field} came from nowhere", path.display());
        }
        assert_eq!(won(&explanation, "source"), Vec::from_iter(article.source.clone()), "{}", path.display());
        says_what_the_article_says(&explanation, &path.display().to_string());
        pages += 1;
    }
    assert!(pages > 100, "only {pages} pages");
}

/// The title, the time and the people that won are those of the article: a title as its line or the head has
/// it, a time as exactly as its place gives it.
fn says_what_the_article_says(explanation: &Explanation, page: &str) {
    let article = &explanation.article;
    if let Some(title) = &article.title {
        let won = won(explanation, "title");
        let bare = |text: &str| -> String { text.chars().filter(|c| !c.is_whitespace()).collect() };
        let title = bare(title);
        let agrees = |won: &String| bare(won).contains(&title) || title.contains(&bare(won));
        assert!(!won.is_empty() && won.iter().all(agrees), "{page}: {won:?}, {title}");
    }
    if let Some(time) = article.published {
        let (won, day) = (won(explanation, "published"), time.datetime.date().to_string());
        assert!(won.len() == 1 && won[0].starts_with(&day), "{page}: {won:?}, not {time}");
    }
    let named: Vec<&str> = article.bylines.iter().map(|byline| byline.name.as_str()).collect();
    for (field, people) in [("authors", article.authors()), ("editors", article.editors())] {
        let won = won(explanation, field);
        assert!(
            people.iter().all(|name| won.iter().any(|won| won == name)),
            "{page}: {won:?}, not {people:?}"
        );
        assert!(won.iter().all(|name| named.contains(&name.as_str())), "{page}: {won:?} of {named:?}");
    }
}

#[test]
fn a_block_tells_where_it_stands_and_its_measures_give_that() {
    let explanation = Cleaner::new().explain_html(PAGE);
    let weights = Weights::html();
    for block in &explanation.blocks {
        let adds = |&feature: &Feature| weights.get(feature) * block.feature(feature);
        let odds: f64 = Feature::place().iter().map(adds).sum();
        let standing = block.standing.expect("a line of HTML is measured");
        assert!((standing - 1.0 / (1.0 + (-odds).exp())).abs() < 1e-9, "{standing}, {odds}");
        assert!(block.verdict != Verdict::Body || standing > 0.5, "{block:?}");
    }
    let far = "首页 新闻 体育\n".to_owned()
        + &"今天，全市的中小学都开学了，孩子们回到了校园。\n".repeat(3)
        + "版权所有 新村网";
    let dump = Cleaner::new().explain_text(&far);
    assert_eq!(dump.blocks.last().map(|block| block.standing), Some(None));
}

#[test]
fn a_block_tells_the_phrases_and_the_form_that_judged_it() {
    let explanation = Cleaner::new().explain_html(PAGE);
    let block = |text: &str| {
        let found = explanation.blocks.iter().find(|block| block.text.starts_with(text));
        found.unwrap_or_else(|| panic!("no block {text}"))
    };
    let editors = block("责任编辑");
    assert!(editors.matched.contains(&"role 责任编辑".to_owned()), "{:?}", editors.matched);
    assert_eq!(editors.forms, ["LABEL names"]);
    assert!(block("“以前").forms.is_empty());
}
