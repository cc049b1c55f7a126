//! A site's robots.txt, and what it lets this crawler fetch. Its parser is `texting_robots`: that of `spider` takes
//! `Disallow: /draft` for that one path, and a server that fails for leave.

use crate::body::{self, reason};
use crate::refusal::Refusal;
use reqwest::Client;
use std::time::Duration;
use texting_robots::Robot;
use url::Url;

/// The name that a robots.txt knows this crawler by.
pub(crate) const AGENT: &str = "zhengwen-crawler";
/// RFC 9309 asks for no less; what comes after is not read.
const READ_BYTES: usize = 500 << 10;
/// Each link is held against each rule, a line each. Large sites have under 1,000; with more than these a page of links
/// takes seconds.
const LINES: usize = 2_000;
/// A site that asks for longer pauses is crawled with this one, so that a slip of the pen does not stop a crawl.
const LONGEST_DELAY: Duration = Duration::from_secs(60);

pub(crate) enum Robots {
    /// There is none.
    Silent,
    Rules(Box<Robot>),
    /// It cannot be had or understood: nothing may be fetched.
    Unknown(String),
}

impl Robots {
    /// Fetches it. What answers 4xx has none.
    pub(crate) async fn fetch(client: &Client, start: &Url) -> Self {
        let Ok(address) = start.join("/robots.txt") else { return Self::Silent };
        let answer = match client.get(address).send().await {
            Ok(answer) => answer,
            Err(error) => return Self::Unknown(reason(error)),
        };
        let status = answer.status();
        if status.is_client_error() {
            return Self::Silent;
        }
        if !status.is_success() {
            return Self::Unknown(format!("answered {}", status.as_u16()));
        }
        match body::start(answer, READ_BYTES).await {
            Ok(text) => Self::read(&text),
            Err(error) => Self::Unknown(reason(error)),
        }
    }

    fn read(text: &[u8]) -> Self {
        let lines =
            text.split(|byte| b"\n\r\0".contains(byte)).filter(|line| !line.trim_ascii().is_empty()).count();
        if lines > LINES {
            return Self::Unknown(format!("has {lines} lines, more than {LINES}"));
        }
        match Robot::new(AGENT, text) {
            Ok(robot) => Self::Rules(Box::new(robot)),
            Err(error) => Self::Unknown(error.to_string()),
        }
    }

    /// # Errors
    /// [`Refusal::Robots`], and [`Refusal::NoRobots`] where nobody knows.
    pub(crate) fn allow(&self, address: &Url) -> Result<(), Refusal> {
        match self {
            Self::Silent => Ok(()),
            Self::Rules(robot) if robot.allowed(address.as_str()) => Ok(()),
            Self::Rules(_) => Err(Refusal::Robots),
            Self::Unknown(why) => Err(Refusal::NoRobots(why.clone())),
        }
    }

    /// The pause that the site asks for between two requests.
    pub(crate) fn delay(&self) -> Option<Duration> {
        let Self::Rules(robot) = self else { return None };
        let delay = Duration::try_from_secs_f32(robot.delay?).unwrap_or(LONGEST_DELAY);
        Some(delay.min(LONGEST_DELAY))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn allows(rules: &str, path: &str) -> bool {
        let address = Url::parse("https://news.example.com").unwrap().join(path).unwrap();
        Robots::read(rules.as_bytes()).allow(&address).is_ok()
    }

    #[test]
    fn a_rule_is_a_prefix_with_its_query_and_the_longest_wins() {
        let rules =
            "User-agent: *\nDisallow: /draft\nDisallow: /search?\nAllow: /draft/open/\nDisallow: /*.pdf$";
        for path in ["/draft", "/draft/1.html", "/drafts.html", "/search?q=1", "/a/b.pdf"] {
            assert!(!allows(rules, path), "{path}");
        }
        for path in ["/", "/draft/open/1.html", "/search", "/a/b.pdf?page=1"] {
            assert!(allows(rules, path), "{path}");
        }
    }

    #[test]
    fn rules_for_this_crawler_go_before_those_for_all() {
        let rules =
            "User-agent: *\nDisallow: /\n\nUser-agent: zhengwen-crawler\nDisallow: /draft/\nCrawl-delay: 2";
        assert!(allows(rules, "/1.html") && !allows(rules, "/draft/1.html"));
        assert_eq!(Robots::read(rules.as_bytes()).delay(), Some(Duration::from_secs(2)));
    }

    #[test]
    fn of_more_lines_than_can_be_asked_nothing_is_fetched() {
        for line in ["Disallow: /a\n", "allow: /a\r\n", "Disallow: /a\0"] {
            let rules = |lines: usize| format!("User-agent: *\n{}", line.repeat(lines - 1));
            assert!(allows(&rules(LINES), "/1.html"), "{line}");
            assert!(!allows(&rules(LINES + 1), "/1.html"), "{line}");
        }
    }

    #[test]
    fn noise_in_place_of_rules_forbids_nothing_and_never_panics() {
        for noise in [
            "",
            "<html>404</html>",
            "Disallow",
            "User-agent: *\nCrawl-delay: -1",
            "User-agent: *\nCrawl-delay: 1e30",
        ] {
            assert!(allows(noise, "/1.html"), "{noise}");
            let delay = Robots::read(noise.as_bytes()).delay();
            assert!(delay.is_none_or(|delay| delay <= LONGEST_DELAY), "{noise}");
        }
        assert!(Robots::read(&[0xff; 4096]).allow(&Url::parse("https://news.example.com").unwrap()).is_ok());
    }
}
