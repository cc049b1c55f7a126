//! A page's gold and the gold of others in, articles that are foreign to the page out.

use super::random::Random;
use crate::scoring::record::Record;

/// Articles made up for this purpose, for where the gold has too few.
const MADE_UP: &str = include_str!("articles.jsonl");
/// Lines that make an article long enough to be taken for the page's own.
const LEAST_LINES: usize = 4;
/// Frequent characters that only one of the scripts has.
const SIMPLIFIED: &str = "这个们来说时会国为过后对开发关现进还无种动员问实将从两产业长门";
const TRADITIONAL: &str = "這個們來說時會國為過後對開發關現進還無種動員問實將從兩產業長門";

/// True where a text has more characters of the traditional script than of the simplified one.
pub(super) fn is_traditional(text: &str) -> bool {
    let count = |script: &str| text.chars().filter(|&c| script.contains(c)).count();
    count(TRADITIONAL) > count(SIMPLIFIED)
}

/// What is not of the page's own site.
pub(super) struct Foreign<'a> {
    articles: Vec<&'a Record>,
    is_traditional: bool,
}

impl<'a> Foreign<'a> {
    /// Articles for the page of `gold`: in its script, and where there are none, in any.
    pub(super) fn to(gold: &Record, others: &'a [Record]) -> Self {
        let foreign: Vec<&Record> = others
            .iter()
            .filter(|other| other.id != gold.id && other.site() != gold.site())
            .filter(|other| other.title.is_some() && lines(other).count() >= LEAST_LINES)
            .collect();
        let is_traditional = is_traditional(gold.body());
        let in_script = |other: &&&Record| self::is_traditional(other.body()) == is_traditional;
        let same: Vec<&Record> = foreign.iter().filter(in_script).copied().collect();
        Self { articles: if same.is_empty() { foreign } else { same }, is_traditional }
    }

    /// Different articles in an order of chance; made-up ones are added where there are too few.
    pub(super) fn draw(&self, random: &mut Random, count: usize) -> Vec<Record> {
        let mut articles: Vec<Record> = self.articles.iter().copied().cloned().collect();
        random.shuffle(&mut articles);
        if articles.len() < count {
            let mut more = made_up();
            more.retain(|article| is_traditional(article.body()) == self.is_traditional);
            random.shuffle(&mut more);
            articles.append(&mut more);
        }
        articles.truncate(count);
        articles
    }
}

fn made_up() -> Vec<Record> {
    MADE_UP.lines().filter_map(|line| serde_json::from_str(line).ok()).collect()
}

/// The lines of a body that are not empty.
pub(super) fn lines(article: &Record) -> impl Iterator<Item = &str> {
    article.body().lines().map(str::trim).filter(|line| !line.is_empty())
}

pub(super) fn headline(article: &Record) -> String {
    escaped(article.title.as_deref().unwrap_or_default())
}

/// A list of linked headlines.
pub(super) fn links(articles: &[Record]) -> String {
    let items = articles.iter().enumerate().fold(String::new(), |items, (at, article)| {
        items + &format!("<li><a href=\"/a/{at}.html\">{}</a></li>", headline(article))
    });
    format!("<ul>{items}</ul>")
}

/// An article in HTML: headline, line of time and source, body, editor line.
pub(super) fn article(article: &Record, heading: &str) -> String {
    let day: String = article.published.as_deref().unwrap_or("2024-03-21").chars().take(10).collect();
    let source = escaped(article.source.as_deref().unwrap_or("新村日报"));
    let body = lines(article).fold(String::new(), |body, line| body + "<p>" + &escaped(line) + "</p>");
    format!(
        "<{heading}>{}</{heading}><p>{day} 10:20\u{3000}来源：{source}</p>{body}<p>责任编辑：赵晓</p>",
        headline(article)
    )
}

pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
