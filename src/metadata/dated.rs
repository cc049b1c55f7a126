//! The page's address in, the day in its path out.

use super::head;
use crate::page::Head;
use crate::page_time::PageTime;

/// The date in the page's address. The last resort.
pub(super) fn address_date(head: &Head) -> Option<PageTime> {
    let url = head::url(head)?;
    let path = url.split_once("://").map_or(url.as_str(), |(_, rest)| rest);
    let path = path.split(['?', '#']).next()?;
    dated_path(path)
}

/// `/2019/09_07/`, `/2019-09/07/`, `/201909/07/`, `/2019/0907/`, `t20190907_1`, `/108/09/07/`.
fn dated_path(path: &str) -> Option<PageTime> {
    let mut rest = path;
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        rest = rest.get(at..)?;
        let mut runs = rest.split(['/', '-', '_']);
        let next: [&str; 3] = std::array::from_fn(|_| digits(runs.next().unwrap_or_default()));
        let [first, second, third] = next;
        let date = match next.map(str::len) {
            [8, ..] => Some(first.to_owned()),
            [6, 2, _] | [4, 4, _] => Some(format!("{first}{second}")),
            [4, 1 | 2, 1 | 2] => Some(format!("{first}{second:0>2}{third:0>2}")),
            [3, 2, 2] => first.parse::<u16>().ok().map(|year| format!("{}{second}{third}", year + 1911)),
            _ => None,
        };
        if let Some(time) = date.and_then(|date| head::time(&date)) {
            return Some(time);
        }
        rest = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    }
    None
}

/// The digits that a piece of a path begins with, where its first run is followed by no letter of an id.
fn digits(piece: &str) -> &str {
    let end = piece.find(|c: char| !c.is_ascii_digit()).unwrap_or(piece.len());
    piece.get(..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::dated_path;

    #[test]
    fn addresses_are_dated_in_many_forms() {
        for path in [
            "example.com/2019/09_07/1.html",
            "example.com/a/2019-09/07/c_1.htm",
            "example.com/201909/07/1.html",
            "example.com/2019/0907/c1-2.html",
            "example.com/zw/t20190907_12.html",
            "example.com/n/2019/9/7/1.html",
            "example.com/108/09/07/1",
            "example.com/2019-09-07-title",
        ] {
            assert_eq!(
                dated_path(path).map(|time| time.to_string()).as_deref(),
                Some("2019-09-07"),
                "{path}"
            );
        }
        for path in
            ["example.com/news/12345678.html", "example.com/2019/13/45", "example.com/108/1", "example.com"]
        {
            assert_eq!(dated_path(path), None, "{path}");
        }
    }
}
