//! A dump whose lines are broken at a width in, which line breaks are no paragraph's end out: PDF copies, mails,
//! printed pages.
//!
//! A break was forced where the next word had no room in its line. The width is measured over the whole text.

use crate::text::{punctuation, space};
use crate::work::{Part, look};
use memchr::{memchr, memmem};
use std::sync::LazyLock;

/// Columns of a Chinese character; a Latin letter has one.
const WIDE: usize = 2;
/// Narrowest text that is wrapped, in columns: lines of verse are shorter (7 characters and a mark, twice).
const LEAST_WIDTH: usize = 36;
/// Widest, in columns: a line of A4 in the smallest type.
const MOST_WIDTH: usize = 160;
/// Columns by which full lines differ: a mark hangs over or goes to the next line, a Latin word leaves a gap.
const RAGGED: usize = 4;
/// Full lines that a text has at least.
const LEAST_FULL: usize = 6;
/// Of lines over half as wide as the full ones, one of so many is full at least. Of 213 dumps none is taken for
/// wrapped at 6 either; of the same dumps wrapped, menus and all, 15 are not seen at 5 and 38 at 3.
const FULL_SHARE: usize = 5;
/// Full lines stand over so many times the lines that are a little shorter: widths of other lines fade out.
const EDGE: usize = 2;
/// One line of so many may be wider: an address has no place to break.
const WIDER_SHARE: usize = 20;

/// The width that the lines of a text are broken at, in columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Width(usize);

impl Width {
    /// Measures `text`; `None` where its lines are as long as they are for what they say.
    pub(super) fn of(text: &str) -> Option<Self> {
        let mut count = [0_usize; MOST_WIDTH + 2];
        for line in text.lines().map(str::trim_end).filter(|line| !line.is_empty()) {
            count[columns(line)] += 1;
        }
        let within = |from: usize, to: usize| count.get(from..=to).unwrap_or_default().iter().sum::<usize>();
        let full = |width: usize| within(width - RAGGED + 1, width);
        let may_be = |&width: &usize| within(width + 1, MOST_WIDTH + 1) * WIDER_SHARE <= full(width);
        let width = (LEAST_WIDTH..=MOST_WIDTH).filter(may_be).max_by_key(|&width| (full(width), width))?;
        let wrapped = full(width) >= LEAST_FULL
            && full(width) * FULL_SHARE >= within(width / 2, MOST_WIDTH + 1)
            && full(width) >= EDGE * full(width - RAGGED);
        (wrapped && is_prose(text, width)).then_some(Self(width))
    }

    /// True where the break between two lines is none of the text's.
    pub(super) fn joins(self, line: &str, next: &str) -> bool {
        let (line, next) = (line.trim_end(), next.trim_end());
        let indented = next.starts_with(['\u{3000}', '\t']) || next.starts_with("  ");
        !line.is_empty()
            && !next.is_empty()
            && !indented
            && columns(line) + first_word(next) + RAGGED > self.0 + 2
    }
}

/// Most full lines of prose break between marks, and have marks inside: headlines of one length have none, and
/// verse has them at its lines' ends.
fn is_prose(text: &str, width: usize) -> bool {
    let full =
        text.lines().map(str::trim_end).filter(|line| (width - RAGGED + 1..=width).contains(&columns(line)));
    let (mut lines, mut marked, mut broken) = (0_usize, 0_usize, 0_usize);
    for line in full {
        look(Part::Lines, line.len());
        lines += 1;
        marked += usize::from(line.trim_end_matches(is_mark).contains(is_mark));
        broken += usize::from(!line.ends_with(|c: char| is_mark(c) || punctuation::is_closing(c)));
    }
    marked * 2 > lines && broken * 2 > lines
}

fn is_mark(c: char) -> bool {
    punctuation::is_sentence_mark(c) || punctuation::is_inner_mark(c)
}

/// How wide a line is, up to one more than any is.
fn columns(line: &str) -> usize {
    let bytes = line.as_bytes();
    if memchr(MAY_BE_INVISIBLE, bytes).is_none() && BYTE_ORDER_MARK.find(bytes).is_none() {
        return visible_columns(bytes);
    }
    let mut columns = 0;
    for c in line.chars() {
        look(Part::Lines, 1);
        columns += width(c);
        if columns > MOST_WIDTH {
            return MOST_WIDTH + 1;
        }
    }
    columns
}

/// Made once: a search is made in more time than it takes to look through a line.
static BYTE_ORDER_MARK: LazyLock<memmem::Finder<'static>> =
    LazyLock::new(|| memmem::Finder::new("\u{FEFF}".as_bytes()));
