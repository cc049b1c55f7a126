//! A number in, a made-up news page out, as portals write them, in either script, or its dump. No two texts are
//! alike.

use crate::random::Random;
use std::fmt::Write as _;

/// What a page is made of besides its text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Size {
    /// Links around the text.
    pub(crate) links: usize,
    /// Paragraphs, at least and at most.
    pub(crate) paragraphs: (usize, usize),
}

impl Size {
    pub(crate) const SMALL: Self = Self { links: 6, paragraphs: (3, 7) };
}

/// Words of one script.
struct Words {
    lang: &'static str,
    /// Set apart by 、, as the next two are.
    nouns: &'static str,
    verbs: &'static str,
    sections: &'static str,
    site: &'static str,
    source: &'static str,
    reporter: &'static str,
    editor: &'static str,
    more: &'static str,
}

const SIMPLIFIED: Words = Words {
    lang: "zh-CN",
    nouns: "渡口、桥梁、果园、学校、医院、车站、水库、码头、集市、农田、茶山、工厂、图书馆、广场、村庄、\
        河道、公路、竹林、渔船、粮仓、邮局、电站、牧场、花圃、博物馆、实验室、合作社、体育馆、研究所、\
        养老院、幼儿园、菜市场、气象台、污水厂、老街、古塔、祠堂、梯田、盐场、窑址、灯塔、铁路、隧道、\
        机场、港口、仓库、酒坊、染坊、书院、剧场",
    verbs: "完成了改造、迎来了首批游客、通过了验收、恢复了运行、增加了三条线路、举办了开放日、\
        引进了新设备、收到了居民建议、公布了年度计划、修复了受损的屋顶、种下了两千棵树苗、\
        培训了一百多名技工、签订了供货协议、安装了监测仪器、延长了开放时间、调整了票价、接通了自来水、\
        征集了老照片、清理了多年的淤泥、培育出耐寒的品种、扩建了北侧的平台、设立了便民窗口",
    sections: "首页、要闻、乡村、教育、健康、交通、文化、体育、气象、图片、视频、评论",
    site: "新村网",
    source: "来源：新村日报",
    reporter: "记者：李大同",
    editor: "责任编辑：赵晓",
    more: "更多新闻",
};

const TRADITIONAL: Words = Words {
    lang: "zh-TW",
    nouns: "渡口、橋樑、果園、學校、醫院、車站、水庫、碼頭、市集、農田、茶山、工廠、圖書館、廣場、村莊、\
        河道、公路、竹林、漁船、糧倉、郵局、電站、牧場、花圃、博物館、實驗室、合作社、體育館、研究所、\
        養老院、幼兒園、菜市場、氣象台、污水廠、老街、古塔、祠堂、梯田、鹽場、窯址、燈塔、鐵路、隧道、\
        機場、港口、倉庫、酒坊、染坊、書院、劇場",
    verbs: "完成了改造、迎來了首批遊客、通過了驗收、恢復了運行、增加了三條路線、舉辦了開放日、\
        引進了新設備、收到了居民建議、公布了年度計畫、修復了受損的屋頂、種下了兩千棵樹苗、\
        培訓了一百多名技工、簽訂了供貨協議、安裝了監測儀器、延長了開放時間、調整了票價、接通了自來水、\
        徵集了老照片、清理了多年的淤泥、培育出耐寒的品種、擴建了北側的平台、設立了便民窗口",
    sections: "首頁、要聞、鄉村、教育、健康、交通、文化、體育、氣象、圖片、影片、評論",
    site: "新村網",
    source: "來源：新村日報",
    reporter: "記者：李大同",
    editor: "責任編輯：趙曉",
    more: "更多新聞",
};

/// Characters for names of places, each of which is in one text and hardly another.
const NAMES: &str =
    "柳溪江山河湖沙石林松梅竹桃李杏柏槐杨桂枫白云青黄蓝紫金玉平安宁康和顺昌盛泰丰临远望东西南北中上下";

struct Article {
    title: String,
    time: String,
    paragraphs: Vec<String>,
}

fn words(nth: u64) -> &'static Words {
    if nth % 4 == 3 { &TRADITIONAL } else { &SIMPLIFIED }
}

/// A number from `least` to below `most`.
fn within(random: &mut Random, least: usize, most: usize) -> usize {
    least + random.below(most - least)
}

