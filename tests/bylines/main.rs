//! Who wrote a text, who edited it and where it came from, as portals write it around their articles.
//!
//! A case is a line and what must come out of it: `来` the source, `作` the authors, `编` the editors.
//! A new form is one line in the table of its place.

mod doubtful;
mod layouts;
mod markup;
mod portals;
mod regions;
mod situations;

use std::fmt::Write as _;

/// Lines between the headline and the text.
const UNDER_HEADLINE: &[(&str, &str)] = &[
    ("2024-03-21 10:20 来源：新村日报", "来新村日报"),
    ("2024-03-21 10:20 来源:新村日报 次阅读", "来新村日报"),
    ("2024年03月21日10:20 来源：新村日报", "来新村日报"),
    ("2024-03-21 10:20:05　来源: 新村日报(上海)", "来新村日报"),
    ("2024-03-21 来源：《新村日报》", "来新村日报"),
    ("2024-03-21 来源：新村网-《新村日报》", "来新村网-《新村日报》"),
    ("2024-03-21 10:20来源：新村日报作者：李大同", "来新村日报 作李大同"),
    ("发布时间：2024-03-21 10:20 来源：新村网浏览次数：44 编辑：王小溪", "来新村网 编王小溪"),
    ("2024-03-21 10:20:05 | 来源：新村在线 | 编辑：王小溪", "来新村在线 编王小溪"),
    ("稿源：新村新闻 2024-03-21", "来新村新闻"),
    ("信息来源：市发改委 发布日期：2024-03-21 浏览次数：", "来市发改委"),
    ("文章来源：新村晚报 作者：李大同 责任编辑：王小溪", "来新村晚报 作李大同 编王小溪"),
    ("来源于：东山办事处", "来东山办事处"),
    ("新闻来源: 晚村报 于2024-10-25 14:30:18 提示:新闻观点不代表本网立场", "来晚村报"),
    ("来源：新村网 2024-03-21 10:20 参与互动(0)", "来新村网"),
    ("2024年3月21日 10:20:33 来源：新村网 字号：小 中 大", "来新村网"),
    ("2024-03-21 10:20　来源：水利研究院、农业研究院等", "来水利研究院、农业研究院等"),
    ("來源：新村商報網 2024-03-21", "来新村商報網"),
    ("新村日报 2024-03-21 10:20", "来新村日报"),
    ("2024年3月21日10:20 新村娱乐", "来新村娱乐"),
    ("原创 新村都市报 2024-03-21 10:20:05", "来新村都市报"),
    ("新村日报 1人阅读 2024-03-21 10:20:05", "来新村日报"),
    ("新村新聞網 (2024-03-21 11:12)", "来新村新聞網"),
    ("2024-03-21 11:10 远村星空[整理] 1", "来远村星空"),
    ("东山新闻网　2024-03-21 09:30:23　新村晨报", "来新村晨报"),
    ("http://www.example.com 2024年3月21日 新村文摘", "来新村文摘"),
    ("By 新村中文网· 2024年03月21日 12:07", "来新村中文网"),
    ("By Mary Lee, Contributor | 星期四, 2024年03月 21日", "作Mary Lee"),
    ("By Mary Lee | 2024-03-21", "作Mary Lee"),
    ("李大同 2024-03-21 10:20", "作李大同"),
    ("Daisy最后更新：2024-03-21 13:41:24", "作Daisy"),
    ("作者：李大同", "作李大同"),
    ("作者:李大同 王芳", "作李大同,王芳"),
    ("作 者：李大同　编 辑：王芳", "作李大同 编王芳"),
    ("作者：张 强、王芳", "作张强,王芳"),
    ("作者：李大同、王芳、欧阳小溪", "作李大同,王芳,欧阳小溪"),
    ("作者：李大同和王芳", "作李大同,王芳"),
    ("作者：和小平", "作和小平"),
    ("作者：卡洛斯·罗德里格斯", "作卡洛斯·罗德里格斯"),
    ("作者：J. K. Lee", "作J. K. Lee"),
    ("作者：山水间2024", "作山水间2024"),
    ("作者：newman2001", "作newman2001"),
    ("作者：未知 来源：新村网", "来新村网"),
    ("作者：佚名", ""),
    ("作者：记者 许小佳 通讯员 山法 编辑：徐小洁", "作许小佳,山法 编徐小洁"),
    ("文/李大同", "作李大同"),
    ("文 / 李大同", "作李大同"),
    ("文丨李大同 图丨王芳", "作李大同"),
    ("文｜李大同　编辑｜王芳", "作李大同 编王芳"),
    ("撰文：李大同", "作李大同"),
    ("撰文 李大同", "作李大同"),
    ("采写：东都见习记者 林小沛", "作林小沛"),
    ("执笔/山里人、胡小刀&李小飞", "作山里人,胡小刀,李小飞"),
    ("编译：李大同", "作李大同"),
    ("編譯／李大同", "作李大同"),
    ("新村网记者 段小超 廖艳", "作段小超,廖艳"),
    ("本报记者 李大同", "作李大同"),
    ("记者李大同 通讯员王芳", "作李大同,王芳"),
    ("记者 李大同 实习生 王芳", "作李大同,王芳"),
    ("記者高雲兒╱紐約報導 2024-03-21 01:00", "作高雲兒"),
    ("陳小明綜合報導", "作陳小明"),
    ("記者陳小明／台北報導", "作陳小明"),
    ("新村中文网 Renee 综合", "作Renee"),
    ("责任编辑：王小溪", "编王小溪"),
    ("責任編輯：王小溪", "编王小溪"),
    ("编辑：王小溪 李大同", "编王小溪,李大同"),
    ("责编：王小溪、李大同", "编王小溪,李大同"),
    ("编辑：王小溪纠错：12345@example.com", "编王小溪"),
    ("2024-03-21 李大同 核稿編輯：王小溪", "作李大同 编王小溪"),
    ("人气：2045 收藏 打印", ""),
    ("字号：大 中 小 分享到：微博 微信", ""),
    ("今天是：2024年11月12日 星期二", ""),
    ("首页 > 新闻 > 国内 > 正文", ""),
    ("图片来源：新村图片社 / Dean Lee", ""),
];

