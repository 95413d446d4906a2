/*
 * Reads parts of the page aloud with the browser's own voice: `data-read` of a button selects them.
 * Only voices of the device are taken: others would send what they read to somebody else.
 */

/** What holds words; of those within each other, the inner ones are read. */
const SAID = "h1, h2, h3, h4, legend, label, p, li, dt, dd, th, td";
const UNSAID = "button, input, select, .unseen";
const [START, STOP] = ["朗读", "停止朗读"];

/**
 * @param {SpeechSynthesisVoice} voice
 * @returns {boolean} Whether it reads Mandarin, here. Phones write `zh_CN`.
 */
export function suits({ lang, localService }) {
  return localService && /^(?:cmn|zh)(?:-Hans)?(?:-CN)?$/i.test(lang.replace(/_/g, "-"));
}

/** @param {Element} element */
function wordsOf(element) {
  const copy = /** @type {Element} */ (element.cloneNode(true));
  for (const each of copy.querySelectorAll(UNSAID)) each.remove();
  return (copy.textContent ?? "").replace(/\s+/g, " ").trim();
}

/**
 * @param {string} selector
 * @returns {string[]} What is seen there, piece by piece.
 */
function wordsIn(selector) {
  const pieces = [...document.querySelectorAll(selector)].flatMap((root) =>
    root.matches(SAID) ? [root] : [...root.querySelectorAll(SAID)],
  );
  return pieces
    .filter((piece) => piece.getClientRects().length > 0 && !piece.querySelector(SAID))
    .map(wordsOf)
    .filter((words) => words !== "");
}

/** Offers the buttons where there is a voice; browsers tell of their voices a little later. */
function offer() {
  const voice = speechSynthesis.getVoices().find(suits);
  for (const button of buttons) button.hidden = !voice;
}

function stop() {
  speechSynthesis.cancel();
  for (const button of buttons) button.textContent = START;
}

/** @param {HTMLButtonElement} button */
function read(button) {
  const voice = speechSynthesis.getVoices().find(suits);
  const pieces = wordsIn(button.dataset.read ?? "");
  if (!voice || pieces.length === 0) return;
  button.textContent = STOP;
  pieces.forEach((words, place) => {
    const said = new SpeechSynthesisUtterance(words);
    said.voice = voice;
    said.lang = voice.lang;
    if (place === pieces.length - 1) said.addEventListener("end", stop);
    speechSynthesis.speak(said);
  });
}

/** @type {NodeListOf<HTMLButtonElement>} */
const buttons =
  globalThis.document?.querySelectorAll("button[data-read]") ?? /** @type {any} */ ([]);
if (globalThis.speechSynthesis && buttons.length > 0) {
  offer();
  // Safari before 16 knows no listeners there.
  speechSynthesis.onvoiceschanged = offer;
  // Any other button changes what there is to read, or is to be heard itself.
  document.addEventListener("click", ({ target }) => {
    const button = target instanceof Element && target.closest("button");
    if (!(button instanceof HTMLButtonElement)) return;
    const isStart = button.dataset.read !== undefined && button.textContent === START;
    stop();
    if (isStart) read(button);
  });
  addEventListener("pagehide", stop);
}
