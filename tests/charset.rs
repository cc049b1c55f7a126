//! What a page's bytes are read as, for every pair of true and declared charset.

use encoding_rs::{BIG5, Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};
use std::fmt::Write as _;
use zhengwen::{Decoded, Error, Evidence, clean_bytes, decode};

const SIMPLIFIED: &str =
    "今天上午，全市的春耕工作会在东山村召开。农技人员说：“雨水比往年来得早，秧苗长得很好。”";
const TRADITIONAL: &str =
    "今天上午，全市的春耕工作會在東山村召開。農技人員說：「雨水比往年來得早，秧苗長得很好。」";

/// Labels that pages carry for the charset of their own or of another.
const LABELS: &[Option<&str>] =
    &[None, Some("utf-8"), Some("gb2312"), Some("gbk"), Some("gb18030"), Some("big5"), Some("big5-hkscs")];

fn encode(text: &str, encoding: &'static Encoding) -> Vec<u8> {
    let (bytes, _, unmappable) = encoding.encode(text);
    assert!(!unmappable, "{text} in {}", encoding.name());
    bytes.into_owned()
}

fn page(text: &str, declared: Option<&str>) -> String {
    let meta = declared.map(|label| format!("<meta charset=\"{label}\">")).unwrap_or_default();
    format!("<html><head>{meta}<title>春耕</title></head><body><p>{text}</p></body></html>")
}

/// The same page with an XML declaration in place of `<meta>`.
fn xml_page(text: &str, declared: Option<&str>) -> String {
    let encoding = declared.map(|label| format!(" encoding='{label}'")).unwrap_or_default();
    format!("<?xml version='1.0'{encoding}?>\n{}", page(text, None))
}

fn read<'a>(bytes: &'a [u8], content_type: Option<&str>) -> Decoded<'a> {
    decode(bytes, content_type).unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn a_page_is_read_rightly_whatever_it_and_its_header_declare() {
    let mut failures = String::new();
    let mut cases = 0;
    for (text, encoding) in [
        (SIMPLIFIED, UTF_8),
        (TRADITIONAL, UTF_8),
        (SIMPLIFIED, GB18030),
        (TRADITIONAL, GB18030),
        (TRADITIONAL, BIG5),
    ] {
        for declared in LABELS {
            for header in LABELS {
                let header = header.map(|label| format!("text/html; charset={label}"));
                for page in [page(text, *declared), xml_page(text, *declared)] {
                    let bytes = encode(&page, encoding);
                    let read = read(&bytes, header.as_deref());
                    cases += 1;
                    if read.text != page || read.encoding != encoding.name() || read.replaced != 0 {
                        let name = encoding.name();
                        let _ = writeln!(failures, "{name}, page {declared:?}, header {header:?}: {read:?}");
                    }
                }
            }
        }
    }
    assert_eq!(cases, 5 * 7 * 7 * 2);
    assert!(failures.is_empty(), "{failures}");
}

#[test]
fn what_told_the_encoding_is_reported() {
    let evidence = |bytes: &[u8], header| read(bytes, header).evidence;
    let gb = |declared| encode(&page(SIMPLIFIED, declared), GB18030);
    assert_eq!(evidence(&gb(None), Some("text/html; charset=gbk")), Evidence::ContentType);
    assert_eq!(evidence(&gb(Some("gb2312")), None), Evidence::Declaration);
    assert_eq!(evidence(&gb(Some("utf-8")), None), Evidence::Content);
    assert_eq!(evidence(&gb(None), None), Evidence::Content);
    assert_eq!(evidence(page(SIMPLIFIED, Some("gbk")).as_bytes(), None), Evidence::ValidUtf8);
    assert_eq!(evidence(page(SIMPLIFIED, Some("utf-8")).as_bytes(), None), Evidence::Declaration);
    let marked = [b"\xEF\xBB\xBF".as_slice(), page(SIMPLIFIED, Some("gbk")).as_bytes()].concat();
    assert_eq!(evidence(&marked, Some("text/html; charset=big5")), Evidence::ByteOrderMark);
}

#[test]
fn a_declaration_counts_in_the_first_four_kilobytes() {
    for (padding, evidence) in [(3_900, Evidence::Declaration), (5_000, Evidence::Content)] {
        let script = format!("<script>{}</script>", "x".repeat(padding));
        let bytes = encode(&(script + &page(SIMPLIFIED, Some("gbk"))), GB18030);
        let read = read(&bytes, None);
        assert_eq!((read.encoding, read.evidence), ("gb18030", evidence), "behind {padding} bytes");
    }
}

