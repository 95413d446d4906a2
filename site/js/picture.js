/* What a page says as a picture: to forward, and for phones that can neither print nor save it. */

const WIDTH = 720;
const MARGIN = 40;
const LABEL_WIDTH = 180;
const LINE = 44;
const INK = "#241a1f";
const FAINT = "#5c4d54";
const CODE = 240;
const FONT = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';

/**
 * @typedef {[label: string, value: string]} PictureLine
 */

/**
 * @param {string} title
 * @param {PictureLine[]} lines
 * @param {HTMLImageElement | HTMLCanvasElement | null} [code] A QR code to stand below them.
 * @returns {string} A PNG as a data address.
 */
export function pictureOf(title, lines, code = null) {
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d");
  if (!pen) return "";
  pen.font = `26px ${FONT}`;
  const room = WIDTH - 2 * MARGIN - LABEL_WIDTH;
  const wrapped = lines.map(([label, value]) => ({ label, rows: wrap(value, room, pen) }));
  const rows = wrapped.reduce((sum, each) => sum + each.rows.length, 0);
  canvas.width = WIDTH;
  canvas.height = 150 + rows * LINE + MARGIN + (code ? CODE : 0);
  pen.fillStyle = "#fffdfb";
  pen.fillRect(0, 0, WIDTH, canvas.height);
  pen.fillStyle = "#7b2d4f";
  pen.fillRect(0, 0, WIDTH, 96);
  pen.fillStyle = "#fff";
  pen.font = `600 34px ${FONT}`;
  pen.fillText(title, MARGIN, 60);
  pen.font = `26px ${FONT}`;
  let y = 150;
  for (const { label, rows } of wrapped) {
    pen.fillStyle = FAINT;
    pen.fillText(label, MARGIN, y);
    pen.fillStyle = INK;
    for (const row of rows) {
      pen.fillText(row, MARGIN + LABEL_WIDTH, y);
      y += LINE;
    }
  }
  // Modules of a code keep their edges.
  pen.imageSmoothingEnabled = false;
  if (code) pen.drawImage(code, (WIDTH - CODE) / 2, y - LINE / 2, CODE, CODE);
  return canvas.toDataURL("image/png");
}

/**
 * Shows a picture on its page, to be saved from there.
 *
 * @param {HTMLElement} figure With an image, and a link that downloads it.
 * @param {string} address As `pictureOf` gives it.
 */
export function showPicture(figure, address) {
  figure.querySelector("img")?.setAttribute("src", address);
  figure.querySelector("a")?.setAttribute("href", address);
  figure.hidden = false;
  figure.scrollIntoView({ block: "nearest" });
}

/**
 * @param {Iterable<Element>} entries Of a list of terms.
 * @param {string} value Selects what a picture says of a term.
 * @returns {PictureLine[]}
 */
export function linesOf(entries, value) {
  return [...entries].map((entry) => [textOf(entry, "dt"), textOf(entry, value)]);
}

/**
 * @param {Element} root
 * @param {string} selector
 * @returns {string} The text of the first of these, on one line.
 */
export function textOf(root, selector) {
  return (root.querySelector(selector)?.textContent ?? "").replace(/\s+/g, " ").trim();
}

/**
 * @param {string} text
 * @param {number} room
 * @param {CanvasRenderingContext2D} pen
 * @returns {string[]} The text in rows that have room: no number is torn, no row begins with a comma.
 */
function wrap(text, room, pen) {
  const rows = [""];
  for (const [piece] of text.matchAll(/(?:[\w.,@/-]+|.)[，。；：、）”]*/gsu)) {
    const row = rows[rows.length - 1] + piece;
    if (pen.measureText(row).width <= room) rows[rows.length - 1] = row;
    else rows.push(...cut(piece.trimStart(), room, pen));
  }
  return rows;
}

/**
 * @param {string} piece
 * @param {number} room
 * @param {CanvasRenderingContext2D} pen
 * @returns {string[]} A piece in rows, where it is too long for one.
 */
function cut(piece, room, pen) {
  const rows = [""];
  for (const letter of piece) {
    const row = rows[rows.length - 1] + letter;
    if (pen.measureText(row).width > room) rows.push(letter);
    else rows[rows.length - 1] = row;
  }
  return rows;
}
