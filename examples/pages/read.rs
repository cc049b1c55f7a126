//! What to read and how: the options that programs share, and the way from a path to its pages.

use super::compressed::{Opened, opened};
use super::folder::{Entry, entries};
use super::jsonl::PageFields;
use super::kind::{Kind, ZIP, kind};
use super::outputs::Outputs;
use super::page::{Found, MAX_BYTES, Page};
use super::{jsonl, warc};
use clap::{Args, ValueEnum};
use std::fs::{self, File, FileType};
use std::io::{self, Read};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use zhengwen::{Cleaner, Error, Form};

/// What pages are, or what holds them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Input {
    /// Told apart by looking.
    Auto,
    Html,
    /// Text that somebody stripped out of a page.
    Text,
    /// JSON Lines: an object a line, with a page in one of its fields.
    Jsonl,
    /// A web archive: its responses and resources.
    Warc,
    /// A web archive of text: its conversions.
    Wet,
}

/// What to read.
#[derive(Debug, Args)]
pub(crate) struct Reading {
    /// What the pages are, or what holds them. gzip and zstd are told by their first bytes.
    #[arg(long, value_enum, default_value_t = Input::Auto)]
    pub(crate) input: Input,
    #[command(flatten)]
    pub(crate) fields: PageFields,
    /// The page's address, where neither it nor its container gives one.
    #[arg(long, value_parser = address)]
    url: Option<String>,
    /// In folders, read only files with these endings [default: all that may be pages by name or first bytes].
    #[arg(long, value_name = "ENDING,…", value_delimiter = ',')]
    pub(crate) ext: Vec<String>,
    /// Pages, containers of pages, or folders of both (`-` for standard input).
    #[arg(required = true)]
    pub(crate) paths: Vec<PathBuf>,
    /// What is never read, wherever it is found.
    #[arg(skip)]
    outputs: Outputs,
}

/// Called with everything found; break ends the reading.
type Each<'a> = &'a mut dyn FnMut(Found) -> ControlFlow<()>;

impl Reading {
    /// True where the paths may hold more than one page.
    pub(crate) fn is_many(&self) -> bool {
        self.paths.len() > 1 || self.paths.iter().any(|path| path.is_dir())
    }