/// Paragraphs that open the text, or its first words.
const OPENING: &[(&str, &str)] = &[
    ("（记者李大同）昨天，{}", "作李大同"),
    ("（记者 李大同 通讯员 王芳）昨天，{}", "作李大同,王芳"),
    ("本报讯（记者李大同）昨天，{}", "作李大同"),
    ("本报讯 （通讯员 王芳 记者 李大同）昨天，{}", "作王芳,李大同"),
    ("新村日报快讯（记者 李大同）昨天，{}", "来新村日报 作李大同"),
    ("新村网东山11月8日电　（记者李大同）昨天，{}", "来新村网 作李大同"),
    ("新华社北京3月21日电（记者李大同、王芳）昨天，{}", "来新华社 作李大同,王芳"),
    ("新华社北京3月21日电 昨天，{}", "来新华社"),
    ("（中央社記者陳小明台北21日電）昨天，{}", "来中央社 作陳小明"),
    ("（中央社記者陳小明、林大同台南21日電）昨天，{}", "来中央社 作陳小明,林大同"),
    ("（中央社台北21日電）昨天，{}", "来中央社"),
    ("〔記者陳小明／台北報導〕昨天，{}", "作陳小明"),
    ("〔記者陳小明、林大同、黃小萍／綜合報導〕昨天，{}", "作陳小明,林大同,黃小萍"),
    ("〔即時新聞／綜合報導〕昨天，{}", ""),
    ("〔本報訊〕昨天，{}", ""),
    ("【記者陳小明／台北報導】昨天，{}", "作陳小明"),
    ("【新村日报特约记者春夏编译报道】昨天，{}", "来新村日报 作春夏"),
    ("【文/远山网专栏作者 李大同】\n昨天，{}", "作李大同"),
    ("【文/远山网 李大同】\n昨天，{}", "作李大同"),
    ("【記者／陳小明、林大同　首圖／新村協會提供】\n昨天，{}", "作陳小明,林大同"),
    ("記者陳小明／臺北報導\n昨天，{}", "作陳小明"),
    ("新村网记者 段小超 廖艳\n昨天，{}", "作段小超,廖艳"),
    ("■本报记者 李大同\n昨天，{}", "作李大同"),
    ("文/图 李大同\n昨天，{}", "作李大同"),
    ("据新村网报道，昨天，{}", ""),
    ("记者从有关部门了解到，昨天，{}", ""),
    ("（记者在现场看到的情况）昨天，{}", ""),
    ("（圖／陳小明攝）昨天，{}", ""),
];

