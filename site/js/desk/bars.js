/**
 * @typedef {object} Bar
 * @property {string} name
 * @property {number | null} value Null: not shown.
 * @property {string} words The value as people read it.
 */

const ROW_HEIGHT = 40;
const NAME_BASELINE = 15;
const BAR_TOP = 21;
const BAR_HEIGHT = 12;

/**
 * Draws a picture of bars below each other, each with its name and number above it; sizes across
 * are percentages, so that text keeps its size on a phone.
 *
 * @param {SVGSVGElement} svg
 * @param {string} title
 * @param {Bar[]} bars
 * @param {number} [promise] Where to draw a line through all of them.
 */
export function drawBars(svg, title, bars, promise) {
  const most = Math.max(1, promise ?? 0, ...bars.map(({ value }) => value ?? 0));
  const height = bars.length * ROW_HEIGHT;
  const rows = bars.flatMap(({ name, value, words }, place) => {
    const top = place * ROW_HEIGHT;
    const text = shape(svg, "text", { x: "0", y: String(top + NAME_BASELINE) });
    text.textContent = `${name} ${words}`;
    const rect = shape(svg, "rect", {
      x: "0",
      y: String(top + BAR_TOP),
      width: `${share(value ?? 0, most)}%`,
      height: String(BAR_HEIGHT),
    });
    return [text, rect];
  });
  if (promise !== undefined) {
    const x = `${share(promise, most)}%`;
    rows.push(shape(svg, "line", { x1: x, x2: x, y1: String(BAR_TOP - 4), y2: String(height) }));
  }
  // Bars of nothing would be no picture; the table says that there is none.
  svg.toggleAttribute("hidden", !bars.some(({ value }) => value));
  svg.setAttribute("height", String(height));
  const said = bars.map(({ name, words }) => `${name} ${words}`).join("；");
  svg.setAttribute("aria-label", `${title}：${said}`);
  svg.replaceChildren(...rows);
}

/**
 * @param {number} value
 * @param {number} most
 * @returns {string} In hundredths; a little room is left for the line at the end.
 */
function share(value, most) {
  return ((98 * value) / most).toFixed(2);
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
