//! Inputs and a place among them in, what is found from there on out, in order. Takes nothing apart but containers:
//! pages are `work`'s.

use crate::inputs::Input;
use crate::item::{Batch, Batches, Found, Item};
use crate::order::caught;
use crate::pages::jsonl::{PageFields, rest_of_line};
use crate::pages::record::{MARK, Record, Records};
use crate::pages::{Kind, LEAST_HEAD, PARQUET, kind, warc};
use crate::place::{Cursor, Position};
use crate::source::Source;
use crate::table;
use crate::watched::Failure;
use std::io::{self, BufRead, Read};
use std::ops::ControlFlow;
use std::path::Path;

pub(crate) struct Reader<'a> {
    pub(crate) inputs: &'a [Input],
    pub(crate) fields: &'a PageFields,
    /// Largest page, in bytes.
    pub(crate) max_page: u64,
}

/// One input, and where what is found in it goes.
pub(crate) struct Open<'a, F> {
    pub(crate) input: &'a Input,
    nth: usize,
    /// Bytes of the inputs before it.
    before: u64,
    /// What comes next.
    next: Position,
    batches: &'a mut Batches<F>,
    pub(crate) failure: &'a Failure,
}

impl<F: FnMut(Batch) -> ControlFlow<()>> Open<'_, F> {
    /// What was found at a place, up to `end`, for which `file_at` bytes of the file were read.
    pub(crate) fn push(
        &mut self,
        at: Position,
        end: Position,
        file_at: u64,
        found: Found,
    ) -> ControlFlow<()> {
        // What the system does not give now is not broken.
        if self.failure.get().is_some() {
            return ControlFlow::Break(());
        }
        self.next = end;
        let end = Cursor { input: self.nth, position: end };
        self.batches.push(self.nth, Item { at, end, covered: self.before + file_at, found })
    }

    /// Nothing more of it can be read from there on.
    pub(crate) fn broken(&mut self, at: Position, reason: &dyn std::fmt::Display) -> ControlFlow<()> {
        if self.failure.get().is_some() {
            return ControlFlow::Break(());
        }
        let end = Cursor::start_of(self.nth + 1);
        let found = Found::Broken(reason.to_string());
        self.batches.push(self.nth, Item { at, end, covered: self.before + self.input.bytes, found })
    }
}

impl Reader<'_> {
    /// Hands on everything from `cursor` on.
    ///
    /// # Errors
    /// A file that the system does not give, in words. What comes before was handed on, and nothing behind it.
    pub(crate) fn read(
        &self,
        cursor: Cursor,
        each: impl FnMut(Batch) -> ControlFlow<()>,
    ) -> Result<(), String> {
        let failure = Failure::default();
        let mut batches = Batches::new(each);
        let mut before = 0;
        for (nth, input) in self.inputs.iter().enumerate() {
            let from = if nth == cursor.input { cursor.position } else { Position::default() };
            if nth >= cursor.input {
                let mut open =
                    Open { input, nth, before, next: from, batches: &mut batches, failure: &failure };
                let read = guarded(&mut open, |open| self.input(open, from));
                if let Some(error) = failure.get() {
                    let _ = batches.hand_on();
                    return Err(format!("{}: {error}", input.id()));
                }
                if read.is_break() {
                    return Ok(());
                }
            }
            before += input.bytes;
        }
        // Nothing comes after it that a break could spare.
        let _ = batches.hand_on();
        Ok(())
    }

    fn input<F: FnMut(Batch) -> ControlFlow<()>>(
        &self,
        open: &mut Open<'_, F>,
        from: Position,
    ) -> ControlFlow<()> {
        if let Some(reason) = &open.input.broken {
            return open.broken(from, reason);
        }
        let head = match head(&open.input.path, open.failure) {
            Ok(head) => head,
            Err(error) => return open.broken(from, &error),
        };
        match kind(&head) {
            Kind::Closed(PARQUET) => table::rows(open, from.offset, self.fields),
            Kind::Closed(name) => open.broken(from, &format!("this is {name}, which is not read")),
            Kind::Json => open.broken(from, &"this is JSON that is not an object a line"),
            Kind::Page if head.is_empty() => ControlFlow::Continue(()),
            Kind::Page if !head.starts_with(MARK) => {
                open.broken(from, &"neither a web archive, JSON Lines nor Parquet")
            }
            found => match Source::open(&open.input.path, from, open.failure) {
                Err(error) => open.broken(from, &error),
                Ok(source) if found == Kind::JsonLines => self.lines(open, source),
                Ok(source) => self.records(open, source),
            },
        }
    }

    fn records<F: FnMut(Batch) -> ControlFlow<()>>(
        &self,
        open: &mut Open<'_, F>,
        source: Source,
    ) -> ControlFlow<()> {
        // A body in chunks, or packed badly, is longer than its page.
        let mut records = Records::new(source, self.max_page.saturating_mul(2));
        loop {
            // What is given once more ends with the member that it is of, as it did before.
            let mut filled = Ok(());
            if records.ahead() == 0 {
                records.source_mut().begin();
                filled = records.source_mut().fill_buf().map(drop);
            }
            let at = place(&records);
            let found = match filled.and_then(|()| records.next(warc::holds_page)) {
                // A member of blanks.
                Ok(None) if records.source().is_held() => continue,
                Ok(None) => return ControlFlow::Continue(()),
                Ok(Some(Ok(Record::Read(head, content)))) => Found::Record(head, content),
                Ok(Some(Ok(Record::Passed(_)))) => Found::Passed,
                Ok(Some(Err(reason))) => Found::Broken(reason),
                Err(error) => match records.source_mut().pass_broken(MARK) {
                    Ok(true) => Found::Broken(error.to_string()),
                    Ok(false) => return open.broken(at, &error),
                    Err(error) => return open.broken(at, &error),
                },
            };
            let (end, file_at) = (place(&records), records.source().file_at());
            open.push(at, end, file_at, found)?;
        }
    }

    fn lines<F: FnMut(Batch) -> ControlFlow<()>>(
        &self,
        open: &mut Open<'_, F>,
        mut source: Source,
    ) -> ControlFlow<()> {
        // Characters may be escaped.
        let most = self.max_page.saturating_mul(2);
        loop {
            source.begin();
            let filled = source.fill_buf().map(drop);
            let at = source.position();
            let found = match filled.and_then(|()| line(&mut source, most)) {
                Ok(None) => return ControlFlow::Continue(()),
                Ok(Some(found)) => found,
                Err(error) => match source.pass_broken(b"{") {
                    Ok(true) => Found::Broken(error.to_string()),
                    Ok(false) => return open.broken(at, &error),
                    Err(error) => return open.broken(at, &error),
                },
            };
            let (end, file_at) = (source.position(), source.file_at());
            open.push(at, end, file_at, found)?;
        }
    }
}

