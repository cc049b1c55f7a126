//! Articles put together from sentences: paragraphs, and pages around them.

use proptest::prelude::*;
use proptest::sample::{select, subsequence};

const SENTENCES: &[&str] = &[
    "南方各地已经进入春耕时节，农民下田插秧，技术人员到田间地头指导。",
    "当地干部说，今年的雨水比往年来得早，水库蓄水充足！",
    "“以前去县城要绕三十多公里，现在十分钟就到了。”村民周桂兰说。",
    "图书馆馆长介绍，去年接待读者四十六万人次，座位常常不够用。",
    "这样的变化从什么时候开始？老人们说，是从那座桥通车的那一年。",
    "合作社的机器都修整完毕，种子和化肥也已经发放到各家各户。",
    "据统计，全县果品总产量达到12.6万吨，比去年增长8.3%。",
    "孩子们放学以后在这里写作业，志愿者轮流值班，风雨无阻。",
    "工程分两期建设，第一期已经完成验收，第二期将于明年动工。",
    "夜市的灯准时亮起，一百多个摊位沿着河岸排开，十分热闹。",
    "专家提醒，近期早晚温差较大，出门要注意防寒保暖。",
    "护林员每天上山巡查，脚下的路他已经走了二十二年。",
];

/// Paragraphs of two to four sentences, no sentence twice.
pub(crate) fn paragraphs() -> impl Strategy<Value = Vec<String>> {
    let order = subsequence(SENTENCES, 6..=SENTENCES.len()).prop_shuffle();
    (order, select(&[2_usize, 3, 4][..])).prop_map(|(sentences, many)| {
        sentences.chunks(many).filter(|part| part.len() > 1).map(<[_]>::concat).collect()
    })
}

/// The page of a portal with these paragraphs in it.
pub(crate) fn page(paragraphs: &[String]) -> String {
    let body = paragraphs.iter().fold(String::new(), |body, text| body + "<p>" + text + "</p>\n");
    format!(
        "<!DOCTYPE html><html><head><meta charset=utf-8><title>柳溪江两岸的春天_新村网</title></head><body>
<div class=nav><a href=/>首页</a> <a href=/news/>新闻</a> <a href=/edu/>教育</a> <a href=/house/>房产</a></div>
<h1>柳溪江两岸的春天</h1><div class=info>2024-03-21 10:20 来源：新村日报</div>
<div class=content>{body}</div><div class=editor>责任编辑：赵晓</div>
<div class=related><h3>相关阅读</h3><ul><li><a href=/1>北岭隧道今晨贯通</a></li>
<li><a href=/2>三河镇夜市重新开张</a></li><li><a href=/3>老茶馆里的四十年</a></li></ul></div>
<div class=footer><p>新村网 版权所有 新ICP备00000001号-1</p></div></body></html>"
    )
}
