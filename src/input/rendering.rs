//! A style in, what it says of the text inside out: whether it shows, whether lines end around it, whether its line
//! breaks count. A small reading of CSS: a handful of properties, no inheritance but the walk's.

mod point;
mod value;

use crate::page::Hiding;
use crate::work::{Part, look};
use memchr::{memchr, memchr_iter, memchr2};
use point::Point;
pub(super) use value::background;
use value::{display, is_empty_rectangle, is_far, is_icon_font};

/// How an element's box stands among lines of text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Display {
    None,
    /// Begins and ends a line: block, flex, grid, table.
    Block,
    /// No box, or one inside the line.
    Inline,
    /// Inline outside and a block inside.
    Other,
}

/// What styles say; `None` where they do not.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Rendering {
    pub(super) display: Option<Display>,
    is_visible: Option<bool>,
    is_opaque: Option<bool>,
    /// Clipped to nothing, or far off the screen.
    is_away: Option<bool>,
    /// In letters of no size.
    pub(super) is_tiny: Option<bool>,
    /// Line breaks of the source count.
    pub(super) keeps_breaks: Option<bool>,
    /// In a font of signs, which stand for names.
    pub(super) is_icon_font: Option<bool>,
}

/// Longest name of a property that is read, in bytes.
const LONGEST_PROPERTY: usize = 11;
/// Longest name of a font of signs, in bytes.
const LONGEST_FONT: usize = 32;
impl Rendering {
    /// For screen readers alone.
    pub(super) const AWAY: Self = Self { is_away: Some(true), ..Self::NOTHING };
    const NOTHING: Self = Self {
        display: None,
        is_visible: None,
        is_opaque: None,
        is_away: None,
        is_tiny: None,
        keeps_breaks: None,
        is_icon_font: None,
    };

    /// What the declarations of `style` say.
    pub(super) fn of(style: &str) -> Self {
        if may_matter(style.as_bytes()) { Self::read(style) } else { Self::NOTHING }
    }

    /// The same of a style that may matter.
    pub(super) fn read(style: &str) -> Self {
        look(Part::Walk, style.len());
        let mut read = Self::NOTHING;
        let mut point = Point::default();
        for (name, value) in declarations(style) {
            let mut small = [0; LONGEST_PROPERTY];
            let Some(letters) = small.get_mut(..name.len()) else { continue };
            letters.copy_from_slice(name.as_bytes());
            letters.make_ascii_lowercase();
            let value = value.split_once('!').map_or(value, |(value, _)| value).trim();
            read.declare(letters, value);
            point.declare(letters, value);
        }
        if point.is_one() {
            read.is_away = Some(true);
        }
        read
    }

    fn declare(&mut self, name: &[u8], value: &str) {
        let is = |words: &[&str]| words.iter().any(|word| value.eq_ignore_ascii_case(word));
        match name {
            b"display" => self.display = display(value).or(self.display),
            b"visibility" => self.is_visible = Some(!is(&["hidden", "collapse"])),
            b"opacity" => self.is_opaque = Some(value.parse() != Ok(0.0)),
            b"font-family" => self.is_icon_font = Some(is_icon_font(value)),
            b"font-size" => self.is_tiny = Some(is(&["0", "0px", "0pt", "0em", "0rem", "0%"])),
            b"white-space" => {
                self.keeps_breaks = Some(is(&["pre", "pre-wrap", "pre-line", "break-spaces"]));
            }
            b"clip" => self.is_away = Some(is_empty_rectangle(value)),
            b"clip-path" => {
                self.is_away = Some(is(&["inset(50%)", "inset(100%)", "circle(0)", "polygon(0 0)"]));
            }
            b"left" | b"top" | b"text-indent" | b"margin-left" if is_far(value) => self.is_away = Some(true),
            _ => {}
        }
    }

    /// These styles over others that count for less.
    pub(super) fn over(self, lower: Self) -> Self {
        Self {
            display: self.display.or(lower.display),
            is_visible: self.is_visible.or(lower.is_visible),
            is_opaque: self.is_opaque.or(lower.is_opaque),
            is_away: self.is_away.or(lower.is_away),
            is_tiny: self.is_tiny.or(lower.is_tiny),
            keeps_breaks: self.keeps_breaks.or(lower.keeps_breaks),
            is_icon_font: self.is_icon_font.or(lower.is_icon_font),
        }
    }

    pub(super) fn hiding(self) -> Option<Hiding> {
        if self.display == Some(Display::None) || self.is_away == Some(true) {
            Some(Hiding::Gone)
        } else if self.is_visible == Some(false) || self.is_opaque == Some(false) {
            Some(Hiding::Faded)
        } else {
            None
        }
    }

    /// True where it says that text does not show as it would without it.
    pub(super) fn is_unusual(self) -> bool {
        self.hiding().is_some()
            || matches!(self.display, Some(Display::Block | Display::Inline))
            || [self.is_tiny, self.keeps_breaks, self.is_icon_font].contains(&Some(true))
    }

    /// True where it says that something shows.
    pub(super) fn reveals(self) -> bool {
        self.display.is_some_and(|display| display != Display::None)
            || self.is_visible == Some(true)
            || self.is_opaque == Some(true)
    }

