//! What fails, and with which value; nothing else does.

use zhengwen::{Cleaner, Error, Feature, Weights, clean_bytes};

/// Bytes as evenly spread as those of a compressed file, by a linear congruential generator.
fn noise(count: usize) -> Vec<u8> {
    let mut state = 7u32;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        state.to_be_bytes()[0]
    };
    (0..count).map(|_| next()).collect()
}

#[test]
fn media_are_no_text() {
    for magic in [
        b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR".as_slice(),
        b"\xFF\xD8\xFF\xE0\0\x10JFIF\0",
        b"GIF89a\x01\0\x01\0",
        b"RIFF\0\0\0\0WEBPVP8 ",
        b"PK\x03\x04\x14\0",
        b"\x1F\x8B\x08\0",
        b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\nstream\n",
        b"\0\0\0\x18ftypmp42",
        b"\x7FELF\x02\x01",
        b"\xFF\xFE",
    ] {
        let bytes = [magic, &noise(3_000)].concat();
        for content_type in [None, Some("text/html; charset=utf-8"), Some("text/html; charset=gbk")] {
            let error = clean_bytes(&bytes, content_type).err();
            let is_no_text = matches!(error, Some(Error::NotText { controls, bytes: of }) if controls > 60 && of <= bytes.len());
            assert!(is_no_text, "{magic:?}, {content_type:?}: {error:?}");
        }
    }
}

#[test]
fn text_full_of_zeros_is_no_text_and_a_few_are_passed_over() {
    let page = "<p>今天，全市的中小学都开学了，孩子们回到了校园，老师们在门口迎接他们。</p>";
    let often: Vec<u8> = page
        .bytes()
        .enumerate()
        .flat_map(|(at, b)| [b].into_iter().chain((at % 5 == 0).then_some(0)))
        .collect();
    let zeros = often.len() - page.len();
    assert_eq!(clean_bytes(&often, None), Err(Error::NotText { controls: zeros, bytes: often.len() }));
    let seldom = [page.as_bytes(), b"\0"].concat();
    assert_eq!(clean_bytes(&seldom, None).map(|article| article.text()), Ok(zhengwen::clean(page).text()));
}

#[test]
fn a_page_over_the_limit_is_too_large_and_one_at_it_is_not() {
    let limited = |limit| Cleaner::builder().max_bytes(limit).build();
    let page = "<p>春耕开始了。</p>".as_bytes();
    let clean = |limit| limited(limit).clean_bytes(page, None);
    assert!(clean(page.len()).is_ok());
    assert_eq!(clean(page.len() - 1), Err(Error::TooLarge { bytes: page.len(), limit: page.len() - 1 }));
}

#[test]
fn an_unknown_charset_loses_no_page_and_is_told_as_given() {
    let page = "<p>今天，全市的中小学都开学了，孩子们回到了校园，老师们在门口迎接他们。</p>".as_bytes();
    for label in ["Klingon-8", "UTF_8", "utf8mb4", "none"] {
        let header = format!("text/html; charset={label}");
        assert_eq!(clean_bytes(page, Some(&header)), clean_bytes(page, None), "{label}");
        let told = zhengwen::decode(page, Some(&header)).map(|decoded| decoded.unknown_label);
        assert_eq!(told, Ok(Some(label.to_owned())));
    }
    let known = zhengwen::decode(page, Some("text/html; charset=gbk")).map(|decoded| decoded.unknown_label);
    assert_eq!(known, Ok(None), "one that is known and wrong is told by the encoding");
}

#[test]
fn a_weight_that_is_no_number_is_told_with_its_feature() {
    for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let error = Weights::html().with(Feature::LinkDensity, value).err();
        let told = matches!(error, Some(Error::BadWeight { feature: "link_density", value: told }) if told.to_bits() == value.to_bits());
        assert!(told, "{error:?}");
    }
    assert!(Weights::html().with(Feature::LinkDensity, -1.5).is_ok());
}

#[test]
fn errors_print_their_values_in_one_line() {
    for (error, printed) in [
        (Error::NotText { controls: 3, bytes: 9 }, "not text: 3 of 9 bytes are control characters"),
        (Error::TooLarge { bytes: 9, limit: 8 }, "page of 9 bytes is over the limit of 8"),
        (
            Error::BadWeight { feature: "bold", value: f64::INFINITY },
            "weight of `bold` is inf, not a finite number",
        ),
    ] {
        assert_eq!(error.to_string(), printed);
    }
}
