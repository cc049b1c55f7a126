//! Simplified or Traditional: told by characters that only one of the two writes.

use crate::article::Script;
use std::sync::LazyLock;

/// Common characters that Simplified alone writes.
const SIMPLIFIED: &str = "与业东两个为么义习乡书买乱争亏产亲从们会传伤体关军农决况减凤刘则创办务动劲劳势华协单卖卫厂厅历厉压县发叶号吗听启员响园围国图圆场坏块坚声处备头夹夺奋奖妇妈娱学宁宝实审宪宽宾对导层岁岛岭币师帐带帮广庆库应庙开异弃张强归当录怀态总恶惊惯愿户执扩扫扬护报担择损换据摄数断无旧时显晓术机杀杂权条来极构枪标栏树样档桥检楼欢欧毁毕气汇汉汤沟沪泪泽洁浅测济浓涛涨渐温湾滚满灭灯灵灾点炼热爱爷犹独狮猎玛环现电画畅疗监盖盘矿码确离种积称税稳穷竞笔签简类粮紧纪纯纲纳纷练组细织终绍经给络绝统继绩续维综绿编缘缩网罗罚职联聪肃肠胜脑脚腾舆舰艺节苏范荐荣药获营蓝虑虽蛮补装见观规视览觉触订认讨让训议讯记讲许论设访证评识诉词试诗诚话该详语误说请诸读课谁调谈谋谢谱贝负贡财责败货质购贯贴费资赛赞赵赶跃车轨轮软轻载较辆辑输边达迁过运还这进连迟适选递遗邓邻郑释钟钢钱铁银销锋锐错键镇长门闪闭问闯闲间闻阅阔队阳阴阵阶际陆陈险隐难雾静韩页项顺须顾顿预领频题额风飞饭饮馆马驱验骑鱼鲁鲜鸟鸡鸣黄齐齿龄龙";

/// Common characters that Traditional alone writes.
const TRADITIONAL: &str = "亂來個們備傳傷兩則創劉勁動務勝勞勢匯協厲員問啟單嗎國圍園圓圖執堅報場塊壓壞夾奪奮娛婦媽學實寧審寬寶對導層島嶺師帳帶幣幫庫廟廠廣廳張強從惡愛態慣慮慶憲應懷戶掃揚換損擇擔據擴攝敗數斷時暢曉書會東條棄業極榮構槍樓標樣樹橋機檔檢欄權歐歡歲歷歸殺毀氣決況淚淺減測湯準溝溫滅滬滾滿漢漲漸潔澤濃濟濤灣災為無煉熱燈營爭爺猶獅獎獨獲獵現瑪環產畢畫異當療發監盤確碼礦稅種稱積穩窮競筆節範簡簽糧紀納純紛細紹終組絕絡給統經綜綠維綱網緊緣編練縣縮總績織繼續罰羅義習聞聯聰聲職聽肅腦腳腸與舊艦華葉蓋薦藍藝藥蘇處號虧蠻術衛衝補裝複見規視親覺覽觀觸訂訊討訓記訪設許訴評詞試詩話該詳認語誠誤說誰課調談請論諸謀講謝證識譜議護讀讓貝負財貢貨貫責買費貼資賓賣質購賽贊趕趙躍車軌軍軟較載輕輛輪輯輸輿辦農這連進運過達遞適遲遷選遺還邊鄉鄧鄭鄰釋銀銳銷鋒鋼錄錢錯鍵鎮鐘鐵長門閃閉開閒間閱闊闖關陣陰陳陸陽隊階際險隱雖雜雞離難雲電霧靈靜韓響頁項順須預頓領頭頻題額願類顧顯風飛飯飲餘館馬騎騰驅驗驚體魚魯鮮鳥鳳鳴麼黃點齊齒齡龍";

/// Of each character of the unified ideographs, which script alone writes it.
static TELLING: LazyLock<Vec<Option<Script>>> = LazyLock::new(|| {
    let mut telling = vec![None; 0xA000 - FIRST];
    for (characters, script) in [(SIMPLIFIED, Script::Simplified), (TRADITIONAL, Script::Traditional)] {
        for c in characters.chars() {
            if let Some(told) = (c as usize).checked_sub(FIRST).and_then(|at| telling.get_mut(at)) {
                *told = Some(script);
            }
        }
    }
    telling
});

/// The first of the unified ideographs.
const FIRST: usize = 0x4E00;

/// How many characters of a text only one of the scripts writes.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Telling {
    simplified: usize,
    traditional: usize,
}

impl Telling {
    /// Counts a character of the unified ideographs.
    pub(crate) fn add(&mut self, c: char) {
        match (c as usize).checked_sub(FIRST).and_then(|at| TELLING.get(at)) {
            Some(Some(Script::Simplified)) => self.simplified += 1,
            Some(Some(Script::Traditional)) => self.traditional += 1,
            _ => {}
        }
    }

    /// The script of most of them; `None` where none tells.
    pub(crate) fn script(self) -> Option<Script> {
        match self.simplified.cmp(&self.traditional) {
            std::cmp::Ordering::Greater => Some(Script::Simplified),
            std::cmp::Ordering::Less => Some(Script::Traditional),
            std::cmp::Ordering::Equal => None,
        }
    }
}
