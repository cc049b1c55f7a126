//! The report of `explain --html` in a real browser: its blocks, its filters, its keys, and nothing on the console.

mod trial;
#[allow(dead_code, reason = "of what watches scripts only the browser itself is wanted")]
#[path = "xss/browser.rs"]
mod browser;
#[allow(dead_code, reason = "programs::main uses all of it")]
#[path = "programs/program.rs"]
mod program;
#[allow(dead_code, reason = "programs::main uses all of it")]
#[path = "programs/written.rs"]
mod written;

use program::{program, scratch, write};
use serde_json::Value;
use std::fs;
use trial::Absent;

trial::trials![blocks_filters_and_keys_work];

/// Before the report: what goes wrong.
const WATCH: &str = "<script>var wrong=[];addEventListener('error',e=>wrong.push(e.message));\
    addEventListener('securitypolicyviolation',e=>wrong.push(e.violatedDirective));\
    console.error=console.warn=(...a)=>wrong.push(a.join(' '))</script>";

/// Behind it: what a reader does, and what is then shown.
const READ: &str = "<script>{
const shown = () => document.querySelectorAll('.block:not([hidden])').length;
const key = (key, on = document.activeElement) => on.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true}));
const result = {all: shown(), cells: document.querySelectorAll('#strip a').length};
const chip = document.querySelector('.chip[data-verdict=outside]');
result.outside = Number(chip.querySelector('.count').textContent);
chip.click(); result.without = shown(); result.pressed = chip.getAttribute('aria-pressed');
chip.click(); result.again = shown();
const reason = document.getElementById('reason');
reason.value = reason.options[1].value; reason.dispatchEvent(new Event('change'));
result.reason = shown(); result.of = Number(/\\((\\d+)\\)$/.exec(reason.options[1].textContent)[1]);
key('0', document.body); result.reset = shown();
key('j', document.body); key('j'); key('j'); key('k'); result.here = document.activeElement.id;
key('Enter'); result.open = document.activeElement.querySelector('details').open;
key('1', document.body); result.key = shown();
result.bodies = document.querySelectorAll('.block.v-body').length;
document.querySelectorAll('.chip').forEach(c => { if (c.ariaPressed === 'true') c.click(); });
result.none = document.getElementById('none').hidden;
document.querySelector('#strip a:last-child').click(); result.last = document.activeElement.id; result.all2 = shown();
result.wide = document.documentElement.scrollWidth <= innerWidth;
result.wrong = wrong;
document.documentElement.dataset.result = JSON.stringify(result);
}</script>";

fn blocks_filters_and_keys_work() -> Result<(), Absent> {
    let browser = browser::find()?;
    let folder = scratch("report");
    write(&folder.join("page.html"), written::page(4));
    let report = folder.join("report.html");
    let status = program("explain").arg("--html").arg(&report).arg(folder.join("page.html")).status();
    assert!(status.is_ok_and(|status| status.success()));
    let html = fs::read_to_string(&report).expect("the report is there");
    let html = html.replacen("<title>", &format!("{WATCH}<title>"), 1).replacen(
        "</body>",
        &format!("{READ}</body>"),
        1,
    );
    write(&report, html);
    let dom = browser::dump(&browser, &folder.join("profile"), &report);
    let result = dom.split_once("data-result=\"").and_then(|(_, rest)| rest.split_once('"'));
    let (result, _) = result.unwrap_or_else(|| panic!("the script did not end: {dom:.2000}"));
    let result: Value = serde_json::from_str(&result.replace("&quot;", "\"")).expect("it is JSON");
    let number = |name: &str| result[name].as_u64().unwrap_or_else(|| panic!("no {name}: {result}"));
    let all = number("all");
    assert_eq!(result["wrong"], serde_json::json!([]));
    assert!(all > 5 && number("cells") == all && number("outside") > 0, "{result}");
    assert_eq!((number("without"), &result["pressed"]), (all - number("outside"), &Value::from("false")));
    assert_eq!((number("again"), number("reset"), number("all2")), (all, all, all));
    assert_eq!(number("reason"), number("of"));
    assert_eq!((&result["here"], &result["open"]), (&Value::from("b1"), &Value::from(true)));
    assert_eq!(number("key"), all - number("bodies"));
    assert_eq!(
        (&result["none"], &result["last"]),
        (&Value::from(false), &Value::from(format!("b{}", all - 1)))
    );
    assert_eq!(result["wide"], true, "the report is wider than the window");
    Ok(())
}
