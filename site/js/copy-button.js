/** How long the button says that it has copied. */
const THANKS_MS = 3_000;

/**
 * Makes every `data-copy` button of a part of the page copy the text of the slot it names.
 *
 * @param {HTMLElement} root
 */
export function startCopyButtons(root) {
  for (const button of root.querySelectorAll("button[data-copy]")) {
    if (button instanceof HTMLButtonElement) start(root, button);
  }
}

/**
 * @param {HTMLElement} root
 * @param {HTMLButtonElement} button
 */
function start(root, button) {
  const label = button.textContent;
  button.addEventListener("click", async () => {
    const slot = root.querySelector(`[data-slot="${button.dataset.copy}"]`);
    button.textContent = (await copied(slot)) ? "已复制" : "已选中，请长按复制";
    setTimeout(() => {
      button.textContent = label;
    }, THANKS_MS);
  });
}

/**
 * Copies a text without its spacing, or selects it where the browser refuses.
 *
 * @param {Element | null} slot
 * @returns {Promise<boolean>} Whether it was copied.
 */
async function copied(slot) {
  if (!slot) return false;
  try {
    await navigator.clipboard.writeText((slot.textContent ?? "").replace(/\s/g, ""));
    return true;
  } catch {
    getSelection()?.selectAllChildren(slot);
    return false;
  }
}
