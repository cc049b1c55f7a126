//! A gzip file in, its bytes out, with the member that each is in. Crawlers give every record a member of its own,
//! so that one can be read alone by its offset, and so that a broken one harms no other. `flate2` unpacks members
//! one at a time and takes no byte more of the file than they have.

use crate::counted::Counted;
use crate::pages::record::MARK;
use crate::place::Position;
use flate2::bufread::GzDecoder;
use std::io::{self, BufRead, Read};
use std::mem;

const BUFFER: usize = 64 << 10;

/// Bytes of a member that are looked at to tell whether it is one: its head and its first block's.
const LOOK: usize = 4 << 10;

pub(crate) struct Members {
    state: State,
    /// The member's first byte in the file.
    member: u64,
    /// Bytes of the member that were taken.
    inside: u64,
    /// Bytes of all members that were taken.
    taken: u64,
    /// Members since the record that is being read, each with how many bytes were taken before it.
    opened: Vec<(u64, u64)>,
    buffer: Box<[u8]>,
    start: usize,
    end: usize,
    /// True since a byte was taken of the record that is being read.
    is_begun: bool,
    /// True where the member in the buffer begins another record, or cannot be unpacked.
    is_held: bool,
    /// Why it cannot.
    error: Option<io::Error>,
    /// Bytes that may still be read again behind broken members, so that no file costs more than twice its size.
    again: u64,
}

enum State {
    Between(Counted),
    Within(Box<GzDecoder<Counted>>),
    /// Only while one becomes the other.
    Gone,
}

impl Members {
    /// Those of a file of `bytes`, from a member's first byte on.
    pub(crate) fn of(source: Counted, bytes: u64) -> Self {
        Self {
            member: source.at(),
            state: State::Between(source),
            inside: 0,
            taken: 0,
            opened: Vec::new(),
            buffer: vec![0; BUFFER].into(),
            start: 0,
            end: 0,
            is_begun: false,
            is_held: false,
            error: None,
            again: bytes,
        }
    }

    pub(crate) fn position(&self) -> Position {
        Position { offset: self.member, inside: self.inside }
    }

    /// Where the last `ahead` bytes that were taken are, which may be of members before this one.
    pub(crate) fn position_before(&self, ahead: u64) -> Position {
        let at = self.taken - ahead;
        let member = self.opened.iter().rev().find(|(before, _)| *before <= at);
        match member {
            Some((before, member)) if ahead > 0 => Position { offset: *member, inside: at - before },
            _ => self.position(),
        }
    }

    /// The byte of the file that comes next.
    pub(crate) fn file_at(&self) -> u64 {
        match &self.state {
            State::Between(source) => source.at(),
            State::Within(decoder) => decoder.get_ref().at(),
            State::Gone => 0,
        }
    }

    /// What comes now is another record: it may be in another member.
    pub(crate) fn begin(&mut self) {
        self.is_begun = false;
        self.is_held = false;
        self.opened.drain(..self.opened.len().saturating_sub(1));
    }

    /// True where there is more to read behind the record that was begun.
    pub(crate) fn is_held(&self) -> bool {
        self.is_held
    }

    /// Goes to the next member, if there is one.
    fn open(&mut self, mut source: Counted) -> io::Result<bool> {
        let is_end = source.fill_buf().map(<[u8]>::is_empty);
        if !matches!(is_end, Ok(false)) {
            self.state = State::Between(source);
            return is_end.map(|_| false);
        }
        self.member = source.at();
        self.inside = 0;
        self.opened.push((self.taken, self.member));
        self.state = State::Within(Box::new(GzDecoder::new(source)));
        Ok(true)
    }

