const QUALITY = 0.85;
/** On the page half as large, for screens with two dots a pixel. */
const THUMBNAIL_SIDE = 96;
const THUMBNAIL_QUALITY = 0.6;
const ENDINGS = /\.(jpe?g|png|heic|heif)$/i;

/** Photos are decoded one after another: two large ones together are too much for a phone. */
let turn = Promise.resolve();

/**
 * A photo as it is worth sending: not larger than its letters need, upright, without the place
 * where it was taken. What the browser cannot decode, and what would not get smaller, stays.
 *
 * @param {File} file
 * @param {number} longSide In pixels, of the photo that is made.
 * @returns {Promise<{file: File, thumbnail: string | null}>}
 */
export function prepare(file, longSide) {
  const prepared = turn.then(() => prepareNow(file, longSide));
  turn = prepared.then(
    () => {},
    () => {},
  );
  return prepared;
}

/**
 * @param {File} file
 * @param {number} longSide
 */
async function prepareNow(file, longSide) {
  const bitmap = isPhoto(file) ? await decoded(file) : null;
  if (!bitmap) return { file, thumbnail: null };
  try {
    const photo = await jpegOf(bitmap, longSide);
    const isSmaller = photo !== null && photo.size < file.size;
    return {
      file: isSmaller ? new File([photo], jpegName(file.name), { type: photo.type }) : file,
      thumbnail: drawn(bitmap, THUMBNAIL_SIDE).toDataURL("image/jpeg", THUMBNAIL_QUALITY),
    };
  } catch {
    // A phone short of memory: the photo goes as it is.
    return { file, thumbnail: null };
  } finally {
    bitmap.close();
  }
}

/** @param {File} file */
async function decoded(file) {
  try {
    return await createImageBitmap(file, { imageOrientation: "from-image" });
  } catch {
    return null;
  }
}

/**
 * @param {ImageBitmap} bitmap
 * @param {number} longSide
 * @returns {Promise<Blob | null>}
 */
function jpegOf(bitmap, longSide) {
  const canvas = drawn(bitmap, longSide);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY));
}

/**
 * @param {ImageBitmap} bitmap
 * @param {number} longSide
 */
function drawn(bitmap, longSide) {
  const canvas = document.createElement("canvas");
  Object.assign(canvas, fitted(bitmap, longSide));
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("the browser draws nothing");
  pen.imageSmoothingQuality = "high";
  // What a PNG leaves transparent is paper, not ink.
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
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
  return `${name.replace(/\.[^.]*$/, "")}.jpg`;
}
