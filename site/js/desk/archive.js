/** @import {Archive} from "./contract.js" */
import { element, partIn } from "../dom.js";
import { factItems } from "../fact-items.js";
import { fileSize, moment } from "../format.js";

/** A button that has the service make an archive, fetches it, and says what is in it. */
export class ArchiveButton {
  /**
   * @param {HTMLElement} section With a `[data-make]` button and the parts `archive` and `making`.
   * @param {object} tasks
   * @param {() => Promise<Archive>} tasks.make
   * @param {(archive: Archive) => void} tasks.onMade
   * @param {(error: unknown) => void} tasks.onError
   * @param {() => boolean} [tasks.mayMake] Whether all is answered that is to be answered before.
   */
  constructor(section, { make, onMade, onError, mayMake = () => true }) {
    this.section = section;
    this.mayMake = mayMake;
    this.make = make;
    this.onMade = onMade;
    this.onError = onError;
    this.making = partIn(section, "making");
    this.button = /** @type {HTMLButtonElement} */ (section.querySelector("[data-make]"));
    this.button.addEventListener("click", () => this.#fetch());
  }

  /** Another case: what was made is not of it. */
  forget() {
    partIn(this.section, "archive").hidden = true;
    this.making.textContent = "";
  }

  async #fetch() {
    if (!this.mayMake()) return;
    this.button.disabled = true;
    this.forget();
    this.making.textContent = "正在打包…";
    try {
      const made = await this.make();
      this.onMade(made);
      this.#show(made);
      location.assign(made.url);
    } catch (error) {
      this.making.textContent = "";
      this.onError(error);
    } finally {
      this.button.disabled = false;
    }
  }

  /** @param {Archive} made */
  #show({ url, expires_at, files, sha256 }) {
    const again = element("a", { href: url }, "再下载一次");
    this.making.replaceChildren(
      `已经打包，开始下载。没有开始的话，${moment(expires_at)} 以前可以`,
      again,
      "。",
    );
    const rows = files.map(({ name, bytes }) => element("li", {}, `${name}，${fileSize(bytes)}`));
    partIn(this.section, "archive").replaceChildren(
      element("dl", { class: "facts" }, ...factItems([["SHA-256", sha256]])),
      element("ul", {}, ...rows),
    );
    partIn(this.section, "archive").hidden = false;
  }
}
