//! Names in, whether another may be one of them out: most are told apart by their ends and length alone.

/// Some names. May say yes to others, never no to one of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct NameSet([u64; WORDS]);

const WORDS: usize = 16;

impl NameSet {
    pub(crate) fn insert(&mut self, name: &[u8]) {
        let (word, bit) = place(name);
        self.0[word] |= bit;
    }

    pub(crate) fn may_have(&self, name: &[u8]) -> bool {
        let (word, bit) = place(name);
        self.0[word] & bit != 0
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0 == [0; WORDS]
    }
}

fn place(name: &[u8]) -> (usize, u64) {
    let end = |at: Option<&u8>| usize::from(at.copied().unwrap_or(0));
    let middle = end(name.get(name.len() / 2));
    let sum = name.len().wrapping_mul(37)
        ^ end(name.first()).wrapping_mul(5)
        ^ end(name.last()).wrapping_mul(113)
        ^ middle.wrapping_mul(17);
    (sum / 64 % WORDS, 1 << (sum % 64))
}

#[cfg(test)]
mod tests {
    use super::NameSet;

    #[test]
    fn no_name_that_was_put_in_is_denied() {
        let mut set = NameSet::default();
        assert!(set.is_empty());
        let names = ["a", "", "hidden", "sr-only", "md:block", "文"];
        for name in names {
            set.insert(name.as_bytes());
        }
        assert!(names.iter().all(|name| set.may_have(name.as_bytes())));
        let others = (0..1000).filter(|n| set.may_have(format!("name-{n}").as_bytes())).count();
        assert!(others < 100, "{others}");
    }
}
