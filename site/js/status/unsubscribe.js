import { call } from "../api.js";
import { byId, focusOn } from "../dom.js";
import { ErrorSummary } from "../error-summary.js";
import { faultsOf } from "../problem.js";
import { resting } from "../resting.js";

/** What follows is a token, by which a mail's link stops the mails of a receipt (退订). */
const PREFIX = "#stop=";

/** Asks whether mails shall stop, where a mail's link has led here; it never does so by itself. */
function start() {
  const { hash } = window.location;
  if (!hash.startsWith(PREFIX)) return;
  const token = hash.slice(PREFIX.length);
  const section = byId("unsubscribe", HTMLElement);
  const button = byId("unsubscribe-button", HTMLButtonElement);
  const status = byId("unsubscribed", HTMLElement);
  const summary = new ErrorSummary(byId("unsubscribe-errors", HTMLElement), section);
  byId("unsubscribe-receipt", HTMLElement).textContent = token.split(".")[0] ?? "";
  section.hidden = false;
  const path = `messages/${encodeURIComponent(token)}/unsubscribe`;
  button.addEventListener("click", async () => {
    summary.clear();
    try {
      const { receipt } = await resting(button, () => call(path, { body: {} }));
      status.textContent = `好了，不再发 ${receipt} 的邮件。办到哪一步，随时可以在这里查。`;
      button.hidden = true;
      // The button is gone on which the keyboard was.
      focusOn(status);
    } catch (error) {
      summary.show(faultsOf(error));
    }
  });
}

start();
