//! One reading of a line: what it says of source, people and times, and whether it is fields alone or a row of them.

pub(crate) mod time;
pub(crate) mod marked;
pub(crate) mod tokens;
mod roles;
pub(crate) mod names;
mod list;
pub(crate) mod forms;
pub(crate) mod credits;
pub(crate) mod value;
pub(crate) mod reading;
