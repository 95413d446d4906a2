/** @import {Bar, BarKind, Picture} from "./timeline-layout.js" */
import { day as dayText } from "../format.js";

const ROW_HEIGHT = 50;
const NAME_BASELINE = 14;
const BAR_TOP = 20;
const BAR_HEIGHT = 20;
const ENDS_BASELINE = 214;
/** @type {BarKind[]} */
const ROWS = ["cover", "waiting", "stay", "specimen"];

/**
 * Draws the picture, a row for each kind with its name and its days; sizes across are percentages,
 * so that text keeps its size on a phone.
 *
 * @param {SVGSVGElement} svg Its height and the rows' names stand in the page.
 * @param {Picture} picture
 */
export function draw(svg, { from, to, bars }) {
  const rows = ROWS.map((kind) => bars.filter((bar) => bar.kind === kind));
  const said = rows.flatMap((row) => (row[0] ? [rowText(svg, row[0], row)] : []));
  svg.setAttribute("aria-label", `从${dayText(from)}到${dayText(to)}：${said.join("；")}`);
  const names = rows.flatMap((row, place) =>
    row[0] ? [words(svg, rowText(svg, row[0], row), "0", place * ROW_HEIGHT + NAME_BASELINE)] : [],
  );
  const rects = rows.flatMap((row, place) =>
    row.map(({ kind, left, width }) =>
      shape(svg, "rect", {
        class: kind,
        x: `${left}%`,
        y: String(place * ROW_HEIGHT + BAR_TOP),
        width: `${width}%`,
        height: String(BAR_HEIGHT),
      }),
    ),
  );
  const ends = [
    words(svg, dayText(from), "0", ENDS_BASELINE),
    words(svg, dayText(to), "100%", ENDS_BASELINE),
  ];
  svg.replaceChildren(...names, ...rects, ...ends);
}

/**
 * @param {SVGSVGElement} svg
 * @param {Bar} bar The first one of the row.
 * @param {Bar[]} row
 * @returns {string} 住院：2026年5月10日至2026年5月17日, or 住院：2 段
 */
function rowText(svg, { kind, first, last }, row) {
  const days = first === last ? dayText(first) : `${dayText(first)}至${dayText(last)}`;
  return `${svg.dataset[kind]}：${row.length > 1 ? `${row.length} 段` : days}`;
}

/**
 * @param {SVGSVGElement} svg
 * @param {string} said
 * @param {"0" | "100%"} x The text begins at the left edge, or ends at the right one.
 * @param {number} y
 */
function words(svg, said, x, y) {
  const anchor = x === "0" ? "start" : "end";
  const text = shape(svg, "text", { x, y: String(y), "text-anchor": anchor });
  text.textContent = said;
  return text;
}

/**
 * @param {SVGSVGElement} svg
 * @param {string} tag
 * @param {Record<string, string>} attributes
 */
function shape(svg, tag, attributes) {
  const made = document.createElementNS(svg.namespaceURI, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}
