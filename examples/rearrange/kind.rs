//! The kinds of rearrangement, by name.

/// How a page is rearranged.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    /// Parsed and written again, nothing else: what the others are measured against.
    Plain,
    /// Groups of two or three paragraphs, each in wrappers of its own.
    Split,
    /// The later part of the paragraphs in a box of another tag and class after their holder, on half of
    /// the pages with an advert between.
    Halves,
    /// Every second group of paragraphs in a wrapper with a class of its own.
    Mixed,
    /// A line 廣告 in a box of its own after every third paragraph.
    Adverts,
    /// Groups in wrappers with an advert between them.
    Splitads,
    /// A picture and a line 图片来源于网络 after every paragraph.
    Credits,
    /// The first paragraph in a box of its own, then time, picture, author and advert, then the rest.
    Lead,
    /// A box of related links in the middle of the body.
    Inset,
    /// Another page's article below: headline, line of time and source, body, editor line.
    Endless,
    /// Another page's article above all else.
    Above,
    /// Another page's article right below the last paragraph, in the same element.
    Samehome,
    /// A list of other articles below, each a linked headline and a summary in full sentences.
    Stream,
    /// Twenty comments below.
    Comments,
    /// A list of forty short items in the middle of the body, part of it.
    List,
    /// A line that announces eight places and their list, each a link, in the middle of the body, part of it.
    Linked,
    /// A table of eight rows and five columns in the middle of the body, part of it.
    Table,
    /// Paragraphs as lines set apart by two `<br>` in one element.
    Breaks,
    /// `<p>` made `<div>`.
    Divs,
    /// No class, id, role or style anywhere; sectioning elements made `<div>`.
    Bare,
    /// The body's lines and nothing else, as another program gives them that cleaned the page.
    Alone,
    /// Sponsored boxes of two full sentences with a link between paragraphs.
    Adbox,
    /// Each paragraph in a section of its own, pictures with captions between.
    Wrappers,
    /// Readers' comments between the first half of the body and the second.
    Talk,
    /// The body in the first cell of a layout table, a list of links in the second.
    Columns,
    /// A poll in the middle of the body: a question and four answers with percents.
    Poll,
    /// A live feed below: items of one sentence with times.
    Feed,
}

impl Kind {
    pub(crate) const ALL: &[Self] = &[
        Self::Plain,
        Self::Split,
        Self::Halves,
        Self::Mixed,
        Self::Adverts,
        Self::Splitads,
        Self::Credits,
        Self::Lead,
        Self::Inset,
        Self::Endless,
        Self::Above,
        Self::Samehome,
        Self::Stream,
        Self::Comments,
        Self::List,
        Self::Linked,
        Self::Table,
        Self::Breaks,
        Self::Divs,
        Self::Bare,
        Self::Alone,
        Self::Adbox,
        Self::Wrappers,
        Self::Talk,
        Self::Columns,
        Self::Poll,
        Self::Feed,
    ];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Split => "split",
            Self::Halves => "halves",
            Self::Mixed => "mixed",
            Self::Adverts => "adverts",
            Self::Splitads => "splitads",
            Self::Credits => "credits",
            Self::Lead => "lead",
            Self::Inset => "inset",
            Self::Endless => "endless",
            Self::Above => "above",
            Self::Samehome => "samehome",
            Self::Stream => "stream",
            Self::Comments => "comments",
            Self::List => "list",
            Self::Linked => "linked",
            Self::Table => "table",
            Self::Breaks => "breaks",
            Self::Divs => "divs",
            Self::Bare => "bare",
            Self::Alone => "alone",
            Self::Adbox => "adbox",
            Self::Wrappers => "wrappers",
            Self::Talk => "talk",
            Self::Columns => "columns",
            Self::Poll => "poll",
            Self::Feed => "feed",
        }
    }

    /// The kind called `name`, or a line that says which there are.
    pub(crate) fn named(name: &str) -> Result<Self, String> {
        let kind = Self::ALL.iter().copied().find(|kind| kind.name() == name);
        let names = || Self::ALL.iter().map(|kind| kind.name()).collect::<Vec<_>>().join(", ");
        kind.ok_or_else(|| format!("no such kind; there are {}", names()))
    }

    /// False where a dump does not say which text is its body: of two articles it names neither.
    pub(crate) fn tells_dumps(self) -> bool {
        self != Self::Above
    }

    /// True where the change is made at paragraphs of the body: a page with too few found lacks them.
    pub(super) fn needs_paragraphs(self) -> bool {
        let around = [Self::Plain, Self::Endless, Self::Above, Self::Stream, Self::Comments, Self::Feed];
        !around.contains(&self) && !matches!(self, Self::Divs | Self::Bare | Self::Alone)
    }
}
