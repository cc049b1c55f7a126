//! A text and what its page declares in, the script and the language it is written in out: told by its letters.

use crate::article::Script;
use crate::text::punctuation::is_han;
use crate::text::script::Telling;

/// Characters of a text that are looked at.
const READ_CHARS: usize = 4000;
/// Share of kana among Chinese characters and kana over which a text is Japanese: Japanese prose has half and
/// more, Chinese quotes a name.
const KANA_SHARE: f64 = 0.15;
/// Share of hangul among all letters over which a text is Korean, and of Chinese characters over which one is
/// Chinese: a Chinese one full of Latin names has a third.
const HANGUL_SHARE: f64 = 0.3;
const HAN_SHARE: f64 = 0.25;

/// The script that `text` is written in, as far as its characters tell, and its language as a BCP 47 tag: `None`
/// where it has no letters, or none that tell. A page's own `declared` language is believed where its letters could
/// be of it.
pub(crate) fn language(text: &str, declared: Option<&str>) -> (Option<Script>, Option<String>) {
    let letters = Letters::count(text);
    let script = letters.telling.script();
    (script, letters.language(script, declared))
}

impl Letters {
    fn language(&self, script: Option<Script>, declared: Option<&str>) -> Option<String> {
        let letters = self;
        let (han, kana, hangul) = (letters.han as f64, letters.kana as f64, letters.hangul as f64);
        let all = han + kana + hangul + letters.other as f64;
        if all == 0.0 {
            return None;
        }
        if kana > KANA_SHARE * (han + kana) && han + kana > HAN_SHARE * all {
            return Some("ja".to_owned());
        }
        if hangul > HANGUL_SHARE * all {
            return Some("ko".to_owned());
        }
        if han > HAN_SHARE * all {
            let tag = match script {
                Some(Script::Simplified) => "zh-Hans",
                Some(Script::Traditional) => "zh-Hant",
                None => "zh",
            };
            return Some(tag.to_owned());
        }
        let declared = declared.and_then(primary).filter(|tag| !["zh", "ja", "ko"].contains(&tag.as_str()));
        declared.or_else(|| letters.is_ascii.then(|| "en".to_owned()))
    }
}

/// True for a tag of Chinese.
pub(crate) fn is_chinese(tag: &str) -> bool {
    tag == "zh" || tag.starts_with("zh-")
}

/// `en` of `en-US`.
fn primary(tag: &str) -> Option<String> {
    let primary = tag.trim().split(['-', '_']).next()?.to_ascii_lowercase();
    ((2..=3).contains(&primary.len()) && primary.bytes().all(|byte| byte.is_ascii_lowercase()))
        .then_some(primary)
}

/// How many letters of each kind a text has.
struct Letters {
    han: usize,
    kana: usize,
    hangul: usize,
    other: usize,
    /// All other letters are of the basic Latin alphabet, as in English.
    is_ascii: bool,
    telling: Telling,
}

impl Letters {
    fn count(text: &str) -> Self {
        let telling = Telling::default();
        let mut letters = Self { han: 0, kana: 0, hangul: 0, other: 0, is_ascii: true, telling };
        for c in text.chars().take(READ_CHARS) {
            match c {
                // Most characters of a page, and most of its marks.
                '\u{4E00}'..='\u{9FFF}' => {
                    letters.han += 1;
                    letters.telling.add(c);
                }
                '\u{2000}'..='\u{206F}'
                | '\u{3000}'..='\u{3004}'
                | '\u{3008}'..='\u{3020}'
                | '\u{FF01}'..='\u{FF20}' => {}
                c if !c.is_alphabetic() => {}
                '\u{3041}'..='\u{30FF}' | '\u{31F0}'..='\u{31FF}' => letters.kana += 1,
                '\u{1100}'..='\u{11FF}' | '\u{AC00}'..='\u{D7AF}' => letters.hangul += 1,
                c if is_han(c) => letters.han += 1,
                c => {
                    letters.other += 1;
                    letters.is_ascii &= c.is_ascii();
                }
            }
        }
        letters
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_tell_the_language() {
        let told = |text| language(text, None).1;
        for (text, tag) in [
            ("春耕开始了，农技人员来到田间。", Some("zh-Hans")),
            ("春耕開始了，農技人員來到田間。", Some("zh-Hant")),
            ("春になり、田んぼでは田植えが始まりました。", Some("ja")),
            ("봄이 되어 모내기가 시작되었습니다.", Some("ko")),
            ("Farmers began planting rice this week.", Some("en")),
            ("这款应用名叫の时光，OpenWeather 提供天气数据。", Some("zh-Hans")),
            ("2024-03-21 10:20", None),
        ] {
            assert_eq!(told(text).as_deref(), tag, "{text}");
        }
    }

    #[test]
    fn a_declared_language_is_believed_where_its_letters_could_be_of_it() {
        let told = |text, declared| language(text, Some(declared)).1;
        assert_eq!(told("Die Bauern begannen mit der Arbeit.", "de-DE").as_deref(), Some("de"));
        assert_eq!(told("Farmers began planting rice.", "zh-CN").as_deref(), Some("en"));
        assert_eq!(told("Фермеры начали сев.", "zh"), None);
    }
}
