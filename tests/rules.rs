//! Rules of a reader's own: what they do to pages of their hosts, what is said of mistakes in them, and that the
//! judgement stands where they find nothing.

use scraper::Html;
use zhengwen::{BadRules, Cleaner, Explanation, Rules, Verdict};

const PAGE: &str = "<html><head><title>新村网</title></head><body><h1>新村网</h1><div class=top><h2>东山桥月底通车</h2>\
    <time datetime='2024-03-20T08:00:00+08:00'>昨天</time><b class=who>记者：李大同、王芳</b><i>来源：新村日报</i></div>\
    <p>2024-03-25 09:30</p><div class=lead>桥头的旧闻，与本文无关，说的是去年秋天的一次会议，许多代表都参加了，会后还参观了施工现场。</div>\
    <div class=text><p>短讯。</p><div class=advert>今天全场优惠，各位顾客请尽快前来选购，数量有限，售完为止，欢迎光临。</div>\
    <p>东山桥的施工围挡开始拆除，老桥将在本月底恢复通车，比原计划提前了二十天。</p><p>更多精彩请下载新村客户端</p></div></body></html>";
const URL: &str = "https://news.xincun.example/1.html";

fn cleaner(rules: &str) -> Cleaner {
    let rules: Rules = rules.parse().unwrap_or_else(|error: BadRules| panic!("{error}"));
    Cleaner::builder().rules(rules).build()
}

fn explained(rules: &str) -> Explanation {
    cleaner(rules).page(PAGE).url(URL).explain().expect("it is a page")
}

#[test]
fn a_rule_tells_body_and_fields() {
    let rules = "[[rule]]\nhost = '*.xincun.example'\nbody = '.text'\ndrop = '.advert'\ntitle = 'h2'\ntime = 'time'\n\
        author = '.who'\nsource = '.top i'\nphrases = '下载新村客户端'";
    let explanation = explained(rules);
    let article = &explanation.article;
    assert_eq!(
        article.text(),
        "短讯。\n东山桥的施工围挡开始拆除，老桥将在本月底恢复通车，比原计划提前了二十天。"
    );
    assert_eq!(article.title.as_deref(), Some("东山桥月底通车"));
    assert_eq!(article.published.map(|time| time.to_string()).as_deref(), Some("2024-03-20T08:00:00+08:00"));
    assert_eq!((article.authors(), article.source.as_deref()), (vec!["李大同", "王芳"], Some("新村日报")));
    assert!(explanation.rules.iter().all(|rule| rule.found == 1), "{:?}", explanation.rules);
    for field in &explanation.fields {
        if ["title", "published", "source", "authors"].contains(&field.field.as_str()) {
            assert_eq!(field.candidates[0].place, zhengwen::Place::Rule, "{}", field.field);
            assert!(field.candidates.iter().all(|one| one.won == (one.place == zhengwen::Place::Rule)));
        }
    }
    let verdict =
        |text: &str| explanation.blocks.iter().find(|block| block.text.starts_with(text)).map(|b| b.verdict);
    assert_eq!(verdict("短讯"), Some(Verdict::Body));
    assert_eq!(verdict("桥头的旧闻"), Some(Verdict::Outside));
    assert!(verdict("更多精彩").is_some_and(|verdict| verdict != Verdict::Body));
    assert_eq!(verdict("今天全场优惠"), None, "what is dropped is not read");
    let document = Html::parse_document(PAGE);
    let of_document = cleaner(rules).page(&document).url(URL).clean();
    assert_eq!(of_document.as_ref(), Ok(article));
}

#[test]
fn a_rule_that_finds_nothing_leaves_the_judgement_and_says_so() {
    let explanation =
        explained("[[rule]]\nhost = 'news.xincun.example'\nbody = '.gone'\ntitle = '#gone'\ntime = 'h2'");
    let plain = Cleaner::new().page(PAGE).url(URL).clean().expect("it is a page");
    assert_eq!(explanation.article, plain);
    let told: Vec<(&str, &str, usize)> =
        explanation.rules.iter().map(|rule| (rule.key.as_str(), rule.pattern.as_str(), rule.found)).collect();
    assert_eq!(told, [("body", ".gone", 0), ("title", "#gone", 0), ("time", "h2", 0)]);
}

#[test]
fn a_rule_is_of_its_hosts_alone_and_a_page_may_declare_its_own() {
    let cleaner = cleaner(
        "[[rule]]\nhost = 'news.xincun.example'\ntitle = 'h2'\n[[rule]]\nhost = '*.example'\ntitle = 'b'",
    );
    let title = |page: &str, url: Option<&str>| {
        let page = cleaner.page(page);
        url.into_iter().fold(page, zhengwen::SavedPage::url).clean().expect("it is a page").title
    };
    assert_eq!(title(PAGE, Some(URL)).as_deref(), Some("东山桥月底通车"));
    assert_eq!(title(PAGE, Some("https://other.example/")).as_deref(), Some("记者：李大同、王芳"));
    let elsewhere = title(PAGE, Some("https://news.xincun.org/"));
    assert_eq!(elsewhere, title(PAGE, None));
    assert_ne!(elsewhere.as_deref(), Some("记者：李大同、王芳"));
    let canonical =
        PAGE.replace("<title>", "<link rel=canonical href=https://news.xincun.example/1.html><title>");
    assert_eq!(title(&canonical, None).as_deref(), Some("东山桥月底通车"));
}

#[test]
fn mistakes_are_told_all_at_once_with_their_places() {
    let rules = "[[rule]]\nhost = \"news.xincun.example\"\nbody = \"div[\"\n\n[[rule]]\nhost = \"*.liuxi.example\"\n\
        titel = \"h1\"\nphrases = [\"下载\", 3]\n";
    let error = rules.parse::<Rules>().expect_err("there are three");
    assert_eq!(
        error.to_string(),
        "3:8: `div[` is no CSS selector: Unexpected EOL\n\
         7:1: no key `titel` in a rule: host, body, drop, title, time, author, source or phrases\n\
         8:18: a string or a list of strings, not an integer"
    );
    for (rules, place) in [
        ("[[rule]]\nbody = 'p'", (1, 1)),
        ("[[rule]]\nhost = 'https://a.example/'", (2, 8)),
        ("[[rule]\n", (1, 8)),
        ("[site]\nhost = 'a'", (1, 2)),
        ("rule = 3", (1, 1)),
    ] {
        let error = rules.parse::<Rules>().expect_err("it is wrong");
        let first = &error.mistakes[0];
        assert_eq!((first.line, first.column), place, "{rules}: {error}");
    }
}

#[test]
fn the_examples_of_the_guide_are_rules() {
    let guide = include_str!("../docs/RULES.md");
    let examples: Vec<&str> =
        guide.split("```toml\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    assert_eq!(examples.len(), 5);
    for example in examples {
        assert!(example.parse::<Rules>().is_ok(), "{example}");
    }
}
