//! Lines in, which of them close an article out: editor lines, related headings, comment boxes.
//!
//! Phrase and shape together: the line begins or ends with the phrase and is short. It ends nothing by
//! itself: that an article was closed above is one feature among others.

use super::shape::Shape;
use crate::lexicon::Category;

/// Whether a line closes the article above it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Closing {
    No,
    /// A related item or a prompt whole in its line: `看更多：…`. Portals set such lines between paragraphs.
    Aside,
    /// Editors, comments, related links, the portal's foot.
    Ends,
    /// The headline of another article, with its time below it.
    Another,
}

/// Lines that close an article where they are no prompts.
const ENDS: &[Category] =
    &[Category::Role, Category::Bio, Category::Comments, Category::Footer, Category::Navigation];

/// Those that do where they are no asides.
const MAY_END: &[Category] = &[
    Category::Related,
    Category::Share,
    Category::Tools,
    Category::Count,
    Category::Disclaimer,
    Category::Source,
    Category::Original,
];

/// Lines that ask for something and head nothing.
const PROMPTS: &[Category] = &[Category::App, Category::Continue];

/// Lines that are no prompts whatever else they say.
const NO_PROMPTS: &[Category] = &[Category::Role, Category::Bio, Category::Footer];

/// Those whose lines may be sentences. 记者：您怎么看？ is a question of an interview, no editor line.
const SENTENCES: &[Category] = &[Category::App, Category::Disclaimer, Category::Bio];

/// Longest line that closes an article, in characters. The longest editor line of 79 pages with
/// gold has 31; a body paragraph that begins with 责任编辑 has over 60.
const LONGEST_CLOSING_CHARS: usize = 40;
/// Least runs between blanks in a row of headlines.
const LEAST_ROW_TOKENS: usize = 3;
/// Longest disclaimer that does, in characters. The longest of 29 on 79 saved pages has 185.
const LONGEST_DISCLAIMER_CHARS: usize = 250;

/// Least Chinese characters of a headline.
const LEAST_HEADLINE_HAN: usize = 6;

/// What each line closes.
pub(crate) fn closings(shapes: &[Shape]) -> Vec<Closing> {
    let mut closings: Vec<Closing> = shapes.iter().map(closing).collect();
    let lines: Vec<usize> = (0..shapes.len()).filter(|&at| shapes[at].chars > 0).collect();
    for pair in lines.windows(2) {
        if heads_another(&shapes[pair[0]], &shapes[pair[1]]) {
            closings[pair[0]] = Closing::Another;
        }
    }
    closings
}

/// True for a headline over a line of date and time: another article begins.
fn heads_another(headline: &Shape, dateline: &Shape) -> bool {
    headline.is_headline()
        && headline.han >= LEAST_HEADLINE_HAN
        && !headline.has_date
        && dateline.is_time_line()
}

fn closing(shape: &Shape) -> Closing {
    if shape.chars <= LONGEST_DISCLAIMER_CHARS && shape.hits.is_anchored(&[Category::Disclaimer]) {
        return Closing::Ends;
    }
    // A row of names or headlines behind its label may be of any length.
    let is_row = shape.marks() == 0 && shape.tokens >= LEAST_ROW_TOKENS;
    let too_long = shape.chars > LONGEST_CLOSING_CHARS && !is_row || shape.sentence_marks > 1;
    // 訂閱 is an entry of menus too.
    let is_prompt = shape.hits.is_anchored(PROMPTS) && !shape.hits.is_anchored(NO_PROMPTS);
    if shape.chars == 0
        || too_long
        || shape.is_signed
        || shape.ends_sentence && !shape.hits.is_anchored(SENTENCES)
    {
        Closing::No
    } else if shape.hits.is_anchored(ENDS) && !is_prompt || is_row && shape.hits.is_first(Category::Related) {
        Closing::Ends
    } else if is_aside(shape) {
        Closing::Aside
    } else if shape.hits.is_anchored(MAY_END) || shape.is_time_line() {
        // Date and time together head another article or a comment.
        Closing::Ends
    } else {
        Closing::No
    }
}

/// True for a prompt, and for a related item that stands behind its label: a bare label heads a list.
fn is_aside(shape: &Shape) -> bool {
    shape.hits.is_anchored(PROMPTS)
        || shape.hits.is_anchored(&[Category::Related]) && shape.hits.covered_chars * 2 < shape.chars
}
