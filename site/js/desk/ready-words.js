/**
 * Sentences at hand: the one that is chosen is written into the field beside it, where it is
 * completed or changed before it is sent.
 *
 * @param {HTMLElement} questions Each `select[data-ready]` in it stands in an `.entry` with a
 *   textarea and a choice of articles, or has the only ones.
 */
export function offerReadyWords(questions) {
  questions.addEventListener("input", ({ target }) => {
    if (target instanceof HTMLSelectElement && target.matches("[data-ready]")) {
      writeChosen(target, target.closest(".entry") ?? questions);
    }
  });
}

/**
 * @param {HTMLSelectElement} select
 * @param {Element} around
 */
function writeChosen(select, around) {
  const [chosen] = select.selectedOptions;
  const text = around.querySelector("textarea");
  const article = around.querySelector("[name$=article]");
  if (!chosen?.value || !text || !(article instanceof HTMLSelectElement)) return;
  const atHand = [...select.options].map(({ value }) => value);
  text.value = withWords(text.value.trim(), chosen.value, atHand);
  const { article: asked = "" } = chosen.dataset;
  // Two reasons in one are left with the article of the first.
  if (text.value === chosen.value || !article.value) article.value = asked;
}

/**
 * @param {string} typed
 * @param {string} chosen
 * @param {string[]} atHand All that may be chosen.
 * @returns {string} The sentence in place of one that was only chosen, or after her own words.
 */
export function withWords(typed, chosen, atHand) {
  if (!typed || atHand.includes(typed)) return chosen;
  return typed.includes(chosen) ? typed : `${typed}\n${chosen}`;
}
