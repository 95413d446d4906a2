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
    /** @type {HTMLElement | null} */
    const slot = root.querySelector(`[data-slot="${button.dataset.copy}"]`);
    button.textContent = (await copied(slot)) ? "已复制" : "已选中，请长按复制";
    setTimeout(() => {
      button.textContent = label;
    }, THANKS_MS);
  });
}

/**
 * What is copied of a text: without its spacing, and of an amount the digits, as banks take it.
 *
 * @param {string} text
 * @returns {string} 2902 0011 → 29020011, 3,600.50 元 → 3600.50
 */
export function copyable(text) {
  const bare = text.replace(/\s/g, "");
  return /^[\d,]+(\.\d+)?元$/.test(bare) ? bare.replace(/[,元]/g, "") : bare;
}

/**
 * Copies a text without its spacing, or selects it where the browser refuses.
 *
 * @param {HTMLElement | null} slot
 * @returns {Promise<boolean>} Whether it was copied.
 */
async function copied(slot) {
  if (!slot) return false;
  try {
    await navigator.clipboard.writeText(copyable(slot.innerText));
    return true;
  } catch {
    getSelection()?.selectAllChildren(slot);
    return false;
  }
}