/// The first bytes of what is in a file.
fn head(path: &Path, failure: &Failure) -> io::Result<Vec<u8>> {
    let mut source = Source::open(path, Position::default(), failure)?;
    let mut head = Vec::new();
    match (&mut source).take(LEAST_HEAD as u64).read_to_end(&mut head) {
        Err(error) if head.is_empty() => {
            // What begins with a broken member may go on behind it.
            if source.pass_broken(MARK)? {
                return Ok(MARK.to_vec());
            }
            let is_lines = Source::open(path, Position::default(), failure)?.pass_broken(b"{")?;
            if is_lines { Ok(b"{}".to_vec()) } else { Err(error) }
        }
        _ => Ok(head),
    }
}

/// Where the next record is.
fn place(records: &Records<Source>) -> Position {
    records.source().position_before(records.ahead())
}

/// Reads an input. What panics on it is listed, and the rest of it.
fn guarded<F: FnMut(Batch) -> ControlFlow<()>>(
    open: &mut Open<'_, F>,
    read: impl FnOnce(&mut Open<'_, F>) -> ControlFlow<()>,
) -> ControlFlow<()> {
    match caught(|| read(open)) {
        Ok(flow) => flow,
        Err(reason) => open.broken(open.next, &reason),
    }
}

/// The next line; one of over `most` bytes is passed over.
fn line(source: &mut Source, most: u64) -> io::Result<Option<Found>> {
    let mut line = Vec::new();
    let read = (&mut *source).take(most).read_until(b'\n', &mut line)?;
    if read == 0 {
        return Ok(None);
    }
    if read as u64 == most && line.last() != Some(&b'\n') {
        rest_of_line(source)?;
        return Ok(Some(Found::Broken(format!("a line of over {most} bytes"))));
    }
    Ok(Some(if line.trim_ascii().is_empty() { Found::Passed } else { Found::Line(line) }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::PathBuf;

    #[test]
    fn a_panic_costs_the_rest_of_its_input_alone() {
        let input = Input { path: PathBuf::from("a.parquet"), bytes: 9, broken: None };
        let failure = Failure::default();
        let mut items = Vec::new();
        let mut batches = Batches::new(|batch: Batch| {
            items.extend(batch.items);
            ControlFlow::Continue(())
        });
        let next = Position::default();
        let mut open =
            Open { input: &input, nth: 4, before: 1, next, batches: &mut batches, failure: &failure };
        let flow = guarded(&mut open, |open| {
            let end = Position { offset: 3, inside: 0 };
            open.push(Position::default(), end, 3, Found::Passed)?;
            panic!("a broken page");
        });
        assert!(flow.is_continue() && batches.hand_on().is_continue());
        let [first, last] = &items[..] else { panic!("{} items", items.len()) };
        assert_eq!((first.end.input, first.end.position.offset), (4, 3));
        assert_eq!((last.at.offset, last.end), (3, Cursor::start_of(5)));
        assert!(matches!(&last.found, Found::Broken(reason) if reason == "panicked: a broken page"));
    }
}
