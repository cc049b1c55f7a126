//! Addresses of an article: absolute where the page's own is given or declared, else as written.

use jiff::civil::date;
use zhengwen::{Article, Cleaner, Error, Form};

const SIMPLIFIED: &str = "<h1>柳溪镇防洪堤完工</h1><p>2024-03-21 10:20 来源：新村日报</p>\
    <p>柳溪镇水利站介绍，工程治理河道十一公里，新建排涝站两座，惠及沿线七个村的群众。</p>\
    <img src=tian.jpg><img src=/img/di.jpg><img src=//img.example.com/qiao.jpg>\
    <img src='https://img.example.com/图.jpg'><img src='blob:https://news.example.com/1'>\
    <p>下一步，当地还将在堤岸两侧种植乔木和芦苇，建设一条六公里长的滨水步道，明年春天开放。</p>\
    <p><a href=2_2.html>下一页</a></p>";
const TRADITIONAL: &str = "<h1>柳溪鎮防洪堤完工</h1><p>2024-03-21 10:20 來源：新村日報</p>\
    <p>柳溪鎮水利站介紹，工程治理河道十一公里，新建排澇站兩座，惠及沿線七個村的民眾。</p>\
    <img src=tian.jpg><img src=/img/di.jpg><img src=//img.example.com/qiao.jpg>\
    <img src='https://img.example.com/图.jpg'><img src='blob:https://news.example.com/1'>\
    <p>下一步，當地還將在堤岸兩側種植喬木和蘆葦，建設一條六公里長的濱水步道，明年春天開放。</p>\
    <p><a href=2_2.html>下一頁</a></p>";

const WRITTEN: [&str; 5] = [
    "tian.jpg",
    "/img/di.jpg",
    "//img.example.com/qiao.jpg",
    "https://img.example.com/图.jpg",
    "blob:https://news.example.com/1",
];

fn pictures(article: &Article) -> Vec<&str> {
    article.images().map(|image| image.src.as_str()).collect()
}

/// What the pictures and the next page are below a folder of a host.
fn is_below(article: &Article, origin: &str, folder: &str) {
    let (tian, di) = (format!("{folder}tian.jpg"), format!("{origin}/img/di.jpg"));
    let scheme = origin.split_once("//").map_or("", |(scheme, _)| scheme);
    let qiao = format!("{scheme}//img.example.com/qiao.jpg");
    assert_eq!(pictures(article), [&tian, &di, &qiao, "https://img.example.com/图.jpg"]);
    assert_eq!(article.lead_image.as_deref(), Some(&*tian));
    assert_eq!(article.next_page, Some(format!("{folder}2_2.html")));
}

#[test]
fn with_the_address_given_every_address_is_absolute() {
    for page in [SIMPLIFIED, TRADITIONAL] {
        let (cleaner, address) = (Cleaner::new(), "http://news.example.com/a/2.html");
        let document = scraper::Html::parse_document(page);
        let inputs = [cleaner.page(page), cleaner.page(page.as_bytes()), cleaner.page(&document)];
        for input in inputs {
            let article = input.clone().url(address).clean().unwrap();
            is_below(&article, "http://news.example.com", "http://news.example.com/a/");
            assert_eq!(article.url.as_deref(), Some(address));
            assert_eq!(input.url(address).explain().unwrap().article, article);
        }
    }
}

#[test]
fn without_one_the_address_declared_or_the_base_serves() {
    for page in [SIMPLIFIED, TRADITIONAL] {
        let article =
            zhengwen::clean(&format!("<link rel=canonical href=https://www.example.com/b/2.html>{page}"));
        is_below(&article, "https://www.example.com", "https://www.example.com/b/");
        let article = zhengwen::clean(&format!("<base href=https://m.example.com/c/>{page}"));
        is_below(&article, "https://m.example.com", "https://m.example.com/c/");
        assert_eq!(article.url, None);
    }
}

#[test]
fn the_address_given_goes_before_the_one_declared_but_is_not_the_canonical_one() {
    let page = format!("<link rel=canonical href=https://www.example.com/b/2.html>{SIMPLIFIED}");
    let article = Cleaner::new().page(&page).url("https://m.example.com/c/2.html").clean().unwrap();
    is_below(&article, "https://m.example.com", "https://m.example.com/c/");
    assert_eq!(article.url.as_deref(), Some("https://www.example.com/b/2.html"));
}

#[test]
fn where_nothing_tells_addresses_stay_as_written() {
    for page in [SIMPLIFIED, TRADITIONAL, &format!("<base href=/c/>{SIMPLIFIED}")] {
        let article = zhengwen::clean(page);
        assert_eq!(pictures(&article), WRITTEN);
        assert_eq!(article.next_page.as_deref(), Some("2_2.html"));
    }
}

#[test]
fn the_text_is_the_same_with_and_without_an_address() {
    for page in [SIMPLIFIED, TRADITIONAL] {
        let article = Cleaner::new().page(page).url("http://news.example.com/").clean().unwrap();
        assert_eq!(article.text(), zhengwen::clean(page).text());
    }
}

#[test]
fn what_is_no_address_of_the_web_is_an_error() {
    for url in ["", "news.example.com/1.html", "/a/1.html", "file:///home/1.html", "https://"] {
        let error = Cleaner::new().page(SIMPLIFIED).url(url).clean().unwrap_err();
        assert_eq!(error, Error::BadUrl { url: url.to_owned() });
    }
}

#[test]
fn a_dump_has_the_address_it_was_given_with_and_its_date() {
    let dump =
        "柳溪镇防洪堤完工\n柳溪镇水利站介绍，工程治理河道十一公里，新建排涝站两座，惠及沿线七个村的群众。";
    let page = Cleaner::new();
    let article =
        page.page(dump).form(Form::Dump).url("https://news.example.com/20240321/1.html").clean().unwrap();
    assert_eq!(article.url.as_deref(), Some("https://news.example.com/20240321/1.html"));
    assert_eq!(article.published.unwrap().to_string(), "2024-03-21");
}

#[test]
fn the_time_of_fetching_of_a_page_goes_before_that_of_all_pages() {
    let page = SIMPLIFIED.replace("2024-03-21 10:20", "3小时前");
    let fetched = |day| date(2024, 3, day).at(12, 0, 0, 0);
    let cleaner = Cleaner::builder().fetched(fetched(20)).build();
    let published = |article: Article| article.published.unwrap().to_string();
    assert_eq!(published(cleaner.clean(&page)), "2024-03-20T09:00:00+08:00");
    assert_eq!(
        published(cleaner.page(&page).fetched(fetched(21)).clean().unwrap()),
        "2024-03-21T09:00:00+08:00"
    );
}

#[test]
fn a_page_of_which_nothing_else_is_known_is_cleaned_as_ever() {
    let cleaner = Cleaner::new();
    for page in [SIMPLIFIED, TRADITIONAL, "", "春耕开始。"] {
        assert_eq!(cleaner.page(page).clean(), Ok(cleaner.clean(page)));
        assert_eq!(cleaner.page(page.as_bytes()).clean(), cleaner.clean_bytes(page.as_bytes(), None));
        assert_eq!(cleaner.page(page).form(Form::Html).clean(), Ok(cleaner.clean_html(page)));
        assert_eq!(cleaner.page(page).form(Form::Dump).clean(), Ok(cleaner.clean_text(page)));
    }
}
