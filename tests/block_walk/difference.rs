//! A page in, the first line out in which its blocks differ from those of the naive walk.

use super::naive;
use zhengwen::Cleaner;

/// The texts of the page's blocks, pictures aside.
fn blocks(page: &str) -> Vec<String> {
    let blocks = Cleaner::new().explain_html(page).blocks;
    blocks.into_iter().map(|block| block.text).filter(|text| !text.is_empty()).collect()
}

/// A body, so that none is looked for in a page's data.
const BODY: &str = "<p>南方各地已经进入春耕时节，农民下田插秧，技术人员到田间地头指导。</p>
    <p>当地干部说，今年的雨水比往年来得早，水库蓄水充足，早稻的面积预计比去年多一成。</p>";

/// The first line that only one of the walks has.
fn difference(page: &str) -> Option<String> {
    let (found, expected) = (blocks(page), naive::visible_lines(page));
    let at = found.iter().zip(&expected).take_while(|(a, b)| a == b).count();
    let differ = found.len() != expected.len() || at < found.len();
    differ.then(|| format!("line {at}: {:?}, expected {:?}", found.get(at), expected.get(at)))
}

/// As [`difference`]. A page that shows no body has the blocks of its data, where that has one: such a
/// page is compared with a body put before it.
pub(crate) fn difference_but_for_data(page: &str) -> Option<String> {
    let difference_alone = difference(page)?;
    if page.contains("<script") { difference(&[BODY, page].concat()) } else { Some(difference_alone) }
}
