//! Lines that read two ways: names that end in a role's word, offices and buttons beside names, accounts.
//! `时` is the time.

/// Lines between the headline and the text; `\n` parts lines.
pub(crate) const HEADS: &[(&str, &str)] = &[
    // 文 and 圖 end names too.
    ("記者陳小文／東山報導\n2024-03-21 10:20", "时2024-03-21T10:20 作陳小文"),
    ("記者林大同、陳小圖／東山報導\n2024-03-21 10:20", "时2024-03-21T10:20 作林大同,陳小圖"),
    ("社會中心陳小文／東山報導\n2024-03-21 10:20", "时2024-03-21T10:20 作陳小文"),
    ("2024-03-21 10:20 記者陳小文／東山即時報導 讚", "时2024-03-21T10:20 作陳小文"),
    ("文／陳小明 圖／林大同\n2024-03-21", "时2024-03-21 作陳小明"),
    // Buttons, offices and accounts beside a name.
    ("作者:李大同　放大 缩小 默认\n2024-03-21", "时2024-03-21 作李大同"),
    ("文｜远评 李大同\n2024年3月21日 10:20", "时2024-03-21T10:20 作李大同"),
    ("文｜远山、李大同\n2024年3月21日 10:20", "时2024-03-21T10:20 作远山,李大同"),
    ("翻译：新村中文网 2024-03-21", "时2024-03-21"),
    ("原创 李大同 周末夜谈录 2024-01-12 20:01 江苏", "时2024-01-12T20:01 作李大同"),
    ("2024-03-21 By 山水", "时2024-03-21 作山水"),
    ("By Mary LeePublished: 2024/03/21 10:20", "时2024-03-21T10:20 作Mary Lee"),
    ("By Mary Lee and Paul Wang | 2024-03-21", "时2024-03-21 作Mary Lee,Paul Wang"),
    ("記者陳小明、攝影林大同／台北報導\n2024-03-21", "时2024-03-21 作陳小明"),
    ("Mary W. Lee/新村时报\n2024年3月21日", "时2024-03-21"),
];

/// Paragraphs that open the text, or its first words.
pub(crate) const OPENINGS: &[(&str, &str)] = &[
    ("柏林（德新社）——昨天，{}", "来德新社"),
    ("（法新社巴黎8日电）昨天，{}", "来法新社"),
    ("他说（法新社也这样报道），昨天，{}", ""),
];

/// Ends of the last paragraph, or lines of their own after it.
pub(crate) const CLOSINGS: &[(&str, &str)] = &[
    ("{}\n（责任编辑 王小溪 电子邮箱 xi@example.com）", "编王小溪"),
    ("{}\n（小河）", "作小河"),
    ("{}\n（小河）\n（编辑：NF055）", "作小河 编NF055"),
    ("{}\n编辑：李大同 版式：王芳 美编：陈小明", "编李大同,陈小明"),
    ("{}\n编辑丨李大同 版式丨王芳", "编李大同"),
    ("{}\n编辑：李大同 绘版：王芳", "编李大同"),
    ("{}\n（组稿）", ""),
    ("{}\n相关阅读\n东山小学开学\n西山小学开学\n（新村点津 Julie，Helen 编辑）", "编Julie,Helen"),
];
