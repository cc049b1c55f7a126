//! One long value in a page, alone or beside many small things.

use super::{Form, HEAD, PARAGRAPH, TITLE, counted, han, html, numbered, repeat};
use std::fmt::Write as _;

pub(super) const FORMS: &[Form] = &[
    html("style_reconstructed", |n| {
        [
            HEAD,
            PARAGRAPH,
            "<p><font style='display:block;",
            &"x:y;".repeat(n / 8),
            "visibility:hidden-not'>",
            &repeat("</p><p>文", n / 2),
        ]
        .concat()
    }),
    html("style_reconstructed_b", |n| {
        [
            HEAD,
            PARAGRAPH,
            "<p><b style='display : block;",
            &"x:y;".repeat(n / 8),
            " visi-hidden;display:none'>",
            &repeat("</p><p>文", n / 2),
        ]
        .concat()
    }),
    html("datetime_reconstructed", |n| {
        [HEAD, PARAGRAPH, "<p><font datetime='", &"2".repeat(n / 2), "'>", &repeat("</p><p>文", n / 2)]
            .concat()
    }),
    html("next_page_reconstructed", |n| {
        [HEAD, PARAGRAPH, "<p><a href='/", &"x".repeat(n / 2), "'>下一页", &repeat("</p><p>下一页", n / 2)]
            .concat()
    }),
    html("link_reconstructed", |n| {
        let text = "河边的柳树发芽了，孩子们在草地上放风筝。";
        let paragraphs = repeat(&format!("</p><p>{text}"), n / 2);
        [HEAD, PARAGRAPH, "<p><a href='/", &"x".repeat(4000), "'>", text, &paragraphs].concat()
    }),
    html("og_title_edges", |n| {
        [
            "<html><head><meta property=og:title content='",
            &repeat("a b ", n / 2),
            "'></head><body><h1>小城老街修复记</h1>",
            PARAGRAPH,
            &numbered(n / 2, |page, i| write!(page, "<p>甲a乙{i}")),
        ]
        .concat()
    }),
    html("og_title_edges_dash", |n| {
        [
            "<html><head><meta property=og:title content='",
            &repeat("甲-", n / 2),
            "'></head><body><h1>小城老街修复记</h1>",
            PARAGRAPH,
            &numbered(n / 2, |page, i| write!(page, "<p>甲乙丙丁{i}")),
        ]
        .concat()
    }),
    html("og_title_lt", |n| {
        ["<html><head><meta property=og:title content='", &"<".repeat(n), "'></head><body>", PARAGRAPH]
            .concat()
    }),
    html("og_title_lt_tag", |n| {
        ["<html><head><meta property=og:title content='", &repeat("<a", n), "'></head><body>", PARAGRAPH]
            .concat()
    }),
    html("og_title_suffixes", |n| {
        [
            "<html><head><meta property=og:title content='山村小学迎来新老师",
            &repeat("-新村网", n),
            "'></head><body>",
            PARAGRAPH,
        ]
        .concat()
    }),
    html("meta_date_numerals", |n| {
        [
            "<html><head><meta name=date content='",
            &repeat("一", n),
            "'></head><body><h1>小城老街修复记</h1>",
            PARAGRAPH,
        ]
        .concat()
    }),
    html("datetime_numerals", |n| {
        [
            "<html><body><h1>小城老街修复记</h1><p><time datetime='",
            &repeat("十", n),
            "'>2024年</time></p>",
            PARAGRAPH,
        ]
        .concat()
    }),
    html("og_url_numerals", |n| {
        [
            "<html><head><link rel=canonical href='http://a/",
            &repeat("十", n),
            "'></head><body><h1>小城老街修复记</h1>",
            PARAGRAPH,
        ]
        .concat()
    }),
    html("subtitle_numerals", |n| {
        ["<html><body><h1>小城老街修复记</h1><h2>1年", &repeat("十", n), "</h2>", PARAGRAPH].concat()
    }),
    html("subtitle_labels", |n| {
        ["<html><body><h1>小城老街修复记</h1><h2>", &repeat("更新来源", n), "</h2>", PARAGRAPH].concat()
    }),
    html("subtitle_labels2", |n| {
        ["<html><body><h1>小城老街修复记</h1><h2>来源：甲", &repeat("文：", n), "</h2>", PARAGRAPH].concat()
    }),
    html("titles_many", |n| {
        ["<html><head>", &repeat("<title></title>", n), "</head><body>", PARAGRAPH].concat()
    }),
    html("srcset", |n| {
        [HEAD, PARAGRAPH, "<img srcset='", &numbered(n, |page, i| write!(page, "a{i}.jpg {i}w, ")), "'>"]
            .concat()
    }),
    html("base_many", |n| {
        ["<html><head>", &repeat("<base href='http://a/'>", n), "</head><body>", PARAGRAPH].concat()
    }),
    html("base_long", |n| {
        [
            "<html><head><base href='http://a/",
            &"b/".repeat(n / 2),
            "'><link rel=canonical href='",
            &"../".repeat(10),
            "x'></head><body>",
            HEAD,
            PARAGRAPH,
        ]
        .concat()
    }),
    html("doctype_long", |n| ["<!DOCTYPE ", &"a".repeat(n), ">", PARAGRAPH].concat()),
    html("attr_dup_names", |n| [HEAD, "<div ", &repeat("class=a ", n), ">", PARAGRAPH].concat()),
    html("attr_equals", |n| [HEAD, "<div ", &"=".repeat(n), ">", PARAGRAPH].concat()),
    html("attr_slashes", |n| [HEAD, "<div ", &"/".repeat(n), ">", PARAGRAPH].concat()),
    html("attr_entities", |n| [HEAD, "<div class='", &repeat("&amp", n), "'>", PARAGRAPH].concat()),
    html("keywords_long", |n| {
        ["<html><head><meta name=keywords content='", &repeat("甲 ", n), "'></head><body>", PARAGRAPH]
            .concat()
    }),
    html("desc_long", |n| {
        ["<html><head><meta name=description content='", &repeat("甲 ", n), "'></head><body>", PARAGRAPH]
            .concat()
    }),
    html("authors_beside_json", |n| {
        let authors = counted(500, |page, i| write!(page, "<meta name=author content=王{}>", han(i)));
        let json =
            ["<script type=application/ld+json>{\"articleBody\":\"", &"x".repeat(n), "\"}</script>"].concat();
        ["<html><head>", &authors, &json, "</head><body>", TITLE, PARAGRAPH].concat()
    }),
    html("site_name_long", |n| {
        let authors = counted(490, |page, i| write!(page, "<meta name=author content=王{}>", han(i)));
        let site = ["<meta property=og:site_name content='", &repeat("王", n), "'>"].concat();
        ["<html><head>", &authors, &site, "</head><body>", TITLE, PARAGRAPH].concat()
    }),
    html("titles_equal_long", |n| {
        let title = "甲".repeat(n / 1500);
        let titles = counted(500, |page, i| write!(page, "<meta property=og:title content='{title}{i:03}'>"));
        ["<html><head>", &titles, "</head><body>", TITLE, PARAGRAPH].concat()
    }),
];
