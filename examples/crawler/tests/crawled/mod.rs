//! The program run over a portal, and what it printed.

use crate::portal::Portal;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::Command;

/// What a crawl printed, and what its report says.
pub(crate) struct Crawled {
    pub(crate) success: bool,
    pub(crate) lines: Vec<Value>,
    pub(crate) report: Value,
}

pub(crate) async fn crawl(engine: &str, portal: &Portal, options: &[&str]) -> Crawled {
    crawl_from("/", engine, portal, options).await
}

pub(crate) async fn crawl_from(start: &str, engine: &str, portal: &Portal, options: &[&str]) -> Crawled {
    let port = portal.at("").rsplit_once(':').unwrap().1.to_owned();
    let report = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{engine}-{port}.json"));
    let mut command = Command::new(env!("CARGO_BIN_EXE_zhengwen-crawler"));
    command.args(["--engine", engine, "--report"]).arg(&report).args(options).arg(portal.at(start));
    let output = tokio::task::spawn_blocking(move || command.output()).await.unwrap().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    let lines = String::from_utf8(output.stdout).unwrap();
    let lines = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let report = serde_json::from_slice(&std::fs::read(&report).unwrap()).unwrap();
    Crawled { success: output.status.success(), lines, report }
}

impl Crawled {
    /// The paths in a list of the report.
    pub(crate) fn paths(&self, list: &str) -> Vec<String> {
        self.report[list].as_array().unwrap().iter().map(|row| path(&row["address"])).collect()
    }

    pub(crate) fn reasons(&self) -> BTreeMap<String, String> {
        let refused = self.report["refused"].as_array().unwrap();
        refused
            .iter()
            .map(|row| (path(&row["address"]), row["reason"].as_str().unwrap().to_owned()))
            .collect()
    }

    pub(crate) fn line(&self, at: &str) -> &Value {
        self.lines.iter().find(|line| path(&line["id"]) == at).unwrap()
    }

    /// The report, for who reads what the test prints.
    pub(crate) fn print(&self, engine: &str) {
        println!("\nengine {engine}");
        for (list, fields) in [
            ("fetched", ["bytes", ""]),
            ("redirected", ["to", ""]),
            ("cleaned", ["title", "confidence"]),
            ("joined", ["pages", ""]),
            ("refused", ["reason", ""]),
        ] {
            let rows = self.report[list].as_array().unwrap();
            println!("{list}: {}", rows.len());
            for row in rows {
                let told = fields.map(|field| row.get(field).map_or(String::new(), ToString::to_string));
                println!("  {}  {}", path(&row["address"]), told.join("  "));
            }
        }
    }
}

/// Of an address its path and query.
pub(crate) fn path(address: &Value) -> String {
    let address = url::Url::parse(address.as_str().unwrap()).unwrap();
    address[url::Position::BeforePath..].to_owned()
}
