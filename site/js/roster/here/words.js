/** @import {State} from "./engine.js" */
import { byId, fill, partIn, reveal } from "../../dom.js";

/** Where a list was checked: here; here, but its file was sent for something else; on the service. */
/** @typedef {"here" | "here-sent" | "service-file" | "service-rows"} Place */
/** Python takes some seconds more until it has started. */
const DOWNLOADED = "已下载，正在启动";
const PLACES = ["here", "here-sent", "service-file", "service-rows"];

/** What the page says of where lists are checked. */
export class HereWords {
  box = byId("here", HTMLElement);
  sources = byId("list-hint", HTMLElement);
  places = byId("where-checked", HTMLElement);
  unable = byId("unable-here", HTMLElement);
  /** Shown once lists are checked here without a network, too. */
  kept = partIn(this.box, "kept");

  /** @param {() => void} onAsked She wants it, whatever it costs. */
  constructor(onAsked) {
    partIn(this.box, "ask").addEventListener("click", onAsked);
  }

  /** It costs something here, so she is asked. */
  offer() {
    this.#show("offer");
  }

  /**
   * @param {State} state
   * @param {number} part
   */
  say(state, part) {
    this.#show(state);
    fill(this.box, { part: part < 1 ? `已下载 ${Math.floor(part * 100)}%` : DOWNLOADED });
    partIn(this.sources, "sent-to-check").hidden = state === "ready";
    partIn(this.sources, "checked-here").hidden = state !== "ready";
  }

  /** @param {Place} place */
  tell(place) {
    this.places.hidden = false;
    for (const each of PLACES) partIn(this.places, each).hidden = each !== place;
  }

  /** @param {boolean} differs Whether the service found something else than was found here. */
  tellDifference(differs) {
    partIn(this.places, "differs").hidden = !differs;
  }

  /**
   * The list cannot be checked here.
   *
   * @returns {Promise<void>} Once she says that it may be sent.
   */
  mayBeSent() {
    this.unable.hidden = false;
    reveal(this.unable);
    return new Promise((resolve) => {
      partIn(this.unable, "send").onclick = () => {
        this.unable.hidden = true;
        resolve();
      };
    });
  }

  /** Another list is being looked at. */
  clear() {
    this.unable.hidden = true;
  }

  /** @param {string} name */
  #show(name) {
    for (const part of ["offer", "loading", "ready"]) partIn(this.box, part).hidden = part !== name;
  }
}
