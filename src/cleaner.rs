//! The pipeline, on one screen: every stage of the way from a page to its article, in order.

use crate::article::{Article, Block, Image, Kind};
use crate::body::articles::Articles;
use crate::body::features::{features, repeats};
use crate::body::known::Known;
use crate::body::paragraphs::paragraphs;
use crate::body::places::places;
use crate::body::refrains::refrains;
use crate::body::ruled::by_rule;
use crate::body::score::{apart, open, scores, standing_odds};
use crate::body::shape::Shape;
use crate::body::shown::{hides_prose, visible, whole};
use crate::body::standing::{standing, walked};
use crate::body::tail::closings;
use crate::body::trim::{first_kept, trim};
use crate::body::verdict::{OTHER_CONFIDENCE, Verdict, verdict};
use crate::body::walk::walk;
use crate::body::weights::Weights;
use crate::builder::{CleanerBuilder, DEFAULT_MAX_BYTES};
use crate::error::Error;
use crate::explain::{Explanation, JudgedBlock};
use crate::input::html::Walked;
use crate::input::parse::Parsed;
use crate::input::{data, dump, html, parse, sniff};
use crate::judged::{About, Judged};
use crate::metadata::parts::Parts;
use crate::metadata::state::published;
use crate::metadata::title::Search;
use crate::metadata::{self, Metadata, credit::credit};
use crate::page::{Form, Page};
use crate::page_time::PageTime;
use crate::saved_page::{PageInput, SavedPage};
use crate::text::language::{is_chinese, language};
use jiff::civil::DateTime;
use std::ops::Deref;

/// Cleans pages. Built once, used for any number of pages from any number of threads; it keeps
/// nothing from one page to the next.
///
/// ```
/// let cleaner = zhengwen::Cleaner::builder().max_bytes(8 << 20).build();
/// let article = cleaner.clean("今天，全市的中小学都开学了，孩子们回到了校园。");
/// assert_eq!(article.text(), "今天，全市的中小学都开学了，孩子们回到了校园。");
/// ```
#[derive(Debug, Clone)]
pub struct Cleaner {
    pub(super) html_weights: Weights,
    pub(super) dump_weights: Weights,
    pub(super) max_bytes: usize,
    pub(super) fetched: Option<DateTime>,
    #[cfg(feature = "rules")]
    pub(super) rules: crate::Rules,
}

impl Default for Cleaner {
    fn default() -> Self {
        Self {
            html_weights: Weights::html(),
            dump_weights: Weights::dump(),
            max_bytes: DEFAULT_MAX_BYTES,
            fetched: None,
            #[cfg(feature = "rules")]
            rules: crate::Rules::default(),
        }
    }
}

impl Cleaner {
    /// A cleaner with the shipped settings.
    ///
    /// ```
    /// let article = zhengwen::Cleaner::new().clean("<p>今天，全市的中小学都开学了，孩子们回到了校园。</p>");
    /// assert_eq!(article.text(), "今天，全市的中小学都开学了，孩子们回到了校园。");
    /// ```
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Settings to change before a cleaner is built.
    ///
    /// ```
    /// use zhengwen::{Cleaner, Error};
    ///
    /// let cleaner = Cleaner::builder().max_bytes(4).build();
    /// assert_eq!(cleaner.clean_bytes(b"<p>12", None), Err(Error::TooLarge { bytes: 5, limit: 4 }));
    /// ```
    #[must_use]
    pub fn builder() -> CleanerBuilder {
        CleanerBuilder(Self::default())
    }

    /// Cleans a page, HTML or text dump: which of the two is told by looking. Where it has no body, the
    /// article [is empty](Article::is_empty).
    ///
    /// ```
    /// let cleaner = zhengwen::Cleaner::new();
    /// assert_eq!(cleaner.clean("<p>今天，全市的中小学都开学了，孩子们回到了校园。</p>").text(), "今天，全市的中小学都开学了，孩子们回到了校园。");
    /// assert!(cleaner.clean("").is_empty());
    /// ```
    #[must_use]
    pub fn clean(&self, page: &str) -> Article {
        self.read(page, None, None).article
    }

