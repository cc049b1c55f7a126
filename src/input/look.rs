//! An element and the page's own styles in, how its text shows out.

use super::longest;
use super::rendering::{Display, Rendering};
use super::sheet::Sheet;
use super::view::ElementView;
use crate::lexicon::classes::Class;
use crate::page::Hiding;
use crate::work::{Part, look};
use html5ever::local_name;

/// As much of a class attribute as is looked at for names, in bytes.
const LONGEST: usize = 1000;

/// How an element shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Look {
    pub(super) rendering: Rendering,
    pub(super) hiding: Option<Hiding>,
    /// Its text is the name of a sign in an icon font.
    pub(super) is_icon: bool,
}

impl Look {
    /// By its attributes, the names of its classes and the rules of the page.
    pub(super) fn of<'a>(element: impl ElementView<'a>, sheet: &Sheet) -> Self {
        let (mut own, mut is_named, mut is_ruled) = (Rendering::default(), false, false);
        let mut is_hidden = false;
        for (name, value) in element.attrs() {
            match *name {
                local_name!("style") => own = Rendering::of(longest::read(name, value)),
                local_name!("hidden") => is_hidden = true,
                local_name!("class") => {
                    let value = value.as_bytes();
                    look(Part::Walk, value.len().min(LONGEST));
                    for class in value.get(..LONGEST).unwrap_or(value).split(u8::is_ascii_whitespace) {
                        is_named |= Class::may_be_known(class);
                        is_ruled |= sheet.may_speak_of(class);
                    }
                }
                local_name!("id") => is_ruled |= sheet.may_speak_of(value.as_bytes()),
                _ => {}
            }
        }
        is_ruled |= sheet.may_speak_of_tag(element.name());
        if own == Rendering::default() && !is_named && !is_ruled {
            let hiding = is_hidden.then_some(Hiding::Gone);
            return Self { hiding, ..Self::default() };
        }
        let class = element.attr(&local_name!("class")).filter(|_| is_named);
        let named = class.and_then(Class::of);
        // The exact time may stand there for screen readers alone.
        let is_far = named == Some(Class::Unseen) && *element.name() != local_name!("time");
        let (ruled, is_revealed) = if is_ruled { sheet.rendering(element) } else { Default::default() };
        let far = if is_far { Rendering::AWAY } else { Rendering::default() };
        let rendering = own.over(ruled).over(far);
        let hiding = if is_revealed { own.over(far).hiding() } else { rendering.hiding() };
        let hiding = if is_hidden { Some(Hiding::Gone) } else { hiding };
        let is_icon = named == Some(Class::Icon) || rendering.is_icon_font == Some(true);
        Self { rendering, hiding, is_icon }
    }

    /// By its attributes alone, where it is not there to be seen.
    pub(super) fn is_gone<'a>(element: impl ElementView<'a>) -> bool {
        let style = element.attr(&local_name!("style")).map(Rendering::of).unwrap_or_default();
        element.attr(&local_name!("hidden")).is_some() || style.hiding() == Some(Hiding::Gone)
    }

    pub(super) fn is_block(self) -> bool {
        self.rendering.display == Some(Display::Block)
    }

    pub(super) fn is_inline(self) -> bool {
        self.rendering.display == Some(Display::Inline)
    }
}
