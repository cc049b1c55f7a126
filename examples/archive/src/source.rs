//! An input file and a place in it in, the bytes from there on out, whatever they are packed in.

use crate::counted::Counted;
use crate::members::Members;
use crate::pages::zstd::Frames;
use crate::place::Position;
use crate::watched::{Failure, Watched};
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

pub(crate) enum Source {
    Plain(Counted),
    Gzip(Box<Members>),
    /// And how many bytes of what is in it were taken.
    Zstd(Box<BufReader<Frames<Counted>>>, u64),
}

impl Source {
    /// # Errors
    /// A file that cannot be read or unpacked up to there.
    pub(crate) fn open(path: &Path, from: Position, failure: &Failure) -> io::Result<Self> {
        let mut file = Watched::open(path, failure)?;
        let bytes = file.size()?;
        let mut first = Vec::new();
        (&mut file).take(4).read_to_end(&mut first)?;
        let counted = Counted::from(file, from.offset)?;
        let mut source = if first.starts_with(b"\x1F\x8B") {
            Self::Gzip(Box::new(Members::of(counted, bytes)))
        } else if first == b"\x28\xB5\x2F\xFD" {
            Self::Zstd(Box::new(BufReader::with_capacity(64 << 10, Frames::new(counted))), 0)
        } else {
            Self::Plain(counted)
        };
        let passed = io::copy(&mut (&mut source).take(from.inside), &mut io::sink())?;
        if passed < from.inside {
            return Err(io::Error::new(io::ErrorKind::UnexpectedEof, "the file is shorter than it was"));
        }
        source.begin();
        Ok(source)
    }

    /// Where what comes next is.
    pub(crate) fn position(&self) -> Position {
        match self {
            Self::Plain(source) => Position { offset: source.at(), inside: 0 },
            Self::Gzip(members) => members.position(),
            Self::Zstd(_, inside) => Position { offset: 0, inside: *inside },
        }
    }

    /// Where the last `ahead` bytes that were taken are. Of gzip they must have come since the last record began.
    pub(crate) fn position_before(&self, ahead: u64) -> Position {
        match self {
            Self::Plain(source) => Position { offset: source.at() - ahead, inside: 0 },
            Self::Gzip(members) => members.position_before(ahead),
            Self::Zstd(_, inside) => Position { offset: 0, inside: *inside - ahead },
        }
    }

    /// Bytes of the file that were taken.
    pub(crate) fn file_at(&self) -> u64 {
        match self {
            Self::Plain(source) => source.at(),
            Self::Gzip(members) => members.file_at(),
            Self::Zstd(frames, _) => frames.get_ref().source().at(),
        }
    }

    /// What comes now is another record.
    pub(crate) fn begin(&mut self) {
        if let Self::Gzip(members) = self {
            members.begin();
        }
    }

    /// True where there is more behind the record that was begun.
    pub(crate) fn is_held(&self) -> bool {
        matches!(self, Self::Gzip(members) if members.is_held())
    }

    /// Goes on behind what cannot be unpacked, where that can be done.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub(crate) fn pass_broken(&mut self, mark: &[u8]) -> io::Result<bool> {
        match self {
            Self::Gzip(members) => members.pass_broken(mark),
            Self::Plain(_) | Self::Zstd(..) => Ok(false),
        }
    }
}

impl Read for Source {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(into)?;
        self.consume(read);
        Ok(read)
    }
}

impl BufRead for Source {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        match self {
            Self::Plain(source) => source.fill_buf(),
            Self::Gzip(members) => members.fill_buf(),
            Self::Zstd(frames, _) => frames.fill_buf(),
        }
    }

    fn consume(&mut self, bytes: usize) {
        match self {
            Self::Plain(source) => source.consume(bytes),
            Self::Gzip(members) => members.consume(bytes),
            Self::Zstd(frames, inside) => {
                frames.consume(bytes);
                *inside += bytes as u64;
            }
        }
    }
}
