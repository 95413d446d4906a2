import { correction, generate } from "./vendor/lean-qr/lean-qr.js";

/**
 * @param {string} text
 * @returns {HTMLCanvasElement} The QR code that says it, one pixel a module, with its white margin.
 */
export function codeOf(text) {
  const canvas = document.createElement("canvas");
  const code = generate(text, { minCorrectionLevel: correction.M });
  code.toCanvas(canvas, { off: [255, 255, 255] });
  return canvas;
}

/** In modules, around the code. */
const MARGIN = 4;

/**
 * @param {string} text
 * @returns {string} The QR code that says it as SVG, which printers draw sharply at any size.
 */
export function drawnCode(text) {
  const code = generate(text, { minCorrectionLevel: correction.M });
  const side = code.size + 2 * MARGIN;
  const numbers = [...Array(code.size).keys()];
  const dots = numbers.flatMap((y) =>
    numbers.filter((x) => code.get(x, y)).map((x) => `M${x + MARGIN} ${y + MARGIN}h1v1h-1z`),
  );
  return `<svg viewBox="0 0 ${side} ${side}"><path d="${dots.join("")}"/></svg>`;
}
