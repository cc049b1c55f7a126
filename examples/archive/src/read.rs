//! Inputs and a place among them in, what is found from there on out, in order. Takes nothing apart but containers:
//! pages are `work`'s.

use crate::inputs::Input;
use crate::item::{Batch, Batches, Found, Item};
use crate::pages::jsonl::{PageFields, rest_of_line};
use crate::pages::record::{MARK, Record, Records};
use crate::pages::{Kind, LEAST_HEAD, PARQUET, kind, warc};
use crate::place::{Cursor, Position};
use crate::source::Source;
use crate::table;
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
    batches: &'a mut Batches<F>,
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
        let end = Cursor { input: self.nth, position: end };
        self.batches.push(self.nth, Item { at, end, covered: self.before + file_at, found })
    }

    /// Nothing more of it can be read from there on.
    pub(crate) fn broken(&mut self, at: Position, reason: &dyn std::fmt::Display) -> ControlFlow<()> {
        let end = Cursor::start_of(self.nth + 1);
        let found = Found::Broken(reason.to_string());
        self.batches.push(self.nth, Item { at, end, covered: self.before + self.input.bytes, found })
    }
}

impl Reader<'_> {
    /// Hands on everything from `cursor` on.
    pub(crate) fn read(&self, cursor: Cursor, each: impl FnMut(Batch) -> ControlFlow<()>) {
        let mut batches = Batches::new(each);
        let mut before = 0;
        for (nth, input) in self.inputs.iter().enumerate() {
            let from = if nth == cursor.input { cursor.position } else { Position::default() };
            if nth >= cursor.input {
                let open = Open { input, nth, before, batches: &mut batches };
                if self.input(open, from).is_break() {
                    return;
                }
            }
            before += input.bytes;
        }
        // Nothing comes after it that a break could spare.
        let _ = batches.hand_on();
    }

    fn input<F: FnMut(Batch) -> ControlFlow<()>>(
        &self,
        mut open: Open<'_, F>,
        from: Position,
    ) -> ControlFlow<()> {
        let head = match head(&open.input.path) {
            Ok(head) => head,
            Err(error) => return open.broken(from, &error),
        };
        match kind(&head) {
            Kind::Closed(PARQUET) => table::rows(&mut open, from.offset, self.fields),
            Kind::Closed(name) => open.broken(from, &format!("this is {name}, which is not read")),
            Kind::Json => open.broken(from, &"this is JSON that is not an object a line"),
            Kind::Page if head.is_empty() => ControlFlow::Continue(()),
            Kind::Page if !head.starts_with(MARK) => {
                open.broken(from, &"neither a web archive, JSON Lines nor Parquet")
            }
            found => match Source::open(&open.input.path, from) {
                Err(error) => open.broken(from, &error),
                Ok(source) if found == Kind::JsonLines => self.lines(&mut open, source),
                Ok(source) => self.records(&mut open, source),
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
            records.source_mut().begin();
            let filled = records.source_mut().fill_buf().map(drop);
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
fn head(path: &Path) -> io::Result<Vec<u8>> {
    let mut source = Source::open(path, Position::default())?;
    let mut head = Vec::new();
    match (&mut source).take(LEAST_HEAD as u64).read_to_end(&mut head) {
        Err(error) if head.is_empty() => {
            // What begins with a broken member may go on behind it.
            if source.pass_broken(MARK)? {
                return Ok(MARK.to_vec());
            }
            let is_lines = Source::open(path, Position::default())?.pass_broken(b"{")?;
            if is_lines { Ok(b"{}".to_vec()) } else { Err(error) }
        }
        _ => Ok(head),
    }
}

/// Where the next record is.
fn place(records: &Records<Source>) -> Position {
    let mut position = records.source().position();
    // What is given again was read of this file, or of this member.
    match records.source() {
        Source::Plain(_) => position.offset -= records.ahead(),
        Source::Gzip(_) | Source::Zstd(..) => position.inside -= records.ahead(),
    }
    position
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
