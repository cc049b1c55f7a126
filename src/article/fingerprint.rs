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
    let mut counts = Counts::default();
    let letters = text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase);
    let mut before = None;
    for letter in letters {
        if let Some(before) = before.replace(letter) {
            counts.add(mixed(fnv(&[before, letter])));
        }
    }
    counts.more_than_half()
}

/// How many of the hashes added have each bit set. The 64 counters are kept bit by bit, the lowest bits of all of them
/// in one number, the next bits in another, so that a hash is added to all counters in a few steps.
#[derive(Default)]
struct Counts {
    hashes: u64,
    /// Of the last hashes, up to [`MOST_LOW`].
    low: [u64; LOW_BITS],
    low_hashes: usize,
    /// Of all before them: a counter a bit, empty until the low ones were full once.
    high: Vec<u64>,
}

/// Bits of a counter of the last hashes, and how many hashes those can count.
const LOW_BITS: usize = 8;
const MOST_LOW: usize = (1 << LOW_BITS) - 1;

impl Counts {
    fn add(&mut self, hash: u64) {
        let mut carried = hash;
        for bits in &mut self.low {
            (*bits, carried) = (*bits ^ carried, *bits & carried);
            if carried == 0 {
                break;
            }
        }
        self.hashes += 1;
        self.low_hashes += 1;
        if self.low_hashes == MOST_LOW {
            self.settle();
        }
    }

    /// Adds the low counters to the high ones.
    fn settle(&mut self) {
        self.high.resize(64, 0);
        for (bit, count) in self.high.iter_mut().enumerate() {
            let of_bit = |(place, bits): (usize, &u64)| (bits >> bit & 1) << place;
            *count += self.low.iter().enumerate().map(of_bit).sum::<u64>();
        }
        (self.low, self.low_hashes) = ([0; LOW_BITS], 0);
    }

    /// The bits that are set in more than half of the hashes.
    fn more_than_half(mut self) -> u64 {
        self.settle();
        let counts = self.high.iter().enumerate();
        counts.fold(0, |print, (bit, &count)| print | u64::from(count * 2 > self.hashes) << bit)
    }
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

    #[test]
    fn counters_of_all_bits_at_once_count_as_one_by_one() {
        for number in [0, 1, 2, 3, 254, 255, 256, 511, 1000_u64] {
            let hashes = || (0..number).map(|hash| mixed(hash % 7));
            let mut counts = Counts::default();
            hashes().for_each(|hash| counts.add(hash));
            let is_more =
                |bit: &u64| hashes().map(|hash| if hash >> bit & 1 == 1 { 1 } else { -1 }).sum::<i64>() > 0;
            let one_by_one = (0..64).filter(is_more).fold(0, |print, bit| print | 1 << bit);
            assert_eq!(counts.more_than_half(), one_by_one);
        }
    }
}
