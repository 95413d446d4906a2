/** @import {Contact} from "./contract.js" */
/** @import {PictureLine} from "./picture.js" */
import { siteAddress } from "./address.js";
import { startCopyButtons } from "./copy-button.js";
import { fill, link, reveal } from "./dom.js";
import { contactSlots } from "./slots.js";

/**
 * Shows what came back for a submission: the only time that its access code is shown.
 *
 * @param {HTMLElement} section
 * @param {{receipt: string, access_code?: string, contact: Contact}} receipt Without a code where
 *   it was shown before.
 * @param {Record<string, string>} slots What else it says.
 */
export function showReceipt(section, { receipt, access_code = "", contact }, slots) {
  fill(section, { receipt, access_code, ...contactSlots(contact), ...slots });
  link(section, {
    phone: `tel:${contact.phone}`,
    status: siteAddress(`/status/?receipt=${encodeURIComponent(receipt)}`),
  });
  startCopyButtons(section);
  section.querySelector("[data-print]")?.addEventListener("click", () => window.print());
  section.querySelector("[data-picture]")?.addEventListener("click", () => {
    showPicture(section, receipt, contact);
  });
  reveal(section);
}

/**
 * @param {HTMLElement} section
 * @param {string} receipt
 * @param {Contact} contact
 */
async function showPicture(section, receipt, { area, name, phone }) {
  const { pictureOf } = await import("./picture.js");
  const lines = [...section.querySelectorAll("[data-pictured] > div")].map(
    (line) => /** @type {PictureLine} */ ([textOf(line, "dt"), textOf(line, "dd > *")]),
  );
  const address = pictureOf(`安康保 · ${textOf(section, "h2")}`, [
    ...lines,
    ["对接人", `${name} ${phone}`],
    ["对接区域", area],
    ["查询进度", `${location.host}/status/`],
  ]);
  const figure = section.querySelector(".receipt-picture");
  const image = figure?.querySelector("img");
  if (!(figure instanceof HTMLElement) || !image) return;
  image.src = address;
  image.alt = `回执的图片：${receipt}`;
  const save = figure.querySelector("a");
  save?.setAttribute("href", address);
  save?.setAttribute("download", `${receipt}.png`);
  figure.hidden = false;
  figure.scrollIntoView({ block: "nearest" });
}

/**
 * @param {Element} root
 * @param {string} selector
 */
function textOf(root, selector) {
  return root.querySelector(selector)?.textContent ?? "";
}