    /// Unpacks into the empty buffer; false at the end of the file.
    fn fill(&mut self) -> io::Result<bool> {
        if let Some(error) = self.error.take() {
            return Err(error);
        }
        let mut is_first = false;
        loop {
            match mem::replace(&mut self.state, State::Gone) {
                State::Within(mut decoder) => {
                    let read = read_some(&mut decoder, &mut self.buffer);
                    self.state = State::Within(decoder);
                    (self.start, self.end) = (0, 0);
                    self.end = match read {
                        Ok(read) => read,
                        // That is no error of the record before.
                        Err(error) if is_first && self.is_begun => {
                            self.is_held = true;
                            self.error = Some(error);
                            return Ok(false);
                        }
                        Err(error) => return Err(error),
                    };
                    if self.end > 0 {
                        self.is_held = is_first && self.is_begun && self.buffer[..self.end].starts_with(MARK);
                        return Ok(true);
                    }
                    if let State::Within(decoder) = mem::replace(&mut self.state, State::Gone) {
                        self.state = State::Between(decoder.into_inner());
                    }
                }
                State::Between(source) => {
                    is_first = self.open(source)?;
                    if !is_first {
                        return Ok(false);
                    }
                }
                State::Gone => return Ok(false),
            }
        }
    }

    /// Leaves a member that cannot be unpacked and goes to the next that can, which begins with `mark`. False where
    /// there is none.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub(crate) fn pass_broken(&mut self, mark: &[u8]) -> io::Result<bool> {
        let mut source = match mem::replace(&mut self.state, State::Gone) {
            State::Within(decoder) => decoder.into_inner(),
            State::Between(source) => source,
            State::Gone => return Ok(false),
        };
        (self.start, self.end) = (0, 0);
        self.error = None;
        self.begin();
        // A member that was cut off has taken bytes of the next for its own.
        let reached = source.at().max(self.member + 1);
        let from = match self.again.checked_sub(reached - self.member) {
            Some(again) => {
                self.again = again;
                self.member + 1
            }
            None => reached,
        };
        let found = next_member(&mut source, from, mark);
        let at = source.at();
        self.state = State::Between(source);
        (self.member, self.inside) = (at, 0);
        found
    }
}

impl Read for Members {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(into)?;
        self.consume(read);
        Ok(read)
    }
}

impl BufRead for Members {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.start == self.end && !self.is_held {
            self.fill()?;
        }
        Ok(if self.is_held { &[] } else { &self.buffer[self.start..self.end] })
    }

    fn consume(&mut self, bytes: usize) {
        self.start += bytes;
        self.inside += bytes as u64;
        self.taken += bytes as u64;
        self.is_begun |= bytes > 0;
    }
}

/// Reads, but enough to tell what a member begins with, where it has that much.
fn read_some(source: &mut impl Read, into: &mut [u8]) -> io::Result<usize> {
    let mut end = source.read(into)?;
    while 0 < end && end < MARK.len() {
        match source.read(&mut into[end..])? {
            0 => break,
            read => end += read,
        }
    }
    Ok(end)
}

/// Goes to the first member at or after `from`, or to the end.
fn next_member(source: &mut Counted, from: u64, mark: &[u8]) -> io::Result<bool> {
    let mut window = Vec::new();
    let mut window_at = from;
    source.seek_to(from)?;
    loop {
        let is_last = (&mut *source).take((BUFFER - window.len()) as u64).read_to_end(&mut window)? == 0;
        let sure = if is_last { window.len() } else { window.len().saturating_sub(LOOK) };
        for at in memchr::memmem::find_iter(&window, b"\x1F\x8B\x08").take_while(|&at| at < sure) {
            if is_member(&window[at..], mark) {
                source.seek_to(window_at + at as u64)?;
                return Ok(true);
            }
        }
        if is_last {
            return Ok(false);
        }
        window.drain(..sure);
        window_at += sure as u64;
    }
}

fn is_member(bytes: &[u8], mark: &[u8]) -> bool {
    let mut first = Vec::new();
    let read =
        GzDecoder::new(&bytes[..bytes.len().min(LOOK)]).take(mark.len() as u64).read_to_end(&mut first);
    read.is_ok() && first == mark
}