    /// Cleans a page known to be HTML.
    ///
    /// ```
    /// let article = zhengwen::Cleaner::new().clean_html("<h1>春耕开始</h1><p>南方各地已经进入春耕时节，农民下田插秧，农技人员到田间地头指导。</p>");
    /// assert_eq!(article.title.as_deref(), Some("春耕开始"));
    /// ```
    #[must_use]
    pub fn clean_html(&self, html: &str) -> Article {
        self.read(html, Some(Form::Html), None).article
    }

    /// Cleans a text that somebody stripped out of a page already, a line or a paragraph a line. Tags in
    /// it are text.
    ///
    /// ```
    /// let tags = "网页的段落写在<p>和</p>之间，浏览器据此分段，读者看到的就是这样的文字。";
    /// assert_eq!(zhengwen::Cleaner::new().clean_text(tags).text(), tags);
    /// let article = zhengwen::Cleaner::new().clean_text("首页 新闻 体育\n来源：新村日报\n南方各地已经进入春耕时节，农民下田插秧，农技人员到田间地头指导。");
    /// assert_eq!(article.text(), "南方各地已经进入春耕时节，农民下田插秧，农技人员到田间地头指导。");
    /// ```
    #[must_use]
    pub fn clean_text(&self, dump: &str) -> Article {
        self.read(dump, Some(Form::Dump), None).article
    }

    /// Cleans a page as it was stored or received. `content_type` is the HTTP header of that name,
    /// where there was one; a charset that is not known, or that the bytes contradict, is passed over.
    ///
    /// ```
    /// use zhengwen::{Cleaner, Error};
    ///
    /// let page = "<p>今天，全市的中小学都开学了，孩子们回到了校园。</p>".as_bytes();
    /// let article = Cleaner::new().clean_bytes(page, Some("text/html; charset=utf-8"))?;
    /// assert_eq!(article.text(), "今天，全市的中小学都开学了，孩子们回到了校园。");
    /// let unknown = Cleaner::new().clean_bytes(page, Some("text/html; charset=utf8mb4"))?;
    /// assert_eq!(unknown, article);
    /// let noise = Cleaner::new().clean_bytes(&[1; 100], None);
    /// assert_eq!(noise, Err(Error::NotText { controls: 100, bytes: 100 }));
    /// # Ok::<(), Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::NotText`] for bytes that are no text, [`Error::TooLarge`] over [`CleanerBuilder::max_bytes`].
    pub fn clean_bytes(&self, page: &[u8], content_type: Option<&str>) -> Result<Article, Error> {
        let page = self.page(page);
        content_type.into_iter().fold(page, SavedPage::content_type).clean()
    }

    /// A page to clean with what is known of it: its address, its Content-Type, when it was fetched. Takes bytes,
    /// text, and documents that are parsed already.
    ///
    /// ```
    /// let cleaner = zhengwen::Cleaner::new();
    /// let bytes = "<p>今天，全市的中小学都开学了，孩子们回到了校园。</p>".as_bytes();
    /// let page = cleaner.page(bytes).url("https://news.example.com/a/1.html").content_type("text/html; charset=utf-8");
    /// assert_eq!(page.clean()?.url.as_deref(), Some("https://news.example.com/a/1.html"));
    /// # Ok::<(), zhengwen::Error>(())
    /// ```
    pub fn page<'a>(&'a self, page: impl Into<PageInput<'a>>) -> SavedPage<'a> {
        SavedPage::new(self, page.into())
    }

    /// Cleans a page that a crawler has parsed already, with scraper 0.29. The tree is only read.
    ///
    /// ```
    /// let page = scraper::Html::parse_document("<p>今天，全市的中小学都开学了，孩子们回到了校园。</p>");
    /// let article = zhengwen::Cleaner::new().clean_document(&page);
    /// assert_eq!(article.text(), "今天，全市的中小学都开学了，孩子们回到了校园。");
    /// ```
    #[cfg(feature = "scraper")]
    #[must_use]
    pub fn clean_document(&self, page: &scraper::Html) -> Article {
        self.read_document(page, None).article
    }

