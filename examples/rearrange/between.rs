//! Foreign matter between the paragraphs of a body.

use super::draft::Draft;
use super::foreign::links;
use std::fmt::Write as _;

const ADVERTS: [&str; 3] = ["廣告", "广告", "ADVERTISEMENT"];
/// Sponsored texts in both scripts: what stands before the link, and the link.
const SPONSORED: &[[&str; 4]] = &[
    [
        "清河牧场的春季鲜奶今日上市，全城门店同时开售。老顾客凭会员卡可以享受八折优惠，",
        "点击查看最近的门店",
        "清河牧場的春季鮮奶今日上市，全城門市同時開賣。老顧客憑會員卡可享八折優惠，",
        "點擊查看最近的門市",
    ],
    [
        "想学一门新的语言却总是没有时间？每天十五分钟，三个月就能和外国朋友聊天，",
        "马上免费试听",
        "想學一門新的語言卻總是沒有時間？每天十五分鐘，三個月就能和外國朋友聊天，",
        "立即免費試聽",
    ],
    [
        "东山温泉酒店推出周末家庭套餐，两大一小只要四百九十九元。房间数量有限，售完即止，",
        "立即预订",
        "東山溫泉酒店推出週末家庭套餐，兩大一小只要四百九十九元。房間數量有限，售完為止，",
        "立即預訂",
    ],
];
/// Names and words of people who comment, in both scripts.
const NAMES: [&str; 5] = ["清风徐来", "用户", "老街坊", "山水之间", "手机用户"];
const COMMENTS: [[&str; 2]; 4] = [
    ["说得有道理，我们这里也是这样，希望能早点解决。", "說得有道理，我們這裡也是這樣，希望能早點解決。"],
    ["去年就听说过这件事，没想到现在才有结果！", "去年就聽說過這件事，沒想到現在才有結果！"],
    ["支持一下，大家都不容易，多一点理解吧。", "支持一下，大家都不容易，多一點理解吧。"],
    ["这个数据是怎么算出来的？感觉跟实际情况不太一样。", "這個數據是怎麼算出來的？感覺跟實際情況不太一樣。"],
];

/// A line in a box of its own, of three wordings in turn.
pub(super) fn advert(at: usize) -> String {
    format!("<div class=\"ad-slot\"><span>{}</span></div>", ADVERTS[at % ADVERTS.len()])
}

pub(super) fn adverts(draft: &mut Draft) -> Option<()> {
    let inner = draft.paragraphs.len().checked_sub(1)?;
    for (at, &paragraph) in draft.paragraphs[..inner].iter().skip(2).step_by(3).enumerate() {
        draft.page.put_after(paragraph, &advert(at));
    }
    Some(())
}

pub(super) fn credits(draft: &mut Draft) {
    for (at, &paragraph) in draft.paragraphs.iter().enumerate() {
        let credit = draft.say("图片来源于网络", "圖片來源於網絡");
        draft.page.put_after(paragraph, &format!("<p><img src=\"/p/{at}.jpg\"></p><p>{credit}</p>"));
    }
}

pub(super) fn inset(draft: &mut Draft) -> Option<()> {
    let middle = draft.middle()?;
    let links = links(&draft.articles(3));
    let heading = draft.say("相关阅读", "相關閱讀");
    draft.page.put_after(middle, &format!("<div class=\"inset\"><h4>{heading}</h4>{links}</div>"));
    Some(())
}

pub(super) fn adbox(draft: &mut Draft) -> Option<()> {
    let inner = draft.paragraphs.len().checked_sub(1)?;
    for (at, &paragraph) in draft.paragraphs[..inner].iter().skip(1).step_by(3).enumerate() {
        let [text, link, traditional_text, traditional_link] = SPONSORED[at % SPONSORED.len()];
        let html = format!(
            "<div class=\"promo\"><span>{}</span><p>{}<a href=\"https://shop{at}.example.com/\">{}</a>。</p></div>",
            draft.say("赞助内容", "贊助內容"),
            draft.say(text, traditional_text),
            draft.say(link, traditional_link),
        );
        draft.page.put_after(paragraph, &html);
    }
    Some(())
}

/// A box of `count` comments with names and times.
pub(super) fn comments(draft: &mut Draft, count: usize) -> String {
    let mut html = format!("<div class=\"talk\"><h3>{}</h3>", draft.say("网友评论", "網友評論"));
    for minute in 0..count {
        let name = match draft.random.pick(NAMES) {
            name if name.ends_with("用户") => format!("{name}{}", draft.random.below(9999)),
            name => name.to_owned(),
        };
        let day = 1 + draft.random.below(27);
        let [simplified, traditional] = draft.random.pick(COMMENTS);
        let says = draft.say(simplified, traditional);
        let _ = write!(html, "<div><b>{name}</b><i>03-{day:02} 10:{minute:02}</i><p>{says}</p></div>");
    }
    html + "</div>"
}

pub(super) fn talk(draft: &mut Draft) -> Option<()> {
    let middle = draft.middle()?;
    let html = comments(draft, 6);
    draft.page.put_after(middle, &html);
    Some(())
}

pub(super) fn poll(draft: &mut Draft) -> Option<()> {
    let middle = draft.middle()?;
    let answers = [
        draft.say("非常支持，早就应该这样做", "非常支持，早就應該這樣做"),
        draft.say("基本支持，但要看细节", "基本支持，但要看細節"),
        draft.say("不太支持，担心影响生活", "不太支持，擔心影響生活"),
        draft.say("说不清楚", "說不清楚"),
    ];
    let mut left = 100;
    let mut items = String::new();
    for (at, answer) in answers.into_iter().enumerate() {
        let share = if at == 3 { left } else { draft.random.below(left / 2 + 1) };
        left -= share;
        let _ = write!(items, "<li><label>{answer}</label><i>{share}%</i></li>");
    }
    let html = format!(
        "<div class=\"vote\"><h4>{}</h4><p>{}</p><ul>{items}</ul><span>{}</span></div>",
        draft.say("小调查", "小調查"),
        draft.say("对于这件事，你的看法是什么？", "對於這件事，你的看法是什麼？"),
        draft.say("共有1283人参与投票", "共有1283人參與投票"),
    );
    draft.page.put_after(middle, &html);
    Some(())
}
