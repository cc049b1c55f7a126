//! Pages made to break parsers, of any size: one list for the tests of work and memory and for the
//! bench of time.

#![allow(dead_code, reason = "the test of work and the bench each use a part")]

mod values;
mod scripts;
mod lines;
mod markup;
mod raw;
pub(crate) mod product;

use std::fmt::Write;

pub(crate) use raw::RAW;

/// How a page is to be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Input {
    Html,
    Dump,
}

/// A hostile page.
pub(crate) struct Form {
    pub(crate) name: &'static str,
    pub(crate) input: Input,
    /// A page of at least so many bytes.
    pub(crate) page: fn(usize) -> String,
}

/// Every form.
pub(crate) fn forms() -> impl Iterator<Item = &'static Form> {
    FORMS.iter().chain(values::FORMS).chain(scripts::FORMS).chain(lines::FORMS).chain(markup::FORMS)
}

const FORMS: &[Form] = &[
    html("div_nest", |n| repeat("<div>", n) + "正文"),
    html("ul_li_chain", |n| repeat("<ul><li>", n)),
    html("formatting", |n| repeat("<p><b><i><font color=red>文", n)),
    html("formatting_distinct", |n| numbered(n, |page, i| write!(page, "<b id={i}>文"))),
    html("formatting_again", |n| {
        format!("<p>{}", numbered(2000, |page, i| write!(page, "<b id={i}>"))) + &repeat("</p><p>文", n)
    }),
    html("misnested", |n| repeat("<a><b><p>文</a></b>", n)),
    html("deep_tables", |n| repeat("<table><tr><td>表", n)),
    html("foster_parents", |n| "<table>".to_owned() + &repeat("文<tr>", n)),
    html("attributes", |n| format!("<div{}>正文</div>", numbered(n, |page, i| write!(page, " a{i}=x")))),
    html("attributes_read", |n| {
        format!("<div{}>正文</div>", numbered(n, |page, i| write!(page, " data-src{i}=x")))
    }),
    html("html_attributes", |n| numbered(n, |page, i| write!(page, "<body a{i}=x>"))),
    html("body_again_in_drawing", |n| {
        let (attributes, again) = (numbered(n / 2, |page, i| write!(page, " a{i}")), repeat("<body>", n / 2));
        format!("<svg>画<body{attributes}>{again}")
    }),
    html("body_again", |n| format!("<body class=a id=b role=c lang=d hidden>{}", repeat("<body>", n))),
    html("attributes_in_drawing", |n| {
        format!("<svg>画<text{}>", numbered(n, |page, i| write!(page, " a{i}")))
    }),
    html("text_node", |n| format!("<p>{}</p>", repeat("天气很好，", n))),
    html("text_in_pieces", |n| format!("<p>{}</p>", repeat("天&amp;气", n))),
    html("links", |n| repeat("<a href=\"/a.html\">今日要闻</a>", n)),
    html("bare_links", |n| repeat("<a>", n)),
    html("paragraphs", |n| repeat("<p>今天天气很好，适合出门走走。</p>", n)),
    html("short_paragraphs", |n| repeat("<p>文", n)),
    html("line_breaks", |n| repeat("文<br>", n)),
    html("headings", |n| repeat("<h1>今日要闻</h1>", n)),
    html("rows", |n| "<table>".to_owned() + &repeat("<tr><td>一<td>二", n)),
    html("cells", |n| "<table><tr>".to_owned() + &repeat("<td>一", n)),
    html("pictures", |n| repeat("<img src=a.jpg>", n)),
    html("pictures_in_a_line", |n| format!("<p>文{}</p>", repeat("<img src=a.jpg>", n))),
    html("templates", |n| repeat("<template>文", n)),
    html("selects", |n| repeat("<select><option>文", n)),
    html("drawings", |n| repeat("<svg><g>文", n)),
    html("formulas", |n| repeat("<math><mi>文<mglyph>", n)),
    html("unclosed", |n| repeat("<div><p>文<span>字<li><td><option>", n)),
    html("stray_end_tags", |n| repeat("</p></div></br></a>", n)),
    html("end_tags_of_many", |n| repeat("<div>", n / 2) + &repeat("</span>", n / 2)),
    html("open_comments", |n| repeat("文<!-- ", n)),
    html("open_scripts", |n| repeat("文<script><!--<script>", n)),
    html("open_titles", |n| repeat("<title>文", n)),
    html("open_tags", |n| repeat("<p a=\"", n)),
    html("less_than", |n| repeat("<", n)),
    html("titles", |n| numbered(n, |page, i| write!(page, "<meta property=og:title content=今日{i}>"))),
    html("keywords", |n| {
        format!("<meta name=keywords content='{}'>", numbered(n, |page, i| write!(page, "{i},")))
    }),
    html("meta_authors", |n| numbered(n, |page, i| write!(page, "<meta name=author content=文{i}>"))),
    html("json_ld", |n| repeat("<script type=application/ld+json>{\"author\":[{</script>", n)),
    html("json_headlines", |n| {
        numbered(n / 2, |page, i| {
            write!(page, "<script type=application/ld+json>{{\"headline\":\"今日{i}要闻\"}}</script>")
        }) + &numbered(n / 2, |page, i| write!(page, "<h1>今日{i}要闻</h1>"))
    }),
    html("json_in_json", |n| format!("<script>a=\"{}\"</script>", repeat("{\\\"", n))),
    html("json_strings", |n| format!("<script>{}</script>", repeat("\"{'[`", n))),
    html("data", |n| format!("<script>a={{content:\"{}\"}}</script>", repeat("天气很好，", n))),
    html("bylines", |n| {
        format!("{TEXT}<p>{}</p>{TEXT}", numbered(n, |page, i| write!(page, "（记者 王{i}）")))
    }),
    html("times", |n| format!("<h1>标题</h1>{}{TEXT}", repeat("<p>2024-03-21 10:20 来源：某报</p>", n))),
    html("time_elements", |n| repeat("<time datetime=2024-03-21>", n) + TEXT),
    html("entities", |n| repeat("&lt;&#x4E00;&notit;", n)),
    html("nothing", |n| repeat("\0", n)),
    dump("dump_line", |n| repeat("天气很好 ", n)),
    dump("dump_lines", |n| repeat("今天天气很好，适合出门走走。\n", n)),
    dump("dump_short_lines", |n| repeat("文\n", n)),
    dump("dump_empty_lines", |n| repeat("\n", n)),
    dump("dump_distinct_lines", |n| {
        numbered(n, |page, i| writeln!(page, "第{i}天，天气很好，大家出门走走。"))
    }),
    dump("dump_names", |n| format!("标题\n记者 {}\n{TEXT}", repeat("张三、", n))),
    dump("dump_names_distinct", |n| {
        format!("标题\n{}\n{TEXT}", numbered(n, |page, i| write!(page, "记者 {}", name(i))))
    }),
    dump("dump_names_lines", |n| format!("标题\n{}{TEXT}", repeat("记者 张三\n", n))),
    dump("dump_times", |n| format!("标题\n{}\n{TEXT}", repeat("2024-03-21 ", n))),
    dump("dump_times_lines", |n| format!("标题\n{}\n{TEXT}", repeat("2024-03-21 10:20 来源：某报\n", n))),
    dump("dump_closings", |n| format!("{TEXT}\n{}{TEXT}", repeat("责任编辑：张三\n相关阅读\n", n))),
    dump("dump_blanks", |n| repeat("\u{3000}", n) + "文"),
    dump("dump_digits", |n| repeat("1", n)),
    dump("dump_brackets", |n| repeat("（", n)),
    dump("dump_phrases", |n| repeat("责任编辑相关阅读返回首页", n)),
];

