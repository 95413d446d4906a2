import { bareName } from "../file-name.js";

const QUALITY = 0.85;
/** On the page half as large, for screens with two dots a pixel. */
const THUMBNAIL_SIDE = 96;
const THUMBNAIL_QUALITY = 0.6;
const ENDINGS = /\.(jpe?g|png|heic|heif|webp|gif|bmp|avif)$/i;

/** Longer than this many times its breadth, a picture is a strip: a screenshot of a whole page. */
const STRIP = 3;
/** A strip's page is so much longer than broad, and repeats so much of the page before it. */
const PAGE = 2;
const REPEATED = 0.06;

/** Photos are decoded one after another: two large ones together are too much for a phone. */
let turn = Promise.resolve();

/**
 * @typedef {object} PhotoLimits
 * @property {number} maxBytes Of a file that is sent.
 * @property {number} maxPixels Of a picture that is taken.
 * @property {number} longSide In pixels, of a photo that is made.
 * @property {string[]} mediaTypes Of the files that are taken as they are.
 *
 * @typedef {{file: File, thumbnail: string | null}} Prepared
 *
 * @typedef {ImageBitmap | HTMLImageElement} Picture Decoded, and upright.
 *
 * @typedef {{x: number, y: number, width: number, height: number}} Part Of a picture, in pixels.
 */

/**
 * A photo as it is worth sending: not larger than its letters need, upright, without the place
 * where it was taken. A long screenshot is not made narrow: it goes as it is, or in pages where that
 * is too much. What the browser cannot decode, and what would not get smaller, stays.
 *
 * @param {File} file
 * @param {PhotoLimits} limits
 * @returns {Promise<Prepared[]>} One, or a page after the other.
 */
export function prepare(file, limits) {
  const prepared = turn.then(() => prepareNow(file, limits));
  turn = prepared.then(
    () => {},
    () => {},
  );
  return prepared;
}

/**
 * @param {File} file
 * @param {PhotoLimits} limits
 * @returns {Promise<Prepared[]>}
 */
async function prepareNow(file, limits) {
  const picture = isPhoto(file) ? await decodedUpright(file) : null;
  if (!picture) return [{ file, thumbnail: null }];
  try {
    const stays = isTaken(file, picture, limits);
    if (isStrip(picture)) {
      if (stays) return [{ file, thumbnail: thumbnailOf(picture) }];
      return await inPages(picture, file.name, limits);
    }
    const photo = await jpegOf(picture, whole(picture), limits.longSide);
    const isBetter = photo !== null && (photo.size < file.size || !stays);
    return [
      {
        file: isBetter ? new File([photo], jpegName(file.name), { type: photo.type }) : file,
        thumbnail: thumbnailOf(picture),
      },
    ];
  } catch {
    // A phone short of memory: the photo goes as it is.
    return [{ file, thumbnail: null }];
  } finally {
    letGo(picture);
  }
}

/**
 * @param {File} file
 * @returns {Promise<Picture | null>} Null where the browser cannot decode it.
 */
export async function decodedUpright(file) {
  try {
    return await createImageBitmap(file, { imageOrientation: "from-image" });
  } catch (error) {
    if (error instanceof DOMException) return null; // it is no picture
    return decodedByPage(file);
  }
}

/**
 * Older browsers do not turn photos there, or have no `createImageBitmap`.
 *
 * @param {File} file
 */
async function decodedByPage(file) {
  try {
    const { shownPhoto } = await import("./shown-photo.js");
    return await shownPhoto(file);
  } catch {
    return null;
  }
}

/** @param {Picture} picture Whose memory is needed for the next one. */
export function letGo(picture) {
  if ("close" in picture) picture.close();
}

/**
 * Whether the server takes a picture as it is.
 *
 * @param {{size: number, type: string}} file
 * @param {{width: number, height: number}} picture
 * @param {Pick<PhotoLimits, "maxBytes" | "maxPixels" | "mediaTypes">} limits
 */
export function isTaken({ size, type }, { width, height }, { maxBytes, maxPixels, mediaTypes }) {
  return size <= maxBytes && width * height <= maxPixels && mediaTypes.includes(type);
}

