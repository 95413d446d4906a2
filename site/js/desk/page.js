/** @import {Me} from "./contract.js" */
import { ProblemError, SignedOutError } from "../api.js";
import { today } from "../clock.js";
import { byId, fill, reveal } from "../dom.js";
import { ErrorSummary } from "../error-summary.js";
import { fault } from "../fault.js";
import { faultsOf } from "../problem.js";
import { InsecurePageError, isSecurePage } from "../proof-of-work.js";
import { CaseView } from "./case.js";
import { hashOf, placeOf } from "./place.js";
import { QueueView } from "./queue.js";
import { roomOf, roomsOf, showRooms } from "./rooms.js";
import { ServicesView } from "./services.js";
import { NotSignedInError, Session } from "./session.js";
import { codeOf, StaffApi } from "./staff-api.js";
import { SummaryView } from "./summary.js";
import { areasInWords, rolesInWords } from "./words.js";

const NOT_SIGNED_IN = "登录没有成功，或者您没有登录就回来了。请再登录一次。";
const TITLE = document.title;
const SECTIONS = /** @type {const} */ (["queue", "case", "no-rosters", "summary", "services"]);
/** @typedef {typeof SECTIONS[number]} Section */

/** The desk, once the service has said where its people sign in. */
class Desk {
  opening = byId("opening", HTMLElement);
  said = byId("said", HTMLElement);
  signedIn = byId("signed-in", HTMLElement);
  signedOut = byId("signed-out", HTMLElement);
  summary = new ErrorSummary(byId("desk-errors", HTMLElement), this.signedIn);
  /** @type {Me | null} */
  me = null;
  /** The part of the queue that was looked at last. */
  queueHash = hashOf({});
  /** Counts what was opened: an answer that comes too late is not shown. */
  turn = 0;

  /** @param {Session} session */
  constructor(session) {
    this.session = session;
    const api = new StaffApi(session);
    const day = today();
    const onError = (/** @type {unknown} */ error) => this.tell(error);
    this.api = api;
    this.queue = new QueueView(api, day, onError);
    this.case = new CaseView({
      api,
      today: day,
      say: (words) => (this.said.textContent = words),
      onError,
    });
    this.rooms = {
      summary: new SummaryView(api, day, onError),
      services: new ServicesView(api, onError),
    };
    byId("sign-in", HTMLButtonElement).addEventListener("click", () =>
      this.#tried(() => session.signIn(location.hash)),
    );
    byId("sign-out", HTMLButtonElement).addEventListener("click", () =>
      this.#tried(() => session.signOut()),
    );
    addEventListener("hashchange", () => this.show(true));
  }

  async start() {
    try {
      const hash = await this.session.resume();
      if (hash) history.replaceState(null, "", hash);
      if (this.session.token) await this.#enter();
      else this.#showSignedOut();
    } catch (error) {
      await this.tell(error);
    }
  }

  async #enter() {
    const me = await this.api.me();
    this.me = me;
    fill(this.signedIn, { name: me.name, roles: rolesInWords(me.roles), areas: areasInWords(me) });
    this.queue.offerCounties(me);
    await this.show(false);
  }

  /**
   * Shows the place that the address names.
   *
   * @param {boolean} isMove Somebody goes from one place to another: the focus goes along.
   */
  async show(isMove) {
    const { me } = this;
    if (!me || !this.session.token) return;
    const turn = ++this.turn;
    this.said.textContent = isMove ? "正在打开…" : "";
    const section = this.#section(me);
    const place = placeOf(location.hash);
    try {
      const showIt = await this.#prepare(me, section);
      if (turn !== this.turn) return;
      showIt();
      if (section === "queue") this.queueHash = hashOf(place);
      showRooms(byId("rooms", HTMLElement), roomsOf(me), roomOf(location.hash));
      this.#reveal(section, isMove);
    } catch (error) {
      if (turn === this.turn) await this.tell(error);
    }
  }

  /**
   * @param {Me} me
   * @param {Section} section
   */
  #prepare(me, section) {
    const place = placeOf(location.hash);
    switch (section) {
      case "summary":
      case "services":
        return this.rooms[section].prepare(me);
      case "case":
        return this.case.prepare(place.receipt, this.queueHash);
      case "queue":
        return this.queue.prepare(place);
      default:
        return Promise.resolve(() => {});
    }
  }

  /**
   * @param {Me} me
   * @returns {Section} The one that the address names, if it is open to her.
   */
  #section(me) {
    if (roomsOf(me).length === 0) return "no-rosters";
    const room = roomOf(location.hash);
    if (room !== "rosters") return room;
    return placeOf(location.hash).receipt ? "case" : "queue";
  }

  /**
   * @param {Section} id
   * @param {boolean} isMove
   */
  #reveal(id, isMove) {
    this.#settle();
    this.signedIn.hidden = false;
    for (const each of SECTIONS) byId(each, HTMLElement).hidden = each !== id;
    const section = byId(id, HTMLElement);
    const { textContent } = /** @type {HTMLElement} */ (section.querySelector("h2"));
    document.title = `${textContent} - ${TITLE}`;
    if (isMove) reveal(section);
  }

  /**
   * Says what went wrong; where nobody is signed in any more, offers to sign in again and to come
   * back here.
   *
   * @param {unknown} error
   */
  async tell(error) {
    this.#settle();
    if (error instanceof NotSignedInError) {
      this.#showSignedOut();
      this.summary.show([fault(null, NOT_SIGNED_IN)]);
    } else if (error instanceof SignedOutError) {
      await this.session.forget();
      this.#showSignedOut();
      this.summary.show(faultsOf(error));
    } else {
      this.signedOut.hidden = Boolean(this.session.token);
      this.summary.show(faultsOf(error));
    }
  }

  /** What was awaited is there, or will not come. */
  #settle() {
    this.opening.hidden = true;
    this.said.textContent = "";
    this.summary.clear();
  }

  #showSignedOut() {
    this.#settle();
    this.signedIn.hidden = true;
    this.signedOut.hidden = false;
    document.title = TITLE;
  }

  /** @param {() => Promise<void>} work */
  async #tried(work) {
    try {
      await work();
    } catch (error) {
      await this.tell(error);
    }
  }
}

async function open() {
  const opening = byId("opening", HTMLElement);
  try {
    if (!isSecurePage()) throw new InsecurePageError();
    await new Desk(await Session.open()).start();
  } catch (error) {
    opening.hidden = true;
    if (error instanceof ProblemError && codeOf(error) === "staff.closed") showClosed(error);
    else new ErrorSummary(byId("desk-errors", HTMLElement), opening).show(faultsOf(error));
  }
}

/** @param {ProblemError} error */
function showClosed({ problem }) {
  const section = byId("closed", HTMLElement);
  fill(section, { closed_title: problem.title, closed_detail: problem.detail ?? "" });
  section.hidden = false;
}

open();
