//! Records that are whole, and those that are not.

use super::*;

#[test]
fn a_head_is_read_whatever_case_its_names_have() {
    let head = head(b"warc-type: response\r\nCONTENT-LENGTH: 12\r\nWARC-Target-URI: <http://a/>\r\n\r\n");
    let head = head.expect("it is a head");
    assert_eq!((head.kind.as_str(), head.bytes, head.url.as_deref()), ("response", 12, Some("http://a/")));
}

#[test]
fn heads_that_claim_nothing_or_nonsense_are_errors() {
    assert!(head(b"WARC-Type: response\r\n\r\n").is_err());
    assert!(head(b"Content-Length: many\r\n\r\n").is_err());
}

#[test]
fn bytes_between_records_are_told_and_cost_none() {
    let record = "WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: 3\r\n\r\nabc\r\n\r\n";
    let archive = format!("what\r\never\r\n{record}{record}and more");
    let mut records = Records::new(archive.as_bytes(), 1 << 20);
    let mut read = Vec::new();
    while let Some(record) = records.next(|_| true).expect("memory can be read") {
        read.push(record.is_ok());
    }
    assert_eq!(read, [false, true, true, false]);
}

#[test]
fn a_record_that_is_shorter_than_it_claims_loses_no_other() {
    let record = |claimed: usize, content: &str| {
        format!("WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: {claimed}\r\n\r\n{content}\r\n\r\n")
    };
    let archive = record(90, "short") + &record(1000, "shorter") + &record(3, "abc");
    let mut records = Records::new(archive.as_bytes(), 1 << 20);
    let mut read = Vec::new();
    while let Some(record) = records.next(|_| true).expect("memory can be read") {
        read.push(record.map(|record| match record {
            Record::Read(_, content) => String::from_utf8_lossy(&content).into_owned(),
            Record::Passed(_) => "passed".to_owned(),
        }));
    }
    assert!(read[..2].iter().all(Result::is_err), "{read:?}");
    assert_eq!(read[2..], [Ok("abc".to_owned())], "{read:?}");
}

fn record_of(claimed: usize, content: &str) -> String {
    format!("WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: {claimed}\r\n\r\n{content}\r\n\r\n")
}

/// What is in an archive of which `most` bytes of a record are kept: contents, or what is said of them, each with the
/// place that the next is at.
fn read_all(archive: &str, most: u64) -> Vec<(Result<String, String>, usize)> {
    let mut records = Records::new(archive.as_bytes(), most);
    let mut read = Vec::new();
    while let Some(record) = records.next(|_| true).expect("memory can be read") {
        let content = record.map(|record| match record {
            Record::Read(_, content) => String::from_utf8_lossy(&content).into_owned(),
            Record::Passed(_) => "passed".to_owned(),
        });
        read.push((
            content,
            usize::try_from(records.source.taken - records.ahead()).expect("it is in memory"),
        ));
    }
    read
}

#[test]
fn a_length_too_large_to_be_kept_loses_no_other() {
    let long = "春耕".repeat(40_000);
    for most in [300, 1_000, 200_000] {
        for claimed in [most + 1, 10 * most, 1 << 40] {
            let claimed = usize::try_from(claimed).expect("it fits");
            let rest = [record_of(3, "abc"), record_of(5, "defgh"), record_of(3, "ijk")].concat();
            let archive = record_of(claimed, "short") + &rest + &record_of(long.len(), &long) + &rest;
            let read = read_all(&archive, most);
            let whole: Vec<&str> = read.iter().filter_map(|(read, _)| read.as_deref().ok()).collect();
            let whole: Vec<&str> = whole.into_iter().filter(|content| content.len() < 10).collect();
            assert_eq!(whole, ["abc", "defgh", "ijk", "abc", "defgh", "ijk"], "{most} {claimed} {read:?}");
        }
    }
}

#[test]
fn a_long_record_that_holds_an_archive_is_one_where_it_ends_as_it_says() {
    let inner = record_of(3, "abc");
    let archive = record_of(inner.len() + 500, &(inner + &"春".repeat(166) + "ab")) + &record_of(3, "end");
    let read: Vec<_> = read_all(&archive, 520).into_iter().map(|(read, _)| read.is_ok()).collect();
    assert_eq!(read, [false, true]);
}

#[test]
fn what_is_given_once_more_is_as_it_was_and_where_it_was() {
    // It ends within the second, at two line breaks.
    let first = "short\r\n\r\n".len() + record_of(0, "").len() + "line".len();
    let second = "line\r\n\r\nanother";
    let archive = record_of(first, "short") + &record_of(second.len(), second) + &record_of(3, "abc");
    for most in [8, 1 << 20] {
        let read = read_all(&archive, most);
        let contents: Vec<_> = read.iter().filter_map(|(read, _)| read.clone().ok()).collect();
        let kept = [second, "abc"].into_iter().filter(|content| content.len() as u64 <= most);
        assert_eq!(contents, kept.collect::<Vec<_>>(), "{most} {read:?}");
        let (_, at) = read[0];
        assert_eq!(at, record_of(first, "short").len(), "{most} {read:?}");
    }
}

#[test]
fn records_that_all_claim_too_much_are_read_so_many_times_and_no_more() {
    let archive = record_of(1 << 20, "x").repeat(20_000);
    let mut records = Records::new(archive.as_bytes(), 1 << 20);
    while records.next(|_| true).expect("memory can be read").is_some() {}
    assert!(records.again <= MOST_AGAIN * (archive.len() as u64 + (1 << 20)), "{}", records.again);
    assert!(records.again > archive.len() as u64);
}
