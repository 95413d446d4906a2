/**
 * Lets a button, or an input of files, rest as long as something goes on that it has begun. Browsers
 * take the keyboard from what rests: it has it again, unless it went on to something else meanwhile.
 *
 * @template T
 * @param {HTMLButtonElement | HTMLInputElement} button
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function resting(button, work) {
  const hadFocus = document.activeElement === button;
  button.disabled = true;
  try {
    return await work();
  } finally {
    button.disabled = false;
    if (hadFocus && document.activeElement === document.body) button.focus({ preventScroll: true });
  }
}
