//! Serves the portal of the tests until it is stopped, and prints its address: for trying the crawler, and measuring.

#[path = "../tests/portal/mod.rs"]
#[expect(dead_code, unused_imports, reason = "what the tests ask of it besides")]
mod portal;

use std::io::Write;

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let portal = portal::Portal::serve(Ok(portal::ROBOTS)).await?;
    writeln!(std::io::stdout(), "{}", portal.at("/"))?;
    tokio::signal::ctrl_c().await
}
