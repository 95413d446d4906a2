import { correction, generate } from "./vendor/lean-qr/lean-qr.js";

/** In modules; readers ask for it. */
const QUIET_ZONE = 4;

/**
 * @param {string} text
 * @returns {HTMLCanvasElement} The QR code that says it, one pixel a module, with its margin.
 */
export function codeOf(text) {
  const code = generate(text, { minCorrectionLevel: correction.M });
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = code.size + 2 * QUIET_ZONE;
  const pen = canvas.getContext("2d");
  if (!pen) return canvas;
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = "#000";
  for (let y = 0; y < code.size; y += 1) {
    for (let x = 0; x < code.size; x += 1) {
      if (code.get(x, y)) pen.fillRect(x + QUIET_ZONE, y + QUIET_ZONE, 1, 1);
    }
  }
  return canvas;
}
