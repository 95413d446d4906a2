import { answersIn } from "./form-answers.js";

/**
 * Asks some questions of a form only where an earlier answer calls for them: a fieldset with
 * `data-when="name=value"` (or `value|value`) is shown and enabled only then.
 *
 * @param {HTMLFormElement} form
 * @returns {() => void} To be called after answers were filled in by a script.
 */
export function followAnswers(form) {
  /** @type {NodeListOf<HTMLFieldSetElement>} */
  const parts = form.querySelectorAll("fieldset[data-when]");
  const follow = () => {
    for (const part of parts) {
      // Anew for each: one part may lie in another, whose answers count only once it is shown.
      const given = answersIn(form);
      const [name = "", values = ""] = (part.dataset.when ?? "").split("=");
      const isAsked = values.split("|").includes(given[name] ?? "");
      part.hidden = !isAsked;
      part.disabled = !isAsked;
    }
  };
  form.addEventListener("change", follow);
  follow();
  return follow;
}