    /// Cleans a page and tells what was thought of every block and field.
    ///
    /// ```
    /// use zhengwen::{Cleaner, Verdict};
    ///
    /// let explanation = Cleaner::new().explain("<h1>春耕开始</h1><p>南方各地已经进入春耕时节，农民下田插秧，农技人员到田间地头指导。</p>");
    /// let [title, text] = &explanation.blocks[..] else { panic!("two blocks") };
    /// assert_eq!((title.verdict, text.verdict), (Verdict::Headline, Verdict::Body));
    /// assert!((0.0..=1.0).contains(&text.score));
    /// assert_eq!(text.path, "block>block>paragraph");
    /// ```
    #[must_use]
    pub fn explain(&self, page: &str) -> Explanation {
        self.read(page, None, None).explanation()
    }

    /// As [`Cleaner::explain`], of a page known to be HTML.
    ///
    /// ```
    /// let explanation = zhengwen::Cleaner::new().explain_html("今天，全市的中小学都开学了，孩子们回到了校园。");
    /// assert!(explanation.is_html);
    /// ```
    #[must_use]
    pub fn explain_html(&self, html: &str) -> Explanation {
        self.read(html, Some(Form::Html), None).explanation()
    }

    /// As [`Cleaner::explain`], of a page that a crawler has parsed already.
    ///
    /// ```
    /// let page = zhengwen::scraper::Html::parse_document("<p>今天，全市的中小学都开学了，孩子们回到了校园。</p>");
    /// let explanation = zhengwen::Cleaner::new().explain_document(&page);
    /// assert_eq!(explanation.blocks[0].verdict, zhengwen::Verdict::Body);
    /// ```
    #[cfg(feature = "scraper")]
    #[must_use]
    pub fn explain_document(&self, page: &scraper::Html) -> Explanation {
        self.read_document(page, None).explanation()
    }

    /// As [`Cleaner::explain`], of a text dump.
    ///
    /// ```
    /// let explanation = zhengwen::Cleaner::new().explain_text("<p>是网页的段落，全市的中小学都在讲这一课。");
    /// assert!(!explanation.is_html);
    /// ```
    #[must_use]
    pub fn explain_text(&self, dump: &str) -> Explanation {
        self.read(dump, Some(Form::Dump), None).explanation()
    }

    /// The blocks of [`Cleaner::explain_html`], of what the page shows and without its fields: what weights are
    /// calibrated on.
    #[doc(hidden)]
    #[must_use]
    pub fn blocks_of_html(&self, html: &str) -> Vec<JudgedBlock> {
        self.judge(html::blocks(&parse::parse(html).dom)).blocks()
    }

    /// The same of a text dump.
    #[doc(hidden)]
    #[must_use]
    pub fn blocks_of_text(&self, dump: &str) -> Vec<JudgedBlock> {
        self.judge(dump::blocks(dump)).blocks()
    }

    /// Reads a page of a form that is known, or told by looking, fetched from an address that may be known.
    pub(super) fn read(&self, page: &str, form: Option<Form>, address: Option<String>) -> Judged {
        match form.unwrap_or_else(|| sniff::form(page)) {
            Form::Html => {
                // Known before there is a tree, it spares the page one.
                #[cfg(feature = "rules")]
                if let Some(rule) = self.rules.before_reading(page, address.as_deref()) {
                    return self.read_ruled(&scraper::Html::parse_document(page), rule, address);
                }
                let Parsed { dom } = parse::parse(page);
                let walked = html::walked(&dom);
                // Judging takes memory too.
                drop(dom);
                #[cfg(feature = "rules")]
                if let Some(rule) = self.rules.of_page(&walked.page.head, address.as_deref()) {
                    return self.read_ruled(&scraper::Html::parse_document(page), rule, address);
                }
                self.read_walked(walked, address)
            }
            Form::Dump => {
                let mut page = dump::blocks(page);
                page.head.address = address.or(page.head.address);
                self.judge(page).with_absolute_addresses()
            }
        }
    }

