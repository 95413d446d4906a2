/** @import {Contact, Whereabouts} from "./contract.js" */
import { statusAddress } from "./address.js";
import { FailedError } from "./api.js";
import { startCopyButtons } from "./copy-button.js";
import { fill, link, reveal } from "./dom.js";
import { bringPart } from "./patience.js";
import { RetryLine } from "./retry-line.js";
import { contactSlots } from "./slots.js";

/**
 * @typedef {object} Submitted What came back for a submission.
 * @property {string} receipt
 * @property {string} [access_code] None where it was shown before.
 * @property {Whereabouts} whereabouts
 * @property {Contact} contact
 */

/**
 * Shows what came back for a submission: the only time that its access code is shown.
 *
 * @param {HTMLElement} section
 * @param {Submitted} submitted
 * @param {Record<string, string>} slots What else it says.
 */
export function showReceipt(section, submitted, slots) {
  const { receipt, access_code = "", whereabouts, contact } = submitted;
  fill(section, {
    receipt,
    access_code,
    whereabouts: whereabouts.told,
    ...contactSlots(contact),
    ...slots,
  });
  link(section, {
    phone: `tel:${contact.phone}`,
    status: statusAddress(receipt),
  });
  startCopyButtons(section);
  section.querySelector("[data-print]")?.addEventListener("click", () => window.print());
  const pictured = section.querySelector("[data-picture]");
  if (pictured instanceof HTMLElement) offerPicture(pictured, section, submitted);
  reveal(section);
}

/**
 * @param {HTMLElement} button
 * @param {HTMLElement} section
 * @param {Submitted} submitted
 */
function offerPicture(button, section, submitted) {
  const line = RetryLine.behind(button.closest("p") ?? button);
  const show = (/** @type {Drawing} */ drawing) => pictureReceipt(drawing, section, submitted);
  button.addEventListener("click", () => bringPart(line, fetchDrawing, { show }));
}

/** @typedef {typeof import("./picture.js") & typeof import("./qr-code.js")} Drawing */

/**
 * What draws the picture, which few people ask for.
 *
 * @returns {Promise<Drawing>}
 * @throws {FailedError} It did not come.
 */
async function fetchDrawing() {
  try {
    const [picture, code] = await Promise.all([import("./picture.js"), import("./qr-code.js")]);
    return { ...picture, ...code };
  } catch (cause) {
    throw new FailedError("network", { cause });
  }
}

/**
 * @param {Drawing} drawing
 * @param {HTMLElement} section
 * @param {Submitted} submitted
 */
function pictureReceipt(drawing, section, { receipt, whereabouts, contact }) {
  const { area, name, phone } = contact;
  const { codeOf, linesOf, pictureOf, showPicture, textOf } = drawing;
  /** @type {import("./picture.js").PictureLine[]} */
  const lines = [
    ...linesOf(section.querySelectorAll("[data-pictured] > div"), "dd > *"),
    ["现在", whereabouts.told],
    ["对接人", `${name} ${phone}`],
    ["对接区域", area],
    ["查询进度", `扫下面的码，或者打开 ${location.host}/status/，再填查询码`],
  ];
  // The access code stands in no address, and so in no code for cameras.
  const code = codeOf(statusAddress(receipt));
  const address = pictureOf(`安康保 · ${textOf(section, "h2")}`, lines, code);
  const figure = /** @type {HTMLElement} */ (section.querySelector("figure.picture"));
  figure.querySelector("img")?.setAttribute("alt", `回执的图片：${receipt}`);
  figure.querySelector("a")?.setAttribute("download", `${receipt}.png`);
  showPicture(figure, address);
}
