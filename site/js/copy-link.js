/** How long the page says that the link is copied. */
const SAID_MS = 3_000;

/** Shows each `data-copy-link` button and makes it copy the page's address. */
function start() {
  for (const button of document.querySelectorAll("button[data-copy-link]")) {
    if (!(button instanceof HTMLButtonElement)) continue;
    button.hidden = false;
    button.addEventListener("click", () => copy(button));
  }
}

/** @param {HTMLButtonElement} button */
async function copy(button) {
  const address = location.origin + location.pathname;
  const said = button.parentElement?.querySelector("[role=status]");
  if (!said) return;
  said.textContent = (await copied(address)) ? "链接已复制" : address;
  setTimeout(() => {
    if (said.textContent !== address) said.textContent = "";
  }, SAID_MS);
}

/**
 * @param {string} text
 * @returns {Promise<boolean>} Whether the browser let it be copied; without TLS it does not.
 */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

start();
