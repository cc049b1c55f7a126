//! From a page's blocks to its body: features → score → which article → home (HTML) or walk (dumps) →
//! standing → trim → paragraphs.

pub(crate) mod shape;
pub(crate) mod ranges;
pub(crate) mod tail;
pub(crate) mod places;
pub(crate) mod feature;
pub(crate) mod features;
mod surroundings;
pub(crate) mod weights;
pub(crate) mod score;
pub(crate) mod known;
pub(crate) mod shown;
pub(crate) mod wording;
pub(crate) mod articles;
mod part;
mod elements;
pub(crate) mod home;
pub(crate) mod units;
pub(crate) mod standing;
pub(crate) mod walk;
pub(crate) mod trim;
pub(crate) mod ruled;
pub(crate) mod refrains;
mod copies;
mod numbered;
mod signature;
mod captions;
pub(crate) mod verdict;
pub(crate) mod paragraphs;
mod rows;
#[cfg(feature = "serde")]
pub(crate) mod measures;