/// The first byte of all characters without a width, but for one.
const MAY_BE_INVISIBLE: u8 = 0xE2;
/// Bytes of a line that are looked at at once: their widths fit in one.
const AT_ONCE: usize = 64;

/// The same of a line all of whose characters have a width, which their first bytes tell.
fn visible_columns(line: &[u8]) -> usize {
    let mut columns = 0;
    for part in line.chunks(AT_ONCE) {
        look(Part::Lines, part.len());
        columns += usize::from(part.iter().map(|&byte| width_by(byte)).sum::<u8>());
        if columns > MOST_WIDTH {
            return MOST_WIDTH + 1;
        }
    }
    columns
}

/// The width of a character by its first byte; of the other bytes none.
fn width_by(byte: u8) -> u8 {
    let goes_on = (0x80..0xC0).contains(&byte);
    u8::from(!goes_on) + u8::from(byte >= MAY_BE_INVISIBLE)
}

fn width(c: char) -> usize {
    match c {
        '\0'..='\u{1FFF}' => 1,
        _ if space::is_invisible(c) => 0,
        _ => WIDE,
    }
}

/// Columns of what is not broken at the beginning of `line`: a word, or a character with the marks that may not
/// begin a line.
fn first_word(line: &str) -> usize {
    let mut chars = line.chars();
    let Some(first) = chars.next() else { return 0 };
    let in_word = |c: char| width(c) == 1 && !c.is_whitespace();
    let rest = chars
        .take_while(|&c| if in_word(first) { in_word(c) } else { is_mark(c) || punctuation::is_closing(c) });
    width(first) + rest.take(MOST_WIDTH).map(width).sum::<usize>()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_line_is_as_wide_as_its_characters(line in "[一。“…a é\u{FEFF}\u{200B}\u{1234}\u{20BB7}]{0,120}") {
            let wide: usize = line.chars().map(width).sum();
            prop_assert_eq!(columns(&line), wide.min(MOST_WIDTH + 1));
        }
    }

    const PARAGRAPHS: [&str; 3] = [
        "南方各地已经进入春耕时节，农民下田插秧，农技人员到田间地头指导。今年的秧苗长势良好，预计月底可以完成全部插秧任务，比去年提早一周，种粮大户说，机插秧每天可以完成六十亩。",
        "“以前下一场大雨，地里的水要两三天才能退下去，今年排涝站装了四台新水泵，当天就能排干。”韩有福说，家里的八亩菜地今年一茬都没有耽误，收成比去年好。",
        "據了解，下一步當地還將在堤岸兩側種植喬木和蘆葦，建設一條六公里長的濱水步道，預計明年春天向市民開放，屆時還會增設觀鳥平台和科普展板，供學校上課使用。",
    ];

    /// Paragraphs broken at so many characters.
    fn wrapped(chars: usize) -> String {
        let broken = PARAGRAPHS.map(|paragraph| {
            let all: Vec<char> = paragraph.chars().collect();
            all.chunks(chars).map(|line| line.iter().collect::<String>()).collect::<Vec<_>>().join("\n")
        });
        ["春耕开始", &broken.join("\n"), "责任编辑：李四"].join("\n")
    }

    #[test]
    fn the_width_is_that_of_full_lines_and_paragraphs_come_back() {
        for chars in [19, 24, 31] {
            let text = wrapped(chars);
            let width = Width::of(&text).unwrap_or_else(|| panic!("{chars} characters a line"));
            let mut lines: Vec<String> = Vec::new();
            let mut before = "";
            for line in text.lines() {
                match lines.last_mut() {
                    Some(last) if width.joins(before, line) => last.push_str(line),
                    _ => lines.push(line.to_owned()),
                }
                before = line;
            }
            assert_eq!(lines, ["春耕开始", PARAGRAPHS[0], PARAGRAPHS[1], PARAGRAPHS[2], "责任编辑：李四"]);
        }
    }

    #[test]
    fn paragraphs_verse_and_headlines_are_not_wrapped() {
        let headlines =
            "县里今年再修三座便民桥方便群众\n春笋上市东山村的村民忙着采收\n老码头的改造工程将在下月动工了\n"
                .repeat(5);
        let verse = "春眠不觉晓，处处闻啼鸟。\n夜来风雨声，花落知多少？\n".repeat(8);
        let lyrics = "让我们记住这条江，记住江上的船，记住那些在风雨里摆渡的人。\n".repeat(9);
        for text in [PARAGRAPHS.join("\n").repeat(4), headlines, verse, lyrics, String::new()] {
            assert_eq!(Width::of(&text), None, "{text}");
        }
    }
}
