//! Declarations of a style in, whether they make a box of no size out.

/// A box of no size, what stands over its edge cut off.
#[derive(Default)]
pub(super) struct Point {
    is_narrow: bool,
    is_low: bool,
    is_cut: bool,
}

impl Point {
    pub(super) fn declare(&mut self, name: &[u8], value: &str) {
        let is_nothing = matches!(value, "0" | "0px" | "1px");
        match name {
            b"width" => self.is_narrow = is_nothing,
            b"height" | b"max-height" => self.is_low = is_nothing,
            b"overflow" => self.is_cut = value == "hidden",
            _ => {}
        }
    }

    pub(super) fn is_one(&self) -> bool {
        self.is_narrow && self.is_low && self.is_cut
    }
}
