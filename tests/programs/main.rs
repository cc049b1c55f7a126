//! The example program `clean` as people run it: what it reads, in which order it writes, how it ends.

mod program;
mod written;
mod containers;
mod endings;
mod folders;
mod forms;
mod explaining;
mod measuring;