#[test]
fn a_page_of_a_few_characters_is_read_rightly() {
    for (text, encoding) in [
        ("春耕开始了，大家都很忙。", UTF_8),
        ("春耕开始了，大家都很忙。", GB18030),
        ("春耕開始了，大家都很忙。", BIG5),
    ] {
        for declared in LABELS {
            let page = page_of(text, *declared);
            let bytes = encode(&page, encoding);
            let read = read(&bytes, None);
            assert_eq!(read.text, page, "{}, declared {declared:?}", encoding.name());
        }
    }
}

fn page_of(text: &str, declared: Option<&str>) -> String {
    declared.map(|label| format!("<meta charset={label}>")).unwrap_or_default() + "<p>" + text
}

#[test]
fn a_page_cut_off_in_a_character_loses_no_more_than_it() {
    let four_bytes = format!("{SIMPLIFIED}{}", "\u{20BB7}\u{4DB5}\u{3400}".repeat(6));
    for (text, encoding) in [
        (TRADITIONAL, UTF_8),
        (TRADITIONAL, GB18030),
        (TRADITIONAL, BIG5),
        (&four_bytes, UTF_8),
        (&four_bytes, GB18030),
    ] {
        for declared in [None, Some("utf-8"), Some("gbk"), Some("big5")] {
            let whole = page_of(text, declared);
            let bytes = encode(&whole, encoding);
            for cut in bytes.len() - 60..bytes.len() {
                let read = read(&bytes[..cut], None);
                let of = format!("{cut} of {} in {}, declared {declared:?}", bytes.len(), encoding.name());
                assert_eq!((read.encoding, read.replaced), (encoding.name(), 0), "{of}: {}", read.text);
                assert!(whole.starts_with(read.text.as_ref()), "{of}: {}", read.text);
                let lost = encode(whole.split_at(read.text.len()).1, encoding).len() - (bytes.len() - cut);
                assert!(lost < 4, "{of}: {lost} bytes lost");
            }
        }
    }
}

