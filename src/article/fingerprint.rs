//! A body in, 64 bits out that are nearly the same for nearly the same text.

use super::Article;

/// FNV-1a, 64 bits: <http://www.isthe.com/chongo/tech/comp/fnv/>.
const FNV_OFFSET: u64 = 0xCBF2_9CE4_8422_2325;
const FNV_PRIME: u64 = 0x0000_0100_0000_01B3;

impl Article {
    /// The `SimHash` of the body's text: of two texts that share most of their wording few of the 64 bits differ,
    /// of two that share none about 32. So a text taken over by another site (转载) is found again.
    ///
    /// The features are the pairs of neighbouring letters and digits in [`text`](Self::text), as Unicode has
    /// them, in lower case; marks, blanks and line breaks are passed over. Each occurrence of a pair has the
    /// FNV-1a hash of its UTF-8, its bits mixed as `SplitMix64` does, and counts one for each bit that is set
    /// and minus one for each that is not; a bit of the fingerprint is set where the sum is above 0. A text of
    /// fewer than two letters has 0. These rules will not change. Simplified and traditional text differ.
    ///
    /// Sources: Charikar, *Similarity Estimation Techniques from Rounding Algorithms*, STOC 2002; Manku, Jain
    /// and Das Sarma, *Detecting Near-Duplicates for Web Crawling*, WWW 2007.
    ///
    /// ```
    /// let text = "南方各地已经进入春耕时节，农民下田插秧，农技人员到田间地头指导。今年的秧苗长势良好，预计月底可以完成全部插秧任务。";
    /// let original = zhengwen::clean(&format!("<h1>春耕开始</h1><p>{text}</p>"));
    /// let reprint = zhengwen::clean(&format!("<h1>各地春耕忙</h1><p>{}</p>", text.replace("各地", "多地")));
    /// let other = zhengwen::clean("<p>柳溪江上的雾还没有散，六十二岁的船工已经解开了缆绳，准备开出最后一班船，两岸站满了来送行的人。</p>");
    /// let differ = |one: u64, two: u64| (one ^ two).count_ones();
    /// assert!(differ(original.fingerprint(), reprint.fingerprint()) < 12);
    /// assert!(differ(original.fingerprint(), other.fingerprint()) > 20);
    /// ```
    #[must_use]
    pub fn fingerprint(&self) -> u64 {
        simhash(&self.text())
    }
}

fn simhash(text: &str) -> u64 {
    let mut sums = [0_i64; 64];
    let letters = text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase);
    let mut before = None;
    for letter in letters {
        if let Some(before) = before.replace(letter) {
            let hash = mixed(fnv(&[before, letter]));
            for (bit, sum) in sums.iter_mut().enumerate() {
                *sum += if hash >> bit & 1 == 1 { 1 } else { -1 };
            }
        }
    }
    sums.iter().enumerate().fold(0, |print, (bit, &sum)| print | u64::from(sum > 0) << bit)
}

fn fnv(pair: &[char]) -> u64 {
    let mut hash = FNV_OFFSET;
    for &c in pair {
        for byte in c.encode_utf8(&mut [0; 4]).bytes() {
            hash = (hash ^ u64::from(byte)).wrapping_mul(FNV_PRIME);
        }
    }
    hash
}

/// The finalizer of `SplitMix64` (Steele, Lea and Flood, OOPSLA 2014): each bit out depends on each bit in.
fn mixed(hash: u64) -> u64 {
    let hash = (hash ^ hash >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let hash = (hash ^ hash >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
    hash ^ hash >> 31
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_blanks_and_case_do_not_count_and_the_rules_stay() {
        assert_eq!(simhash("春耕，开始 ABC"), simhash("春耕\n开始abc。"));
        assert_eq!([simhash(""), simhash("春"), simhash("。！")], [0; 3]);
        // Of one pair the fingerprint is its hash.
        assert_eq!(simhash("ab"), mixed(0x089C_4407_B545_986A));
    }
}
