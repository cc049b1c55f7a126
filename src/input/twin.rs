//! The blocks of a page as this crate reads it are those of a full parse by html5ever, walked in
//! scraper's tree, on made-up markup. `tests/saved_pages.rs` says so of saved pages.

use super::{html, parse};
use proptest::prelude::*;

fn assert_same(page: &str) {
    let naive = html::walked_of_scraper(&scraper::Html::parse_document(page));
    let fast = html::walked(&parse::parse(page).dom);
    let ours: Vec<String> = fast.scripts.iter().map(|script| script.replace("\r\n", "\n")).collect();
    let theirs: Vec<&str> = naive.scripts.iter().map(|script| &**script).collect();
    assert_eq!(ours, theirs, "the scripts of {page:?}");
    assert_eq!(fast.held, naive.held, "what {page:?} holds");
    let (fast, naive) = (fast.page, naive.page);
    if fast == naive {
        return;
    }
    let (fast, naive) = (format!("{fast:#?}"), format!("{naive:#?}"));
    let (mut fast, mut naive) = (fast.lines(), naive.lines());
    loop {
        let (ours, theirs) = (fast.next(), naive.next());
        let start: String = page.chars().take(1000).collect();
        assert_eq!(ours, theirs, "{start:?}");
        if ours.is_none() {
            break;
        }
    }
}

/// Pieces of markup that pages are made of, well formed and not.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    "一", "二。", " ", "\n", "\r\n", "\r", "\u{3000}\u{3000}", "\0", "&nbsp;", "&amp;", "&lt;b&gt;", "&#20013;", "&#x4e2d",
    "&copy=1", "&", "<", ">", "\"", "'", "/", "=", "-->", "]]>", "<!--", "<!-- 三 -->", "<!-->", "<!x>", "<?x>", "</>",
    "</ 四>", "<![CDATA[五", "<!DOCTYPE html>", "<!doctype html public '-//W3C//DTD HTML 3.2//EN'>", "<html lang=zh>",
    "<head>", "</head>", "<body>", "</body>", "<title>", "</title>", "<TITLE>六&amp;七</TITLE>", "<div>", "</div>",
    "<div class='content x'>", "<div id=nav CLASS=\"a&amp;b\" class=c>", "<DIV hidden>", "<p>", "</p>", "<P class=x/>",
    "<p style='display:none'>", "<p style=\"color:red\" onclick='if (a>b) {}'>", "<br>", "<br/>", "</br>", "<hr>",
    "<a href='/x?a=1&copy=2'>", "<a href=/y/ target=_blank>", "</a>", "<b>", "<b class=x>", "</b>", "<i a=1>", "<i a=2>",
    "</i>", "<font color=red>", "<font size=2>", "</font>", "<span>", "</span>", "<span style='visibility: hidden'>",
    "<h1>", "</h1>", "<h2>", "<ul>", "<li>", "</li>", "</ul>", "<table>", "<tr>", "<td>", "</td>", "</tr>", "</table>",
    "<caption>", "<th>", "<form>", "</form>", "<select>", "<option>", "</select>", "<textarea>", "</textarea>",
    "<input type=hidden>", "<button>", "</button>", "<pre>", "<pre>\n", "</pre>", "<xmp>", "</xmp>", "<plaintext>",
    "<script>", "<script>var a = '<p>' && 1;</script>", "<script><!--<script>", "</script>", "</script >",
    "<script type='application/ld+json'>{\"a\":1}</script>",
    "<script type='application/ld+json; charset=utf-8'>{\"a\":2}</script>", "<script type=ld+json>a\r\nb</script>", "<style>", "p > a {}</style>", "<noscript>", "</noscript>",
    "<iframe>", "</iframe>", "<noframes>", "</noframes>", "<svg>", "<svg><path d='M0'/></svg>", "<svg/>", "</svg>",
    "<foreignObject>", "<desc>", "<math>", "<mi>", "<annotation-xml encoding=text/html>", "</math>", "<template>",
    "</template>", "<frameset>", "<img src=/a.png alt='图'>", "<img data-src=/b.png src=data:x>", "<picture>", "<source srcset='/k.webp 2x'>", "</picture>", "<video src=/v.mp4>", "<video poster=/p.jpg>", "<source src=/w.mp4>", "</video>", "<audio src=/a.mp3>一", "<noscript><img src=/n.png></noscript>", "<noscript><img src=/b.png alt='a&quot;'>", "<amp-img src=/e.png>", "</amp-img>", "<img data-y=/h.jpg zoomfile=/f.jpg data-x=/g.jpg file=/g.png>", "<img alt=👍>", "<ruby>", "<rp>(", "</rp>", "<rt>han</rt>", "</ruby>", "<code>", "</code>", "&amp;nbsp;", "<style>.x{display:none} .y{display:block} #nav{opacity:0}</style>",
    "<span class=x>", "<span class='y z'>", "<i class=material-icons>", "<b class=sr-only>", "<span style='display:block;color:red'>", "<div style='display:contents'>", "<p style='white-space:pre-wrap'>", "<font style='font-size:0'>", "<template shadowrootmode=open>", "<p class=x>", "<div style='opacity:0'>",
    "<figure style=\"background-image:url('/q.jpg')\">", "<x-z>", "</x-z>", "<button>展开全文", "<a href=#x>", "<div data-x=1>", "<img alt=㐂 width=16>", "<image src=/c.png>",
    "<meta name=author content=八>", "<META property='og:title' content=\"九&quot;\">", "<link rel=canonical href=/z>",
    "<base href=//h/>", "<time datetime='2024-03-21'>", "</time>", "<span title='2024-03-21 10:20'>", "<p TITLE='&#50;024年3月21日'>", "<i title='2024年春耕'>", "<span data-timestamp=1710987600>", "<blockquote>", "<figure>", "<figcaption>",
    "<span title='春' title='2024-03-21'>", "<i data-timestamp=x data-timestamp=1710987600>", "<img data-z=x Data-Z=/h.jpg>",
    "<div data-y='今天上午，春耕会在东山村召开，农技人员说雨水比往年来得早，秧苗长得很好，大家都很高兴，只等天气转晴，人们就下田插秧，种子已经发放到各家各户。'>", "<iframe srcdoc=短 srcdoc='<p>今天上午，春耕会在东山村召开，农技人员说雨水比往年来得早，秧苗长得很好，大家都很高兴，只等天气转晴，人们就下田插秧，种子已经发放到各家各户。'>",
    "<x-y class=content>", "</x-y>", "<nav>", "</nav>", "<p style=a style='display:none'>", "<img src=/d.png alt='a\r\nb'>", "<svg>四<font color=red a=1>", "<body class=a>", "<p class", "<p class=", "<p class=\"x", "</p", "<div a",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn made_up_pages_read_alike(pieces in proptest::collection::vec(proptest::sample::select(PIECES), 0..24)) {
        assert_same(&pieces.concat());
    }
}
