// A JSON list of Markdown texts on standard input; on standard output for each renderer the HTML it makes
// of each. All let raw HTML through, and two make links of bare addresses.
import { readFileSync } from "node:fs";
import markdownIt from "markdown-it";
import { marked } from "marked";

const texts = JSON.parse(readFileSync(0, "utf8"));
const linking = markdownIt({ html: true, linkify: true });
const plain = markdownIt({ html: true });
process.stdout.write(JSON.stringify({
  marked: texts.map((text) => marked.parse(text)),
  "markdown-it": texts.map((text) => plain.render(text)),
  "markdown-it with linkify": texts.map((text) => linking.render(text)),
}));
