/**
 * @param {string} text As Base64.
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function bytesIn(text) {
  const signs = atob(text);
  const bytes = new Uint8Array(signs.length);
  for (let index = 0; index < signs.length; index += 1) bytes[index] = signs.charCodeAt(index);
  return bytes;
}
