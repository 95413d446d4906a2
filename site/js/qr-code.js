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
