//! A time as text in, its day and its minute out: year, month, day, and hour and minute where given.

use unicode_normalization::UnicodeNormalization;

/// `2024-03-21`, and `10:20` where the text has a time of day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Stamp {
    pub day: String,
    pub minute: Option<String>,
}

/// The first date of `text`, in whatever marks: `2024年3月21日 10:20`, `2024-03-21T10:20:00+08:00`.
pub(crate) fn stamp(text: &str) -> Option<Stamp> {
    let chars: Vec<char> = text.nfkc().collect();
    (0..chars.len()).find_map(|at| stamp_at(&chars, at))
}

fn stamp_at(chars: &[char], at: usize) -> Option<Stamp> {
    let mut scan = Scan { chars, at };
    let year = scan.digits(4, 4)?;
    scan.gap(2)?;
    let month = scan.digits(1, 2)?;
    scan.gap(2)?;
    let day = scan.digits(1, 2)?;
    let day = format!("{year}-{month:0>2}-{day:0>2}");
    Some(Stamp { day, minute: scan.clock() })
}

struct Scan<'a> {
    chars: &'a [char],
    at: usize,
}

impl Scan<'_> {
    fn run(&self, most: usize, wanted: impl Fn(&char) -> bool) -> usize {
        self.chars.iter().skip(self.at).take(most).take_while(|c| wanted(c)).count()
    }

    /// As many digits as stand here, at most `most`.
    fn digits(&mut self, least: usize, most: usize) -> Option<String> {
        let length = self.run(most, char::is_ascii_digit);
        let digits = self.chars.get(self.at..self.at + length)?.iter().collect();
        self.at += length;
        (length >= least).then_some(digits)
    }

    /// From one to `most` characters that are no digits.
    fn gap(&mut self, most: usize) -> Option<()> {
        let length = self.run(most, |c| !c.is_ascii_digit());
        self.at += length;
        (length > 0).then_some(())
    }

    fn clock(mut self) -> Option<String> {
        self.gap(3)?;
        let hour = self.digits(1, 2)?;
        self.gap(1)?;
        let minute = self.digits(2, 2)?;
        Some(format!("{hour:0>2}:{minute}"))
    }
}