/// Ends of the last paragraph, or lines of their own after it.
const CLOSING: &[(&str, &str)] = &[
    ("{}(李建国)", "作李建国"),
    ("{}（李建国）", "作李建国"),
    ("{}（李建国 王芳）", "作李建国,王芳"),
    ("{}（羅小森）", "作羅小森"),
    ("{}\n（羅小森）", "作羅小森"),
    ("{}（天骊）", "作天骊"),
    ("{}（新村网 云鹏）", "作云鹏"),
    ("{}（记者李大同）", "作李大同"),
    ("{}（记者 李大同 通讯员 王芳）", "作李大同,王芳"),
    ("{}(新村晚报 记者廖小煌 实习生桂小芳 潘亚红/文 洪小雄/图)", "作廖小煌,桂小芳,潘亚红"),
    ("{}(文/图 李大同 王芳)", "作李大同,王芳"),
    ("{}（文/李大同）", "作李大同"),
    ("{}（王小忠／台中報導）", "作王小忠"),
    ("{}（編輯：王小忠）1130321", "编王小忠"),
    ("{}（譯者：林小君/核稿：王小忠）1130321", "编王小忠"),
    ("{}（責任編輯：王小忠）", "编王小忠"),
    ("{}李大同", "作李大同"),
    ("{} 晚报记者 李大同", "作李大同"),
    ("{} 撰文:陳小慧", "作陳小慧"),
    ("{}\n本报记者 李大同", "作李大同"),
    ("{}\n公民記者 小葶 山影 如月 採訪報導", "作小葶,山影,如月"),
    ("{}\n作者︱春春", "作春春"),
    ("{}\n采写：东都见习记者 林小沛", "作林小沛"),
    ("{}\n编辑/王小溪", "编王小溪"),
    ("{}\n责任编辑：王小溪", "编王小溪"),
    ("{}\n责任编辑 王小溪", "编王小溪"),
    ("{}\n【责任编辑：王小溪】", "编王小溪"),
    ("{}\n【编辑:王小溪】", "编王小溪"),
    ("{}\n[责任编辑：王小溪 PK155]", "编王小溪"),
    ("{}\n责任编辑：NF055", "编NF055"),
    ("{}\n责任编辑：王小溪_NB0012", "编王小溪"),
    ("{}\n(责编：王小溪、李大同)", "编王小溪,李大同"),
    ("{}\n（责任编辑：系统管理员）", "编系统管理员"),
    ("{}\n網編：和小評", "编和小評"),
    ("{}\n核稿編輯：王小溪", "编王小溪"),
    ("{}\n責任編輯：Pawan", "编Pawan"),
    ("{}\n编辑：王小溪 校对：李大同 审核：张芳", "编王小溪,李大同"),
    ("{}\n责编 | 王小溪 校对 | 李大同", "编王小溪,李大同"),
    ("{}\n本文来源：新村日报 作者：李大同责任编辑：NF055", "来新村日报 作李大同 编NF055"),
    ("{}\n作者：未知 责任编辑：远村不是糖", "编远村不是糖"),
    ("{}\n来源：新村网", "来新村网"),
    ("{}（完）", ""),
    ("{}（全文完）", ""),
    ("{}（图）", ""),
    ("{}（应采访对象要求，文中人物均为化名）", ""),
    ("{}（作者系新村大学教授）", ""),
    ("{}\n相关阅读：", ""),
];

const SENTENCES: [&str; 3] = [
    "南方各地已经进入春耕时节，农民下田插秧，农技人员到田间地头指导，合作社的机器也都修整完毕。",
    "当地干部告诉我们，今年的雨水比往年来得早，水库蓄水充足，早稻的播种面积预计比去年多一成左右。",
    "村里的老人说，只要往后的天气好，到了夏天就会有好收成，年轻人也愿意回到乡下来种地过日子。",
];

