//! Parts of a body: [`Block`], [`Image`], [`Cell`].

use super::text::Text;

/// A part of the body.
///
/// ```
/// use zhengwen::{Block, clean};
///
/// let article = clean("<h1>春耕开始</h1><p>南方各地已经进入春耕时节，农民下田插秧，农技人员到田间地头指导。</p><h2>秧苗长势</h2><p>今年的秧苗长势良好，预计月底可以完成全部插秧任务。</p>");
/// for block in &article.body {
///     match block {
///         Block::Paragraph(text) => assert!(text.ends_with('。')),
///         Block::Heading { level, text } => assert_eq!((*level, text.as_str()), (2, "秧苗长势")),
///         _ => {}
///     }
/// }
/// assert_eq!(article.body.len(), 3);
/// ```
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(description = "A part of the body."))]
#[cfg_attr(feature = "serde", serde(tag = "type", rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Block {
    /// Running text.
    Paragraph(Text),
    /// A sub-heading.
    Heading {
        /// Its rank, 1 to 6, as in `<h1>` to `<h6>`.
        level: u8,
        /// Its text.
        #[cfg_attr(feature = "serde", serde(flatten))]
        text: Text,
    },
    /// A paragraph of an item of a list.
    ListItem {
        /// How deep its list is nested: 1 for one that stands in no other.
        level: u8,
        /// What stands before it.
        marker: Marker,
        /// Its text.
        #[cfg_attr(feature = "serde", serde(flatten))]
        text: Text,
    },
    /// A paragraph of a quotation set off from the text.
    Quote {
        /// Its text.
        #[cfg_attr(feature = "serde", serde(flatten))]
        text: Text,
        /// Where it is from, as `<cite>` or `<footer>` in it say.
        source: Option<String>,
        /// The address of where it is from: its `cite` attribute.
        cite: Option<String>,
    },
    /// A row of a table, its empty cells too.
    TableRow(
        #[cfg_attr(feature = "serde", serde(with = "super::json::cells"))]
        #[cfg_attr(feature = "schema", schemars(with = "super::json::cells::Cells"))]
        Vec<Cell>,
    ),
    /// Lines of a program, set apart by line feeds, each as far in as the page sets it; other white space is collapsed as in all text.
    Code(
        #[cfg_attr(feature = "serde", serde(with = "super::json::lines"))]
        #[cfg_attr(feature = "schema", schemars(with = "super::json::lines::Lines"))]
        String,
    ),
    /// A picture with its caption.
    Image(Image),
    /// A video or audio recording.
    Media {
        /// Which of the two.
        kind: MediaKind,
        /// Its address as the page gives it.
        src: String,
        /// The address of the picture shown until it plays.
        poster: Option<String>,
        /// The caption, with its credit.
        caption: Option<String>,
    },
}

/// What stands before a paragraph of a list.
///
/// ```
/// use zhengwen::{Block, Marker, clean};
///
/// let article = clean("<title>春耕开始</title><h1>春耕开始</h1><p>南方各地已经进入春耕时节，农技人员到田间地头指导，他们提醒大家：</p><ol start=3><li>插秧以前要把田里的水放浅，秧苗才站得稳。</li></ol><p>今年的秧苗长势良好，预计月底可以完成全部插秧任务。</p>");
/// let Block::ListItem { level, marker, text } = &article.body[1] else { panic!("an item") };
/// assert_eq!((*level, *marker), (1, Marker::Number(3)));
/// assert!(text.starts_with("插秧以前"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(description = "What stands before a paragraph of a list."))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Marker {
    /// The item's, in a list without numbers.
    #[default]
    Bullet,
    /// The item's number, as its list counts.
    Number(i32),
    /// None: it goes on the item above it.
    Continued,
}

/// A cell of a table.
///
/// ```
/// use zhengwen::Cell;
///
/// let cell = Cell::from("水稻");
/// assert_eq!((cell.text.as_str(), cell.is_header, cell.colspan, cell.rowspan), ("水稻", false, 1, 1));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(description = "A cell of a table."))]
#[cfg_attr(feature = "serde", serde(default))]
#[non_exhaustive]
pub struct Cell {
    /// What stands in it; its lines are set apart by a space.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub text: Text,
    /// It heads a row or column: `<th>`.
    pub is_header: bool,
    /// Columns that it spans, 1 to 1,000.
    pub colspan: u16,
    /// Rows that it spans, at least 1.
    pub rowspan: u16,
}

