//! The JSON form of an article: its keys are a promise, present whatever the page has.

#![cfg(feature = "serde")]

const KEYS: [&str; 18] = [
    "title",
    "published",
    "modified",
    "source",
    "authors",
    "editors",
    "text",
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

#[test]
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
