/** What people's typing adds to a number without meaning it. */

// Controls, soft hyphens, joiners, direction marks and the byte order mark come along with text
// copied from chats and web pages; nobody sees them.
const UNSEEN =
  /(?![\t-\r])\p{Cc}|[\u17b4\u17b5\u180b-\u180f\u034f\ufe00-\ufe0f\u{e0000}-\u{e01ef}]|[\xad\u061c\u115f\u1160\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0]/gu;
const SHOWN = 5;

/**
 * Full-width and other compatible forms as plain ones (NFKC), without unseen characters.
 *
 * Repeated until nothing changes: taking an unseen character out can bring two together that
 * combine.
 *
 * @param {string} text
 * @returns {string}
 */
export function standard(text) {
  const plain = text.replace(UNSEEN, "").normalize("NFKC");
  return plain === text ? plain : standard(plain);
}

/**
 * The standard form without any kind of space.
 *
 * @param {string} text
 * @returns {string}
 */
export function bare(text) {
  const plain = standard(text).replace(/\s+/g, "");
  return plain === text ? plain : bare(plain);
}

/**
 * The first few different ones of unwanted characters, to be shown in a message.
 *
 * @param {Iterable<string>} characters
 */
export function sample(characters) {
  return [...new Set(characters)].slice(0, SHOWN).join("");
}