    /// A style that says the same, in short; [`may_matter`] is true of each of its declarations.
    pub(super) fn written(self) -> String {
        let display = self.display.map(|display| match display {
            Display::None => "display:none",
            Display::Block => "display:block",
            Display::Inline => "display:inline",
            Display::Other => "display:inline-block",
        });
        let said = [
            display,
            self.is_visible.map(|is| if is { "visibility:initial" } else { "visibility:hidden" }),
            self.is_opaque.map(|is| if is { "opacity:1" } else { "opacity:0" }),
            self.is_away.map(|is| if is { "clip:rect(0 0 0 0)" } else { "clip:rect(auto)" }),
            self.is_tiny.map(|is| if is { "font-size:0" } else { "font-size:0.9em" }),
            self.is_icon_font.map(|is| if is { "font-family:icons" } else { "font-family:serif,icons" }),
            self.keeps_breaks.map(|is| if is { "white-space:pre" } else { "white-space:initial" }),
        ];
        said.into_iter().flatten().collect::<Vec<_>>().join(";")
    }
}

/// True for the last letters of properties that are read.
fn ends_property(letter: char) -> bool {
    matches!(letter.to_ascii_lowercase(), 'e' | 'h' | 'p' | 't' | 'w' | 'y')
}

/// Names that may be of a property that is read, with their values.
fn declarations(style: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = style;
    std::iter::from_fn(move || {
        while !rest.is_empty() {
            let end = memchr2(b':', b';', rest.as_bytes()).unwrap_or(rest.len());
            let (name, behind) = rest.split_at_checked(end)?;
            let Some(value) = behind.strip_prefix(':') else {
                rest = behind.get(1..).unwrap_or_default();
                continue;
            };
            let end = memchr(b';', value.as_bytes()).unwrap_or(value.len());
            rest = value.get(end + 1..).unwrap_or_default();
            let name = name.trim();
            if name.len() <= LONGEST_PROPERTY && name.ends_with(ends_property) {
                return Some((name, value.get(..end)?));
            }
        }
        None
    })
}

/// True where a style may say something of how text shows. Most styles say nothing, and are long: only what
/// stands around their colons is looked at.
pub(super) fn may_matter(style: &[u8]) -> bool {
    if memchr(b'&', style).is_some() {
        return true;
    }
    memchr_iter(b':', style).any(|at| {
        let before = style.get(..at).unwrap_or_default().trim_ascii_end();
        let value = style.get(at + 1..).unwrap_or_default().trim_ascii_start();
        let ends = |name: &[u8]| {
            before
                .len()
                .checked_sub(name.len())
                .and_then(|from| before.get(from..))
                .is_some_and(|end| end.eq_ignore_ascii_case(name))
        };
        let first = value.first().map(u8::to_ascii_lowercase);
        match before.last().map(u8::to_ascii_lowercase) {
            // Display, visibility, opacity; a font's family is none of them.
            Some(b'y') if ends(b"font-family") => {
                let first = value.get(..value.len().min(LONGEST_FONT)).unwrap_or_default();
                first.windows(4).any(|letters| letters.eq_ignore_ascii_case(b"icon") || letters == b"ymbo")
            }
            Some(b'y') => ends(b"display") || ends(b"visibility") && first != Some(b'v') || ends(b"opacity"),
            // Font-size, white-space.
            Some(b'e') => first == Some(b'0') || ends(b"white-space") && first != Some(b'n'),
            // Left, text-indent, margin-left, height.
            Some(b't') => {
                first == Some(b'-')
                    || matches!(first, Some(b'0' | b'1')) && ends(b"height") && !ends(b"line-height")
            }
            // Top, clip, clip-path.
            Some(b'p') => matches!(first, Some(b'-' | b'r')),
            Some(b'h') => ends(b"clip-path"),
            _ => false,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_hides_in_many_ways() {
        for style in [
            "display : NONE",
            "color:red; display:none !important",
            "border:0;clip:rect(0,0,0,0);height:1px",
            "position:absolute;left:-9999px",
            "text-indent:-999em",
            "width:1px;height:1px;overflow:hidden",
            "clip-path: inset(50%)",
        ] {
            assert_eq!(Rendering::of(style).hiding(), Some(Hiding::Gone), "{style}");
        }
        for style in ["visibility: hidden; animation-name: none", "opacity:0", "OPACITY: 0.0"] {
            assert_eq!(Rendering::of(style).hiding(), Some(Hiding::Faded), "{style}");
        }
        for style in [
            "visibility:visible",
            "opacity:.9",
            "margin-left:-20px",
            "left:-1000px",
            "overflow:hidden;height:1px",
            "display-outside:none",
            "line-height:1.75;clip:auto",
        ] {
            assert_eq!(Rendering::of(style).hiding(), None, "{style}");
        }
    }

    #[test]
    fn what_is_written_of_a_style_says_the_same() {
        for style in [
            "display:flex;opacity:0",
            "display:contents;font-size:0",
            "white-space:pre-wrap;visibility:hidden",
            "clip:rect(1px 1px 1px 1px);display:inline-block",
            "visibility:visible;left:-5px",
            "font-size:14px;left:-5px",
            "white-space:normal;left:-5px",
            "font-family:serif;left:-5px",
            "clip:auto;left:-5px",
        ] {
            let read = Rendering::of(style);
            assert_eq!(Rendering::of(&read.written()), read, "{style}");
        }
    }
}
