//! The JSON form of an article: its keys are a promise, what was written is read back as it was, and the schema
//! in `docs/` is the code's.

mod trial;
mod corpus;
mod stored;

use trial::Absent;
use zhengwen::{Article, Block};

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
    the_schema_in_the_documentation_is_that_of_the_code,
);
