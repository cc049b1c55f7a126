//! Headlines as heads declare them and pages show them, and what must come out.

/// `<title>`, lines shown over the text (HTML), the headline.
const TABLE: &[(&str, &str, &str)] = &[
    // Not shown: only the head has it.
    ("新村春耕全面展开_新村新闻", "", "新村春耕全面展开"),
    ("新村春耕全面展开--文化--新村网", "", "新村春耕全面展开"),
    ("新村春耕全面展开-新村网", "", "新村春耕全面展开"),
    ("新村春耕全面展开 - 新村日报网", "", "新村春耕全面展开"),
    ("新村春耕全面展开｜生活｜新村新聞網", "", "新村春耕全面展开"),
    ("新村春耕全面展开 | 生活 | 新村社 CNA", "", "新村春耕全面展开"),
    ("新村春耕全面展開 - 政治 - 新村時報電子報", "", "新村春耕全面展開"),
    ("新村春耕全面展開 | 社會萬象 | 社會 | 新村新聞網", "", "新村春耕全面展開"),
    ("新村春耕全面展开_新闻频道_新村网(example.com)", "", "新村春耕全面展开"),
    ("新村春耕全面展开_部门动态_新村市教育局", "", "新村春耕全面展开"),
    ("新村春耕全面展开-新村市人民政府门户网站", "", "新村春耕全面展开"),
    ("新村春耕全面展开_手机新村网", "", "新村春耕全面展开"),
    ("新村春耕全面展开 - 新村客户端", "", "新村春耕全面展开"),
    ("新村春耕：一年之计-新村网", "", "新村春耕：一年之计"),
    ("新村電視台 - 財經 - 新村春耕全面展開", "", "新村春耕全面展開"),
    ("春耕一线 - 早种一天 - 多收一成", "", "春耕一线 - 早种一天 - 多收一成"),
    // Shown: what is shown tells where the headline ends.
    (
        "专访｜李大同：春耕要趁早_新村_新村新闻",
        "<h1>专访｜李大同：春耕要趁早</h1>",
        "专访｜李大同：春耕要趁早",
    ),
    ("“春耕”背后：一个村-两代人 - 新村网", "<h1>“春耕”背后：一个村-两代人</h1>", "“春耕”背后：一个村-两代人"),
    ("春耕一线：“早种一天是一天”", "<h1>春耕一线：“早种一天是一天”</h1>", "春耕一线：“早种一天是一天”"),
    ("新村春耕全面展开(图)-新村网", "<h2>新村春耕全面展开(图)</h2>", "新村春耕全面展开(图)"),
    ("新村网", "<h1>新村春耕全面展开</h1>", "新村春耕全面展开"),
    (
        "新村网_新村门户",
        "<div class=title>新村春耕全面展开</div><div>2024-03-21 10:20 来源：新村网</div>",
        "新村春耕全面展开",
    ),
    ("新村日报数字报", "<p>新村春耕全面展开</p><p>2024-03-21 10:20 来源：新村日报</p>", "新村春耕全面展开"),
    (
        "首页 - 新村网",
        "<h1><a href=/>新村网</a></h1><h2>新村春耕全面展开</h2><p>2024-03-21 10:20</p>",
        "新村春耕全面展开",
    ),
    (
        "新村春耕全面展开_新村网",
        "<h3>图片报道</h3><h1>新村春耕全面展开</h1><p>2024-03-21</p>",
        "新村春耕全面展开",
    ),
    (
        "新村春耕全面展开 @ 山里人的家 :: 新村客",
        "<h1><a href=/>山里人的家</a></h1><h2><a href=/1>新村春耕全面展开</a></h2>",
        "新村春耕全面展开",
    ),
    // A headline in several lines is one, as the head has it.
    (
        "新村市人民政府关于印发春耕生产方案的通知_新村市人民政府",
        "<p align=center>新村市人民政府</p><p align=center>关于印发春耕生产方案的通知</p><p>2024-03-21</p>",
        "新村市人民政府关于印发春耕生产方案的通知",
    ),
    (
        "新村市人民政府 关于做好春耕生产的意见",
        "<h1>新村市人民政府<br>关于做好春耕生产的意见</h1><p>2024-03-21</p>",
        "新村市人民政府 关于做好春耕生产的意见",
    ),
];

const DUMP_TITLE: &str = "南方各地春耕全面展开 农技人员下田头";

/// Lines of a dump over its text, `{}` the headline.
const DUMPS: &[&str] = &[
    "{}_新村新闻_新村网\n首页 新闻 体育 财经\n2024-03-21 10:20 来源：新村网",
    "{}-新村网\n2024-03-21 10:20 来源：新村网",
    "{} | 生活 | 新村新聞網\n2024-03-21 10:20",
    "首页 新闻\n{}\n{}\n2024-03-21",
    "首页\n新闻\n体育\n{} 2024-03-21 10:20 来源：新村网",
    "标题：{}\n时间：2024-03-21 10:20\n来源：新村网",
    "首页 > 新闻 > {}\n{}\n来源：新村网 时间：2024-03-21",
    "新村网\n{}\n李大同\n2024-03-21 10:20",
    "原创\n{}\n新村观察\n2024-03-21 10:20",
    "{}",
    "2024-03-21 10:20\n{}\n来源：新村网",
    "新村新闻 | 国内\n{}\n——新村春耕见闻\n2024-03-21 10:20",
    "热点推荐\n北岭隧道今晨贯通 车程缩短一半\n三河镇夜市重新开张 摊位翻番\n{}\n2024-03-21 10:20",
    "登录 注册\n搜索\n{}\n分享到：\n微信\n微博\n字号：大 中 小\n2024-03-21 10:20",
    "[新村新聞] {}\n2024-03-21 10:20",
    "当前位置：首页>新闻>正文\n{}\n发布时间：2024-03-21 浏览次数：12",
];

#[test]
fn headlines_of_dumps_come_out_whole_and_without_the_sites_name() {
    let mut wrong = Vec::new();
    for lines in DUMPS {
        let text = TEXT.replace("<p>", "").replace("</p>", "\n");
        let dump = format!(
            "{}\n{text}责任编辑：周小山\n相关新闻\n北岭隧道今晨贯通\n",
            lines.replace("{}", DUMP_TITLE)
        );
        let found = zhengwen::clean(&dump).title;
        if found.as_deref() != Some(DUMP_TITLE) {
            wrong.push(format!("{lines}\n  gave {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} dumps:\n{}", wrong.len(), wrong.join("\n"));
}

const TEXT: &str = "<p>南方各地已经进入春耕时节，农民下田插秧，农技人员到田间地头指导，合作社的机器也都修整完毕。</p>\
    <p>当地干部告诉我们，今年的雨水比往年来得早，水库蓄水充足，早稻的播种面积预计比去年多一成左右。</p>";

#[test]
fn headlines_come_out_whole_and_without_the_sites_name() {
    let mut wrong = Vec::new();
    for (title, shown, headline) in TABLE {
        let page = format!(
            "<html><head><title>{title}</title></head><body><div><a href=/>首页</a> <a href=/n>新闻</a></div>\
             <div>{shown}{TEXT}</div></body></html>"
        );
        let found = zhengwen::clean(&page).title;
        if found.as_deref() != Some(headline) {
            wrong.push(format!("{title} {shown}\n  must give {headline}, gave {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} pages:\n{}", wrong.len(), wrong.join("\n"));
}
