/**
 * The parts that Python is started with.
 *
 * @typedef {object} Parts
 * @property {string} folder Where Pyodide's own files are, with a slash at its end.
 * @property {Uint8Array} packages Python's packages, in one archive.
 * @property {Uint8Array} rules The check itself with its data, in another one.
 */

/** @typedef {"check" | "compare" | "mark" | "print"} Kind Which of the service's routes is meant; none prints. */
/**
 * What the service answers to the same request, as JSON (functions/rosters/in_browser.py).
 *
 * @typedef {(kind: Kind, asked: string, files: (Uint8Array | undefined)[], moment: string) =>
 *   string} Answers
 */

const PACKAGES = "/packages";
const RULES = "/rules";
const START = `
import sys
sys.path[:0] = ["${RULES}", "${PACKAGES}"]
from functions.rosters import in_browser
in_browser.prepare()
lambda kind, asked, files, moment: in_browser.answer(
    kind, asked, [each and each.to_bytes() for each in files], moment
)
`;

/**
 * Starts Python in this thread, with the functions by which the service checks a list.
 *
 * @param {(options: object) => Promise<any>} loadPyodide
 * @param {Parts} parts
 * @returns {Promise<Answers>}
 */
export async function startPython(loadPyodide, { folder, packages, rules }) {
  const python = await loadPyodide({
    indexURL: folder,
    // Looking for plugins reads all that is there.
    env: { HOME: "/", PYDANTIC_DISABLE_PLUGINS: "__all__" },
  });
  python.unpackArchive(packages, "zip", { extractDir: PACKAGES });
  python.unpackArchive(rules, "zip", { extractDir: RULES });
  return python.runPython(START);
}
