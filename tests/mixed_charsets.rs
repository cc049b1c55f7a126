//! Pages in one charset with a fragment in another, as footers, comments and advertisements of other
//! systems are: the page is read in its own, and no more than the fragment is broken.

use encoding_rs::{BIG5, Encoding, GB18030, UTF_8};
use std::fmt::Write as _;
use zhengwen::decode;

/// Characters that both scripts have, so that each charset can write them.
const SENTENCES: [&str; 6] = [
    "今天上午，全市的春耕工作在南山村召开，大家都很高兴。",
    "老人介绍，今年的雨水比往年来得早，秧苗长得很好。",
    "村里的小学也在这一天放假，学生和家人一同下田，中午才回家。",
    "有人在河边放水，有人在田里施肥，一年的收成就看这几天。",
    "山上的茶园也开始采摘，第一批明前茶已在昨日上市，价格不低。",
    "天黑以前，最后一台农机回到村口，人们才三三两两地散去。",
];

/// Running text of at least so many characters.
fn text(chars: usize) -> String {
    let mut text = String::new();
    for sentence in SENTENCES.iter().cycle() {
        if text.chars().count() >= chars {
            break;
        }
        text += sentence;
    }
    text
}

fn in_script(text: &str, encoding: &'static Encoding) -> String {
    let pairs = [
        ("开", "開"),
        ("会", "會"),
        ("来", "來"),
        ("长", "長"),
        ("学", "學"),
        ("边", "邊"),
        ("农", "農"),
        ("机", "機"),
        ("们", "們"),
        ("两", "兩"),
        ("绍", "紹"),
        ("这", "這"),
        ("耕", "耕"),
        ("采", "採"),
        ("价", "價"),
        ("里", "裡"),
        ("都", "都"),
        ("几", "幾"),
        ("后", "後"),
        ("台", "臺"),
        ("兴", "興"),
        ("收", "收"),
        ("个", "個"),
    ];
    if encoding != BIG5 {
        return text.to_owned();
    }
    pairs.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}

fn encode(text: &str, encoding: &'static Encoding) -> Vec<u8> {
    let text = in_script(text, encoding);
    let (bytes, _, unmappable) = encoding.encode(&text);
    assert!(!unmappable, "{text} in {}", encoding.name());
    bytes.into_owned()
}

/// Head, middle and foot of a page.
const PLACES: [&str; 3] = ["head", "middle", "foot"];

/// A page of 1,600 characters with a fragment of `chars` at `place`.
fn page(
    own: &'static Encoding,
    other: &'static Encoding,
    chars: usize,
    place: &str,
    label: Option<&str>,
) -> Vec<u8> {
    let label = label.map(|label| format!("<meta charset={label}>")).unwrap_or_default();
    let own = |text: &str| encode(text, own);
    let fragment = |at: &str, open: &str, close: &str| {
        if at == place {
            [open.as_bytes(), &encode(&text(chars), other), close.as_bytes()].concat()
        } else {
            Vec::new()
        }
    };
    [
        own(&format!("<html><head>{label}")),
        fragment("head", "<meta name=keywords content=\"", "\">"),
        own(&format!("<title>春耕</title></head><body><p>{}</p>", text(800))),
        fragment("middle", "<div class=ad>", "</div>"),
        own(&format!("<p>{}</p>", text(800))),
        fragment("foot", "<div class=footer>", "</div>"),
        own("</body></html>"),
    ]
    .concat()
}

#[test]
fn a_page_with_a_fragment_in_another_charset_is_read_in_its_own() {
    let mut failures = String::new();
    let mut cases = 0;
    for (own, label) in [(UTF_8, "utf-8"), (GB18030, "gb2312"), (BIG5, "big5")] {
        for other in [UTF_8, GB18030, BIG5].into_iter().filter(|&other| other != own) {
            for chars in [30, 300, 1000] {
                for place in PLACES {
                    for label in [None, Some(label)] {
                        let bytes = page(own, other, chars, place, label);
                        let of = format!(
                            "{} with {chars} in {} at the {place}, labelled {label:?}",
                            own.name(),
                            other.name()
                        );
                        let read = decode(&bytes, None).unwrap_or_else(|error| panic!("{of}: {error}"));
                        let body = in_script(&text(800), own);
                        cases += 1;
                        if read.encoding != own.name() || read.text.matches(&body).count() != 2 {
                            let _ = writeln!(failures, "{of}: read as {}", read.encoding);
                        }
                    }
                }
            }
        }
    }
    assert_eq!(cases, 3 * 2 * 3 * 3 * 2);
    assert!(failures.is_empty(), "{failures}");
}

#[test]
fn a_byte_order_mark_holds_over_a_fragment_in_another_charset() {
    for place in PLACES {
        let bytes = [b"\xEF\xBB\xBF".to_vec(), page(UTF_8, GB18030, 1000, place, None)].concat();
        let read = decode(&bytes, None).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!((read.encoding, read.evidence), ("UTF-8", zhengwen::Evidence::ByteOrderMark), "{place}");
    }
}

#[test]
fn a_page_in_utf_16_with_few_chinese_characters_and_no_mark_is_read() {
    let markup = "<div class=nav><a href=/news/>x</a></div>\n".repeat(2000);
    let page = format!("<html><head><title>春</title></head><body>{markup}</body></html>");
    let bytes: Vec<u8> = page.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let read = decode(&bytes, None).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!((read.encoding, read.text.as_ref()), ("UTF-16LE", page.as_str()));
}
