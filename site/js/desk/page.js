/** @import {Me} from "./contract.js" */
/** @import {Desk as DeskName, Place} from "./place.js" */
import { ProblemError, SignedOutError } from "../api.js";
import { today } from "../clock.js";
import { byId, element, fill, partIn, reveal } from "../dom.js";
import { ErrorSummary } from "../error-summary.js";
import { fault } from "../fault.js";
import { faultsOf } from "../problem.js";
import { InsecurePageError, isSecurePage } from "../proof-of-work.js";
import { ClaimCase } from "./claim-case.js";
import { ClaimQueue } from "./claim-queue.js";
import { deskOf, desksOf, hashOf, placeOf } from "./place.js";
import { RosterCase } from "./roster-case.js";
import { RosterQueue } from "./roster-queue.js";
import { NotSignedInError, Session } from "./session.js";
import { codeOf, StaffApi } from "./staff-api.js";
import { areasInWords, DESKS, rolesInWords } from "./words.js";

const NOT_SIGNED_IN = "登录没有成功，或者您没有登录就回来了。请再登录一次。";
const TITLE = document.title;

/** The desk, once the service has said where its people sign in. */
class Desk {
  opening = byId("opening", HTMLElement);
  said = byId("said", HTMLElement);
  signedIn = byId("signed-in", HTMLElement);
  signedOut = byId("signed-out", HTMLElement);
  summary = new ErrorSummary(byId("desk-errors", HTMLElement), this.signedIn);
  /** @type {Me | null} */
  me = null;
  /** The part of each queue that was looked at last. */
  queueHashes = { rosters: hashOf({ desk: "rosters" }), claims: hashOf({ desk: "claims" }) };
  /** Counts what was opened: an answer that comes too late is not shown. */
  turn = 0;

  /** @param {Session} session */
  constructor(session) {
    this.session = session;
    const api = new StaffApi(session);
    const day = today();
    const onError = (/** @type {unknown} */ error) => this.tell(error);
    this.api = api;
    const say = (/** @type {string} */ words) => void (this.said.textContent = words);
    const surroundings = { api, today: day, say, onError };
    this.queues = {
      rosters: new RosterQueue(api, day, onError),
      claims: new ClaimQueue(api, day, onError),
    };
    this.cases = { rosters: new RosterCase(surroundings), claims: new ClaimCase(surroundings) };
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
    this.queues.rosters.offerCounties(me);
    await this.show(false);
  }

  /**
   * Shows the place that the address names.
   *
   * @param {boolean} isMove Somebody goes from one place to another: the focus goes along.
   */
  async show(isMove) {
    if (!this.me || !this.session.token) return;
    const turn = ++this.turn;
    this.said.textContent = isMove ? "正在打开…" : "";
    const place = placeOf(location.hash);
    const desk = place.receipt ? deskOf(place.receipt) : place.desk || (this.desks[0] ?? "rosters");
    try {
      const showIt = await this.#prepare(desk, place);
      if (turn !== this.turn) return;
      showIt();
      if (!place.receipt) this.queueHashes[desk] = hashOf({ ...place, desk });
      this.#showSwitch(desk);
      this.#reveal(place.receipt ? this.cases[desk].section : this.queues[desk].section, isMove);
    } catch (error) {
      if (turn === this.turn) await this.tell(error);
    }
  }

  /**
   * @param {DeskName} desk
   * @param {Place} place
   */
  #prepare(desk, place) {
    if (place.receipt) return this.cases[desk].prepare(place.receipt, this.queueHashes[desk]);
    return this.queues[desk].prepare(place);
  }

  /** @returns {DeskName[]} */
  get desks() {
    return desksOf(this.me?.roles ?? []);
  }

  /** @param {DeskName} shown */
  #showSwitch(shown) {
    const items = this.desks.map((desk) => {
      const current = desk === shown ? { "aria-current": "true" } : {};
      return element("li", {}, element("a", { href: hashOf({ desk }), ...current }, DESKS[desk]));
    });
    const part = partIn(this.signedIn, "desks");
    part.hidden = items.length < 2;
    part.querySelector("ul")?.replaceChildren(...items);
  }

  /**
   * @param {HTMLElement} section
   * @param {boolean} isMove
   */
  #reveal(section, isMove) {
    this.#settle();
    this.signedIn.hidden = false;
    for (const { section: each } of [...Object.values(this.queues), ...Object.values(this.cases)])
      each.hidden = each !== section;
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
