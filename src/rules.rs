//! Rules of a reader's own for sites that they know: by host, what the article's elements are. Loading them, and
//! what is wrong with them; `apply` has what they do to a page.
//!
//! The library ships none: what it knows of pages it knows of all sites.

mod apply;
mod css;
mod load;
mod host;

use css::Css;
use host::Host;
use std::fmt;
use std::sync::Arc;

pub(crate) use apply::Applied;
pub use apply::RuleUse;

/// Rules for hosts, read from TOML.
///
/// ```
/// use zhengwen::{Cleaner, Rules};
///
/// let rules: Rules = r#"
///     [[rule]]
///     host = "*.xincun.example"
///     body = "div.text"
///     drop = ["div.advert", ".share"]
///     title = "h2.head"
///     time = "span.when"
///     author = "span.who"
///     source = "span.from"
///     phrases = ["点击下载"]
/// "#.parse()?;
/// let cleaner = Cleaner::builder().rules(rules).build();
/// let page = "<h1>新村网</h1><h2 class=head>春耕开始</h2><span class=who>李大同</span>\
///     <div class=text><p>农民下田插秧。</p><div class=advert>优惠</div><p>点击下载新村客户端</p></div><p>版权</p>";
/// let article = cleaner.page(page).url("https://news.xincun.example/1.html").clean()?;
/// assert_eq!((article.title.as_deref(), &*article.text()), (Some("春耕开始"), "农民下田插秧。"));
/// assert_eq!(article.authors(), ["李大同"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// A `host` is a name, or `*.` and a name for it and all below it; the first rule whose host fits is the page's.
/// The host is that of the address given with [`SavedPage::url`](crate::SavedPage::url), else of the one that the
/// page declares. Every key but `host` may be left out. The others but `phrases` are CSS selectors, one or a list:
/// `body` all elements that hold the body (block elements), `drop` those that are not read at all, `title`, `time`,
/// `author` and `source` each the first element with text in it, or with `content` or `datetime`. A block of the
/// body in which one of `phrases` stands is left out.
///
/// A selector that finds nothing on a page leaves that part to the judgement;
/// [`Explanation::rules`](crate::Explanation::rules) says so.
#[derive(Debug, Clone, Default)]
pub struct Rules(Arc<[Rule]>);

/// What is wanted of the pages of a host.
#[derive(Debug)]
pub(crate) struct Rule {
    host: Host,
    body: Vec<Css>,
    drop: Vec<Css>,
    title: Vec<Css>,
    time: Vec<Css>,
    author: Vec<Css>,
    source: Vec<Css>,
    phrases: Vec<String>,
}

/// Something wrong in rules, and where.
///
/// ```
/// let error = "[[rule]]\nhost = 'xincun.example'\nbdoy = '.text'".parse::<zhengwen::Rules>().unwrap_err();
/// let mistake = &error.mistakes[0];
/// assert_eq!((mistake.line, mistake.column), (3, 1));
/// assert!(mistake.message.starts_with("no key `bdoy`"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct RuleMistake {
    /// Line of the TOML, from 1.
    pub line: usize,
    /// Character of the line, from 1.
    pub column: usize,
    /// What is wrong.
    pub message: String,
}

impl fmt::Display for RuleMistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.line, self.column, self.message)
    }
}

/// All that is wrong with rules, in the order of the text, a line each.
///
/// ```
/// let error = "[[rule]]\nhost = 'xincun.example'\nbdoy = '.text'".parse::<zhengwen::Rules>().unwrap_err();
/// assert_eq!(error.mistakes.len(), 1);
/// assert!(error.to_string().starts_with("3:1: no key `bdoy`"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct BadRules {
    /// At least one.
    pub mistakes: Vec<RuleMistake>,
}

impl fmt::Display for BadRules {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (nth, mistake) in self.mistakes.iter().enumerate() {
            write!(f, "{}{mistake}", if nth > 0 { "\n" } else { "" })?;
        }
        Ok(())
    }
}

impl std::error::Error for BadRules {}
