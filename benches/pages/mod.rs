//! A size in, a page out: invented news prose in a portal's chrome, the same for the same size.
//!
//! Saved news pages have 20 to 700 KB, most of it scripts and markup; 3 to 10 % is the article.

#![allow(dead_code, reason = "a bench takes the pages it needs")]

use std::fmt::Write;

/// Sizes in bytes about those of a local paper's page, a portal's and a portal's front channel.
pub(crate) const SIZES: [(&str, usize); 3] =
    [("small", 20 << 10), ("median", 100 << 10), ("large", 500 << 10)];

/// An article's paragraphs, without end: openings, matters and closings in changing company.
fn prose() -> impl Iterator<Item = String> {
    const OPENINGS: [&str; 5] = [
        "入秋以来，新村县的果园陆续进入采收期",
        "记者昨日走访城东的几个社区时看到",
        "据县农业部门统计，截至上月底",
        "“今年雨水足，苹果个头大，价钱也好。”种植户王大力说",
        "在合作社的分拣车间里，十几名工人正在忙碌",
    ];
    const MATTERS: [&str; 7] = [
        "各乡镇组织技术人员到田间地头指导，帮助农户解决储存和运输中的困难",
        "新修的道路把三个村子连在一起，货车可以直接开到果园门口",
        "全县果品总产量预计达到12.6万吨，比去年同期增长8.3%",
        "图书馆、活动室和食堂同时开放，老人们不出小区就能办事",
        "孩子们放学以后在这里写作业，志愿者轮流值班",
        "工程分两期建设，第一期已经完成验收，第二期将于明年春天动工",
        "专家提醒，近期早晚温差较大，要注意防寒保暖",
    ];
    const CLOSINGS: [&str; 4] = [
        "下一步，当地将继续完善配套设施，让更多居民受益。",
        "这样的变化，正在越来越多的村庄里发生。",
        "负责人表示，有关工作将在年底前全部完成！",
        "大家都说，日子一年比一年好。",
    ];
    (0_usize..).map(|i| {
        let matter = |step: usize| MATTERS[(i * 3 + step) % MATTERS.len()];
        let (opening, closing) = (OPENINGS[i % OPENINGS.len()], CLOSINGS[i % CLOSINGS.len()]);
        format!("{opening}，{}；{}。{}。{closing}", matter(0), matter(1), matter(2))
    })
}

/// A portal's page of about `bytes` bytes.
pub(crate) fn html(bytes: usize) -> String {
    let mut page = String::with_capacity(bytes + (8 << 10));
    page.push_str(HEAD);
    scripts(&mut page, bytes * 35 / 100);
    styles(&mut page, bytes * 50 / 100);
    page.push_str("</head><body>\n");
    links(&mut page, "nav", bytes * 60 / 100);
    page.push_str(ARTICLE_HEAD);
    let body_end = page.len() + bytes * 6 / 100;
    for paragraph in prose() {
        if page.len() >= body_end {
            break;
        }
        let _ = writeln!(page, "<p style=\"text-indent:2em;\">　　{paragraph}</p>");
    }
    page.push_str(ARTICLE_END);
    links(&mut page, "related", bytes * 80 / 100);
    scripts(&mut page, bytes * 98 / 100);
    page.push_str(FOOTER);
    page
}

/// What a stripper leaves of such a page: the prose is a third of it.
pub(crate) fn dump(bytes: usize) -> String {
    let mut text = String::with_capacity(bytes + 1024);
    link_lines(&mut text, bytes / 3);
    text.push_str("新村县果园迎来采收季\n2023年10月12日 09:30　来源：新村日报\n");
    for paragraph in prose() {
        if text.len() >= bytes * 2 / 3 {
            break;
        }
        let _ = writeln!(text, "　　{paragraph}");
    }
    text.push_str("责任编辑：李小明\n相关阅读\n");
    link_lines(&mut text, bytes);
    text.push_str("关于我们 | 联系方式 | 版权声明\n版权所有 新村网\n");
    text
}

const HEAD: &str = r#"<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8">
<title>新村县果园迎来采收季_新闻频道_新村网</title>
<meta name="keywords" content="果园,采收,新村县"><meta name="description" content="新村县的果园进入采收期。">
<meta property="og:title" content="新村县果园迎来采收季">
"#;

const ARTICLE_HEAD: &str = r#"<div class="main w1000 clearfix"><div class="left_content">
<div class="crumbs"><a href="/">首页</a> &gt; <a href="/news/">新闻</a> &gt; 正文</div>
<h1 class="title">新村县果园迎来采收季</h1>
<div class="info"><span>2023年10月12日 09:30</span> <span>来源：<a href="/">新村日报</a></span></div>
<div class="content" id="content">
"#;

const ARTICLE_END: &str = "</div><div class=\"editor\">（责任编辑：李小明）</div>\n<!-- 正文结束 --></div>\n";

const FOOTER: &str = r#"<div class="footer"><a href="/about">关于我们</a> | <a href="/contact">联系方式</a> | <a href="/copy">版权声明</a>
<p>版权所有 新村网 未经授权不得转载</p></div></body></html>
"#;

/// Scripts and comments up to `end` bytes of page.
fn scripts(page: &mut String, end: usize) {
    let mut block = 0;
    while page.len() < end {
        let _ = writeln!(page, "<!-- 统计代码 {block} 开始 --><script type=\"text/javascript\">");
        let block_end = end.min(page.len() + (12 << 10));
        let mut line = 0;
        while page.len() < block_end {
            let _ = writeln!(
                page,
                "  (function(w,d){{var k{line}=d.getElementById('slot-{block}-{line}');if(k{line}&&w.cfg<{line}){{k{line}.innerHTML='<div class=\"ad\"><a href=\"/go?id={line}\">推广<\\/a><\\/div>';}}}})(window,document); // 广告位"
            );
            line += 1;
        }
        page.push_str("</script>\n");
        block += 1;
    }
}

/// One style sheet up to `end` bytes of page.
fn styles(page: &mut String, end: usize) {
    page.push_str("<style>\n");
    let mut rule = 0;
    while page.len() < end {
        let _ = writeln!(
            page,
            ".mod-{rule} > li a:hover, #col{rule} .tt {{ color: #1e50a2; margin: 0 {rule}px; background: url(/img/{rule}.png) no-repeat }}"
        );
        rule += 1;
    }
    page.push_str("</style>\n");
}

const TOPICS: [&str; 8] = [
    "城区三条公交线路今起调整",
    "全县中小学运动会开幕",
    "周末天气转晴 气温回升",
    "社区食堂为老人送上热饭菜",
    "图书馆延长开放时间",
    "新村大桥主体工程完工",
    "农技人员下乡指导秋种",
    "书画展在文化馆开展",
];

/// Boxes of links up to `end` bytes of page.
fn links(page: &mut String, class: &str, end: usize) {
    let mut link = 0;
    while page.len() < end {
        let _ = writeln!(
            page,
            "<div class=\"{class} box mod-{link}\"><h3><a href=\"/channel/{link}/\">频道</a></h3><ul>"
        );
        for topic in TOPICS {
            let _ = writeln!(
                page,
                "<li><span class=\"dot\"></span><a target=\"_blank\" href=\"/2023/1012/c{link}.html\" title=\"{topic}\">{topic}</a></li>"
            );
            link += 1;
        }
        page.push_str("</ul></div>\n");
    }
}

/// The same links without their markup.
fn link_lines(text: &mut String, end: usize) {
    for topic in TOPICS.iter().cycle() {
        if text.len() >= end {
            break;
        }
        text.push_str(topic);
        text.push('\n');
    }
}
