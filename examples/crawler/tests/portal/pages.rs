//! The portal's pages, made up: a path in, what is answered out.

use std::fmt::Write;

pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) content_type: &'static str,
    pub(crate) location: Option<&'static str>,
    pub(crate) body: Vec<u8>,
}

impl Reply {
    pub(crate) fn of(content_type: &'static str, body: impl Into<Vec<u8>>) -> Self {
        Self { status: 200, content_type, location: None, body: body.into() }
    }

    fn html(page: String) -> Self {
        Self::of("text/html; charset=utf-8", page)
    }

    fn redirect(status: u16, to: &'static str) -> Self {
        Self { status, location: Some(to), ..Self::of("text/html", "") }
    }
}

pub(crate) const BROKEN_PATH: &str = "/broken.html";

pub(crate) const SLOW_PATH: &str = "/slow.html";

/// The path of the page in GBK.
pub(crate) const GBK: &str = "/news/gbk.html";

/// What the front page links to.
const LINKS: &[&str] = &[
    "/news/bridge.html",
    "/news/bridge.html#comments",
    GBK,
    "/news/long.html",
    "/news/long_3.html",
    "tw/river.html",
    "/moved/permanently",
    "/moved/relative",
    "/moved/circle",
    "/moved/private",
    "/moved/away",
    "/gone.html",
    SLOW_PATH,
    BROKEN_PATH,
    "/big.html",
    "/noise.html",
    "/based.html",
    "/file",
    "/query?a=1&amp;b=2",
    "/poster.jpg",
    "/private/plan.html",
    "/drafts/1.html",
    "/calendar?day=1",
    "/deep/",
    "https://elsewhere.example.com/",
    "javascript:void(0)",
    "mailto:news@example.com",
    "http://[",
];

pub(crate) fn reply(path: &str) -> Reply {
    match path {
        "/" => Reply::html(list("新村网", LINKS.iter().map(|link| (*link).to_owned()))),
        "/news/bridge.html" | BROKEN_PATH => Reply::html(bridge()),
        GBK => Reply::of("text/html", gbk()),
        "/news/long.html" => Reply::html(part(1, "long_2.html")),
        "/news/long_2.html" => Reply::html(part(2, "/news/long_3.html")),
        "/news/long_3.html" => Reply::html(part(3, "")),
        "/tw/river.html" => Reply::html(river()),
        "/news/moved.html" => Reply::html(moved("秋收", "晚稻")),
        "/news/relative.html" => Reply::html(moved("冬修", "水渠")),
        "/moved/permanently" => Reply::redirect(301, "/news/moved.html"),
        "/moved/relative" => Reply::redirect(302, "../news/relative.html#top"),
        "/moved/circle" => Reply::redirect(302, "/moved/circle/back"),
        "/moved/circle/back" => Reply::redirect(307, "/moved/circle"),
        "/moved/private" => Reply::redirect(301, "/private/moved.html"),
        "/moved/away" => Reply::redirect(308, "https://elsewhere.example.com/1.html"),
        "/big.html" => Reply::html(format!("<p>{}</p>", "春耕开始了。".repeat(10_000))),
        "/noise.html" => Reply::of("text/html", vec![1; 2_000]),
        "/file" => Reply::of("application/octet-stream", vec![0; 100]),
        // Its links are relative to another folder.
        "/based.html" => {
            Reply::html(format!("<base href=/other/>{}", list("目录", ["under.html".to_owned()].into_iter())))
        }
        _ => trap(path)
            .unwrap_or_else(|| Reply { status: 404, ..Reply::html(article("页面不存在", "", "")) }),
    }
}

/// Ever new addresses: days that lead to two later ones, and folders in folders.
fn trap(path: &str) -> Option<Reply> {
    if let Some(day) = path.strip_prefix("/calendar?day=") {
        let day: u128 = day.parse().ok()?;
        let days = [day * 2, day * 2 + 1].map(|day| format!("/calendar?day={day}"));
        return Some(Reply::html(list("日历", days.into_iter())));
    }
    path.starts_with("/deep/").then(|| Reply::html(list("目录", [format!("{path}a/")].into_iter())))
}

