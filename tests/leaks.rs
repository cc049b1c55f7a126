//! Lines of chrome in bodies, by what they say, and lines of the gold lost at either end of a body, on the
//! pages of the corpus with gold. Held to the bounds of `tests/floors.tsv`; ignored without the corpus.
//!
//! The words below are a second opinion: few, the test's own, and none of the cleaner's lists.

#[path = "../examples/scoring/mod.rs"]
mod scoring;
mod trial;
mod corpus;
mod floors;

use scoring::body::normal;
use scoring::pages;
use scoring::record::{self, Record};
use std::collections::{BTreeMap, HashSet};
use std::path::Path;
use trial::Absent;
use zhengwen::{Article, Cleaner};

/// What a line of chrome is told by, the more special first; a line is of the first that it says.
const MARKERS: &[(&str, &[&str])] = &[
    ("disclaimer", &["声明", "聲明", "不得转载", "不得轉載", "观点", "立場", "侵权", "投资建议", "仅供参考"]),
    ("footer", &["ICP", "备案", "版权所有", "版權所有", "Copyright", "举报电话", "联系我们", "关于我们"]),
    ("comments", &["评论", "評論", "跟帖", "跟贴", "留言", "网友", "回复"]),
    (
        "related",
        &[
            "相关",
            "相關",
            "推荐",
            "推薦",
            "延伸阅读",
            "延伸閱讀",
            "更多",
            "热门",
            "熱門",
            "点击排行",
            "编者按",
        ],
    ),
    ("share", &["分享", "朋友圈", "微博", "转发", "QQ"]),
    (
        "app",
        &["客户端", "APP", "App", "扫码", "扫一扫", "二维码", "公众号", "关注", "关注我们", "訂閱", "订阅"],
    ),
    ("continue", &["余下全文", "阅读全文", "展开全文", "加载更多", "繼續閱讀", "下一页", "下一頁"]),
    ("navigation", &["首页", "首頁", "当前位置", "上一篇", "下一篇", "返回", "登录", "登入", "正文"]),
    ("tools", &["字号", "字體", "打印", "列印", "收藏", "复制链接", "听新闻"]),
    ("count", &["阅读", "浏览", "瀏覽", "点击", "人气", "人氣", "点赞"]),
    ("role", &["编辑", "編輯", "责编", "作者", "记者", "記者", "校对", "摄影", "攝影", "/摄", "图/", "圖／"]),
    ("source", &["来源", "來源", "转自", "轉載自", "稿源", "原标题"]),
    ("time", &["发布", "發布", "更新", "小时前", "分钟前", "星期"]),
];

/// A body as sets of what stands in it.
struct Text {
    chars: String,
    grams: HashSet<[char; 4]>,
}

impl Text {
    fn of(text: &str) -> Self {
        let chars = normal(text);
        Self { grams: grams(&chars).collect(), chars: chars.into_iter().collect() }
    }

    /// True where at least half of the line's grams stand here; of a shorter line, all of it.
    fn holds(&self, line: &str) -> bool {
        let chars = normal(line);
        if chars.len() < 4 {
            return self.chars.contains(&chars.into_iter().collect::<String>());
        }
        let found = grams(&chars).filter(|gram| self.grams.contains(gram)).count();
        found * 2 >= chars.len() - 3
    }
}

fn grams(chars: &[char]) -> impl Iterator<Item = [char; 4]> {
    chars.windows(4).map(|gram| [gram[0], gram[1], gram[2], gram[3]])
}

fn lines(text: &str) -> impl DoubleEndedIterator<Item = &str> {
    text.lines().filter(|line| !normal(line).is_empty())
}

/// What a line of chrome says.
fn category(line: &str) -> &'static str {
    let says = |words: &&[&str]| words.iter().any(|word| line.contains(word));
    MARKERS.iter().find(|(_, words)| says(words)).map_or("other", |(name, _)| name)
}

/// Counts of one page's faults, by name.
fn faults(gold: &Record, article: &Article) -> Vec<&'static str> {
    let found = article.text();
    let allowed = Text::of(&[gold.body(), gold.optional()].concat());
    let mut faults: Vec<&str> = lines(&found).filter(|line| !allowed.holds(line)).map(category).collect();
    let found = Text::of(&found);
    let lost = |line: &&str| !found.holds(line);
    let head = lines(gold.body()).take_while(lost).count();
    let all = head == lines(gold.body()).count();
    let tail = if all { 0 } else { lines(gold.body()).rev().take_while(lost).count() };
    faults.extend(std::iter::repeat_n("lost_at_the_head", head));
    faults.extend(std::iter::repeat_n("lost_at_the_tail", tail));
    faults
}

fn count(track: &str, dev: &Path, clean: impl Fn(&str) -> Article) -> Vec<(String, f64)> {
    let gold = record::read(&dev.join("gold.jsonl")).unwrap_or_else(|error| panic!("{error}"));
    let texts = pages::of_gold(&gold, &[dev.join(track)]).unwrap_or_else(|error| panic!("{error}"));
    let names =
        MARKERS.iter().map(|(name, _)| *name).chain(["other", "lost_at_the_head", "lost_at_the_tail"]);
    let mut counts: BTreeMap<&str, u32> = names.map(|name| (name, 0)).collect();
    for (gold, text) in gold.iter().zip(texts) {
        let article = clean(&text.unwrap_or_else(|| panic!("no page {}", gold.id)));
        for fault in faults(gold, &article) {
            *counts.entry(fault).or_default() += 1;
        }
    }
    counts.into_iter().map(|(name, count)| (format!("{track}/leaks/{name}"), f64::from(count))).collect()
}

fn bodies_of_html_pages_hold_no_more_chrome_than_they_did() -> Result<(), Absent> {
    let dev = corpus::folder("dev")?;
    let cleaner = Cleaner::new();
    floors::hold(&count("html", &dev, |page| cleaner.clean_html(page)));
    Ok(())
}

fn bodies_of_text_dumps_hold_no_more_chrome_than_they_did() -> Result<(), Absent> {
    let dev = corpus::folder("dev")?;
    let cleaner = Cleaner::new();
    floors::hold(&count("text", &dev, |page| cleaner.clean_text(page)));
    Ok(())
}

fn a_line_counts_as_what_it_says_and_a_lost_end_as_its_lines() {
    let gold = Record {
        text: Some("南方各地已经进入春耕时节。\n农民下田插秧，技术人员指导。\n收成会很好的。".to_owned()),
        ..Record::default()
    };
    let page = "农民下田插秧，技术人员指导，忙。\n责任编辑：赵晓\n相关阅读：北岭隧道今晨贯通";
    let clean = |text: &str| {
        let body = text.lines().map(|line| zhengwen::Block::Paragraph(line.into())).collect();
        let mut article = Article::default();
        article.body = body;
        article
    };
    assert_eq!(faults(&gold, &clean(page)), ["role", "related", "lost_at_the_head", "lost_at_the_tail"]);
    assert_eq!(faults(&gold, &clean("")), ["lost_at_the_head"; 3]);
    assert_eq!(faults(&gold, &clean(gold.body())), Vec::<&str>::new());
}

trial::trials!(
    bodies_of_html_pages_hold_no_more_chrome_than_they_did,
    bodies_of_text_dumps_hold_no_more_chrome_than_they_did,
    a_line_counts_as_what_it_says_and_a_lost_end_as_its_lines
);