#[test]
fn utf_16_cut_off_in_a_character_loses_no_more_than_it() {
    let whole = page(&format!("{SIMPLIFIED}\u{20BB7}"), None);
    let bytes: Vec<u8> =
        [0xFEFF].into_iter().chain(whole.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    for cut in bytes.len() - 80..bytes.len() {
        let read = read(&bytes[..cut], None);
        assert_eq!((read.encoding, read.replaced), ("UTF-16LE", 0), "{cut}");
        assert!(whole.starts_with(read.text.as_ref()), "{cut}: {}", read.text);
    }
}

#[test]
fn characters_of_four_bytes_and_of_hong_kong_are_read() {
    let four = format!("{SIMPLIFIED}\u{20BB7}野家和\u{4DB5}字。");
    assert_eq!(read(&encode(&page(&four, Some("gb2312")), GB18030), None).text, page(&four, Some("gb2312")));
    // U+55F0 and U+35CE stand in Big5 only with HKSCS: 0xFD 0xA8 and 0x88 0x.. rows of its table.
    let bytes = [encode(&page(TRADITIONAL, Some("big5")), BIG5), vec![0xFD, 0xA8, 0x9D, 0x73]].concat();
    let text = read(&bytes, None).text.into_owned();
    let (expected, _) = BIG5.decode_without_bom_handling(&[0xFD, 0xA8, 0x9D, 0x73]);
    assert!(!expected.contains('\u{FFFD}') && text.ends_with(expected.as_ref()), "{text}");
}

#[test]
fn a_broken_run_in_the_middle_costs_only_itself() {
    for (encoding, text) in [(UTF_8, SIMPLIFIED), (GB18030, SIMPLIFIED), (BIG5, TRADITIONAL)] {
        for declared in [None, Some("utf-8"), Some("gbk"), Some("big5")] {
            let half = encode(&page(text, declared), encoding);
            let bytes = [half.as_slice(), b"<p>\xFF\xFF\xFF\xFF</p>", &half].concat();
            let read = read(&bytes, None);
            assert_eq!(read.encoding, encoding.name(), "declared {declared:?}");
            assert_eq!(read.text.matches(text).count(), 2, "declared {declared:?}: {}", read.text);
            assert!((1..=4).contains(&read.replaced), "declared {declared:?}: {}", read.replaced);
        }
    }
}

#[test]
fn utf_16_is_read_with_a_mark_with_a_header_and_from_its_zeros() {
    let whole = page(SIMPLIFIED, None);
    let little: Vec<u8> = whole.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = whole.encode_utf16().flat_map(u16::to_be_bytes).collect();
    for (bytes, mark, encoding) in [(&little, b"\xFF\xFE", UTF_16LE), (&big, b"\xFE\xFF", UTF_16BE)] {
        let marked = [mark.as_slice(), bytes].concat();
        let label = format!("text/html; charset={}", encoding.name());
        for read in [read(&marked, None), read(bytes, Some(&label)), read(bytes, None)] {
            assert_eq!(
                (read.text.as_ref(), read.encoding, read.replaced),
                (whole.as_str(), encoding.name(), 0)
            );
        }
    }
}

#[test]
fn two_characters_that_happen_to_be_utf_8_are_read_as_declared() {
    let bytes = encode("<meta charset=gbk>一直", GB18030);
    assert!(std::str::from_utf8(&bytes).is_ok());
    assert_eq!(read(&bytes, None).text, "<meta charset=gbk>一直");
}

#[test]
fn a_page_of_hong_kong_characters_is_read_whatever_is_declared() {
    // Rows of Big5 that HKSCS added; the last stands for two code points. encoding_rs writes none of them.
    let added = [0xFD, 0xA8, 0x9D, 0x73, 0x88, 0x62];
    let (characters, broken) = BIG5.decode_without_bom_handling(&added);
    assert!(!broken && characters.chars().count() == 4, "{characters}");
    for declared in LABELS {
        let page = page(TRADITIONAL, *declared);
        let bytes = [encode(&page, BIG5).as_slice(), &added, &encode(TRADITIONAL, BIG5), &added].concat();
        let read = read(&bytes, None);
        let expected = format!("{page}{characters}{TRADITIONAL}{characters}");
        assert_eq!((read.encoding, read.text.as_ref()), ("Big5", expected.as_str()), "declared {declared:?}");
    }
}

#[test]
fn a_byte_order_mark_that_the_bytes_contradict_loses() {
    let bytes = [b"\xEF\xBB\xBF".as_slice(), &encode(&page(SIMPLIFIED, None), GB18030)].concat();
    let read = read(&bytes, None);
    assert_eq!((read.encoding, read.evidence), ("gb18030", Evidence::Content));
    assert_eq!(read.text, page(SIMPLIFIED, None));
}

#[test]
fn the_article_of_bytes_is_that_of_their_text() {
    let text = format!("<h1>春耕开始</h1><p>{SIMPLIFIED}</p><p>{SIMPLIFIED}东山村的老人们都说好。</p>");
    let article = clean_bytes(&encode(&page(&text, Some("utf-8")), GB18030), Some("text/html; charset=big5"));
    assert_eq!(article, Ok(zhengwen::clean(&page(&text, Some("utf-8")))));
}

#[test]
fn bytes_that_are_no_text_are_an_error_with_their_figures() {
    let zeros = vec![0; 100];
    assert_eq!(decode(&zeros, None), Err(Error::NotText { controls: 100, bytes: 100 }));
    // A linear congruential generator: bytes as evenly spread as those of a compressed file.
    let noise: Vec<u8> = (0..4000u32)
        .scan(7u32, |state, _| {
            *state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            Some(state.to_be_bytes()[0])
        })
        .collect();
    assert!(matches!(decode(&noise, None), Err(Error::NotText { bytes: 4000, .. })));
    let mut spotted = page(SIMPLIFIED, None).into_bytes();
    spotted.push(0);
    assert_eq!(read(&spotted, None).encoding, "UTF-8");
}

#[test]
fn an_unknown_charset_in_the_header_or_the_page_is_passed_over() {
    let page = page(SIMPLIFIED, Some("klingon"));
    for encoding in [UTF_8, GB18030] {
        let bytes = encode(&page, encoding);
        let read = read(&bytes, Some("text/html; charset=utf8mb4"));
        assert_eq!((read.text.as_ref(), read.encoding), (page.as_str(), encoding.name()));
        assert_eq!(read.unknown_label.as_deref(), Some("utf8mb4"));
    }
    assert_eq!(read(page.as_bytes(), None).text, page);
}

#[test]
fn pages_in_other_languages_keep_their_declared_charset() {
    let french = "<meta charset=windows-1252><p>L'\u{E9}t\u{E9} dernier, la for\u{EA}t \u{E9}tait d\u{E9}j\u{E0} jaune.</p>";
    let bytes = encode(french, encoding_rs::WINDOWS_1252);
    assert_eq!(read(&bytes, None).text, french);
    let japanese =
        "<meta charset=shift_jis><p>今朝、東山村で田植えが始まりました。子どもたちも手伝っています。</p>";
    assert_eq!(read(&encode(japanese, encoding_rs::SHIFT_JIS), None).text, japanese);
}

#[test]
fn empty_bytes_are_an_empty_page() {
    assert_eq!(read(b"", None).text, "");
    assert!(clean_bytes(b"", None).is_ok_and(|article| article.is_empty()));
}
