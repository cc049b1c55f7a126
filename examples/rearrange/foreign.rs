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

/// So many characters of a text show its script.
const SHOWS: usize = 500;

/// True where a text has more characters of the traditional script than of the simplified one.
pub(super) fn is_traditional(text: &str) -> bool {
    let count = |script: &str| text.chars().take(SHOWS).filter(|&c| script.contains(c)).count();
    count(TRADITIONAL) > count(SIMPLIFIED)
}

/// What is not of the page's own site.
pub(super) struct Foreign<'a> {
    gold: &'a Record,
    others: &'a [Record],
}

impl<'a> Foreign<'a> {
    /// Articles for the page of `gold`.
    pub(super) fn to(gold: &'a Record, others: &'a [Record]) -> Self {
        Self { gold, others }
    }

    /// Different articles in an order of chance: in the page's script, and where the others have none, in
    /// any. Made-up ones are added where there are too few.
    pub(super) fn draw(&self, random: &mut Random, count: usize) -> Vec<Record> {
        let is_traditional = is_traditional(self.gold.body());
        let in_script = |article: &&Record| self::is_traditional(article.body()) == is_traditional;
        let mut others: Vec<&Record> = self.others.iter().filter(|other| self.is_foreign(other)).collect();
        random.shuffle(&mut others);
        let mut articles: Vec<Record> =
            others.iter().copied().filter(in_script).take(count).cloned().collect();
        if articles.is_empty() {
            articles = others.into_iter().take(count).cloned().collect();
        }
        if articles.len() < count {
            let mut more = made_up();
            more.retain(|article| in_script(&article));
            random.shuffle(&mut more);
            articles.append(&mut more);
        }
        articles.truncate(count);
        articles
    }

    fn is_foreign(&self, other: &Record) -> bool {
        other.id != self.gold.id
            && other.site() != self.gold.site()
            && other.title.is_some()
            && lines(other).count() >= LEAST_LINES
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
