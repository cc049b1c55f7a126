//! Text: lines of a dump, and one long line of a page.

use super::{Form, HEAD, PARAGRAPH, SENTENCE, dump, han, html, numbered, repeat};
use std::fmt::Write as _;

/// The beginning of a dump that is Markdown.
const MARKDOWN: &str = "# 小城老街修复记\n\n[首页](/) [新闻](/news/)\n\n## 经过\n\n**街上**的老人\n\n";

pub(super) const FORMS: &[Form] = &[
    html("indent_closings", |n| {
        [HEAD, PARAGRAPH, "<p>文", &repeat("）\u{3000}\u{3000}", n), "</p>"].concat()
    }),
    dump("indent_closings_dump", |n| {
        [
            "小城老街修复记\n",
            &[SENTENCE, "\n"].concat().repeat(6),
            "文",
            &repeat("）\u{3000}\u{3000}", n),
            "\n",
        ]
        .concat()
    }),
    html("indent_dot_ascii", |n| {
        [HEAD, PARAGRAPH, "<p>", &repeat("a.\u{A0}\u{A0}\u{A0}\u{A0}", n), "</p>"].concat()
    }),
    dump("lt_line_dump", |n| {
        ["小城老街修复记\n", &"<".repeat(n), "\n老街修复记开始\n", &SENTENCE.repeat(3), "\n"].concat()
    }),
    html("lt_line_html", |n| {
        ["<html><body><p>", &repeat("&lt;", n), "</p><h1>老街修复记开始</h1>", PARAGRAPH].concat()
    }),
    html("bylines_one_line", |n| [HEAD, "<p>", &repeat("来源：新村日报 ", n), "</p>", PARAGRAPH].concat()),
    html("bylines_lines", |n| [HEAD, &repeat("<p>来源：新村日报</p>", n), PARAGRAPH].concat()),
    html("editors_lines_after", |n| {
        [HEAD, PARAGRAPH, &numbered(n, |page, i| write!(page, "<p>责任编辑：王{}</p>", han(i % 20000)))]
            .concat()
    }),
    html("count_goes_on_below", |n| {
        let items = numbered(n, |page, i| write!(page, "<p>{}.</p>", i + 2));
        [HEAD, "<p>1.</p>", &repeat(PARAGRAPH, n / 40), &items].concat()
    }),
    dump("headline_repeated_dump", |n| [&repeat("小城老街修复记\n", n), &SENTENCE.repeat(3), "\n"].concat()),
    dump("head_time_pairs_dump", |n| {
        repeat(&["小城老街修复记开始了\n2024-03-21 10:20\n", SENTENCE, "\n"].concat(), n)
    }),
    html("headings_under_a_dated_headline", |n| {
        let dated = "<h1>小城老街修复记</h1><p>2024-03-21 10:20 来源：新村日报</p>";
        [dated, PARAGRAPH, &repeat("<h2>另一座小城修桥的经过</h2>", n)].concat()
    }),
    html("dated_articles_above", |n| {
        let other =
            ["<h2>另一座小城修桥的经过</h2><p>2024-03-20 来源：新村日报</p>", PARAGRAPH, PARAGRAPH].concat();
        [&repeat(&other, n), HEAD, PARAGRAPH].concat()
    }),
    html("near_duplicates", |n| {
        [HEAD, &numbered(n, |page, i| write!(page, "<p>{SENTENCE}{}</p>", i / 2))].concat()
    }),
    html("captions", |n| {
        [
            HEAD,
            PARAGRAPH,
            "<img src=a.jpg>",
            &repeat("<figcaption>新村社记者 李大同 摄（图片来源：新村图片社）</figcaption>", n),
        ]
        .concat()
    }),
    html("caption_credit_long", |n| {
        [
            HEAD,
            PARAGRAPH,
            "<figure><img src=a.jpg><figcaption>",
            &repeat("图源", n),
            "</figcaption></figure>",
            PARAGRAPH,
        ]
        .concat()
    }),
    html("caption_credit_long2", |n| {
        [
            HEAD,
            PARAGRAPH,
            "<figure><img src=a.jpg><figcaption>",
            &repeat("甲摄（", n),
            "</figcaption></figure>",
            PARAGRAPH,
        ]
        .concat()
    }),
    dump("names_line", |n| ["小城老街修复记\n", &repeat("王小明 李大同 ", n)].concat()),
    html("names_line_html", |n| [HEAD, PARAGRAPH, "<p>", &repeat("记者 王小明 ", n), "</p>"].concat()),
    dump("long_line_no_punct", |n| ["小城老街修复记\n", &repeat("修复老街经过", n)].concat()),
    dump("joined_lines", |n| repeat(&[SENTENCE, " "].concat(), n)),
    dump("joined_years", |n| repeat("a 2011111111111 ", n)),
    dump("joined_year_digits", |n| [&repeat("文 ", 100), "a 20", &"1".repeat(n)].concat()),
    dump("tabs_dump", |n| [&repeat("甲\t", n / 2), "甲\n", &repeat("甲\t", n / 2), "甲\n"].concat()),
    dump("tabs_dump_rows", |n| repeat("甲\t乙\n", n) + &SENTENCE.repeat(3)),
    dump("rows_of_blanks", |n| repeat("甲 12 乙 34\n", n) + &SENTENCE.repeat(3)),
    dump("wrapped_dump", |n| repeat("这一段讲的是今年秋天，北方一座小城修复老街的经过\n", n)),
    dump("remains_of_references", |n| repeat("&nbsp;文&amp;amp;lt;\n", n)),
    dump("remains_of_open_tags", |n| repeat("<br/>文\n", n / 2) + &repeat("<p ", n / 2)),
    dump("radicals", |n| repeat("⼈⺠法院⻓期\n", n)),
    dump("record_header", |n| ["WARC/1.0\n", &repeat("WARC-Target-URI: https://example.com/\n", n)].concat()),
    dump("front_matter", |n| ["---\n", &repeat("title: 文\n", n), "---\n", SENTENCE].concat()),
    dump("markdown_links", |n| [MARKDOWN, &repeat("[文](/a.html) ", n)].concat()),
    dump("markdown_link_lines", |n| [MARKDOWN, &repeat("* [文](/a.html)\n", n)].concat()),
    dump("markdown_open_links", |n| [MARKDOWN, &repeat("[文](", n)].concat()),
    dump("markdown_brackets", |n| [MARKDOWN, &repeat("[![文\n", n)].concat()),
    dump("markdown_emphasis", |n| [MARKDOWN, &repeat("**文*_\n", n)].concat()),
    dump("markdown_quotes", |n| [MARKDOWN, &repeat("> ", n), "文"].concat()),
    dump("markdown_lists", |n| [MARKDOWN, &repeat("- ", n), "文"].concat()),
    dump("markdown_rows", |n| [MARKDOWN, "|甲|乙|\n|---|---|\n", &repeat("|文|字|\n", n)].concat()),
    dump("markdown_code", |n| [MARKDOWN, &repeat("`文``\n", n)].concat()),
    dump("markdown_tags", |n| [MARKDOWN, &repeat("<b 文\n<!-- ", n)].concat()),
    html("charrefs", |n| [HEAD, PARAGRAPH, "<p>", &repeat("&#x1F600;&#xD800;&#0;", n)].concat()),
    html("charref_long_number", |n| [HEAD, PARAGRAPH, "<p>&#x", &"0".repeat(n), "41;"].concat()),
    html("charref_long_name", |n| [HEAD, PARAGRAPH, "<p>&", &"a".repeat(n), ";"].concat()),
    html("charref_amps", |n| [HEAD, PARAGRAPH, "<p>", &"&".repeat(n)].concat()),
    html("nuls_text", |n| [HEAD, PARAGRAPH, "<p>", &repeat("文\0", n)].concat()),
    html("bom_text", |n| [HEAD, PARAGRAPH, "<p>", &repeat("文\u{FEFF}", n)].concat()),
    html("combining", |n| [HEAD, PARAGRAPH, "<p>文", &repeat("\u{301}", n)].concat()),
    html("bidi", |n| [HEAD, PARAGRAPH, "<p>", &repeat("文\u{202E}\u{2066}", n)].concat()),
    dump("regional", |n| repeat("🇨🇳", n)),
    dump("zwj", |n| repeat("👨\u{200D}", n)),
    dump("dots_digits", |n| repeat("1.", n)),
    dump("dots_spaces", |n| repeat(". ", n)),
    html("img_closing_alternating", |n| {
        [
            HEAD,
            PARAGRAPH,
            &numbered(n, |page, i| write!(page, "<p>相关阅读：小城</p><img src=a{i}.jpg><p>{SENTENCE}</p>")),
        ]
        .concat()
    }),
    html("phrases_dense", |n| [HEAD, PARAGRAPH, "<p>", &repeat("来源来源编辑分享", n)].concat()),
    html("frames_dense", |n| [HEAD, PARAGRAPH, "<p>", &repeat("| ", n)].concat()),
    html("frames_dense2", |n| [HEAD, PARAGRAPH, "<p>", &repeat("打印|", n)].concat()),
    html("brackets_signed", |n| [HEAD, PARAGRAPH, "<p>", SENTENCE, &repeat("（", n), "）</p>"].concat()),
    html("closing_reported", |n| [HEAD, PARAGRAPH, "<p>", &repeat("（甲/", n), "报道）</p>"].concat()),
    html("closing_labels", |n| {
        [HEAD, PARAGRAPH, "<p>", SENTENCE, "（", &repeat("记者王小明", n), "）</p>"].concat()
    }),
    html("opening_dateline", |n| {
        [HEAD, "<p>新村社北京3月21日电 （", &repeat("记者王小明、", n), "）", SENTENCE, "</p>", PARAGRAPH]
            .concat()
    }),
    html("last_line_names", |n| [HEAD, PARAGRAPH, "<p>", &repeat("王小明、", n), "</p>"].concat()),
    html("card_author", |n| [HEAD, PARAGRAPH, "<p>本文作者", &repeat("王", n), "</p>"].concat()),
    html("agency_bracket", |n| [HEAD, "<p>（", &repeat("中央社", n), "</p>", PARAGRAPH].concat()),
    html("crlf", |n| [HEAD, PARAGRAPH, "<p>", &repeat("文\r", n)].concat()),
    html("nbsp_run", |n| [HEAD, PARAGRAPH, "<p>文", &repeat("&nbsp;", n), "文"].concat()),
];