/// What came out, in the form of the tables.
fn outcome(article: &zhengwen::Article) -> String {
    let mut out = String::new();
    let lists = [
        ('来', article.source.iter().map(String::as_str).collect::<Vec<_>>()),
        ('作', article.authors()),
        ('编', article.editors()),
    ];
    for (mark, values) in lists.iter().filter(|(_, values)| !values.is_empty()) {
        let gap = if out.is_empty() { "" } else { " " };
        write!(out, "{gap}{mark}{}", values.join(",")).expect("a string takes all");
    }
    out
}

/// As [`outcome`], the time before it.
fn timed_outcome(article: &zhengwen::Article) -> String {
    let time = article.published.map(|time| time.to_string()).unwrap_or_default();
    let time = time.get(..16).unwrap_or(&time);
    format!("时{time} {}", outcome(article)).trim_end().to_owned()
}

const SHORT_TITLE: &str = "春耕开始了";
const TITLE: &str = "南方各地春耕开始 农技人员到田头";

fn html(lines: &[&str]) -> String {
    html_titled(SHORT_TITLE, lines)
}

fn dump(lines: &[&str]) -> String {
    dump_titled(SHORT_TITLE, lines)
}

fn html_titled(title: &str, lines: &[&str]) -> String {
    let paragraphs = lines.iter().flat_map(|line| line.split('\n')).filter(|line| !line.is_empty());
    let body =
        paragraphs.map(|line| format!("<p>{}</p>", line.replace('&', "&amp;"))).collect::<Vec<_>>().concat();
    format!("<html><head><title>{title}</title></head><body><div><h1>{title}</h1>{body}</div></body></html>")
}

fn dump_titled(title: &str, lines: &[&str]) -> String {
    format!("首页 新闻 体育 财经\n\n{title}\n\n{}\n", lines.join("\n\n").replace('\n', "\n\n"))
}

fn failures(table: &[(&str, &str)], page: impl Fn(&str) -> String) -> Vec<String> {
    failures_of(table, outcome, page)
}

fn failures_of(
    table: &[(&str, &str)],
    outcome: impl Fn(&zhengwen::Article) -> String,
    page: impl Fn(&str) -> String,
) -> Vec<String> {
    let outcomes =
        table.iter().map(|&(line, expected)| (line, expected, outcome(&zhengwen::clean(&page(line)))));
    outcomes
        .filter(|(_, expected, found)| expected != found)
        .map(|(line, expected, found)| format!("{line}\n    must give {expected:?}, gave {found:?}"))
        .collect()
}

