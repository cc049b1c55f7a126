//! Room for what waits for its turn, in bytes: a few pages may have articles as large as themselves.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

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

    /// What ends the room where the thread that holds it panics: nobody else would.
    pub(crate) fn guard(&self) -> Guard<'_> {
        Guard(self)
    }

    /// Nobody waits any more.
    pub(crate) fn end(&self) {
        self.taken().is_over = true;
        self.changed.notify_all();
    }
}

pub(crate) struct Guard<'a>(&'a Room);

impl Drop for Guard<'_> {
    fn drop(&mut self) {
        if thread::panicking() {
            self.0.end();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::{Arc, mpsc};
    use std::time::Duration;

    #[test]
    fn nobody_waits_for_a_thread_that_panicked() {
        let room = Arc::new(Room::default());
        room.take(0, MOST);
        let (ended, end) = mpsc::channel();
        let waiting = Arc::clone(&room);
        thread::spawn(move || {
            waiting.take(1, 1);
            ended.send(())
        });
        let writer = thread::spawn(move || {
            let _guard = room.guard();
            panic!("a row that cannot be written");
        });
        assert!(writer.join().is_err());
        assert_eq!(end.recv_timeout(Duration::from_secs(60)), Ok(()));
    }
}
