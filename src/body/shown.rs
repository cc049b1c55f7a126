//! A page in, what its reader comes to see of it out: without what is hidden, with what a script opens.
//!
//! Opened is the rest of a text behind 展开全文, the pages of one text that are shown one at a time, and what fades in
//! when it is scrolled to. Told by shape: by what stands beside it.

use crate::lexicon::{self, Category};
use crate::page::{Hiding, Page, Tag, TextBlock};
use crate::text::punctuation::is_sentence_mark;
use crate::work::{Part, look};
use foldhash::{HashMap, HashMapExt, HashSet};

/// A page whose visible blocks are all shorter shows nothing to read, in characters.
const LINE_CHARS: usize = 20;
/// Longest prompt that opens what stands beside it, in characters: `点击展开剩余全文内容`.
const PROMPT_CHARS: usize = 20;
/// Elements around a paragraph that may be a page of the text.
const PAGE_DEPTH: usize = 4;

/// The page without hidden blocks but those that come to be seen; all of it where nothing else shows a line of text:
/// saved pages of messaging apps hide the body until a script runs.
pub(crate) fn visible(mut page: Page) -> Page {
    if !page.blocks.iter().any(|block| !block.hidden && is_prose(block)) {
        return page;
    }
    if page.blocks.iter().any(|block| block.hidden && is_prose(block)) {
        open(&mut page);
    }
    put_aside(&mut page);
    page
}

/// True where something to read does not show.
pub(crate) fn hides_prose(page: &Page) -> bool {
    page.aside.iter().any(|(_, block)| is_prose(block))
}

/// The page with all that it hides.
pub(crate) fn whole(page: &Page) -> Page {
    let mut all = Page::new(page.form);
    (all.containers, all.head) = (page.containers.clone(), page.head.clone());
    (all.targets, all.cells, all.quotes) = (page.targets.clone(), page.cells.clone(), page.quotes.clone());
    let mut places = Vec::with_capacity(page.blocks.len() + 1);
    let mut aside = page.aside.iter().peekable();
    for at in 0..=page.blocks.len() {
        while let Some((_, block)) = aside.next_if(|(before, _)| *before <= at) {
            all.blocks.push(TextBlock { hidden: false, ..block.clone() });
        }
        places.push(all.blocks.len());
        all.blocks.extend(page.blocks.get(at).cloned());
    }
    move_times(&mut all, &places);
    all
}

/// Times name the block behind them: `places` has where each block stands now.
fn move_times(page: &mut Page, places: &[usize]) {
    for (block, _) in &mut page.head.times {
        *block = places.get(*block).copied().unwrap_or(usize::MAX);
    }
}

/// A line with a mark in it.
fn is_prose(block: &TextBlock) -> bool {
    block.text.len() >= LINE_CHARS
        && block.text.chars().count() >= LINE_CHARS
        && block.text.chars().any(|c| is_sentence_mark(c) || matches!(c, '\u{FF0C}' | ','))
}

fn put_aside(page: &mut Page) {
    if page.blocks.iter().all(|block| !block.hidden) {
        return;
    }
    let mut shown = 0;
    let mut places = Vec::with_capacity(page.blocks.len());
    let blocks = std::mem::take(&mut page.blocks);
    for block in blocks {
        places.push(shown);
        if block.hidden {
            page.aside.push((shown, block));
        } else {
            shown += 1;
            page.blocks.push(block);
        }
    }
    move_times(page, &places);
}

/// Shows the hidden elements that come to be seen.
fn open(page: &mut Page) {
    let (hidden, beside, prompts) = (Hidden::of(page), Beside::of(page), Prompts::of(page));
    let opens = |element: usize, blocks: (usize, usize)| {
        let container = &page.containers[element];
        let is_faded = container.hiding == Some(Hiding::Faded);
        is_faded && beside.of_tag.contains(&(container.parent, container.tag))
            || container.is_named && beside.of_class.contains(&(container.parent, container.signature))
            || prompts.ask_for(blocks, container.parent)
    };
    let opened = hidden.blocks.iter().filter(|&(&element, &blocks)| opens(element, blocks));
    let opened: HashSet<usize> = opened.map(|(&element, _)| element).collect();
    for block in &mut page.blocks {
        block.hidden &= !opened.contains(&hidden.around[block.container]);
    }
}