    /// The same of a page that was parsed already.
    #[cfg(feature = "scraper")]
    pub(super) fn read_document(&self, document: &scraper::Html, address: Option<String>) -> Judged {
        let walked = html::walked_of_scraper(document);
        #[cfg(feature = "rules")]
        if let Some(rule) = self.rules.of_page(&walked.page.head, address.as_deref()) {
            return self.read_ruled(document, rule, address);
        }
        self.read_walked(walked, address)
    }

    /// A page whose body or fields a rule tells, as far as it finds them.
    #[cfg(feature = "rules")]
    fn read_ruled(
        &self,
        document: &scraper::Html,
        rule: &crate::rules::Rule,
        address: Option<String>,
    ) -> Judged {
        let mut applied = crate::rules::Applied::to(rule, document);
        let mut walked = applied.walked(document);
        applied.mark(rule, &mut walked.page);
        walked.page.head.address = address;
        let has_body = walked.page.blocks.iter().any(|block| block.ruled == crate::page::Ruled::Body);
        let judged = if has_body { self.judge(walked.page) } else { self.judge_with_data(walked) };
        judged.with_rule(applied).with_absolute_addresses()
    }

    /// The same of a page that was walked already.
    fn read_walked<T>(&self, mut walked: Walked<T>, address: Option<String>) -> Judged
    where
        T: Deref<Target = str>,
    {
        walked.page.head.address = address;
        self.judge_with_data(walked).with_absolute_addresses()
    }

    /// Judges the visible page, and where that has no body, what its scripts hold as data.
    fn judge_with_data<T: Deref<Target = str>>(&self, Walked { page, held, scripts }: Walked<T>) -> Judged {
        let judged = self.judge(page);
        let judged = self.opened_article(&judged).unwrap_or(judged);
        let told = judged.article.published.is_some();
        if told && judged.has_body() {
            return judged;
        }
        let scripts: Vec<&str> = scripts.iter().map(|script| &**script).collect();
        let mut judged = if judged.has_body() { judged } else { self.judge_data(judged, held, &scripts) };
        if judged.article.published.is_none() && !judged.article.is_empty() {
            judged.article.published = published(&scripts).filter(|time| self.is_past(time));
        }
        judged
    }

    /// A page without a visible body, with the one that it hides or that its scripts hold, if any.
    fn judge_data(&self, judged: Judged, mut held: Vec<String>, scripts: &[&str]) -> Judged {
        held.extend(judged.escaped_markup());
        let json_ld = judged.page.head.json_ld.iter().map(String::as_str);
        let scripts = scripts.iter().copied().chain(json_ld);
        let Some(body) = data::body(held.iter().map(String::as_str), scripts) else {
            return self.opened(&judged).unwrap_or(judged);
        };
        let page = match sniff::form(&body) {
            Form::Html => html::blocks(&parse::parse(&body).dom),
            Form::Dump => dump::blocks(&body),
        };
        // Judging takes memory too.
        drop(body);
        let data = self.judge(page);
        if !data.has_body()
            && let Some(opened) = self.opened(&judged)
        {
            return opened;
        }
        judged.with_body_of(data)
    }

    /// The page with all that it hides, where that is the article of its headline and what it shows is none: messaging
    /// apps show comments before a script shows the text.
    fn opened_article(&self, judged: &Judged) -> Option<Judged> {
        let lists = judged.article.kind == Kind::List && judged.has_body();
        let opened = lists.then(|| self.opened(judged)).flatten();
        opened.filter(|opened| {
            opened.article.kind == Kind::Article && opened.headline_share() > judged.headline_share()
        })
    }

    /// The page with all that it hides, if that has a body.
    fn opened(&self, judged: &Judged) -> Option<Judged> {
        let opens = hides_prose(&judged.page).then(|| self.judge(whole(&judged.page)));
        opens.filter(Judged::has_body)
    }

    fn is_past(&self, time: &PageTime) -> bool {
        self.fetched.is_none_or(|fetched| time.datetime <= fetched)
    }