/** @param {{width: number, height: number}} picture */
export function isStrip({ width, height }) {
  return Math.max(width, height) > STRIP * Math.min(width, height);
}

/**
 * The pages of a strip, each with the end of the one before, so that no line is cut in two.
 *
 * @param {{width: number, height: number}} picture
 * @returns {Part[]}
 */
export function pagesOf({ width, height }) {
  const [long, broad] = [Math.max(width, height), Math.min(width, height)];
  const length = Math.round(broad * PAGE);
  const step = length - Math.round(broad * REPEATED);
  const count = Math.max(1, Math.ceil((long - length) / step) + 1);
  return Array.from({ length: count }, (_, page) => {
    const start = page * step;
    const part = Math.min(length, long - start);
    return height >= width
      ? { x: 0, y: start, width, height: part }
      : { x: start, y: 0, width: part, height };
  });
}

/**
 * @param {Picture} picture
 * @param {string} name
 * @param {PhotoLimits} limits
 * @returns {Promise<Prepared[]>}
 */
async function inPages(picture, name, { longSide }) {
  const pages = [];
  for (const [index, part] of pagesOf(picture).entries()) {
    const page = await jpegOf(picture, part, longSide);
    if (!page) throw new Error("the browser draws nothing");
    const file = new File([page], pageName(name, index + 1), { type: page.type });
    pages.push({ file, thumbnail: thumbnailOf(picture, part) });
  }
  return pages;
}

/**
 * @param {{width: number, height: number}} picture
 * @returns {Part}
 */
function whole({ width, height }) {
  return { x: 0, y: 0, width, height };
}

/**
 * The beginning of a strip, all of another picture.
 *
 * @param {Picture} picture
 * @param {Part} part
 */
function thumbnailOf(picture, part = whole(picture)) {
  const side = STRIP * Math.min(part.width, part.height);
  const { x, y, width, height } = part;
  const shown = { x, y, width: Math.min(width, side), height: Math.min(height, side) };
  return drawn(picture, shown, THUMBNAIL_SIDE).toDataURL("image/jpeg", THUMBNAIL_QUALITY);
}

/**
 * @param {Picture} picture
 * @param {Part} part
 * @param {number} longSide
 * @returns {Promise<Blob | null>}
 */
function jpegOf(picture, part, longSide) {
  const canvas = drawn(picture, part, longSide);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY));
}

/**
 * @param {Picture} picture
 * @param {number} longSide Of what is drawn, at most.
 */
export function drawnWhole(picture, longSide) {
  return drawn(picture, whole(picture), longSide);
}

/**
 * @param {Picture} picture
 * @param {Part} part
 * @param {number} longSide
 */
function drawn(picture, part, longSide) {
  const canvas = document.createElement("canvas");
  Object.assign(canvas, fitted(part, longSide));
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("the browser draws nothing");
  pen.imageSmoothingQuality = "high";
  // What a PNG leaves transparent is paper, not ink.
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  const { x, y, width, height } = part;
  pen.drawImage(picture, x, y, width, height, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/**
 * @param {{name: string, type: string}} file
 * @returns {boolean} Whether it says that it is a photo; what is in it may be something else.
 */
export function isPhoto({ name, type }) {
  return type.startsWith("image/") || ENDINGS.test(name);
}

/**
 * A size of the same shape whose longer side is at most so long.
 *
 * @param {{width: number, height: number}} size In pixels.
 * @param {number} longSide
 */
export function fitted({ width, height }, longSide) {
  const scale = Math.min(1, longSide / Math.max(width, height));
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}

/**
 * @param {string} name
 * @returns {string} IMG_1.HEIC → IMG_1.jpg
 */
export function jpegName(name) {
  return `${bareName(name)}.jpg`;
}

/**
 * @param {string} name
 * @param {number} page
 * @returns {string} 长图.png → 长图-第2页.jpg
 */
export function pageName(name, page) {
  return `${bareName(name)}-第${page}页.jpg`;
}
