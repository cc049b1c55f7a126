//! Room for what waits for its turn, in bytes: a few pages may have articles as large as themselves.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// Bytes that may wait. Of usual pages all that can wait has less.
const MOST: usize = 48 << 20;

#[derive(Default)]
pub(crate) struct Room {
    taken: Mutex<Taken>,
    changed: Condvar,
}

#[derive(Default)]
struct Taken {
    bytes: usize,
    /// Whose turn it is.
    turn: u64,
    /// True where nobody need wait any more.
    is_over: bool,
}

impl Room {
    fn taken(&self) -> MutexGuard<'_, Taken> {
        self.taken.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until there is room for `bytes`, or it is the turn of `nth`, which is waited for by all others.
    pub(crate) fn take(&self, nth: u64, bytes: usize) {
        let full = |taken: &mut Taken| !taken.is_over && taken.turn != nth && taken.bytes + bytes > MOST;
        let mut taken = self.changed.wait_while(self.taken(), full).unwrap_or_else(PoisonError::into_inner);
        taken.bytes += bytes;
    }

    /// Gives back the room of `nth`: the next is waited for now.
    pub(crate) fn give_back(&self, nth: u64, bytes: usize) {
        let mut taken = self.taken();
        taken.bytes = taken.bytes.saturating_sub(bytes);
        taken.turn = nth + 1;
        drop(taken);
        self.changed.notify_all();
    }

    /// Nobody waits any more.
    pub(crate) fn end(&self) {
        self.taken().is_over = true;
        self.changed.notify_all();
    }
}
