//! The pages of one article in, the article out.

use super::{Article, Block, Kind};

impl Article {
    /// One article of its pages, in their order: the bodies one behind the other, without the paragraphs that
    /// stand at the head of the first page again or at the foot of the next; fields from the first page that
    /// has them, everyone named on any page; `next_page` from the last. Confidence is the mean by characters.
    ///
    /// ```
    /// use zhengwen::{Article, clean};
    ///
    /// let first = clean("<h1>春耕开始</h1><p>南方各地已经进入春耕时节，农民下田插秧，农技人员到田间地头指导。</p>");
    /// let second = clean("<h1>春耕开始</h1><p>今年的秧苗长势良好，预计月底可以完成全部插秧任务，比去年早五天。</p>");
    /// let article = Article::join([first, second]);
    /// assert_eq!(article.text().lines().count(), 2);
    /// ```
    #[must_use]
    pub fn join(pages: impl IntoIterator<Item = Self>) -> Self {
        let mut pages: Vec<Self> = pages.into_iter().collect();
        let bodies: Vec<Vec<Block>> = pages.iter_mut().map(|page| std::mem::take(&mut page.body)).collect();
        let confidence = confidence(&pages, &bodies);
        let mut pages = pages.into_iter();
        let Some(first) = pages.next() else { return Self::default() };
        let joined = pages.fold(first, Self::or);
        Self { body: join(bodies), confidence, ..joined }
    }

    /// With what `next` tells and this page does not.
    fn or(self, next: Self) -> Self {
        let mut bylines = self.bylines;
        for byline in next.bylines {
            if !bylines.contains(&byline) {
                bylines.push(byline);
            }
        }
        Self {
            title: self.title.or(next.title),
            subtitle: self.subtitle.or(next.subtitle),
            published: self.published.or(next.published),
            modified: self.modified.or(next.modified),
            source: self.source.or(next.source),
            bylines,
            body: self.body,
            original_title: self.original_title.or(next.original_title),
            declaration: self.declaration.or(next.declaration),
            lead_image: self.lead_image.or(next.lead_image),
            site_name: self.site_name.or(next.site_name),
            url: self.url.or(next.url),
            description: self.description.or(next.description),
            keywords: if self.keywords.is_empty() { next.keywords } else { self.keywords },
            next_page: next.next_page,
            script: self.script.or(next.script),
            language: self.language.or(next.language),
            kind: if self.kind == Kind::Unknown { next.kind } else { self.kind },
            confidence: self.confidence,
        }
    }
}

/// The mean by characters of text; that of the first page where none has any.
fn confidence(pages: &[Article], bodies: &[Vec<Block>]) -> f64 {
    let chars =
        |body: &Vec<Block>| body.iter().map(|block| block.text().chars().count()).sum::<usize>() as f64;
    let lengths: Vec<f64> = bodies.iter().map(chars).collect();
    let whole: f64 = lengths.iter().sum();
    if whole == 0.0 {
        return pages.first().map_or(0.0, |page| page.confidence);
    }
    pages.iter().zip(lengths).map(|(page, length)| page.confidence * length).sum::<f64>() / whole
}

fn join(bodies: Vec<Vec<Block>>) -> Vec<Block> {
    // At the head of each page but the first, what the first begins with.
    let heads: Vec<usize> = bodies
        .iter()
        .enumerate()
        .map(|(nth, body)| if nth == 0 { 0 } else { shared(bodies[0].iter(), body.iter()) })
        .collect();
    // At the foot of each page but the last, what the next ends with behind its head.
    let feet: Vec<usize> = bodies
        .iter()
        .enumerate()
        .map(|(nth, body)| match bodies.get(nth + 1) {
            Some(next) => shared(body[heads[nth]..].iter().rev(), next[heads[nth + 1]..].iter().rev()),
            None => 0,
        })
        .collect();
    let parts = bodies.into_iter().zip(heads.into_iter().zip(feet));
    parts
        .flat_map(|(body, (head, foot))| {
            let kept = body.len() - head - foot;
            body.into_iter().skip(head).take(kept)
        })
        .collect()
}

/// How many blocks are alike from the start.
fn shared<'a>(one: impl Iterator<Item = &'a Block>, other: impl Iterator<Item = &'a Block>) -> usize {
    one.zip(other).take_while(|(one, other)| one == other).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Byline, BylineRole};

    fn page(texts: &[&str]) -> Article {
        let body = texts.iter().map(|text| Block::Paragraph((*text).into())).collect();
        Article { body, ..Article::default() }
    }

    #[test]
    fn heads_and_feet_that_pages_share_stand_once() {
        let pages =
            [page(&["导语", "一", "二", "完"]), page(&["导语", "三", "完"]), page(&["导语", "四", "完"])];
        assert_eq!(Article::join(pages).text(), "导语\n一\n二\n三\n四\n完");
    }

    #[test]
    fn a_page_given_twice_counts_once_and_no_page_is_an_empty_article() {
        let one = page(&["一", "二"]);
        assert_eq!(Article::join([one.clone(), one.clone()]), one);
        assert_eq!(Article::join([one.clone(), page(&[])]).text(), "一\n二");
        assert_eq!(Article::join([page(&[]), one.clone()]).text(), "一\n二");
        assert_eq!(Article::join([]), Article::default());
    }

    #[test]
    fn a_paragraph_in_the_middle_of_two_pages_stays_in_both() {
        let pages = [page(&["一", "副歌", "二"]), page(&["三", "副歌", "四"])];
        assert_eq!(Article::join(pages).text(), "一\n副歌\n二\n三\n副歌\n四");
    }

    #[test]
    fn fields_come_from_the_first_page_that_has_them() {
        let byline = |name: &str| Byline { name: name.to_owned(), role: BylineRole::Reporter };
        let first = Article {
            title: Some("题".to_owned()),
            next_page: Some("/2".to_owned()),
            bylines: vec![byline("张三")],
            confidence: 1.0,
            ..page(&["一二三"])
        };
        let second = Article {
            title: Some("题（2）".to_owned()),
            source: Some("新村日报".to_owned()),
            bylines: vec![byline("张三"), byline("李四")],
            kind: Kind::Article,
            confidence: 0.5,
            ..page(&["四"])
        };
        let joined = Article::join([first, second]);
        assert_eq!(joined.title.as_deref(), Some("题"));
        assert_eq!(joined.source.as_deref(), Some("新村日报"));
        assert_eq!((joined.authors(), joined.next_page.as_deref()), (vec!["张三", "李四"], None));
        assert_eq!((joined.kind, joined.confidence), (Kind::Article, 0.875));
    }
}