fn list(title: &str, links: impl Iterator<Item = String>) -> String {
    let mut page = format!("<!DOCTYPE html><meta charset=utf-8><title>{title}</title><ul>");
    for link in links {
        let _ = write!(page, "<li><a href=\"{link}\">更多消息</a>");
    }
    page + "</ul>"
}

fn article(title: &str, facts: &str, body: &str) -> String {
    format!(
        "<!DOCTYPE html><html><head><title>{title}_新村网</title></head><body>\
         <div class=nav><a href=/>首页</a> <a href=/news/bridge.html>要闻</a></div><h1>{title}</h1>\
         <div class=info>{facts}</div><div class=content>{body}</div>\
         <div class=footer><a href=/about.html>关于我们</a> 版权所有 新村网</div></body></html>"
    )
}

fn bridge() -> String {
    article(
        "柳溪江大桥今天通车",
        "2024年03月21日 10:20 来源：新村日报 记者：李大同",
        "<p>清晨六点，柳溪江上的雾还没有散，大桥两头已经站满了来看热闹的村民。</p>\
         <p>过去绕路去县城要走三十多公里，桥通以后只要十分钟，春笋当天就能送到市里。</p><p>责任编辑：赵晓</p>",
    )
}

/// An article in GBK that neither its head nor the response says is in it.
pub(crate) fn gbk() -> Vec<u8> {
    let page = article(
        "春耕开始",
        "2024年03月22日 08:00 来源：新村日报",
        "<p>南方各地已经进入春耕时节，农民下田插秧，农技人员到田间地头指导。</p>\
         <p>今年的秧苗长势良好，预计月底可以完成全部插秧任务，比去年早三天。</p>",
    );
    encoding_rs::GBK.encode(&page).0.into_owned()
}

fn part(number: usize, next: &str) -> String {
    let text = [
        "<p>老茶馆开在渡口边上，门前三级石阶，七十年里被脚步磨得发亮。</p>\
         <p>掌柜每天五点起来烧水，第一壶总是留给上早工的船工。</p>",
        "<p>茶客说得最多的是水：哪年涨到第几级石阶，老人们都记得清清楚楚。</p>\
         <p>后来修了水库，石阶再没有淹过，茶客的话题也换成了收成。</p>",
        "<p>大桥通车以后，渡口停了，茶馆却没有关门，只是改在下午开张。</p>\
         <p>掌柜说，只要还有人愿意坐下来喝一碗茶，他就把火生着。</p><p>责任编辑：赵晓</p>",
    ][number - 1];
    let mut turns = String::new();
    for (at, name) in ["long.html", "long_2.html", "long_3.html"].iter().enumerate() {
        let at = at + 1;
        let turn =
            if at == number { format!("<span>{at}</span> ") } else { format!("<a href={name}>{at}</a> ") };
        turns += &turn;
    }
    if !next.is_empty() {
        let _ = write!(turns, "<a href={next}>下一页</a>");
    }
    let body = format!("{text}<div class=pages>{turns}</div>");
    article("渡口茶馆", "2024年03月23日 09:00 来源：新村日报 记者：李大同", &body)
}

fn river() -> String {
    article(
        "溪口老街週末舉辦燈會",
        "2024/03/24 15:30 記者林小美／溪口報導",
        "<p>溪口老街本週末舉辦燈會，居民連日來在街頭掛上三百多盞手作燈籠，吸引不少遊客。</p>\
         <p>主辦單位表示，燈會將持續到下週日，每晚七點點燈，歡迎民眾搭乘公車前往參觀。</p>",
    )
}

fn moved(title: &str, what: &str) -> String {
    let body = format!(
        "<p>连日来，柳溪江两岸的村民都在忙着{what}的活计，田里从早到晚都是人声。</p>\
         <p>村里的老人说，今年{what}比往年顺当，年底大家可以过一个安稳的新年。</p>"
    );
    article(&format!("{title}时节村里忙"), "2024年10月12日 09:30 来源：新村日报", &body)
}