    /// Blocks → features → scores → which article → home or walk → second pass → trim → article.
    fn judge(&self, page: Page) -> Judged {
        let page = visible(page);
        let weights = self.weights(page.form);
        let shapes: Vec<Shape> = page.blocks.iter().map(|block| Shape::of(&block.text)).collect();
        let repeats = repeats(&page);
        let parts = Parts::new(&page, &shapes);
        let search = Search::new(&parts, &shapes, &repeats);
        let headline = search.headline();
        // A dump has no head to tell its headline before the body is known; a page has, and memory is dear.
        let search = (page.form == Form::Dump).then_some(search);
        let closings = closings(&shapes);
        let places = places(&page, &shapes, headline.block);
        let mut features = features(&page, &shapes, &places, &closings, &repeats, headline.block);
        let alike = scores(&features, &shapes, weights);
        let holders = page.holders();
        let title = headline.text.as_deref();
        let refrains = refrains(&page, &shapes, &repeats);
        let unscored = Known {
            page: &page,
            shapes: &shapes,
            holders: &holders,
            scores: &[],
            open: &[],
            closings: &closings,
            repeats: &repeats,
            refrains: &refrains,
            headline: headline.block,
            subtitle: headline.subtitle.as_deref(),
        };
        let articles = Articles::of(unscored.scored(&alike), title);
        // Memory is dear: one list of scores goes before the other comes.
        let scores = apart(alike, &features, &shapes, articles.end());
        let known = unscored.scored(&scores);
        match page.form {
            Form::Html => standing(&mut features, known, title, weights, &articles),
            Form::Dump => {
                let open = open(&features, &shapes, weights, articles.end());
                let walk = walk(&mut features, Known { open: &open, ..known }, title, weights, &articles);
                walked(&mut features, Known { scores: &open, ..known }, &walk);
            }
        }
        let odds: Vec<f64> = features.iter().map(|features| standing_odds(features, weights)).collect();
        let fates = by_rule(trim(&odds, known), &page);
        let over_text = search.map(|search| search.over(first_kept(&fates)).headline());
        let title = over_text.as_ref().unwrap_or(&headline).text.as_deref();
        let Verdict { kind, confidence, measures } = verdict(known, &fates, &odds, title, weights);
        let headline = over_text.unwrap_or(headline);
        let own = articles.own(page.blocks.len());
        let metadata = metadata::read(&parts, &headline, &fates, &own, self.fetched);
        let about = Article {
            title: headline.text.clone(),
            subtitle: headline.subtitle.clone(),
            kind,
            confidence,
            ..Article::default()
        };
        let article = article(about, paragraphs(&page, &fates), metadata, page.head.lang.as_deref());
        let about = About::new(headline, own, self.fetched);
        Judged { article, page, features, scores, odds, fates, about, measures, shown: None }
    }

    fn weights(&self, form: Form) -> &Weights {
        match form {
            Form::Html => &self.html_weights,
            Form::Dump => &self.dump_weights,
        }
    }
}

/// The article of a body and what is known about it.
fn article(about: Article, body: Vec<Block>, metadata: Metadata, lang: Option<&str>) -> Article {
    let body: Vec<Block> = body.into_iter().map(credited).collect();
    let first = body.iter().find_map(|block| match block {
        Block::Image(image) => Some(image.src.clone()),
        _ => None,
    });
    let article = Article {
        lead_image: metadata.lead_image.or(first),
        original_title: metadata.original_title,
        declaration: metadata.declaration,
        body,
        published: metadata.published,
        modified: metadata.modified,
        source: metadata.source,
        bylines: metadata.bylines,
        site_name: metadata.site_name,
        url: metadata.url,
        description: metadata.description,
        keywords: metadata.keywords,
        next_page: metadata.next_page,
        ..about
    };
    let text = article.text();
    let (script, language) = language(&text, lang);
    let is_other = !language.as_deref().is_some_and(is_chinese);
    let confidence = if is_other { article.confidence.min(OTHER_CONFIDENCE) } else { article.confidence };
    Article { script, language, confidence, ..article }
}

/// A picture with its credit.
fn credited(block: Block) -> Block {
    match block {
        Block::Image(image) => {
            let credit = image.caption.as_deref().and_then(credit);
            Block::Image(Image { credit, ..image })
        }
        block => block,
    }
}
