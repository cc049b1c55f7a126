//! Scripts and what they hold as data.

use super::{Form, PARAGRAPH, SENTENCE, TITLE, html, repeat};

pub(super) const FORMS: &[Form] = &[
    html("json_key_long", |n| {
        [
            "<html><body><script>a={\"",
            &"K".repeat(n / 2),
            "\":[",
            &repeat(&["\"", SENTENCE, SENTENCE, "\","].concat(), n / 2),
            "]}</script>",
        ]
        .concat()
    }),
    html("jsonld_deep", |n| {
        ["<html><body><script type=application/ld+json>", &"[".repeat(n), "</script>", PARAGRAPH].concat()
    }),
    html("jsonld_body_big", |n| {
        [
            "<html><body><script type=application/ld+json>{\"articleBody\":\"",
            &repeat(SENTENCE, n),
            "\"}</script>",
        ]
        .concat()
    }),
    html("jsonld_u_escapes", |n| {
        [
            "<html><body><script type=application/ld+json>{\"articleBody\":\"",
            &repeat("\\u4e00\\uff0c\\ud83d", n),
            "\"}</script>",
        ]
        .concat()
    }),
    html("next_data_html", |n| {
        [
            "<html><body><script id=__NEXT_DATA__ type=application/json>{\"props\":{\"content\":\"",
            &repeat(&["<p class=\\\"a\\\">", SENTENCE, "<\\/p>"].concat(), n),
            "\"}}</script>",
        ]
        .concat()
    }),
    html("next_data_nested_html", |n| {
        [
            "<html><body><script>{\"content\":\"",
            &repeat("<div><b><i>文", n),
            &SENTENCE.repeat(3),
            "\"}</script>",
        ]
        .concat()
    }),
    html("next_data_json3", |n| {
        [
            "<html><body><script>a=\"{\\\"a\\\":\\\"{\\\\\\\"content\\\\\\\":\\\\\\\"",
            &repeat(SENTENCE, n),
            "\\\\\\\"}\\\"}\"</script>",
        ]
        .concat()
    }),
    html("data_dump_lines", |n| {
        ["<html><body><script>{\"content\":\"", &repeat("文\\n", n), &SENTENCE.repeat(3), "\"}</script>"]
            .concat()
    }),
    html("pushes", |n| repeat("<script>f.push([1,\"1:T9,文:Tff,\"])</script>", n)),
    html("percents", |n| ["<html><body><script>a=\"", &repeat("%E6%98%A5%u6625", n), "\"</script>"].concat()),
    html("strings_added", |n| ["<html><body><script>a=", &repeat("'文' + \n ", n), "</script>"].concat()),
    html("held_in_attributes", |n| {
        repeat(
            &["<div data-a='", SENTENCE, SENTENCE, "' data-b='", SENTENCE, SENTENCE, SENTENCE, "'>"].concat(),
            n,
        )
    }),
    html("escaped_markup", |n| ["<html><body><div>", &repeat("&lt;p&gt;文&lt;/p&gt;", n), "</div>"].concat()),
    html("quotes_unclosed", |n| ["<html><body><script>", &repeat("'a\n", n), "</script>"].concat()),
    html("ident_run", |n| ["<html><body><script>", &"a".repeat(n), ":'x'</script>"].concat()),
    html("state_keys", |n| {
        let keys = "publish_time publishTime publishedTime published_time publish_date publishDate datePublished pubTime \
                    pub_time pubtime pubDate oriCreateTime create_time createTime ptime ct";
        let states = keys.split(' ').map(|key| [" ", key, ":1"].concat().repeat(20)).collect::<String>();
        ["<html><body>", TITLE, PARAGRAPH, "<script>", &states, &"1".repeat(n), "</script>"].concat()
    }),
];
