//! A site's address in, its articles out as JSON Lines: robots.txt is kept, pages 1 to N of an article are joined, and
//! a report says what was fetched, cleaned, joined and refused.

mod refusal;
mod body;
mod base;
mod robots;
mod frontier;
mod head;
mod join;
mod report;
mod crawl;
mod engine;
mod options;
mod output;

use crate::crawl::Crawl;
use crate::engine::Manners;
use crate::frontier::Frontier;
use crate::join::Whole;
use crate::options::{Engine, Options};
use crate::report::Report;
use crate::robots::Robots;
use clap::Parser;
use std::error::Error;
use std::io::Write;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;
use zhengwen::jiff::Timestamp;
use zhengwen::jiff::civil::DateTime;
use zhengwen::{CHINA, Cleaner};

#[tokio::main]
async fn main() -> ExitCode {
    match run(Options::parse()).await {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "{error}");
            ExitCode::FAILURE
        }
    }
}

/// True if the start was fetched.
async fn run(options: Options) -> Result<bool, Box<dyn Error>> {
    let (wholes, report) = crawled(&options).await?;
    output::articles(&wholes, options.output.as_deref())?;
    output::report(&report, options.report.as_deref())?;
    Ok(!report.fetched.is_empty())
}

async fn crawled(options: &Options) -> Result<(Vec<Whole>, Report), Box<dyn Error>> {
    let client = engine::reqwest::client(options.manners(None))?;
    let robots = Robots::fetch(&client, &options.start).await;
    let manners = options.manners(robots.delay());
    let cleaner = (!options.no_clean).then(|| Cleaner::builder().max_bytes(options.max_bytes).build());
    let frontier = Frontier::new(options.start.clone(), robots, options.limits());
    let crawl = Arc::new(Crawl::new(frontier, cleaner, now()));
    let began = Instant::now();
    tokio::select! {
        () = fetch(&crawl, &client, options, manners) => {}
        _ = tokio::signal::ctrl_c() => {}
    }
    let (wholes, report) = crawl.finish();
    Ok((wholes, Report { seconds: began.elapsed().as_secs_f64(), ..report }))
}

async fn fetch(crawl: &Arc<Crawl>, client: &reqwest::Client, options: &Options, manners: Manners) {
    let Some(start) = crawl.start(options.start.clone()) else { return };
    match options.engine {
        Engine::Spider => engine::spider::run(crawl, &start, manners).await,
        Engine::Reqwest => engine::reqwest::run(crawl, client, start, manners).await,
    }
}

/// In the time of the pages: what 3小时前 is counted from.
fn now() -> DateTime {
    CHINA.to_datetime(Timestamp::now())
}