const SENTENCE: &str =
    "这一段是整页里唯一的正文，讲的是今年秋天北方一座小城修复老街的经过，前后用了三年时间，花费两千多万元。";
const PARAGRAPH: &str = "<p>这一段是整页里唯一的正文，讲的是今年秋天北方一座小城修复老街的经过，前后用了三年时间，\
     花费两千多万元。街上的老人说，石板是一块一块从河边运来的，铺好以后和从前的一模一样。</p>";
const TITLE: &str = "<h1>小城老街修复记</h1>";
const HEAD: &str = "<html><head><title>小城老街修复记</title></head><body><h1>小城老街修复记</h1>";
const TEXT: &str = "<p>今天天气很好，村民们都出门走走，看看田里的秧苗，说说今年的收成。</p>";

const fn html(name: &'static str, page: fn(usize) -> String) -> Form {
    Form { name, input: Input::Html, page }
}

const fn dump(name: &'static str, page: fn(usize) -> String) -> Form {
    Form { name, input: Input::Dump, page }
}

/// A name of its own for each of some thousands.
fn name(i: usize) -> String {
    let given = [i / 5000, i % 5000].map(|part| u32::try_from(part).unwrap_or(0) + 0x4E00);
    "王".chars().chain(given.into_iter().filter_map(char::from_u32)).chain("\n".chars()).collect()
}

/// A Chinese character of its own for each of 20,000.
fn han(i: usize) -> char {
    u32::try_from(i).ok().and_then(|i| char::from_u32(0x4E00 + i)).unwrap_or('一')
}

/// `unit` again and again, to so many bytes.
fn repeat(unit: &str, bytes: usize) -> String {
    unit.repeat(bytes.div_ceil(unit.len()))
}

/// What `unit` writes for each number below `count`.
fn counted(count: usize, mut unit: impl FnMut(&mut String, usize) -> std::fmt::Result) -> String {
    let mut page = String::new();
    for i in 0..count {
        // Writing to a string never fails.
        let _ = unit(&mut page, i);
    }
    page
}

/// What `unit` writes for 0, 1, 2 …, to so many bytes.
fn numbered(bytes: usize, unit: fn(&mut String, usize) -> std::fmt::Result) -> String {
    let mut page = String::with_capacity(bytes + 64);
    let mut i = 0;
    while page.len() < bytes {
        // Writing to a string never fails.
        let _ = unit(&mut page, i);
        i += 1;
    }
    page
}
