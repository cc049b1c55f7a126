//! The JSON form of an article: its keys are a promise, what was written is read back as it was, and the schema
//! in `docs/` is the code's.

mod trial;
mod corpus;
mod stored;

use serde::Serialize;
use serde::de::DeserializeOwned;
use std::fmt::Debug;
use trial::Absent;
use zhengwen::{Article, Block, Cleaner, Decoded, Explanation, Feature, Form, Weights, decode};

/// Keys that any article has.
const KEYS: [&str; 27] = [
    "schema_version",
    "title",
    "subtitle",
    "published",
    "published_precision",
    "modified",
    "modified_precision",
    "source",
    "authors",
    "editors",
    "bylines",
    "text",
    "blocks",
    "original_title",
    "declaration",
    "lead_image",
    "site_name",
    "url",
    "description",
    "keywords",
    "images",
    "media",
    "next_page",
    "script",
    "language",
    "kind",
    "confidence",
];

fn an_article_has_the_same_keys_whatever_the_page_has() {
    let full = "<title>春耕开始_新村网</title><h1>春耕开始</h1><h2>各地农民下田插秧</h2>\
        <p>2024年03月21日 10:20 来源：新村日报 记者：李大同</p><p>原标题：春耕了</p>\
        <p>南方各地已经进入春耕时节，农民下田插秧，农技人员到田间地头指导。</p><img src=/1.jpg><p>图源：新村图片社</p>";
    for page in [full, ""] {
        let json = serde_json::to_value(zhengwen::clean(page)).expect("an article has a JSON form");
        let mut keys: Vec<&str> = json.as_object().expect("an object").keys().map(String::as_str).collect();
        let mut promised = KEYS.to_vec();
        keys.sort_unstable();
        promised.sort_unstable();
        assert_eq!(keys, promised);
    }
}

/// A page with a block of every kind.
const EVERY_BLOCK: &str = "<html><head><title>柳溪江水涨了</title></head><body><h1>柳溪江水涨了</h1>\
    <p>2024-03-21 10:20:00 来源：新村日报 记者：李大同 编辑：王小溪</p><div class=content>\
    <p>今年春天来得早，<b>河边的柳树</b>已经发芽，<a href='https://example.com/a'>孩子们<i>放学</i></a>以后都跑到草地上放风筝。</p>\
    <h2>水位</h2><p>县水利局的人说，江水比去年同期高出半米，用<code>ls</code>看记录，两岸的农田都已经排好了水。</p>\
    <ol start=3><li>上游柳溪镇水位三米二，比昨天高。<ul><li>下游新村水位两米八，比昨天低。</li></ul></li></ol>\
    <blockquote cite=/q><p>老人们说，这样的好天气已经很多年没有见过了，大家都愿意出来走走。</p><cite>李大同</cite></blockquote>\
    <table><tr><th>镇</th><th colspan=2>水位</th></tr><tr><td>柳溪</td><td></td><td>三米二</td></tr></table>\
    <img src=/1.jpg alt=江><p>江边的步道上，来散步的人从早到晚都没有断过，卖风筝的摊子也多了起来。</p>\
    <video src=/1.mp4></video>\
    <p>据介绍，县里还准备在江边再修一座公园，预计明年春天开放，市民可以免费进去游玩。</p></div></body></html>";

fn a_block_of_every_kind_is_written_and_read_back() {
    let mut article = zhengwen::clean(EVERY_BLOCK);
    article.body.push(Block::Code("let a = 1;\nlet b = 2;".to_owned()));
    let json = serde_json::to_value(&article).expect("an article has a JSON form");
    let blocks = json["blocks"].as_array().expect("a list");
    let kinds: Vec<&str> = blocks.iter().filter_map(|block| block["type"].as_str()).collect();
    for kind in ["paragraph", "heading", "list_item", "quote", "table_row", "code", "image", "media"] {
        assert!(kinds.contains(&kind), "no {kind} in {kinds:?}");
    }
    let link = serde_json::json!({"start": 54, "end": 69, "kind": "link", "href": "https://example.com/a"});
    assert_eq!(blocks[0]["spans"][1], link, "{}", blocks[0]);
    let item = blocks.iter().find(|block| block["type"] == "list_item").expect("an item");
    assert_eq!((&item["level"], &item["marker"]), (&1.into(), &serde_json::json!({"number": 3})));
    assert_eq!(json["bylines"][0], serde_json::json!({"name": "李大同", "role": "reporter"}));
    assert_eq!((&json["published_precision"], &json["schema_version"]), (&"second".into(), &1.into()));
    assert_reads_back(&article);
}

