//! A page and what is known of it besides in, its article out: the settings that differ from page to page.
//!
//! Those of all pages are `builder`'s; the way from page to article is `cleaner`'s.

use crate::article::Article;
use crate::cleaner::Cleaner;
use crate::error::Error;
use crate::explain::Explanation;
use crate::input::decode;
use crate::judged::Judged;
use crate::metadata::addresses::web_address;
use crate::page::Form;
use jiff::civil::DateTime;

/// What a page can be given as.
///
/// ```
/// use zhengwen::{Cleaner, PageInput};
///
/// let text = "今天，全市的中小学都开学了，孩子们回到了校园。";
/// let cleaner = Cleaner::new();
/// for input in [PageInput::Text(text), PageInput::Bytes(text.as_bytes()), text.into()] {
///     assert_eq!(cleaner.page(input).clean()?.text(), text);
/// }
/// # Ok::<(), zhengwen::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum PageInput<'a> {
    /// As it was stored or received.
    Bytes(&'a [u8]),
    /// Decoded already.
    Text(&'a str),
    /// Parsed already, with scraper 0.29.
    #[cfg(feature = "scraper")]
    Document(&'a scraper::Html),
}

/// A page to clean, with what is known of it: where and when it was fetched, and as what. Made by
/// [`Cleaner::page`]. With the feature `scraper` it stays on its thread, as documents of scraper do; the cleaner
/// crosses, and so do pages as bytes or text.
///
/// ```
/// let cleaner = zhengwen::Cleaner::new();
/// let page = cleaner.page("<p>今天，全市的中小学都开学了，孩子们回到了校园。</p>").url("https://news.example.com/1.html");
/// assert_eq!(page.clean()?.url.as_deref(), Some("https://news.example.com/1.html"));
/// # Ok::<(), zhengwen::Error>(())
/// ```
#[derive(Debug, Clone)]
#[must_use = "a page is read when it is cleaned or explained"]
pub struct SavedPage<'a> {
    cleaner: &'a Cleaner,
    input: PageInput<'a>,
    form: Option<Form>,
    url: Option<&'a str>,
    content_type: Option<&'a str>,
    fetched: Option<DateTime>,
}

impl<'a> SavedPage<'a> {
    pub(super) fn new(cleaner: &'a Cleaner, input: PageInput<'a>) -> Self {
        Self { cleaner, input, form: None, url: None, content_type: None, fetched: None }
    }

    /// The address it was fetched from, absolute and `http` or `https`. With it the addresses of pictures and
    /// of the next page are absolute, and pictures at other schemes are left out; [`Article::url`] is it where
    /// the page declares none. Without it the page's own `<base>` or canonical address serves; where there is
    /// none either, addresses stay as they are written.
    ///
    /// ```
    /// let page = "<h1>春耕开始</h1><p>南方各地已经进入春耕时节，农民下田插秧，农技人员到田间地头指导。</p><img src=tian.jpg><p>今年的秧苗长势良好，预计月底可以完成全部插秧任务。</p>";
    /// let article = zhengwen::Cleaner::new().page(page).url("https://news.example.com/a/1.html").clean()?;
    /// assert_eq!(article.lead_image.as_deref(), Some("https://news.example.com/a/tian.jpg"));
    /// # Ok::<(), zhengwen::Error>(())
    /// ```
    pub fn url(mut self, address: &'a str) -> Self {
        self.url = Some(address);
        self
    }

    /// The HTTP header of that name. A charset in it that is not known, or that the bytes contradict, is
    /// passed over; of text and parsed documents nothing is left to decode, and it says nothing.
    ///
    /// ```
    /// let bytes = [0xD5, 0xFD, 0xCE, 0xC4, 0xA3, 0xBA, 0xB4, 0xBA, 0xB8, 0xFB, 0xBF, 0xAA, 0xCA, 0xBC, 0xA1, 0xA3];
    /// let article = zhengwen::Cleaner::new().page(&bytes).content_type("text/html; charset=gb2312").clean()?;
    /// assert_eq!(article.text(), "正文：春耕开始。");
    /// # Ok::<(), zhengwen::Error>(())
    /// ```
    pub fn content_type(mut self, header: &'a str) -> Self {
        self.content_type = Some(header);
        self
    }

    /// When it was fetched, in the time of the page, in place of
    /// [`CleanerBuilder::fetched`](crate::CleanerBuilder::fetched): what 3小时前 is counted from.
    ///
    /// ```
    /// let page = "<h1>春耕开始</h1><p>3小时前</p><p>南方各地已经进入春耕时节，农民下田插秧，农技人员到田间地头指导。</p>";
    /// let fetched = jiff::civil::date(2024, 3, 5).at(12, 0, 0, 0);
    /// let article = zhengwen::Cleaner::new().page(page).fetched(fetched).clean()?;
    /// assert_eq!(article.published.unwrap().to_string(), "2024-03-05T09:00:00+08:00");
    /// # Ok::<(), zhengwen::Error>(())
    /// ```
    pub fn fetched(mut self, at: DateTime) -> Self {
        self.fetched = Some(at);
        self
    }

    /// Whether it is HTML or a text dump, in place of telling by looking. A parsed document is HTML.
    ///
    /// ```
    /// use zhengwen::{Cleaner, Form};
    ///
    /// let tags = "网页的段落写在<p>和</p>之间，浏览器据此分段，读者看到的就是这样的文字。";
    /// assert_eq!(Cleaner::new().page(tags).form(Form::Dump).clean()?.text(), tags);
    /// # Ok::<(), zhengwen::Error>(())
    /// ```
    pub fn form(mut self, form: Form) -> Self {
        self.form = Some(form);
        self
    }

    /// Cleans it.
    ///
    /// ```
    /// use zhengwen::{Cleaner, Error};
    ///
    /// let cleaner = Cleaner::new();
    /// assert!(cleaner.page("<p>今天，全市的中小学都开学了，孩子们回到了校园。</p>").clean()?.is_article());
    /// assert!(matches!(cleaner.page("").url("/1.html").clean(), Err(Error::BadUrl { .. })));
    /// # Ok::<(), Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::BadUrl`] for an address that is none; of bytes also [`Error::NotText`], and [`Error::TooLarge`]
    /// over [`CleanerBuilder::max_bytes`](crate::CleanerBuilder::max_bytes).
    pub fn clean(self) -> Result<Article, Error> {
        Ok(self.judged()?.article)
    }

    /// Cleans it and tells what was thought of every block and field.
    ///
    /// ```
    /// let cleaner = zhengwen::Cleaner::new();
    /// let explanation = cleaner.page("<p>今天，全市的中小学都开学了，孩子们回到了校园。</p>").explain()?;
    /// assert_eq!(explanation.blocks[0].verdict, zhengwen::Verdict::Body);
    /// # Ok::<(), zhengwen::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`SavedPage::clean`].
    pub fn explain(self) -> Result<Explanation, Error> {
        Ok(self.judged()?.explanation())
    }

    fn judged(self) -> Result<Judged, Error> {
        let address = self.url.map(address).transpose()?;
        let fetched = self.fetched.or(self.cleaner.fetched);
        let cleaner = Cleaner { fetched, ..self.cleaner.clone() };
        Ok(match self.input {
            PageInput::Bytes(bytes) if bytes.len() > cleaner.max_bytes => {
                return Err(Error::TooLarge { bytes: bytes.len(), limit: cleaner.max_bytes });
            }
            PageInput::Bytes(bytes) => {
                cleaner.read(&decode::decode(bytes, self.content_type)?.text, self.form, address)
            }
            PageInput::Text(text) => cleaner.read(text, self.form, address),
            #[cfg(feature = "scraper")]
            PageInput::Document(document) => cleaner.read_document(document, address),
        })
    }
}

fn address(url: &str) -> Result<String, Error> {
    web_address(url).map(String::from).ok_or_else(|| Error::BadUrl { url: url.to_owned() })
}

impl<'a> From<&'a [u8]> for PageInput<'a> {
    fn from(bytes: &'a [u8]) -> Self {
        Self::Bytes(bytes)
    }
}

impl<'a, const N: usize> From<&'a [u8; N]> for PageInput<'a> {
    fn from(bytes: &'a [u8; N]) -> Self {
        Self::Bytes(bytes)
    }
}

impl<'a> From<&'a Vec<u8>> for PageInput<'a> {
    fn from(bytes: &'a Vec<u8>) -> Self {
        Self::Bytes(bytes)
    }
}

impl<'a> From<&'a str> for PageInput<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for PageInput<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

#[cfg(feature = "scraper")]
impl<'a> From<&'a scraper::Html> for PageInput<'a> {
    fn from(document: &'a scraper::Html) -> Self {
        Self::Document(document)
    }
}