fn one_of(all: &'static str, random: &mut Random) -> &'static str {
    let words = all.split('、');
    let nth = random.below(words.clone().count());
    words.clone().nth(nth).unwrap_or_default()
}

fn name(random: &mut Random) -> String {
    let all: Vec<char> = NAMES.chars().collect();
    (0..2 + within(random, 0, 2)).map(|_| all[random.below(all.len())]).collect()
}

fn sentence(words: &Words, random: &mut Random) -> String {
    let (year, count) = (within(random, 1980, 2024), within(random, 3, 9000));
    let (place, other) = (name(random), name(random));
    let (one, two) = (one_of(words.nouns, random), one_of(words.nouns, random));
    let (did, will) = (one_of(words.verbs, random), one_of(words.verbs, random));
    match within(random, 0, 4) {
        0 => format!("{place}的{one}{did}，附近{other}的{two}也在{year}年{will}。"),
        1 => format!("从{place}到{other}，{count}多人看到{one}{did}，{two}{will}。"),
        2 => format!("{year}年，{place}{one}{did}；{other}的居民说，{two}{will}，每天有{count}人前来。"),
        _ => format!("“{one}{did}以后，{place}变了很多。”在{other}工作了{}年的人这样说。", count % 50 + 2),
    }
}

fn article(nth: u64, size: Size) -> Article {
    let mut random = Random::of("article", "", nth);
    let words = words(nth);
    let title = format!(
        "{}{}{}",
        name(&mut random),
        one_of(words.nouns, &mut random),
        one_of(words.verbs, &mut random)
    );
    let (month, day) = (within(&mut random, 1, 13), within(&mut random, 1, 29));
    let time = format!(
        "2023-{month:02}-{day:02} {:02}:{:02}",
        within(&mut random, 0, 24),
        within(&mut random, 0, 60)
    );
    let paragraphs = (0..within(&mut random, size.paragraphs.0, size.paragraphs.1 + 1)).map(|_| {
        let sentences = within(&mut random, 2, 6);
        (0..sentences).map(|_| sentence(words, &mut random)).collect()
    });
    Article { title, time, paragraphs: paragraphs.collect() }
}

pub(crate) fn url(nth: u64) -> String {
    format!("https://{}.news.example/2024/{nth}.html", ["a", "b", "c"][usize::try_from(nth % 3).unwrap_or(0)])
}

/// Page `nth`, in the charset that it declares.
pub(crate) fn page(nth: u64, size: Size, charset: &str) -> String {
    let (words, article) = (words(nth), article(nth, size));
    let mut random = Random::of("page", "", nth);
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang={}><head><meta charset=\"{charset}\">\n<title>{}_{}</title>\n\
         <link rel=\"stylesheet\" href=\"/css/main.css\"><script>var page={{id:{nth},ads:[]}};</script>\n</head><body>\n",
        words.lang, article.title, words.site
    );
    links(&mut page, "nav", words, &mut random, size.links);
    let _ = write!(
        page,
        "<div class=\"main\"><h1>{}</h1>\n<p class=\"info\">{} {} {}</p>\n<div class=\"content\">\n",
        article.title, article.time, words.source, words.reporter
    );
    for paragraph in &article.paragraphs {
        let _ = writeln!(page, "<p>{paragraph}</p>");
    }
    let _ = write!(page, "</div>\n<p>{}</p>\n", words.editor);
    links(&mut page, "related", words, &mut random, size.links);
    let _ = write!(page, "<p><a href=\"/\">{}</a></p></div>\n</body></html>\n", words.more);
    page
}

fn links(page: &mut String, class: &str, words: &Words, random: &mut Random, links: usize) {
    let _ = writeln!(page, "<div class=\"{class}\"><ul>");
    for link in 0..links {
        let id = within(random, 0, 1 << 24);
        let (section, noun) = (one_of(words.sections, random), one_of(words.nouns, random));
        let _ = writeln!(
            page,
            "<li class=\"item item-{link}\"><a href=\"/2024/{id:07x}.html\" target=\"_blank\" title=\"{section}\">\
             {section}·{}{noun}</a><i data-id=\"{id}\"></i></li>",
            name(random)
        );
    }
    page.push_str("</ul></div>\n");
}

/// The text of page `nth`, as somebody stripped it out.
pub(crate) fn dump(nth: u64, size: Size) -> String {
    let (words, article) = (words(nth), article(nth, size));
    format!(
        "{}\n{}\n{} {} {}\n{}\n{}\n{}\n",
        words.sections.replacen('、', "\n", 1).split('、').next().unwrap_or_default(),
        article.title,
        article.time,
        words.source,
        words.reporter,
        article.paragraphs.join("\n"),
        words.editor,
        words.more
    )
}
