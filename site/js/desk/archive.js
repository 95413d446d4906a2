/** @import {Archive} from "./contract.js" */
import { element, partIn } from "../dom.js";
import { factItems } from "../fact-items.js";
import { fileSize, moment } from "../format.js";
import { bringPart } from "../patience.js";
import { resting } from "../resting.js";
import { RetryLine } from "../retry-line.js";

/** A button that has the service make an archive, fetches it, and says what is in it. */
export class ArchiveButton {
  #turn = 0;

  /**
   * @param {HTMLElement} section With a `[data-make]` button and the parts `archive` and `making`.
   * @param {object} tasks
   * @param {() => Promise<Archive>} tasks.make
   * @param {(archive: Archive) => void} tasks.onMade
   * @param {(error: unknown) => void} tasks.onSignedOut
   * @param {() => boolean} [tasks.mayMake] Whether all is answered that is to be answered before.
   */
  constructor(section, { make, onMade, onSignedOut, mayMake = () => true }) {
    this.section = section;
    this.mayMake = mayMake;
    this.make = make;
    this.onMade = onMade;
    this.onSignedOut = onSignedOut;
    this.making = partIn(section, "making");
    this.line = RetryLine.behind(this.making);
    this.button = /** @type {HTMLButtonElement} */ (section.querySelector("[data-make]"));
    this.button.addEventListener("click", () => {
      if (this.mayMake()) resting(this.button, () => this.#fetch());
    });
  }

  /** Another case: what was made, or is being made, is not of it. */
  forget() {
    this.#turn += 1;
    partIn(this.section, "archive").hidden = true;
    this.making.textContent = "";
    this.line.end();
  }

  /** Once: what was made, and whose answer was lost, is counted and logged. */
  #fetch() {
    this.forget();
    const turn = this.#turn;
    return bringPart(this.line, () => this.#make(), {
      show: (made) => {
        this.onMade(made);
        this.#show(made);
        location.assign(made.url);
      },
      onSignedOut: this.onSignedOut,
      isWanted: () => turn === this.#turn,
      most: 1,
    });
  }

  #make() {
    this.making.textContent = "正在打包…";
    return this.make().finally(() => (this.making.textContent = ""));
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
