//! JSON or JavaScript in, its string literals out, in order, escapes resolved. No reader of JSON: pages break it.

/// A string literal of a script, escapes resolved.
pub(crate) struct Literal {
    pub(crate) value: String,
    /// A colon follows: it names the next value.
    pub(crate) is_key: bool,
    pub(crate) place: Place,
}

/// Where a literal stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    /// Brackets around it.
    pub(crate) depth: usize,
    /// The number of the list of texts that it is an item of: `["一", null, "二"]`.
    pub(crate) list: Option<u32>,
}

/// The string literals of JSON or JavaScript, in order. A stray quote in a comment or regular
/// expression can only hide or mangle strings: every character is read once.
pub(crate) struct Literals<'a> {
    rest: std::iter::Peekable<std::str::Chars<'a>>,
    /// An unquoted name read before a colon: `content: "…"`.
    name: String,
    /// The brackets that are open, each with the number of the list that it opens, if it is one.
    open: Vec<Option<u32>>,
    /// Lists so far.
    lists: u32,
    /// The last character outside of literals, blanks aside.
    before: char,
}

impl<'a> Literals<'a> {
    pub(crate) fn new(source: &'a str) -> Self {
        Self { rest: source.chars().peekable(), name: String::new(), open: Vec::new(), lists: 0, before: ' ' }
    }

    fn read(&mut self, quote: char) -> String {
        let mut value = String::new();
        while let Some(c) = self.rest.next() {
            match c {
                '\\' => self.escape(&mut value),
                // Before a line feed: a page's line ends are read as written.
                '\r' => {}
                c if c == quote => break,
                // A quote that never closes ends with its line, as in JavaScript.
                '\n' if quote != '`' => break,
                c => value.push(c),
            }
        }
        value
    }

    fn escape(&mut self, value: &mut String) {
        match self.rest.next() {
            Some('n') => value.push('\n'),
            Some('t') => value.push('\t'),
            Some('r' | 'b' | 'f' | 'v' | '\n') | None => {}
            Some('\r') => {
                self.rest.next_if_eq(&'\n');
            }
            Some('u') => value.extend(self.unicode_escape()),
            Some('x') => value.extend(self.hex(2).and_then(char::from_u32)),
            Some(c) => value.push(c),
        }
    }

    /// `\uXXXX`, two of them where they are a surrogate pair.
    fn unicode_escape(&mut self) -> Option<char> {
        let first = self.hex(4)?;
        if !(0xD800..0xDC00).contains(&first) {
            return char::from_u32(first);
        }
        self.rest.next_if_eq(&'\\')?;
        self.rest.next_if_eq(&'u')?;
        let second = self.hex(4)?;
        if !(0xDC00..0xE000).contains(&second) {
            return None;
        }
        char::from_u32(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
    }

    fn hex(&mut self, digits: usize) -> Option<u32> {
        let mut value = 0;
        for _ in 0..digits {
            value = value * 16 + self.rest.next_if(char::is_ascii_hexdigit)?.to_digit(16)?;
        }
        Some(value)
    }

    /// The quote that opens the next part of a string put together with `+`, passed.
    fn goes_on(&mut self) -> Option<char> {
        self.rest.next_if_eq(&'+')?;
        self.skip_blanks();
        self.rest.next_if(|c| matches!(c, '"' | '\'' | '`'))
    }

    fn place(&self) -> Place {
        let list = self.open.last().copied().flatten().filter(|_| matches!(self.before, '[' | ','));
        Place { depth: self.open.len(), list }
    }

    /// Notes a bracket. A list whose first item is a list or an object is none of texts: pages write all their state
    /// as one.
    fn bracket(&mut self, c: char) {
        if let (true, Some(list)) = (matches!(c, '[' | '{' | '(') && self.before == '[', self.open.last_mut())
        {
            *list = None;
        }
        match c {
            '[' => {
                self.lists += 1;
                self.open.push(Some(self.lists));
            }
            '{' | '(' => self.open.push(None),
            ']' | '}' | ')' => {
                self.open.pop();
            }
            _ => {}
        }
    }

    fn skip_blanks(&mut self) {
        while self.rest.next_if(|c| c.is_whitespace()).is_some() {}
    }
}

impl Iterator for Literals<'_> {
    type Item = Literal;

    fn next(&mut self) -> Option<Literal> {
        loop {
            match self.rest.next()? {
                quote @ ('"' | '\'' | '`') => {
                    let mut value = self.read(quote);
                    self.skip_blanks();
                    while let Some(quote) = self.goes_on() {
                        value += &self.read(quote);
                        self.skip_blanks();
                    }
                    self.name.clear();
                    let place = self.place();
                    self.before = quote;
                    return Some(Literal { value, is_key: self.rest.peek() == Some(&':'), place });
                }
                ':' | '=' if !self.name.is_empty() => {
                    self.before = ':';
                    let value = std::mem::take(&mut self.name);
                    return Some(Literal { value, is_key: true, place: self.place() });
                }
                c if c.is_whitespace() => {}
                c => {
                    self.bracket(c);
                    self.before = c;
                    if c.is_alphanumeric() || c == '_' || c == '$' {
                        self.name.push(c);
                    } else {
                        self.name.clear();
                    }
                }
            }
        }
    }
}