fn assert_none(failures: &[String]) {
    assert!(failures.is_empty(), "{} lines:\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn lines_under_the_headline_name_source_people_and_editors() {
    let [first, second, third] = SENTENCES;
    assert_none(&failures(UNDER_HEADLINE, |line| html(&[line, first, second, third])));
    assert_none(&failures(UNDER_HEADLINE, |line| dump(&[line, first, second, third])));
}

#[test]
fn openings_of_the_text_name_agency_and_reporters() {
    let [first, second, third] = SENTENCES;
    assert_none(&failures(OPENING, |line| {
        html(&["2024-03-21 10:20", &line.replace("{}", first), second, third])
    }));
    assert_none(&failures(OPENING, |line| {
        dump(&["2024-03-21 10:20", &line.replace("{}", first), second, third])
    }));
}

#[test]
fn ends_of_the_text_name_writers_and_editors() {
    let [first, second, third] = SENTENCES;
    assert_none(&failures(CLOSING, |line| {
        html(&["2024-03-21 10:20", first, second, &line.replace("{}", third)])
    }));
    assert_none(&failures(CLOSING, |line| {
        dump(&["2024-03-21 10:20", first, second, &line.replace("{}", third)])
    }));
}

#[test]
fn the_tables_hold_at_least_120_lines() {
    assert!(UNDER_HEADLINE.len() + OPENING.len() + CLOSING.len() >= 120);
}

#[test]
fn lines_of_all_kinds_of_portals_under_the_headline_are_read() {
    let [first, second, third] = SENTENCES;
    let pages: [fn(&str, &[&str]) -> String; 2] = [html_titled, dump_titled];
    for page in pages {
        for heads in [portals::HEADS, doubtful::HEADS, regions::HEADS] {
            assert_none(&failures_of(heads, timed_outcome, |line| {
                page(TITLE, &[line, first, second, third])
            }));
        }
    }
}

#[test]
fn openings_and_ends_of_all_kinds_of_portals_are_read() {
    let [first, second, third] = SENTENCES;
    let pages: [fn(&str, &[&str]) -> String; 2] = [html_titled, dump_titled];
    let mut wrong = Vec::new();
    for page in pages {
        for openings in [portals::OPENINGS, doubtful::OPENINGS, regions::OPENINGS] {
            wrong.extend(failures(openings, |line| {
                page(TITLE, &["2024-03-21 10:20", &line.replace("{}", first), second, third])
            }));
        }
        for closings in [portals::CLOSINGS, doubtful::CLOSINGS, regions::CLOSINGS] {
            wrong.extend(failures(closings, |line| {
                page(TITLE, &["2024-03-21 10:20", first, second, &line.replace("{}", third)])
            }));
        }
    }
    assert_none(&wrong);
}

/// A page with markup of its own over and under the text.
fn page_with(head: &str, foot: &str) -> String {
    let text = SENTENCES.map(|sentence| format!("<p>{sentence}</p>")).concat();
    format!(
        "<html><head><title>{TITLE}</title></head><body><div><a href=/>首页</a> <a href=/n>新闻</a></div>\
         <div><h1>{TITLE}</h1>{head}<div class=text>{text}</div>{foot}</div></body></html>"
    )
}

#[test]
fn markup_of_content_systems_over_and_under_the_text_is_read() {
    let mut wrong = failures_of(markup::HEADS, timed_outcome, |head| page_with(head, ""));
    wrong.extend(failures(markup::FEET, |foot| page_with("<p>2024-03-21 10:20</p>", foot)));
    assert_none(&wrong);
}

#[test]
fn every_situation_of_a_field_is_decided() {
    let [first, second, third] = SENTENCES;
    let time = "<p>2024-03-21 10:20</p>";
    let mut wrong = failures(situations::HEADS, |head| page_with(head, ""));
    wrong.extend(failures(situations::FEET, |foot| page_with(time, foot)));
    let html = |lines: &[&str]| html_titled(TITLE, lines);
    wrong.extend(failures(situations::OPENINGS, |line| {
        html(&["2024-03-21 10:20", &line.replace("{}", first), second, third])
    }));
    wrong.extend(failures(situations::CLOSINGS, |line| {
        html(&["2024-03-21 10:20", first, second, &line.replace("{}", third)])
    }));
    assert_none(&wrong);
}

#[test]
fn layouts_of_all_kinds_of_portals_are_read_whole() {
    let [first, second, third] = SENTENCES;
    let filled =
        |line: &str, text: &str| if line.is_empty() { text.to_owned() } else { line.replace("{}", text) };
    let pages: [fn(&str, &[&str]) -> String; 2] = [html_titled, dump_titled];
    let mut wrong = Vec::new();
    for page in pages {
        for &(head, opening, closing, expected) in layouts::LAYOUTS {
            let (opening, closing) = (filled(opening, first), filled(closing, third));
            let found = timed_outcome(&zhengwen::clean(&page(TITLE, &[head, &opening, second, &closing])));
            if found != expected {
                wrong.push(format!(
                    "{head}\n{opening}\n{closing}\n    must give {expected:?}, gave {found:?}"
                ));
            }
        }
    }
    assert_none(&wrong);
}

#[test]
fn a_last_paragraph_that_ends_in_its_writer_stays_in_the_text() {
    let [first, second, third] = SENTENCES;
    for signature in [
        "（記者陳小明／台北報導）",
        "（记者李大同）",
        "（记者 李大同 通讯员 王芳）",
        "（作者系新村大学教授）",
    ] {
        let last = format!("村民都说，今年会有好收成。{signature}");
        for page in [html(&[first, second, third, &last]), dump(&[first, second, third, &last])] {
            let text = zhengwen::clean(&page).text();
            assert!(text.ends_with(&last), "{last}\n{text}");
        }
    }
    for line in ["（记者李大同）", "（責任編輯：王小溪）"] {
        let page = html(&[first, second, third, line]);
        assert!(zhengwen::clean(&page).text().ends_with(third), "{line}");
    }
}
