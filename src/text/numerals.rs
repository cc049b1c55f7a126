//! Characters that write a number in, its value out: decimal digits, and Chinese numerals counted or figure by figure.

/// The value of decimal digits; `None` where they are too many or other characters.
pub(crate) fn number(digits: &[char]) -> Option<u64> {
    digits.iter().try_fold(0u64, |value, c| value.checked_mul(10)?.checked_add(u64::from(c.to_digit(10)?)))
}

/// True for the characters that write numbers: 〇 to 十 and 廿.
pub(crate) fn is_numeral(c: char) -> bool {
    digit(c).is_some() || c == '十' || c == '廿'
}

/// 〇 to 九 as 0 to 9.
pub(crate) fn digit(c: char) -> Option<u8> {
    let value = match c {
        '\u{3007}' | '零' | '\u{25CB}' | 'Ｏ' | 'O' => 0,
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    };
    Some(value)
}

/// A counted numeral up to 199: 三, 十二, 二十一, 一百一十三.
pub(crate) fn counted(numeral: &[char]) -> Option<u64> {
    let mut value = 0;
    let mut pending = None;
    for &c in numeral {
        match c {
            '百' => value += pending.take().unwrap_or(1) * 100,
            '十' => value += pending.take().unwrap_or(1) * 10,
            '廿' => value += 20,
            c => match (digit(c)?, pending) {
                (0, _) => {}
                (new, None) => pending = Some(u64::from(new)),
                (_, Some(_)) => return None,
            },
        }
    }
    Some(value + pending.unwrap_or(0)).filter(|_| !numeral.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_are_counted_up_to_the_hundreds() {
        let read = |text: &str| counted(&text.chars().collect::<Vec<_>>());
        for (text, value) in [
            ("三", Some(3)),
            ("十", Some(10)),
            ("十二", Some(12)),
            ("廿一", Some(21)),
            ("二十一", Some(21)),
            ("一百零三", Some(103)),
            ("一百一十三", Some(113)),
            ("二〇二四", None),
            ("", None),
        ] {
            assert_eq!(read(text), value, "{text}");
        }
    }
}
