/** @import {Hit} from "./types.js" */
/** @import {SearchParts} from "./parts.js" */
import { element } from "../dom.js";
import { startArrows } from "./arrows.js";
import { closeWhenFollowed } from "./follow.js";
import { indexIn } from "./index-file.js";
import { Ranking } from "./ranking.js";

const INDEX = "/search-index.gb18030.json";

/**
 * Fetches the index, and from then on answers what stands in the box.
 *
 * @param {SearchParts} parts
 * @throws {Error} The index did not come.
 */
export async function answer(parts) {
  parts.say("loading");
  const fetched = await fetch(INDEX);
  if (!fetched.ok) throw new Error(`${INDEX}: ${fetched.status}`);
  const index = indexIn(await fetched.arrayBuffer());
  const ranking = new Ranking(index);
  showHotline(parts.help, index.hotline);
  const update = () => show(parts, parts.question.value.trim(), index.examples, ranking);
  parts.question.addEventListener("input", (event) => {
    if (event instanceof InputEvent && isSpelling(event)) return;
    update();
  });
  parts.question.addEventListener("compositionend", update);
  parts.form.addEventListener("reset", () => {
    setTimeout(update);
    parts.question.focus();
  });
  startArrows(parts);
  closeWhenFollowed(parts);
  update();
}

/**
 * @param {InputEvent} event
 * @returns {boolean} Whether these are the letters by which a Chinese word is being written.
 */
function isSpelling(event) {
  return event.isComposing && /[a-z]/i.test(event.data ?? "");
}

/**
 * @param {SearchParts} parts
 * @param {string} question
 * @param {string[]} examples
 * @param {Ranking} ranking
 */
function show(parts, question, examples, ranking) {
  if (question === "") {
    parts.list.replaceChildren(...examples.map((example) => exampleItem(parts, example)));
    parts.say("empty");
    return;
  }
  const hits = ranking.hits(question);
  parts.list.replaceChildren(...hits.map(hitItem));
  if (hits.length > 0) parts.say("found", hits.length);
  else parts.say("none");
}

/**
 * @param {SearchParts} parts
 * @param {string} example
 */
function exampleItem({ question }, example) {
  const button = element("button", { type: "button", class: "search-hit" }, example);
  button.addEventListener("click", () => {
    question.value = example;
    question.dispatchEvent(new InputEvent("input"));
    question.focus();
  });
  return element("li", { class: "search-item search-example" }, button);
}

/** @param {Hit} hit */
function hitItem({ address, page, heading, articles, excerpt }) {
  const pieces = excerpt.map(({ text, asked }) => (asked ? element("mark", {}, text) : text));
  const where = [page === heading ? "" : page, ...articles].filter(Boolean).join(" · ");
  return element(
    "li",
    { class: "search-item" },
    element(
      "a",
      { class: "search-hit", href: address },
      element("b", { class: "search-heading" }, heading),
      element("span", { class: "search-where" }, where),
      element("span", { class: "search-excerpt" }, ...pieces),
    ),
  );
}

/**
 * @param {HTMLElement} help
 * @param {string} hotline
 */
function showHotline(help, hotline) {
  const call = help.querySelector(".call");
  if (!call?.parentElement) return;
  call.setAttribute("href", `tel:${hotline}`);
  call.textContent = hotline;
  call.parentElement.hidden = false;
}
