//! What a server was asked, in order, and when it answered.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

#[derive(Debug, Clone, Default)]
pub(crate) struct Record(Arc<Mutex<Vec<Request>>>);

#[derive(Debug, Clone)]
pub(crate) struct Request {
    pub(crate) path: String,
    pub(crate) began: Instant,
    /// None while it is under way.
    pub(crate) ended: Option<Instant>,
}

/// A request under way. It ends where this is dropped: with the answer, or when who asked has gone.
pub(crate) struct UnderWay(Record, usize);

impl Record {
    pub(crate) fn begin(&self, path: &str) -> UnderWay {
        let mut requests = self.lock();
        requests.push(Request { path: path.to_owned(), began: Instant::now(), ended: None });
        UnderWay(self.clone(), requests.len() - 1)
    }

    pub(crate) fn requests(&self) -> Vec<Request> {
        self.lock().clone()
    }

    fn lock(&self) -> MutexGuard<'_, Vec<Request>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for UnderWay {
    fn drop(&mut self) {
        let now = Instant::now();
        if let Some(request) = self.0.lock().get_mut(self.1) {
            request.ended = Some(now);
        }
    }
}
