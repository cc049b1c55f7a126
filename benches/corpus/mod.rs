//! The saved pages of a corpus beside the project, as text; none where there is none.

use std::path::Path;

/// The decoded files of a folder of the corpus, in the order of their names.
pub(crate) fn pages(folder: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpus/dev").join(folder);
    let files = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<_> = files.map(|file| file.path()).collect();
    paths.sort();
    let page = |bytes: Vec<u8>| Some(zhengwen::decode(&bytes, None).ok()?.text.into_owned());
    paths.iter().filter_map(|path| page(std::fs::read(path).ok()?)).collect()
}
