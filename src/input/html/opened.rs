//! What a script opens or holds: styles, programs, templates, texts kept for them, buttons.

use super::Walk;
use crate::input::declared::push_to;
use crate::input::element::Flow;
use crate::input::frame::Frame;
use crate::input::held;
use crate::input::look::Look;
use crate::input::script::{Script, script};
use crate::input::view::ElementView;
use crate::lexicon::{self, Category};
use crate::page::{Hiding, Tag};
use crate::work::{Part, look};
use html5ever::local_name;
use std::ops::Deref;

impl<'a, T: Deref<Target = str> + Clone> Walk<'a, T> {
    pub(super) fn open_style(&mut self, element: impl ElementView<'a>, frame: Frame) -> bool {
        self.frames.push(frame);
        let media = element.attr(&local_name!("media")).map(str::trim);
        media.is_none_or(|media| media.is_empty() || matches!(media, "all" | "screen"))
    }

    /// Keeps a text that may be a body.
    pub(super) fn hold(&mut self, text: Option<&str>) {
        if let Some(text) = text.filter(|text| held::may_be_body(text)) {
            look(Part::Walk, text.len());
            push_to(&mut self.held, || text.to_owned());
        }
    }

    /// What a script may put into the page; of a shadow tree, what shows in its host.
    pub(super) fn open_template(&mut self, element: impl ElementView<'a>, frame: &mut Frame) {
        frame.flow = Flow::Block(Tag::Block);
        frame.in_template = true;
        let is_shadow = element.attr(&local_name!("shadowrootmode")).is_some();
        let hiding = if is_shadow { None } else { Some(Hiding::Gone) };
        self.open_block(element, Look { hiding, ..Look::default() }, frame);
    }

    pub(super) fn open_skipped(&mut self, element: impl ElementView<'a>, frame: Frame) -> bool {
        self.frames.push(frame);
        let script = script(element).filter(|_| !frame.in_template);
        match script {
            Some(Script::JsonLd) => self.capture = Some(String::new()),
            Some(Script::Program) => self.in_program = true,
            None => {}
        }
        script.is_some()
    }

    /// A button that asks to read on opens what stands beside it.
    pub(super) fn close_button(&mut self) {
        let Some(text) = self.button.take() else { return };
        if lexicon::find(text.trim()).has(Category::Continue) {
            let prompt = (self.page.blocks.len() + usize::from(!self.line.is_empty()), self.top().container);
            push_to(&mut self.page.prompts, || prompt);
        }
    }
}