    /// Leaves out what the program writes to: standard output and error, and `outputs`, those that exist by now.
    ///
    /// # Errors
    /// A path that is one of them, in words.
    pub(crate) fn leave_out<'a>(
        &mut self,
        outputs: impl IntoIterator<Item = &'a Path>,
    ) -> Result<(), String> {
        self.outputs = Outputs::of(outputs);
        let is_output = |path: &&PathBuf| {
            if path.as_os_str() == "-" {
                self.outputs.has_input()
            } else {
                fs::metadata(path).is_ok_and(|about| self.outputs.has(&about))
            }
        };
        match self.paths.iter().find(is_output) {
            Some(path) => Err(format!("{}: this is to be read, and the output goes to it", path.display())),
            None => Ok(()),
        }
    }

    /// Everything at the paths, in their order.
    pub(crate) fn each(&self, each: Each) {
        let mut each = |found| match found {
            Found::Page(page) => {
                each(Found::Page(Page { url: page.url.or_else(|| self.url.clone()), ..page }))
            }
            found => each(found),
        };
        for path in &self.paths {
            if self.path(path, &mut each).is_break() {
                return;
            }
        }
    }

    fn path(&self, path: &Path, each: Each) -> ControlFlow<()> {
        if path.as_os_str() == "-" {
            return self.source(path, io::stdin(), each);
        }
        match fs::metadata(path) {
            Ok(about) if about.is_dir() => self.folder(path, each),
            Ok(about) => match special(about.file_type()) {
                Some(special) => {
                    let reason = format!("{special} is passed over; `-` reads standard input");
                    each(Found::failed(path, reason))
                }
                None => self.file(path, each),
            },
            Err(error) => each(Found::failed(path, error)),
        }
    }

    fn folder(&self, path: &Path, each: Each) -> ControlFlow<()> {
        for entry in entries(path, &self.ext, &self.outputs) {
            match entry {
                Entry::NoPage => each(Found::Skipped)?,
                Entry::Broken(path, reason) => each(Found::failed(&path, reason))?,
                Entry::File(path) => self.found(&path, false, each)?,
                Entry::Unknown(path) => self.found(&path, true, each)?,
            }
        }
        ControlFlow::Continue(())
    }

    /// A file that was found in a folder. One that is `unknown` by its name is looked at first.
    fn found(&self, path: &Path, unknown: bool, each: Each) -> ControlFlow<()> {
        match fs::metadata(path) {
            Ok(about) if self.outputs.has(&about) => {
                each(Found::passed(path, "the output goes to it: it is passed over".to_owned()))
            }
            Ok(about) => match special(about.file_type()) {
                Some(special) => each(Found::passed(path, format!("{special} is passed over"))),
                None if unknown && !self.may_hold_pages(path) => each(Found::Skipped),
                None => self.file(path, each),
            },
            Err(error) => each(Found::failed(path, error)),
        }
    }

    /// False for what is surely no page and holds none by its first bytes. What cannot be read is not sure.
    fn may_hold_pages(&self, path: &Path) -> bool {
        let Ok(Opened { head, .. }) = File::open(path).and_then(opened) else { return true };
        match kind(&head) {
            Kind::Page => {
                head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&head).trim_ascii_start().starts_with(b"<")
            }
            Kind::JsonLines => {
                let names = self.fields.html_field.as_deref().map_or(vec!["html", "text"], |name| vec![name]);
                names.iter().any(|name| {
                    let key = format!("\"{name}\"");
                    head.windows(key.len()).any(|part| part == key.as_bytes())
                })
            }
            // Documents and programs are often zip archives.
            Kind::Closed(ZIP) => path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("zip")),
            Kind::Json | Kind::Warc | Kind::Closed(_) => true,
        }
    }

    fn file(&self, path: &Path, each: Each) -> ControlFlow<()> {
        match File::open(path) {
            Ok(file) => self.source(path, file, each),
            Err(error) => each(Found::failed(path, error)),
        }
    }

    /// What stands behind `source`, which is at `path`.
    fn source(&self, path: &Path, source: impl Read + 'static, each: Each) -> ControlFlow<()> {
        let opened = match opened(source) {
            Ok(opened) => opened,
            Err(error) => return each(Found::failed(path, error)),
        };
        let read = match self.kind(&opened.head) {
            Err(reason) => return each(Found::failed(path, reason)),
            Ok(Kind::JsonLines) => jsonl::pages(path, opened.rest, &self.fields, &mut *each),
            Ok(Kind::Warc) => warc::pages(path, opened.rest, self, &mut *each),
            Ok(Kind::Page | Kind::Json | Kind::Closed(_)) => self.page(path, opened).map(&mut *each),
        };
        read.unwrap_or_else(|error| each(Found::failed(path, error)))
    }

    /// What to read it as. What holds several things is never one page, whatever it was said to be.
    fn kind(&self, head: &[u8]) -> Result<Kind, String> {
        let seen = kind(head);
        match (self.input, seen) {
            (_, Kind::Closed(name)) => {
                Err(format!("this is {name}, which is not read: take out what is in it"))
            }
            (Input::Jsonl, Kind::Json) => Ok(Kind::JsonLines),
            (_, Kind::Json) => Err("this is JSON that is not an object a line, which is not read".to_owned()),
            (Input::Auto, seen) => Ok(seen),
            (Input::Html | Input::Text, Kind::Page) => Ok(Kind::Page),
            (Input::Html | Input::Text, Kind::JsonLines) => {
                Err("this is JSON, not a page: --input jsonl".to_owned())
            }
            (Input::Html | Input::Text, Kind::Warc) => {
                Err("this is a web archive, not a page: --input warc".to_owned())
            }
            (Input::Jsonl, Kind::Warc) => Err("this is a web archive, not JSON Lines".to_owned()),
            (Input::Jsonl, _) => Ok(Kind::JsonLines),
            (Input::Warc | Input::Wet, Kind::Warc) => Ok(Kind::Warc),
            (Input::Warc | Input::Wet, _) => Err("this is no web archive".to_owned()),
        }
    }

    fn page(&self, path: &Path, Opened { rest, .. }: Opened) -> io::Result<Found> {
        let mut bytes = Vec::new();
        rest.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes)?;
        let form = match self.input {
            Input::Html => Some(Form::Html),
            Input::Text => Some(Form::Dump),
            _ => None,
        };
        let page = Page::of_file(path, bytes, form);
        Ok(Found::Page(Page { is_alone: !self.is_many(), ..page }))
    }
}

/// # Errors
/// An address that no page can have, in words.
fn address(url: &str) -> Result<String, Error> {
    Cleaner::new().page("").url(url).clean().map(|_| url.to_owned())
}

/// What a thing is that is neither file nor folder.
fn special(kind: FileType) -> Option<&'static str> {
    if kind.is_file() {
        return None;
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt;
        if kind.is_fifo() {
            return Some("a FIFO");
        } else if kind.is_socket() {
            return Some("a socket");
        }
    }
    Some("a device")
}
