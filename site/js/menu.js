/*
 * The theme opens its menu, the menu's sections and the search with labels of hidden checkboxes,
 * which no keyboard reaches. They become buttons here; without scripts the labels still work.
 */

const DRAWER = "__drawer";
const SEARCH = "__search";
/** @type {Record<string, string>} */
const NAMES = { [DRAWER]: "菜单", [SEARCH]: "搜索" };
const LABELS = [
  `.md-header__button[for=${DRAWER}]`,
  `.md-header__button[for=${SEARCH}]`,
  "label.md-nav__link[for]",
  "label.md-nav__title[for]",
].join();
/** Below this width the menu is a drawer, and its sections slide in; as the theme's own styles. */
const asDrawer = matchMedia("(max-width: 76.2344em)");

/** @param {Element} label */
function toggleOf(label) {
  const toggle = document.getElementById(label.getAttribute("for") ?? "");
  return toggle instanceof HTMLInputElement ? toggle : null;
}

/**
 * @param {Element} label
 * @returns {string} What the button is called where the label shows a picture only, or leads back.
 */
function nameOf(label) {
  const known = NAMES[label.getAttribute("for") ?? ""];
  const text = label.textContent?.trim();
  if (known) return known;
  if (label.matches(".md-nav__title")) return `返回上一级：${text}`;
  return text ? "" : `展开：${label.parentElement?.textContent?.trim() ?? ""}`;
}

/**
 * A button that looks like the label and does the same; the styles know it by the same attributes.
 *
 * @param {Element} label
 * @param {HTMLInputElement} toggle
 */
function becomeButton(label, toggle) {
  const button = document.createElement("button");
  const name = nameOf(label);
  for (const { name: attribute, value } of label.attributes) {
    if (attribute !== "tabindex") button.setAttribute(attribute, value);
  }
  button.type = "button";
  if (name) button.setAttribute("aria-label", name);
  button.append(...label.childNodes);
  button.addEventListener("click", () => toggle.click());
  const tell = () => button.setAttribute("aria-expanded", String(toggle.checked));
  toggle.addEventListener("change", tell);
  tell();
  label.replaceWith(button);
  return button;
}

/**
 * A section's button and the way back change the focus when they take each other's place. On a wide
 * screen the name of the section that is shown is a heading, and nothing to press.
 *
 * @param {HTMLButtonElement} button
 * @param {HTMLInputElement} toggle
 */
function startSection(button, toggle) {
  const leadsBack = button.matches(".md-nav__title");
  toggle.addEventListener("change", () => {
    if (asDrawer.matches && toggle.checked === leadsBack) button.focus({ preventScroll: true });
  });
  const isHeading = button.matches(".md-nav__item--section > .md-nav__link");
  const adapt = () => (button.disabled = isHeading && !asDrawer.matches);
  asDrawer.addEventListener("change", adapt);
  adapt();
}

/** @param {Element} link */
function isSeen(link) {
  return link.getClientRects().length > 0 && getComputedStyle(link).visibility === "visible";
}

/**
 * The drawer takes the focus, gives it back when Escape closes it, and closes when it is left.
 *
 * @param {HTMLButtonElement} button
 * @param {HTMLInputElement} toggle
 */
function startDrawer(button, toggle) {
  const drawer = document.querySelector(".md-sidebar--primary");
  toggle.addEventListener("change", () => {
    const links = drawer?.querySelectorAll("a, button") ?? [];
    const first = [...links].find((each) => isSeen(each));
    if (toggle.checked && first instanceof HTMLElement) first.focus({ preventScroll: true });
  });
  drawer?.addEventListener("keydown", (event) => {
    if (!(event instanceof KeyboardEvent) || event.key !== "Escape" || !toggle.checked) return;
    toggle.click();
    button.focus();
  });
  drawer?.addEventListener("focusout", (event) => {
    const next = event instanceof FocusEvent ? event.relatedTarget : null;
    if (toggle.checked && next instanceof Node && !drawer.contains(next)) toggle.click();
  });
}

document.querySelector(".too-old")?.remove();

const larger = document.querySelector(".larger");
const root = document.documentElement;
larger?.setAttribute("aria-pressed", String(root.classList.contains("large")));
larger?.addEventListener("click", () => {
  const isLarge = root.classList.toggle("large");
  larger.setAttribute("aria-pressed", String(isLarge));
  try {
    // As js/theme.js reads it.
    localStorage.setItem("/.large", String(isLarge));
  } catch {
    // A browser that keeps nothing asks again on the next page.
  }
});

for (const label of document.querySelectorAll(LABELS)) {
  const toggle = toggleOf(label);
  // The drawer's own title holds a link.
  if (!toggle || label.querySelector("a")) continue;
  const button = becomeButton(label, toggle);
  if (toggle.id === DRAWER) startDrawer(button, toggle);
  else if (toggle.id !== SEARCH) startSection(button, toggle);
}
