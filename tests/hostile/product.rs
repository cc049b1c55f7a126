//! Every place in which a long value can stand, times what it is made of, times the small things that can
//! stand beside it many times: half of a page is the one, half the other.

use super::{HEAD, Input, PARAGRAPH, repeat};

/// A place for a long value, and for many small things.
pub(crate) struct Place {
    pub(crate) name: &'static str,
    pub(crate) input: Input,
    page: fn(value: &str, small: &str) -> String,
}

/// One page of the product.
#[derive(Clone, Copy)]
pub(crate) struct Case {
    pub(crate) place: &'static Place,
    content: &'static str,
    small: &'static str,
}

impl Case {
    pub(crate) fn name(self) -> String {
        format!("{} of {:?} beside {:?}", self.place.name, self.content, self.small)
    }

    /// A page of at least so many bytes.
    pub(crate) fn page(self, bytes: usize) -> String {
        (self.place.page)(&repeat(self.content, bytes / 2), &repeat(self.small, bytes / 2))
    }
}

/// All pages of the product.
pub(crate) fn cases() -> impl Iterator<Item = Case> {
    PLACES.iter().flat_map(|place| {
        let smalls = match place.input {
            Input::Html => SMALL,
            Input::Dump => LINES,
        };
        CONTENTS
            .iter()
            .flat_map(move |content| smalls.iter().map(move |small| Case { place, content, small }))
    })
}

/// What a value is made of: letters, characters, numerals, marks, references, what lists look for.
const CONTENTS: &[&str] = &[
    "x",
    "文",
    "1",
    "十",
    "&lt;",
    "a ",
    "甲-",
    "）\u{3000}\u{3000}",
    "../",
    "来源：",
    "记者王小明 ",
    "2024-03-21 ",
    "x:y;",
];

const SMALL: &[&str] = &[
    "</p><p>文",
    "<p>下一页</p>",
    "<p>今天天气很好，适合出门走走。</p>",
    "<p>2024-03-21 10:20 来源：某报</p>",
    "<p>记者 王小明</p>",
    "<h2>小城老街</h2>",
    "<a href=/1>要闻</a>",
    "<img src=a.jpg alt=图>",
    "文<br>",
    "<tr><td>文",
    "<meta property=og:title content=文>",
    "<meta name=author content=王小明>",
    "<script>a='文'</script>",
];

const LINES: &[&str] = &[
    "文\n",
    "今天天气很好，适合出门走走。\n",
    "2024-03-21 10:20 来源：某报\n",
    "记者 王小明\n",
    "小城老街修复记\n",
    "甲\t乙\n",
    "责任编辑：王小明\n",
];

const PLACES: &[Place] = &[
    html("link", |value, small| [HEAD, PARAGRAPH, "<p><a href='", value, "'>下一页", small].concat()),
    html("time", |value, small| [HEAD, PARAGRAPH, "<p><font datetime='", value, "'>", small].concat()),
    html("style", |value, small| {
        [HEAD, PARAGRAPH, "<p><b style='", value, ";display:none-not'>", small].concat()
    }),
    html("class", |value, small| [HEAD, "<div class='", value, "'>", PARAGRAPH, small].concat()),
    html("id of an open font", |value, small| {
        [HEAD, PARAGRAPH, "<p><font id='", value, "'>", small].concat()
    }),
    html("picture", |value, small| [HEAD, PARAGRAPH, "<img src='", value, "'>", small].concat()),
    html("pictures", |value, small| [HEAD, PARAGRAPH, "<img srcset='", value, " 1w, b 2w'>", small].concat()),
    html("alt", |value, small| [HEAD, PARAGRAPH, "<img src=a.jpg alt='", value, "'>", small].concat()),
    html("og:title", |value, small| declared("property=og:title", value, small)),
    html("description", |value, small| declared("name=description", value, small)),
    html("keywords", |value, small| declared("name=keywords", value, small)),
    html("author", |value, small| declared("name=author", value, small)),
    html("site name", |value, small| declared("property=og:site_name", value, small)),
    html("date", |value, small| declared("name=pubdate", value, small)),
    html("name of a declaration", |value, small| {
        ["<html><head><meta content=文 name='", value, "'></head><body>", PARAGRAPH, small].concat()
    }),
    html("canonical", |value, small| {
        ["<html><head><link rel=canonical href='http://a/", value, "'></head><body>", PARAGRAPH, small]
            .concat()
    }),
    html("base", |value, small| {
        ["<html><head><base href='http://a/", value, "'></head><body>", PARAGRAPH, small].concat()
    }),
    html("title", |value, small| {
        ["<html><head><title>", value, "</title></head><body>", PARAGRAPH, small].concat()
    }),
    html("JSON-LD", |value, small| {
        let json = ["<script type=application/ld+json>{\"headline\":\"", value, "\"}</script>"].concat();
        ["<html><head>", &json, "</head><body>", PARAGRAPH, small].concat()
    }),
    html("key of data", |value, small| {
        ["<html><body><script>a={\"", value, "\":\"文\"}</script>", small].concat()
    }),
    html("value of data", |value, small| {
        ["<html><body><script>a={publish_time:1,content:\"", value, "\"}</script>", small].concat()
    }),
    html("headline", |value, small| ["<html><body><h1>", value, "</h1>", PARAGRAPH, small].concat()),
    html("under the headline", |value, small| [HEAD, "<h2>", value, "</h2>", PARAGRAPH, small].concat()),
    html("line under the headline", |value, small| [HEAD, "<p>", value, "</p>", PARAGRAPH, small].concat()),
    html("paragraph", |value, small| [HEAD, PARAGRAPH, "<p>", value, "</p>", PARAGRAPH, small].concat()),
    html("last line", |value, small| [HEAD, PARAGRAPH, small, PARAGRAPH, "<p>", value, "</p>"].concat()),
    html("caption", |value, small| {
        [HEAD, PARAGRAPH, "<figure><img src=a><figcaption>", value, "</figcaption></figure>", small].concat()
    }),
    html("comment", |value, small| [HEAD, PARAGRAPH, "<!--", value, small].concat()),
    html("name of an element", |value, small| [HEAD, PARAGRAPH, "<x-", value, ">", small].concat()),
    dump("first line", |value, small| [value, "\n", small].concat()),
    dump("line under a headline", |value, small| ["小城老街修复记\n", value, "\n", small].concat()),
    dump("last line", |value, small| ["小城老街修复记\n", small, value].concat()),
];

fn declared(name: &str, value: &str, small: &str) -> String {
    [
        "<html><head><meta ",
        name,
        " content='",
        value,
        "'></head><body><h1>小城老街修复记</h1>",
        PARAGRAPH,
        small,
    ]
    .concat()
}

const fn html(name: &'static str, page: fn(&str, &str) -> String) -> Place {
    Place { name, input: Input::Html, page }
}

const fn dump(name: &'static str, page: fn(&str, &str) -> String) -> Place {
    Place { name, input: Input::Dump, page }
}
