//! Elements, comments and drawings that repeat.

use super::{Form, HEAD, PARAGRAPH, SENTENCE, counted, dump, html, numbered, repeat};
use std::fmt::Write as _;

pub(super) const FORMS: &[Form] = &[
    html("names_distinct_unclosed", |n| {
        [HEAD, PARAGRAPH, &numbered(n, |page, i| write!(page, "<x-elem{i:08}>"))].concat()
    }),
    html("style_rules", |n| {
        let rules = numbered(n / 2, |page, i| write!(page, ".a{i},#b{i}.a{{display:none}}"));
        let classes = numbered(n / 2, |page, i| write!(page, "<b class='a a{i}' id=b{i}>文</b>"));
        ["<style>", &rules, "</style>", HEAD, PARAGRAPH, &classes].concat()
    }),
    html("style_rules_of_a_name", |n| {
        let rules = numbered(n / 2, |page, i| write!(page, ".a.b{i}{{display:none}}"));
        ["<style>", &rules, "</style>", HEAD, PARAGRAPH, &repeat("<i class='a b'>文</i>", n / 2)].concat()
    }),
    html("style_braces", |n| [HEAD, "<style>", &repeat("@media x{a{", n), "</style>", PARAGRAPH].concat()),
    html("style_comments", |n| [HEAD, "<style>", &repeat("/*", n), "</style>", PARAGRAPH].concat()),
    html("styles", |n| [HEAD, PARAGRAPH, &repeat("<style>.a{opacity:0}</style><p class=a>文", n)].concat()),
    html("styled", |n| {
        repeat("<p style='display:block;clip:auto;left:-9px'><span style='white-space:pre'>文", n)
    }),
    html("custom_elements", |n| [HEAD, "<x-a>", &repeat("<x-b>文</x-b>", n)].concat()),
    html("readings", |n| [HEAD, "<ruby>", &repeat("文<rp>(<rt>a<rp>)", n)].concat()),
    html("references_twice", |n| [HEAD, "<p>", &repeat("文&amp;nbsp;&amp;#", n)].concat()),
    html("templates_with_text", |n| [HEAD, &repeat("<template><p>", n), SENTENCE].concat()),
    html("noscripts", |n| [HEAD, &repeat("<noscript><img src=a.jpg></noscript>", n), PARAGRAPH].concat()),
    html("noscript_of_many", |n| {
        [HEAD, "<noscript>", &repeat("<noscript><img src=a.jpg>", n), "</noscript>", PARAGRAPH].concat()
    }),
    html("lazy_names", |n| {
        [HEAD, "<img ", &numbered(n, |page, i| write!(page, "data-x{i}=a.jpg ")), ">", PARAGRAPH].concat()
    }),
    html("hidden_beside", |n| {
        [
            HEAD,
            &repeat(
                &["<div class=a>", PARAGRAPH, "</div><div class=a hidden>", PARAGRAPH, "</div>"].concat(),
                n,
            ),
        ]
        .concat()
    }),
    html("hidden_behind_prompts", |n| [HEAD, PARAGRAPH, &repeat("<p>展开全文</p><p hidden>文", n)].concat()),
    html("hidden_pictures", |n| {
        let hidden = repeat("<div style='display:none'><img src=a.jpg></div>", n);
        [HEAD, PARAGRAPH, "<button>展开全文</button><div hidden>", SENTENCE, "</div>", &hidden].concat()
    }),
    html("buttons", |n| [HEAD, PARAGRAPH, &repeat("<button><b>展开全文</button>", n)].concat()),
    html("fields", |n| {
        [HEAD, &repeat(&["<textarea>", SENTENCE, SENTENCE, "</textarea>"].concat(), n)].concat()
    }),
    html("names_distinct_closed", |n| {
        [HEAD, PARAGRAPH, &numbered(n, |page, i| write!(page, "<x-elem{i:08}></x-elem{i:08}>"))].concat()
    }),
    html("names_distinct_end", |n| {
        [HEAD, PARAGRAPH, &numbered(n, |page, i| write!(page, "</x-elem{i:08}>"))].concat()
    }),
    html("headings_title", |n| [HEAD, &repeat("<h1>小城老街修复记</h1>", n), PARAGRAPH].concat()),
    html("table_cells", |n| {
        [HEAD, "<table>", &repeat("<tr><td>甲<td>乙<td>丙", n), "</table>", PARAGRAPH].concat()
    }),
    html("table_one_row", |n| {
        [HEAD, PARAGRAPH, "<table><tr>", &repeat("<td>甲乙丙丁戊己庚辛", n), "</table>"].concat()
    }),
    html("colspan", |n| {
        [
            HEAD,
            PARAGRAPH,
            "<table>",
            &repeat("<tr><td colspan=1000000000 rowspan=999999999>甲", n),
            "</table>",
        ]
        .concat()
    }),
    html("lists", |n| [HEAD, PARAGRAPH, &repeat("<ul><li>甲乙丙<ul><li>丁戊己</ul></ul>", n)].concat()),
    html("srcset_many", |n| {
        [
            HEAD,
            PARAGRAPH,
            &numbered(n, |page, i| {
                write!(page, "<img src=blank.gif data-srcset='a{i}.jpg 1w, b{i}.jpg 2w'>")
            }),
        ]
        .concat()
    }),
    dump("numbered_lines", |n| numbered(n, |page, i| writeln!(page, "{i}")) + &SENTENCE.repeat(3)),
    html("class_long", |n| [HEAD, "<div class='", &"a-b ".repeat(n / 4), "'>", PARAGRAPH, "</div>"].concat()),
    html("src_long", |n| [HEAD, PARAGRAPH, "<img src='", &"a".repeat(n), "'>"].concat()),
    html("class_many", |n| {
        [HEAD, &numbered(n, |page, i| write!(page, "<div class='c{i} post-content'>")), PARAGRAPH].concat()
    }),
    html("svg_switch", |n| {
        [HEAD, PARAGRAPH, &repeat("<svg><foreignObject><div>文</div></foreignObject></svg>", n)].concat()
    }),
    html("svg_open_paths", |n| [HEAD, PARAGRAPH, &repeat("<svg><g><path d=a/>", n)].concat()),
    html("svg_path_then_text", |n| [HEAD, PARAGRAPH, &repeat("<svg><path/><path/>文</svg>", n)].concat()),
    html("svg_math_alt", |n| [HEAD, PARAGRAPH, &repeat("<svg><math><mtext><svg><desc>", n)].concat()),
    html("svg_comment_open", |n| [HEAD, PARAGRAPH, &repeat("<svg><!-- --><g>", n)].concat()),
    html("svg_cdata", |n| [HEAD, PARAGRAPH, "<svg><desc>", &repeat("<svg><![CDATA[文", n)].concat()),
    html("template_close", |n| [HEAD, PARAGRAPH, &repeat("<template><p>文</template>", n)].concat()),
    html("template_nest_tr", |n| [HEAD, PARAGRAPH, &repeat("<template><tr><td>", n)].concat()),
    html("select_nest", |n| [HEAD, PARAGRAPH, &repeat("<select><optgroup><option>文<select>", n)].concat()),
    html("plaintext", |n| [HEAD, PARAGRAPH, "<plaintext>", &repeat("</p><b>文", n)].concat()),
    html("cdata_html", |n| [HEAD, PARAGRAPH, &repeat("<![CDATA[ 文", n)].concat()),
    html("comment_dashes", |n| [HEAD, PARAGRAPH, "<!--", &"-".repeat(n)].concat()),
    html("comment_bang", |n| [HEAD, PARAGRAPH, &repeat("<!---!-->文", n)].concat()),
    html("closings_then_images", |n| {
        [HEAD, PARAGRAPH, &repeat("<p>相关阅读</p>", n / 2), &repeat("<img src=a.jpg>", n / 2), PARAGRAPH]
            .concat()
    }),
    html("rp_ruby", |n| [HEAD, PARAGRAPH, &repeat("<ruby>文<rp>(<rt>w<rp>)</ruby>", n)].concat()),
    html("frameset", |n| ["<html><head></head><frameset>", &repeat("<frameset><frame>", n)].concat()),
    html("isindex_inputs", |n| [HEAD, PARAGRAPH, &repeat("<input type=hidden><keygen>", n)].concat()),
    html("forms", |n| [HEAD, PARAGRAPH, &repeat("<form><button>文", n)].concat()),
    html("caption_tables", |n| {
        [HEAD, PARAGRAPH, &repeat("<table><caption>文<table><colgroup><col>", n)].concat()
    }),
    html("adoption", |n| [HEAD, PARAGRAPH, &repeat("<a href=x><div><b><p></a>文", n)].concat()),
    html("nobr", |n| [HEAD, PARAGRAPH, &repeat("<nobr><div>文", n)].concat()),
    html("void_full_stack", |n| {
        [HEAD, PARAGRAPH, &"<div>".repeat(600), &repeat("<img src=a.jpg>", n)].concat()
    }),
    html("hidden_unseen", |n| [HEAD, PARAGRAPH, &repeat("<span style='display:none'>文</span>", n)].concat()),
    html("declared_times", |n| {
        [
            "<html><head>",
            &numbered(n, |page, i| write!(page, "<meta name=pubdate content=2024-03-{:02}>", i % 28 + 1)),
            "</head><body>",
            PARAGRAPH,
        ]
        .concat()
    }),
    html("lang_html", |n| [&repeat("<html lang=zh>", n), PARAGRAPH].concat()),
    html("xmp", |n| [HEAD, PARAGRAPH, &repeat("<xmp>文</xm", n)].concat()),
    html("style_lt", |n| [HEAD, PARAGRAPH, "<style>", &repeat("</sty", n)].concat()),
    html("doctype_many", |n| [&repeat("<!DOCTYPE html>", n), PARAGRAPH].concat()),
    html("end_tags_list", |n| {
        let open = counted(200, |page, i| write!(page, "<b style='display:none;x:{i}'>"));
        [HEAD, PARAGRAPH, &open, "</p>", &repeat("</i>", n)].concat()
    }),
];