/// The elements that hide something, with what stands in them.
struct Hidden {
    /// For each container the outermost hidden element around it; 0 where there is none, and where another one is
    /// between.
    around: Vec<usize>,
    /// For each such element the first and the last of its blocks.
    blocks: HashMap<usize, (usize, usize)>,
}

impl Hidden {
    fn of(page: &Page) -> Self {
        let mut outermost = vec![0; page.containers.len()];
        let mut around = vec![0; page.containers.len()];
        // A container comes after its parent.
        for (at, container) in page.containers.iter().enumerate().skip(1) {
            let (outer, inner) = (outermost[container.parent], around[container.parent]);
            (outermost[at], around[at]) = match container.hiding {
                Some(_) if outer == 0 => (at, at),
                Some(_) => (outer, 0),
                None => (outer, inner),
            };
        }
        look(Part::Containers, page.containers.len());
        let mut blocks = HashMap::new();
        for (at, block) in page.blocks.iter().enumerate() {
            let element = around[block.container];
            if element != 0 {
                blocks.entry(element).or_insert((at, at)).1 = at;
            }
        }
        Self { around, blocks }
    }
}

/// What may ask to open a hidden element: the text or the button next to it.
struct Prompts<'a> {
    page: &'a Page,
    /// For each block and for the page's end the nearest block before it that is no picture, if any.
    before: Vec<Option<usize>>,
    /// The same behind it, itself included.
    from: Vec<Option<usize>>,
    /// Buttons, each with the number of blocks before it and the container around it, in order.
    buttons: Vec<(usize, usize)>,
}

impl<'a> Prompts<'a> {
    fn of(page: &'a Page) -> Self {
        let end = page.blocks.len();
        look(Part::Containers, 2 * end + page.prompts.len());
        let (mut before, mut from) = (vec![None; end + 1], vec![None; end + 1]);
        for (at, block) in page.blocks.iter().enumerate() {
            before[at + 1] = if block.is_image() { before[at] } else { Some(at) };
        }
        for (at, block) in page.blocks.iter().enumerate().rev() {
            from[at] = if block.is_image() { from[at + 1] } else { Some(at) };
        }
        let mut buttons = page.prompts.clone();
        buttons.sort_unstable();
        Self { page, before, from, buttons }
    }

    /// True where a prompt right above or below the blocks from `first` to `last`, and near `parent`, asks to open
    /// what holds them.
    fn ask_for(&self, (first, last): (usize, usize), parent: usize) -> bool {
        let texts = [self.before[first], self.from[last + 1]];
        texts.into_iter().flatten().any(|at| self.asks(at, parent))
            || [first, last + 1].into_iter().any(|at| self.has_button(at, parent))
    }

    fn asks(&self, at: usize, parent: usize) -> bool {
        let block = &self.page.blocks[at];
        look(Part::Text, PROMPT_CHARS);
        !block.hidden
            && block.text.chars().nth(PROMPT_CHARS).is_none()
            && lexicon::find(&block.text).has(Category::Continue)
            && is_near(self.page, block.container, parent)
    }

    fn has_button(&self, at: usize, parent: usize) -> bool {
        let first = self.buttons.partition_point(|(before, _)| *before < at);
        let here = self.buttons[first..].iter().take_while(|(before, _)| *before == at);
        here.inspect(|_| look(Part::Containers, PAGE_DEPTH))
            .any(|&(_, container)| is_near(self.page, container, parent))
    }
}

/// True where `parent` is a few elements around `container`, or it itself.
fn is_near(page: &Page, container: usize, parent: usize) -> bool {
    let around = std::iter::successors(Some(container), |&at| (at != 0).then(|| page.containers[at].parent));
    around.take(PAGE_DEPTH).any(|at| at == parent)
}

/// What stands in the same element as prose that shows, by the parent.
#[derive(Default)]
struct Beside {
    of_class: HashSet<(usize, u32)>,
    of_tag: HashSet<(usize, Tag)>,
}

impl Beside {
    fn of(page: &Page) -> Self {
        let mut beside = Self::default();
        for block in page.blocks.iter().filter(|block| !block.hidden && is_prose(block)) {
            let mut at = block.container;
            for _ in 0..PAGE_DEPTH {
                let container = &page.containers[at];
                if at == 0 || !beside.of_class.insert((container.parent, container.signature)) {
                    break;
                }
                beside.of_tag.insert((container.parent, container.tag));
                at = container.parent;
            }
        }
        beside
    }
}
