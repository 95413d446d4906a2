import { byId } from "./dom.js";
import { keepOffline } from "./offline.js";

/** Lets the finder copy a county's line of the list below next to the question. */
function start() {
  const county = byId("county", HTMLSelectElement);
  county.addEventListener("change", () => show(county.value));
  show(county.value);
}

/** @param {string} name The county; empty where none is chosen. */
function show(name) {
  const lines = [...document.querySelectorAll(".counties li")];
  const line = lines.find((each) => each.querySelector(".county")?.textContent === name);
  byId("found", HTMLElement).replaceChildren(...(line?.cloneNode(true).childNodes ?? []));
}

start();
// Whom to call is looked for where there may be no network.
keepOffline("/contacts/", byId("offline", HTMLElement));
