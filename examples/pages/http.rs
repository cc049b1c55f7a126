//! An HTTP response as a crawler stored it in, its body as the server meant it out. `httparse` reads the head and
//! the sizes of chunks.

use super::page::MAX_BYTES;
use flate2::read::{MultiGzDecoder, ZlibDecoder};
use std::io::{self, Read};

#[derive(Debug)]
pub(crate) struct Response {
    pub(crate) status: u16,
    pub(crate) content_type: Option<String>,
    pub(crate) body: Vec<u8>,
}

const MAX_HEADERS: usize = 256;

/// # Errors
/// What is wrong with it, in words.
pub(crate) fn response(bytes: &[u8]) -> Result<Response, String> {
    let mut headers = [httparse::EMPTY_HEADER; MAX_HEADERS];
    let mut head = httparse::Response::new(&mut headers);
    let mut config = httparse::ParserConfig::default();
    config
        .allow_spaces_after_header_name_in_responses(true)
        .allow_obsolete_multiline_headers_in_responses(true)
        .ignore_invalid_headers_in_responses(true);
    let parsed = config.parse_response(&mut head, bytes).map_err(|error| format!("HTTP: {error}"))?;
    let httparse::Status::Complete(end) = parsed else { return Err("HTTP: cut off in its head".to_owned()) };
    let header = |name: &str| {
        let found = head.headers.iter().find(|header| header.name.eq_ignore_ascii_case(name));
        found.map(|header| String::from_utf8_lossy(header.value).trim().to_owned())
    };
    let mut body = bytes[end..].to_vec();
    // Many archives keep the header and store the body whole all the same.
    if header("transfer-encoding").is_some_and(|coding| coding.eq_ignore_ascii_case("chunked")) {
        body = joined(&body).unwrap_or(body);
    }
    let coding = header("content-encoding").unwrap_or_default().to_ascii_lowercase();
    let body = match coding.as_str() {
        "gzip" | "x-gzip" if body.starts_with(b"\x1F\x8B") => unpacked(MultiGzDecoder::new(&body[..]))?,
        "deflate" if body.first() == Some(&0x78) => unpacked(ZlibDecoder::new(&body[..]))?,
        // As text says itself: archives unpack bodies and leave the header.
        "br" | "zstd" if std::str::from_utf8(&body).is_err() => {
            return Err(format!("HTTP: content encoding {coding} is not read"));
        }
        _ => body,
    };
    Ok(Response { status: head.code.unwrap_or_default(), content_type: header("content-type"), body })
}

/// As much of it as there is: archives cut long bodies off.
fn unpacked(packed: impl Read) -> Result<Vec<u8>, String> {
    let mut body = Vec::new();
    match packed.take(MAX_BYTES as u64 + 1).read_to_end(&mut body) {
        Err(error) if error.kind() != io::ErrorKind::UnexpectedEof || body.is_empty() => {
            Err(format!("HTTP: body cannot be unpacked: {error}"))
        }
        _ => Ok(body),
    }
}

/// The chunks of a body one after the other, as many as there are; `None` where it is not in chunks.
fn joined(body: &[u8]) -> Option<Vec<u8>> {
    let mut whole = Vec::with_capacity(body.len());
    let mut rest = body;
    loop {
        let (start, size) = match httparse::parse_chunk_size(rest) {
            Ok(httparse::Status::Complete(found)) => found,
            Ok(httparse::Status::Partial) if rest.len() < body.len() => return Some(whole),
            _ => return None,
        };
        let chunk = &rest[start..];
        let Some(end) = usize::try_from(size).ok().filter(|&size| size <= chunk.len()) else {
            whole.extend_from_slice(chunk);
            return Some(whole);
        };
        if end == 0 {
            return Some(whole);
        }
        whole.extend_from_slice(&chunk[..end]);
        rest = chunk.get(end + 2..).unwrap_or_default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chunks_are_joined_and_bodies_that_only_claim_them_kept() {
        let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n";
        for (body, whole) in [
            ("3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n", "abcde"),
            ("<p>abc", "<p>abc"),
            ("3\r\nabc\r\n20\r\nde", "abcde"),
            ("3\r\nabc\r\n2", "abc"),
            ("3\r\nabc", "abc"),
            ("20\r\nabc", "abc"),
        ] {
            let response = response(format!("{head}{body}").as_bytes()).expect("it is a response");
            assert_eq!((response.status, &response.body[..]), (200, whole.as_bytes()));
            assert_eq!(response.content_type.as_deref(), Some("text/html"));
        }
    }

    #[test]
    fn a_head_cut_off_is_an_error() {
        assert!(response(b"HTTP/1.1 200 OK\r\nContent-Ty").is_err());
    }
}
