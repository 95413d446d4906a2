/** @import {BarKind, Picture} from "./timeline-layout.js" */
import { day as dayText } from "../format.js";

const ROW_HEIGHT = 34;
const BAR_HEIGHT = 22;
const TEXT_BASELINE = 140;
/** @type {Record<BarKind, number>} */
const ROWS = { cover: 0, waiting: 1, stay: 2, specimen: 3 };

/**
 * Draws the picture; its sizes across are percentages, so that text keeps its size on a phone.
 *
 * @param {SVGSVGElement} svg Its height stands in the page.
 * @param {Picture} picture
 */
export function draw(svg, { from, to, bars }) {
  svg.setAttribute("aria-label", `从 ${dayText(from)} 到 ${dayText(to)} 的保障、等待期和住院`);
  const rects = bars.map(({ kind, left, width }) =>
    shape(svg, "rect", {
      class: kind,
      x: `${left}%`,
      y: String(ROWS[kind] * ROW_HEIGHT),
      width: `${width}%`,
      height: String(BAR_HEIGHT),
    }),
  );
  svg.replaceChildren(...rects, label(svg, from, "start"), label(svg, to, "end"));
}

/**
 * @param {SVGSVGElement} svg
 * @param {string} day
 * @param {"start" | "end"} anchor
 */
function label(svg, day, anchor) {
  const x = anchor === "start" ? "0" : "100%";
  const text = shape(svg, "text", { x, y: String(TEXT_BASELINE), "text-anchor": anchor });
  text.textContent = day;
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
