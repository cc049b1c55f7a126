//! Rules for sites, from a file.

use std::fs;
use zhengwen::Rules;

/// # Errors
/// A file that cannot be read, or everything that is wrong in it, a line each.
pub(crate) fn rules(path: &str) -> Result<Rules, String> {
    let text = fs::read_to_string(path).map_err(|error| error.to_string())?;
    text.parse::<Rules>().map_err(|error| {
        let told = error.mistakes.iter().map(|mistake| format!("\n  {path}:{mistake}"));
        told.collect::<String>()
    })
}