impl Default for Cell {
    fn default() -> Self {
        Self { text: Text::default(), is_header: false, colspan: 1, rowspan: 1 }
    }
}

impl<T: Into<Text>> From<T> for Cell {
    fn from(text: T) -> Self {
        Self { text: text.into(), ..Self::default() }
    }
}

/// What a recording is.
///
/// ```
/// use zhengwen::{Block, MediaKind, clean};
///
/// let article = clean("<h1>春耕开始</h1><p>南方各地已经进入春耕时节，农民下田插秧，农技人员到田间地头指导。</p><video src=/chungeng.mp4></video><p>今年的秧苗长势良好，预计月底可以完成全部插秧任务。</p>");
/// let Block::Media { kind, src, .. } = &article.body[1] else { panic!("a recording") };
/// assert_eq!((*kind, src.as_str()), (MediaKind::Video, "/chungeng.mp4"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(description = "What a recording is."))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum MediaKind {
    /// Moving pictures.
    Video,
    /// Sound alone.
    Audio,
}

impl MediaKind {
    /// The name used in JSON, in lower case.
    ///
    /// ```
    /// assert_eq!(zhengwen::MediaKind::Audio.as_str(), "audio");
    /// ```
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Video => "video",
            Self::Audio => "audio",
        }
    }
}

/// A picture in the body.
///
/// ```
/// let article = zhengwen::clean("<h1>春耕开始</h1><p>南方各地已经进入春耕时节，农民下田插秧，农技人员到田间地头指导。</p><img src=/tian.jpg alt=稻田><p>今年的秧苗长势良好，预计月底可以完成全部插秧任务。</p>");
/// let image = article.images().next().expect("a picture");
/// assert_eq!((image.src.as_str(), image.alt.as_deref(), &image.caption), ("/tian.jpg", Some("稻田"), &None));
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(description = "A picture in the body."))]
#[cfg_attr(feature = "serde", serde(default))]
#[non_exhaustive]
pub struct Image {
    /// Its address, of lazily loaded pictures the real one: absolute where the page's own is
    /// [given](crate::SavedPage::url) or declared, else as it is written.
    pub src: String,
    /// The `alt` text.
    pub alt: Option<String>,
    /// The caption, with its credit.
    pub caption: Option<String>,
    /// Whose picture the caption says it is: `新村社记者 张三`.
    pub credit: Option<String>,
}

impl Block {
    /// The texts that may have spans.
    pub(super) fn texts(&self) -> impl Iterator<Item = &Text> {
        let (one, cells) = match self {
            Self::Paragraph(text)
            | Self::ListItem { text, .. }
            | Self::Heading { text, .. }
            | Self::Quote { text, .. } => (Some(text), &[][..]),
            Self::TableRow(cells) => (None, cells.as_slice()),
            Self::Code(_) | Self::Image(_) | Self::Media { .. } => (None, &[][..]),
        };
        one.into_iter().chain(cells.iter().map(|cell| &cell.text))
    }

    /// Puts other addresses in place of those of its links, and of its source; without one a link is none.
    pub(crate) fn replace_addresses(&mut self, replace: impl Fn(&str) -> Option<String>) {
        match self {
            Self::Paragraph(text) | Self::ListItem { text, .. } | Self::Heading { text, .. } => {
                text.replace_addresses(&replace);
            }
            Self::Quote { text, cite, .. } => {
                text.replace_addresses(&replace);
                *cite = cite.as_deref().and_then(replace);
            }
            Self::TableRow(cells) => {
                for cell in cells {
                    cell.text.replace_addresses(&replace);
                }
            }
            Self::Code(_) | Self::Image(_) | Self::Media { .. } => {}
        }
    }

    /// Its text, captions aside; the cells of a table row that have text are set apart by tabs.
    ///
    /// ```
    /// let row = zhengwen::Block::TableRow(vec!["水稻".into(), "".into(), "300亩".into()]);
    /// assert_eq!(row.text(), "水稻\t300亩");
    /// ```
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Paragraph(text)
            | Self::ListItem { text, .. }
            | Self::Quote { text, .. }
            | Self::Heading { text, .. } => text.to_string(),
            Self::TableRow(cells) => {
                let texts: Vec<&str> =
                    cells.iter().map(|cell| cell.text.as_str()).filter(|text| !text.is_empty()).collect();
                texts.join("\t")
            }
            Self::Code(lines) => lines.clone(),
            Self::Image(_) | Self::Media { .. } => String::new(),
        }
    }
}
