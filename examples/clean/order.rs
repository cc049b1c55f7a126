//! Things in, what became of them out in the same order, made by several threads.
//!
//! `crossbeam-channel` has the queue that several threads take from. Rayon's `par_bridge` keeps no order, and its
//! parallel iterators over a list need all of it first.

use crossbeam_channel::{Receiver, Sender, bounded};
use std::any::Any;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread;

/// What waits for its turn, for each thread: enough that a page which takes long keeps the others busy.
const WAITING: usize = 8;

/// Hands everything that `produce` finds to `work` in `jobs` threads, and what comes of it to `consume`, in order.
/// No more than a few things for each thread are on their way at once.
pub(crate) fn in_order<T: Send, D: Send>(
    jobs: usize,
    produce: impl FnOnce(&mut dyn FnMut(T) -> ControlFlow<()>) + Send,
    work: impl Fn(T) -> D + Sync,
    mut consume: impl FnMut(D) -> ControlFlow<()>,
) {
    thread::scope(|scope| {
        let (orders, queue) = bounded::<(T, Sender<D>)>(1);
        let (places, line) = bounded::<Receiver<D>>(jobs * WAITING);
        for _ in 0..jobs {
            let (queue, work) = (queue.clone(), &work);
            scope.spawn(move || {
                for (thing, done) in queue {
                    // Nobody takes it where the output has ended.
                    let _ = done.send(work(thing));
                }
            });
        }
        drop(queue);
        scope.spawn(move || {
            produce(&mut |thing| {
                let (done, place) = bounded(1);
                if places.send(place).is_err() || orders.send((thing, done)).is_err() {
                    return ControlFlow::Break(());
                }
                ControlFlow::Continue(())
            });
        });
        for place in line {
            let Ok(done) = place.recv() else { break };
            if consume(done).is_break() {
                break;
            }
        }
    });
}

/// What `work` makes. What it changes must be whole wherever it may end.
///
/// # Errors
/// Its panic, in words: what one thing among many does to it must not end the others.
pub(crate) fn caught<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|panic| format!("panicked: {}", said(&*panic)))
}

fn said(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<&str>().copied();
    text.or_else(|| panic.downcast_ref::<String>().map(String::as_str)).unwrap_or("of something")
}
