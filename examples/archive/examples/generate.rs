//! Writes a web archive of made-up pages, to try `archive` with: `generate [--plain] BYTES FILE`. It ends when its
//! records have so many bytes; each is packed as a gzip member of its own, unless they are to be plain.

#[path = "../../rearrange/random.rs"]
#[expect(dead_code, reason = "the rearrangements use the rest")]
mod random;
#[path = "../tests/archive/news.rs"]
#[expect(dead_code, reason = "the tests use the rest")]
mod news;
#[path = "../tests/archive/crawl.rs"]
#[expect(dead_code, reason = "the tests use the rest")]
mod crawl;

use news::Size;
use std::env;
use std::fs::File;
use std::io::{self, BufWriter, Write};

/// About as much chrome as portals have: a page has 40 KB.
const SIZE: Size = Size { links: 110, paragraphs: (4, 40) };

/// Of so many pages one is a copy of another, and one in GBK.
const COPY: u64 = 50;
const GBK: u64 = 7;

fn main() -> io::Result<()> {
    let mut arguments: Vec<String> = env::args().skip(1).collect();
    let is_plain = arguments.first().is_some_and(|first| first == "--plain");
    if is_plain {
        arguments.remove(0);
    }
    let usage = || io::Error::new(io::ErrorKind::InvalidInput, "generate [--plain] BYTES FILE");
    let [bytes, path] = &arguments[..] else { return Err(usage()) };
    let bytes: u64 = bytes.parse().map_err(|_| usage())?;
    let mut file = BufWriter::new(File::create(path)?);
    let mut written = 0;
    let mut write = |record: Vec<u8>| -> io::Result<u64> {
        written += record.len() as u64;
        file.write_all(&if is_plain { record } else { crawl::gzip(&record) })?;
        Ok(written)
    };
    write(crawl::warcinfo(path))?;
    for nth in 0.. {
        let url = news::url(nth);
        write(crawl::request(nth, &url))?;
        write(page(nth, &url))?;
        if write(crawl::metadata(nth, &url))? >= bytes {
            break;
        }
    }
    file.flush()
}

fn page(nth: u64, url: &str) -> Vec<u8> {
    let text_of = if nth % COPY == COPY - 1 { nth / 2 } else { nth };
    if nth.is_multiple_of(GBK) {
        let page = news::page(text_of, SIZE, "gbk");
        let (bytes, _, _) = encoding_rs::GBK.encode(&page);
        return crawl::page(nth, url, "text/html; charset=gbk", &bytes);
    }
    crawl::page(nth, url, "text/html; charset=utf-8", news::page(text_of, SIZE, "utf-8").as_bytes())
}