fn what_is_missing_is_empty_and_later_versions_are_refused() {
    let read = |json: &str| serde_json::from_str::<Article>(json);
    assert_eq!(read("{}").expect("an article"), Article::default());
    let later = read(r#"{"schema_version": 2}"#).expect_err("a later version");
    assert!(later.to_string().starts_with("schema version 2 is later than 1"), "{later}");
    let time = read(r#"{"published": "gestern"}"#).expect_err("no time");
    assert!(time.to_string().contains("`gestern` is no time"), "{time}");
}

fn assert_reads_back(article: &Article) {
    let json = serde_json::to_string(article).expect("an article has a JSON form");
    let read: Article = serde_json::from_str(&json).unwrap_or_else(|error| panic!("{error} in {json}"));
    assert_eq!(read, *article, "{json}");
}

fn articles_of_small_pages_are_read_back_as_they_were() {
    for (_, page) in stored::pages() {
        assert_reads_back(&zhengwen::clean(&page));
    }
}

fn articles_of_saved_pages_are_read_back_as_they_were() -> Result<(), Absent> {
    let mut read = 0;
    for part in ["dev/html", "dev/text", "dev2/html", "dev2/text", "dev3/html", "dev3/text"] {
        for file in std::fs::read_dir(corpus::folder(part)?).into_iter().flatten().flatten() {
            let page = std::fs::read(file.path()).unwrap_or_else(|error| panic!("{error}"));
            if let Ok(article) = zhengwen::clean_bytes(&page, None) {
                assert_reads_back(&article);
                read += 1;
            }
        }
    }
    assert!(read > 400, "{read} articles");
    Ok(())
}

/// What is written of `value` is read back as it was.
fn round<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T) -> serde_json::Value {
    let json = serde_json::to_string(value).expect("it has a JSON form");
    let read: T = serde_json::from_str(&json).unwrap_or_else(|error| panic!("{error} in {json}"));
    assert_eq!(read, *value, "{json}");
    serde_json::from_str(&json).expect("it is JSON")
}

fn explanations_are_read_back_as_they_were() {
    let cleaner = Cleaner::new();
    let mut blocks = 0;
    for (_, page) in stored::pages() {
        let explanation = cleaner.explain(&page);
        round(&explanation);
        blocks += explanation.blocks.len();
    }
    assert!(blocks > 1_000, "{blocks} blocks");
}

fn an_explanation_is_written_by_the_names_of_things() {
    let json = round(&Cleaner::new().explain_html(EVERY_BLOCK));
    let block = |text: &str| {
        let blocks = json["blocks"].as_array().expect("a list");
        let found = blocks.iter().find(|block| block["text"].as_str().is_some_and(|t| t.starts_with(text)));
        found.unwrap_or_else(|| panic!("no block {text}"))
    };
    let text = block("今年春天");
    assert_eq!((&text["verdict"], &text["features"]["ends_sentence"]), (&"body".into(), &1.0.into()));
    assert_eq!(json["confidence"]["body_bias"], 1.0);
    let line = block("2024-03-21");
    assert_eq!(line["phrases"][0], "source", "{line}");
    let source = json["fields"].as_array().expect("a list").iter().find(|field| field["name"] == "source");
    let won = &source.expect("the source is told")["candidates"][0];
    assert_eq!((&won["value"], &won["place"]), (&"新村日报".into(), &"label_under_headline".into()));
    let later = json.to_string().replace("\"ends_sentence\"", "\"body_bias\"");
    let error = serde_json::from_str::<Explanation>(&later).expect_err("no feature of a block");
    assert!(error.to_string().contains("body_bias"), "{error}");
}

fn settings_and_texts_are_read_back_as_they_were() {
    for form in [Form::Html, Form::Dump] {
        assert_eq!(round(&form), form.as_str());
    }
    for &feature in Feature::ALL {
        assert_eq!(round(&feature), feature.as_str());
    }
    round(&Weights::html());
    let json = round(&Weights::dump().with(Feature::Bias, -0.1).expect("a number"));
    assert_eq!(json["bias"], -0.1);
    for (bytes, evidence) in [
        ("\u{FEFF}春耕开始。".as_bytes(), "byte-order-mark"),
        ("春耕开始。".as_bytes(), "valid-utf-8"),
        (b"<meta charset=gbk>\xB4\xBA\xB8\xFB\xBF\xAA\xCA\xBC\xA1\xA3", "declaration"),
    ] {
        let page = decode(bytes, Some("text/html; charset=utf8mb4")).expect("text");
        let json = serde_json::to_string(&page).expect("it has a JSON form");
        let read: Decoded = serde_json::from_str(&json).expect("it is read");
        assert_eq!((&read, read.evidence.as_str()), (&page, evidence));
        assert!(json.contains(&format!("\"evidence\":\"{evidence}\"")), "{json}");
    }
    let unknown = r#"{"text":"","encoding":"klingon","evidence":"content","replaced":0}"#;
    let error = serde_json::from_str::<Decoded>(unknown).expect_err("no encoding");
    assert!(error.to_string().starts_with("`klingon` is no encoding"), "{error}");
}

#[cfg(feature = "rules")]
fn rules_tell_what_they_found_and_what_is_wrong_with_them() {
    use zhengwen::{BadRules, Rules};
    let rules: Rules = "[[rule]]\nhost = 'xincun.example'\ntitle = 'h2'".parse().expect("these are rules");
    let cleaner = Cleaner::builder().rules(rules).build();
    let explanation = cleaner.page(EVERY_BLOCK).url("https://xincun.example/1").explain().expect("a page");
    let used = serde_json::json!({"key": "title", "pattern": "h2", "found": 1});
    assert_eq!(round(&explanation)["rules"], serde_json::json!([used]));
    let bad: BadRules = "host = 1".parse::<Rules>().expect_err("no rules");
    assert_eq!(round(&bad)["mistakes"][0]["line"], 1);
}

#[cfg(not(feature = "rules"))]
fn rules_tell_what_they_found_and_what_is_wrong_with_them() -> Result<(), Absent> {
    Err(Absent("no rules: cargo test --features rules --test json".to_owned()))
}

/// The schema in `docs/`, which `ZHENGWEN_WRITE_SCHEMA=1` writes anew.
#[cfg(feature = "schema")]
fn the_schema_in_the_documentation_is_that_of_the_code() {
    let schema = schemars::schema_for!(Article);
    let code = serde_json::to_string_pretty(&schema).expect("a schema has a JSON form") + "\n";
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/article.schema.json");
    if std::env::var_os("ZHENGWEN_WRITE_SCHEMA").is_some() {
        std::fs::write(&path, &code).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    }
    let stored = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(stored, code, "run ZHENGWEN_WRITE_SCHEMA=1 cargo test --features schema --test json");
}

#[cfg(not(feature = "schema"))]
fn the_schema_in_the_documentation_is_that_of_the_code() -> Result<(), Absent> {
    Err(Absent("no schema: cargo test --features schema --test json".to_owned()))
}

trial::trials!(
    an_article_has_the_same_keys_whatever_the_page_has,
    a_block_of_every_kind_is_written_and_read_back,
    what_is_missing_is_empty_and_later_versions_are_refused,
    articles_of_small_pages_are_read_back_as_they_were,
    articles_of_saved_pages_are_read_back_as_they_were,
    explanations_are_read_back_as_they_were,
    an_explanation_is_written_by_the_names_of_things,
    settings_and_texts_are_read_back_as_they_were,
    rules_tell_what_they_found_and_what_is_wrong_with_them,
    the_schema_in_the_documentation_is_that_of_the_code,
);
