/** A dark dot left of a light one, of which it is noted that the dark one belongs on top. */
const DARK_ON_TOP =
  "data:image/jpeg;base64,/9j/4AAQSkZJRgABAQAAAQABAAD/4QAiRXhpZgAATU0AKgAAAAgAAQESAAMAAAABAAYAAA" +
  "AAAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5" +
  "moq6T/wAALCAABAAIBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAABf/EABsQAAAHAQAAAAAAAAAAAAAAAAABAgQFNXOy/9oA" +
  "CAEBAAA/AHIuraYo5If/2Q==";
const MIDDLE_GREY = 128;

/**
 * A photo by what shows pictures on pages, which turns them upright in browsers whose
 * `createImageBitmap` does not yet.
 *
 * @param {File} file
 * @returns {Promise<HTMLImageElement | null>} Null where such a photo is drawn on its side.
 * @throws What the browser cannot decode.
 */
export async function shownPhoto(file) {
  return (await drawsUpright()) ? decoded(await addressOf(file)) : null;
}

/** Whether either half of a photo that is noted as turned is drawn from where it is shown. */
async function drawsUpright() {
  const photo = await decoded(DARK_ON_TOP);
  return photo.height === 2 && lightAt(photo, 0) < MIDDLE_GREY && lightAt(photo, 1) > MIDDLE_GREY;
}

/**
 * @param {HTMLImageElement} photo
 * @param {number} y
 * @returns {number} Of its dot there.
 */
function lightAt(photo, y) {
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width: 1, height: 1 });
  const pen = canvas.getContext("2d");
  pen?.drawImage(photo, 0, y, 1, 1, 0, 0, 1, 1);
  return pen?.getImageData(0, 0, 1, 1).data[0] ?? NaN;
}

/** @param {string} address */
async function decoded(address) {
  const photo = new Image();
  photo.src = address;
  await photo.decode();
  return photo;
}

/**
 * @param {File} file
 * @returns {Promise<string>} The file itself as an address: the page shows pictures of no `blob:`.
 */
function addressOf(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
