//! Tests that find only when they run that something is not there to look at: they count as ignored, with
//! the reason, and never as passed.

use libtest_mimic::{Arguments, Completion, Trial};

/// What is not there.
#[derive(Debug)]
pub(crate) struct Absent(pub(crate) String);

/// How a test ends that does not panic.
pub(crate) trait Outcome {
    fn looked(self) -> Result<(), Absent>;
}

impl Outcome for () {
    fn looked(self) -> Result<(), Absent> {
        Ok(())
    }
}

impl Outcome for Result<(), Absent> {
    fn looked(self) -> Result<(), Absent> {
        self
    }
}

/// A test by its name.
pub(crate) fn test<O: Outcome + 'static>(name: &str, run: fn() -> O) -> Trial {
    Trial::ignorable_test(name, move || match run().looked() {
        Ok(()) => Ok(Completion::Completed),
        Err(Absent(what)) => Ok(Completion::ignored_with(what)),
    })
}

/// Runs the tests named, each a function of this name.
macro_rules! trials {
    ($($name:ident),+ $(,)?) => {
        fn main() {
            crate::trial::run(vec![$(crate::trial::test(stringify!($name), $name)),+]);
        }
    };
}
pub(crate) use trials;

pub(crate) fn run(tests: Vec<Trial>) {
    libtest_mimic::run(&Arguments::from_args(), tests).exit();
}
