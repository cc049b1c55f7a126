//! Files whose own errors are told from those of what is in them. A file that the system cannot read now may be read
//! later: what stands in it is not lost, and not broken.

use bytes::Bytes;
use parquet::file::reader::{ChunkReader, Length};
use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::path::Path;
use std::sync::{Arc, OnceLock};

/// The first error of the system, in words, whatever the error became on its way up.
#[derive(Debug, Clone, Default)]
pub(crate) struct Failure(Arc<OnceLock<String>>);

impl Failure {
    pub(crate) fn get(&self) -> Option<&str> {
        self.0.get().map(String::as_str)
    }

    fn noted<T>(&self, result: io::Result<T>) -> io::Result<T> {
        if let Err(error) = &result
            && error.raw_os_error().is_some()
            && error.kind() != io::ErrorKind::Interrupted
        {
            self.0.get_or_init(|| error.to_string());
        }
        result
    }
}

#[derive(Debug)]
pub(crate) struct Watched {
    file: File,
    failure: Failure,
}

impl Watched {
    pub(crate) fn open(path: &Path, failure: &Failure) -> io::Result<Self> {
        Ok(Self { file: failure.noted(File::open(path))?, failure: failure.clone() })
    }

    /// In bytes.
    pub(crate) fn size(&self) -> io::Result<u64> {
        self.failure.noted(self.file.metadata()).map(|about| about.len())
    }

    fn another(&self, at: u64) -> io::Result<Self> {
        let mut other =
            Self { file: self.failure.noted(self.file.try_clone())?, failure: self.failure.clone() };
        other.seek(SeekFrom::Start(at))?;
        Ok(other)
    }
}

impl Read for Watched {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.failure.noted(self.file.read(into))
    }
}

impl Seek for Watched {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.failure.noted(self.file.seek(to))
    }
}

impl Length for Watched {
    fn len(&self) -> u64 {
        self.size().unwrap_or_default()
    }
}

impl ChunkReader for Watched {
    type T = BufReader<Self>;

    fn get_read(&self, start: u64) -> parquet::errors::Result<Self::T> {
        Ok(BufReader::new(self.another(start)?))
    }

    fn get_bytes(&self, start: u64, length: usize) -> parquet::errors::Result<Bytes> {
        // What a broken file says of its lengths asks for no memory.
        let mut bytes = Vec::new();
        let read = self.another(start)?.take(length as u64).read_to_end(&mut bytes)?;
        if read < length {
            let text = format!("{read} bytes at {start}, not {length}");
            return Err(io::Error::new(io::ErrorKind::UnexpectedEof, text).into());
        }
        Ok(bytes.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_of_the_system_are_noted_and_those_of_data_are_not() {
        let failure = Failure::default();
        let folder = tempfile::tempdir().expect("it can be made");
        let path = folder.path().join("short");
        std::fs::write(&path, "short").expect("it can be written");
        let short = Watched::open(&path, &failure).expect("it is there");
        assert!(short.get_bytes(2, 100).is_err());
        assert_eq!((failure.get(), short.get_bytes(2, 3).ok()), (None, Some(Bytes::from("ort"))));
        // A folder can be opened, and not be read.
        let other = Watched::open(folder.path(), &failure).expect("it is there");
        assert!(other.get_bytes(0, 1).is_err());
        assert!(failure.get().is_some());
        let gone = Failure::default();
        assert!(Watched::open(&folder.path().join("gone"), &gone).is_err() && gone.get().is_some());
    }
}
