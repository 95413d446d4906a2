/**
 * What a browser's own check answers: `node browser-answers.js PYTHON PACKAGES RULES REQUESTS`.
 *
 * Starts Python as the page's worker does. REQUESTS holds, as JSON, a list of `kind`, `asked`, `files` (each
 * a path, or null) and `moment`; each answer is printed on a line, and after it the milliseconds of the
 * processor that it took.
 */
/** @import {Kind} from "../../site/js/roster/engine/python.js" */
import { readFileSync } from "node:fs";
import { startPython } from "../../site/js/roster/engine/python.js";

const [folder, packages, rules, requests] = process.argv.slice(2);

/** @param {string | undefined} path */
const bytesOf = (path) => new Uint8Array(readFileSync(String(path)));

const { loadPyodide } = await import(`${folder}pyodide.mjs`);
const parts = { folder: String(folder), packages: bytesOf(packages), rules: bytesOf(rules) };
const answer = await startPython(loadPyodide, parts);
/** @type {{kind: Kind, asked: string, files: (string | null)[], moment: string}[]} */
const asked = JSON.parse(readFileSync(String(requests), "utf8"));
for (const each of asked) {
  const files = each.files.map((file) => (file === null ? undefined : bytesOf(file)));
  const started = process.cpuUsage();
  const answered = answer(each.kind, each.asked, files, each.moment);
  const { user, system } = process.cpuUsage(started);
  const took = (user + system) / 1000;
  process.stdout.write(`${answered.replaceAll("\n", " ")}\n${took}\n`);
}
