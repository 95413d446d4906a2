/** @import {Picture} from "../papers/photo.js" */
import { decodedUpright, drawnWhole, letGo } from "../papers/photo.js";
import { decodeQRBatch } from "../vendor/qr/decode.js";

/** The code is an address that ends in receipt and check text, or both of them as text… */
const SAID = /(AK-\d{4}-[0-9A-Z]{6})[/ ]((?:[0-9A-Z]{4}-){2}[0-9A-Z]{4})$/;
/** …or on a sheet that was printed before there was a receipt, the text that stands for its people. */
const SAID_OFFLINE = /^AK\/((?:[0-9A-Z]{4}-){3}[0-9A-Z]{4})$/;
/** In pixels: of a whole sheet that fills half of the photo a module of the code has three. */
const LONG_SIDE = 2800;
/** How hard is looked, and for how long in milliseconds; the page goes on meanwhile. */
const LOOKING = { effort: 8, timeLimit: 2000 };
/** How a blurred photo is sharpened: what is around a dot is a picture so many times smaller. */
const SHARPENINGS = [
  { smaller: 4, strength: 5 },
  { smaller: 6, strength: 4 },
];
/** So many rows are sharpened before the page goes on. */
const ROWS_AT_ONCE = 200;

/**
 * @typedef {{receipt: string, checkText: string}} SheetCode What stands in the code of a sheet; one
 *   that was printed before its list was submitted has no receipt.
 *
 * @typedef {{detect: (picture: Picture) => Promise<{rawValue: string}[]>}} Detector
 * @typedef {{new (options: {formats: string[]}): Detector, getSupportedFormats: () =>
 *   Promise<string[]>}} DetectorKind
 */

/**
 * The code of a printed sheet in a photo of it.
 *
 * @param {File} file
 * @returns {Promise<SheetCode | null>} Null where none is read: it is no photo, or blurred.
 */
export async function readSheetCode(file) {
  const picture = await decodedUpright(file);
  if (!picture) return null;
  try {
    return (await read(picture)) ?? sheetCodeIn(await readByBrowser(picture));
  } catch {
    return null; // too little memory: it is typed
  } finally {
    letGo(picture);
  }
}

/**
 * @param {string[]} texts What the codes of a picture say: others may lie beside the sheet.
 * @returns {SheetCode | null}
 */
export function sheetCodeIn(texts) {
  for (const text of texts) {
    const [, receipt, checkText] = SAID.exec(text) ?? [];
    if (receipt && checkText) return { receipt, checkText };
    const [, offline] = SAID_OFFLINE.exec(text) ?? [];
    if (offline) return { receipt: "", checkText: offline };
  }
  return null;
}

/**
 * @param {Picture} picture
 * @returns {Promise<SheetCode | null>}
 */
async function read(picture) {
  const canvas = drawnWhole(picture, LONG_SIDE);
  const pen = canvas.getContext("2d");
  if (!pen) return null;
  const { width, height } = canvas;
  const plain = pen.getImageData(0, 0, width, height);
  let found = sheetCodeIn(await textsIn(plain));
  for (const { smaller, strength } of SHARPENINGS) {
    if (found) break;
    pen.drawImage(drawnWhole(picture, Math.max(width, height) / smaller), 0, 0, width, height);
    const around = pen.getImageData(0, 0, width, height);
    found = sheetCodeIn(await textsIn(await sharpened(plain, around, strength)));
  }
  return found;
}

/**
 * A picture in which each dot differs more from what is around it. Only of the red light: in that a
 * stamp in red ink is as white as its paper.
 *
 * @param {ImageData} plain
 * @param {ImageData} around
 * @param {number} strength
 */
async function sharpened({ data, width, height }, around, strength) {
  const sharp = new Uint8ClampedArray(data.length).fill(255);
  const step = 4 * width * ROWS_AT_ONCE;
  for (let start = 0; start < data.length; start += step) {
    const end = Math.min(start + step, data.length);
    for (let at = start; at < end; at += 4) {
      const red = data[at] ?? 0;
      const light = red + strength * (red - (around.data[at] ?? 0));
      sharp[at] = sharp[at + 1] = sharp[at + 2] = light;
    }
    await new Promise((resolve) => setTimeout(resolve));
  }
  return { data: sharp, width, height };
}

/**
 * @param {{data: Uint8ClampedArray, width: number, height: number}} picture
 * @returns {Promise<string[]>} What its codes say.
 */
export async function textsIn({ data, width, height }) {
  const maxSize = { width, height };
  const [found = []] = await decodeQRBatch([{ data, width, height }], { ...LOOKING, maxSize });
  return found.filter((each) => typeof each === "string");
}

/**
 * Some browsers read codes by themselves, blurred ones too.
 *
 * @param {Picture} picture
 * @returns {Promise<string[]>}
 */
async function readByBrowser(picture) {
  const { BarcodeDetector } = /** @type {{BarcodeDetector?: DetectorKind}} */ (globalThis);
  if (!BarcodeDetector) return [];
  const formats = await BarcodeDetector.getSupportedFormats();
  if (!formats.includes("qr_code")) return [];
  const found = await new BarcodeDetector({ formats: ["qr_code"] }).detect(picture);
  return found.map(({ rawValue }) => rawValue);
}
