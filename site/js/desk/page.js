/** @import {Me} from "./contract.js" */
/** @import {Place, Room} from "./place.js" */
import { ProblemError, SignedOutError } from "../api.js";
import { today } from "../clock.js";
import { byId, element, fill, partIn, reveal } from "../dom.js";
import { ErrorSummary } from "../error-summary.js";
import { fault } from "../fault.js";
import { patiently } from "../patience.js";
import { codeOf, failureIn, faultsOf } from "../problem.js";
import { InsecurePageError, isSecurePage } from "../proof-of-work.js";
import { RetryLine } from "../retry-line.js";
import { showAround, walkByKeys } from "./around.js";
import { BatchView } from "./batch.js";
import { ChosenLists } from "./chosen.js";
import { ClaimCase } from "./claim-case.js";
import { ClaimQueue } from "./claim-queue.js";
import { claimDrafts, forgetDrafts } from "./draft.js";
import { ImportsView } from "./imports.js";
import { PersonSearch } from "./person-search.js";
import { deskOf, hashOf, isDesk, placeOf, roomsOf } from "./place.js";
import { signPrints } from "./printed-by.js";
import { RosterCase } from "./roster-case.js";
import { RosterQueue } from "./roster-queue.js";
import { ServicesView } from "./services.js";
import { IssuerError, NotSignedInError, Session } from "./session.js";
import { StaffApi } from "./staff-api.js";
import { StatementView } from "./statement.js";
import { SummaryView } from "./summary.js";
import { UnitView } from "./unit-view.js";
import { areasInWords, rolesInWords, ROOMS } from "./words.js";

const NOT_SIGNED_IN = "登录没有成功，或者您没有登录就回来了。请再登录一次。";
const NO_ISSUER = "没有连上登录用的网站。请过一会儿，再点一次“登录”；一直不行，请联系管理员。";
const TITLE = document.title;
/** Of what was to be opened and has failed. */
const line = RetryLine.behind(byId("desk-errors", HTMLElement));

/** The desk, once the service has said where its people sign in. */
class Desk {
  opening = byId("opening", HTMLElement);
  said = byId("said", HTMLElement);
  signedIn = byId("signed-in", HTMLElement);
  signedOut = byId("signed-out", HTMLElement);
  summary = new ErrorSummary(byId("desk-errors", HTMLElement), this.signedIn);
  /** @type {Me | null} */
  me = null;
  /** Counts what was opened: an answer that comes too late is not shown. */
  turn = 0;
  /** The case that was looked at last, until the queue is back. */
  leftCase = "";

  /** @param {Session} session */
  constructor(session) {
    this.session = session;
    const api = new StaffApi(session);
    const day = today();
    const onError = (/** @type {unknown} */ error) => this.tell(error);
    this.api = api;
    const say = (/** @type {string} */ words) => void (this.said.textContent = words);
    const surroundings = { api, today: day, say, onError };
    const chosen = new ChosenLists();
    this.rooms = {
      rosters: new RosterQueue(api, day, onError, chosen),
      batch: new BatchView(api, chosen, onError),
      claims: new ClaimQueue(api, day, onError),
      summary: new SummaryView(api, day, onError),
      services: new ServicesView(api, onError),
      statements: new StatementView(api, onError),
      imports: new ImportsView(api, onError),
      people: new PersonSearch(api, onError),
    };
    for (const queue of [this.rooms.rosters, this.rooms.claims]) {
      queue.onPlace = (isMove) => void this.show(isMove);
      queue.onIdNumber = (number) => this.#askAbout(number, queue.desk);
    }
    this.cases = { rosters: new RosterCase(surroundings), claims: new ClaimCase(surroundings) };
    this.unit = new UnitView(surroundings);
    byId("sign-in", HTMLButtonElement).addEventListener("click", () =>
      this.#tried(() => session.signIn(location.hash)),
    );
    byId("sign-out", HTMLButtonElement).addEventListener("click", () =>
      this.#tried(() => {
        forgetDrafts();
        return session.signOut();
      }),
    );
    addEventListener("hashchange", () => this.show(true));
    walkByKeys();
    signPrints(this.signedIn, () => this.me);
  }

  async start() {
    try {
      const hash = await this.session.resume();
      if (hash) history.replaceState(null, "", hash);
      if (this.session.token) await this.#enter(hash !== null);
      else this.#showSignedOut();
    } catch (error) {
      await this.tell(error, () => this.start());
    }
  }

  /** @param {boolean} isBack She comes back from signing in. */
  async #enter(isBack) {
    const me = await patiently(() => this.api.me(), line);
    this.me = me;
    fill(this.signedIn, { name: me.name, roles: rolesInWords(me.roles), areas: areasInWords(me) });
    claimDrafts(this.session.subject);
    for (const queue of [this.rooms.rosters, this.rooms.claims]) queue.offer(me);
    this.rooms.batch.recall();
    await this.show(false);
    const { receipt } = placeOf(location.hash);
    if (isBack && receipt) this.cases[deskOf(receipt)].decisions.resume();
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
    const isWanted = () => turn === this.turn;
    line.end();
    this.said.textContent = isMove ? "正在打开…" : "";
    const place = placeOf(location.hash);
    const [first = "rosters"] = roomsOf(me.roles);
    const room = place.receipt ? deskOf(place.receipt) : place.desk || first;
    const isQueue = !place.receipt && !place.unit;
    try {
      const showIt = await patiently(() => this.#prepare(me, room, place), line, { isWanted });
      if (!isWanted()) return;
      showIt();
      this.#showSwitch(me, room);
      this.#reveal(this.#viewOf(place, room).section, isMove);
      if (place.receipt) this.leftCase = place.receipt;
      else if (isQueue && isDesk(room)) this.#goOn(room);
    } catch (error) {
      if (isWanted()) await this.tell(error, () => this.show(isMove));
    }
  }

  /**
   * Asks about somebody whose ID number stood in a queue's search; who may not is told so.
   *
   * @param {string} number
   * @param {"rosters" | "claims"} desk
   */
  async #askAbout(number, desk) {
    if (!roomsOf(this.me?.roles ?? []).includes("people")) {
      return this.#tried(() => this.api.queue(desk, { q: number }));
    }
    this.rooms.people.askNext(number);
    location.hash = hashOf({ desk: "people" });
  }

  /**
   * Goes on in a queue at the case that somebody comes back from.
   *
   * @param {"rosters" | "claims"} room
   */
  #goOn(room) {
    const { leftCase } = this;
    this.leftCase = "";
    if (leftCase && deskOf(leftCase) === room) this.rooms[room].lineOf(leftCase)?.focus();
  }

  /**
   * @param {Place} place
   * @param {Room} room
   */
  #viewOf({ receipt, unit }, room) {
    if (receipt) return this.cases[deskOf(receipt)];
    return unit ? this.unit : this.rooms[room];
  }

  /**
   * @param {Me} me
   * @param {Room} room
   * @param {Place} place
   * @returns {Promise<() => void>} Shows what was asked for.
   */
  #prepare(me, room, place) {
    if (place.receipt) return this.#prepareCase(place.receipt);
    if (place.unit) return this.unit.prepare(place.unit, this.rooms.rosters.hash, me.counties);
    return isDesk(room) ? this.rooms[room].prepare(place) : this.rooms[room].prepare(me);
  }

  /**
   * @param {string} receipt
   * @returns {Promise<() => void>}
   */
  async #prepareCase(receipt) {
    const desk = deskOf(receipt);
    const view = this.cases[desk];
    const [showCase, around] = await Promise.all([
      view.prepare(receipt, this.rooms[desk].hash),
      this.rooms[desk].around(receipt),
    ]);
    return () => {
      showCase();
      showAround(view.section, around);
    };
  }

  /**
   * @param {Me} me
   * @param {Room} shown
   */
  #showSwitch({ roles }, shown) {
    const rooms = roomsOf(roles).map((room) => {
      const current = room === shown ? { "aria-current": "true" } : {};
      const href = hashOf({ desk: room });
      return element("li", {}, element("a", { href, ...current }, ROOMS[room]));
    });
    const part = partIn(this.signedIn, "rooms");
    part.hidden = rooms.length < 2;
    part.querySelector("ul")?.replaceChildren(...rooms);
  }

  /**
   * @param {HTMLElement} section
   * @param {boolean} isMove
   */
  #reveal(section, isMove) {
    this.#settle();
    this.signedIn.hidden = false;
    const views = [this.unit, ...Object.values(this.rooms), ...Object.values(this.cases)];
    for (const { section: each } of views) each.hidden = each !== section;
    const { textContent } = /** @type {HTMLElement} */ (section.querySelector("h2"));
    document.title = `${textContent} - ${TITLE}`;
    if (isMove) reveal(section);
  }

  /**
   * Says what went wrong; where nobody is signed in any more, offers to sign in again and to come
   * back here.
   *
   * @param {unknown} error
   * @param {() => void} [again] Does it once more.
   */
  async tell(error, again) {
    this.#settle();
    if (error instanceof NotSignedInError) {
      this.#showSignedOut();
      this.summary.show([fault(null, NOT_SIGNED_IN)]);
    } else if (error instanceof IssuerError) {
      this.summary.show([fault(null, NO_ISSUER)]);
    } else if (error instanceof SignedOutError) {
      await this.session.forget();
      this.#showSignedOut();
      this.summary.show(faultsOf(error));
    } else if (again && failureIn(error)) {
      line.offer(error, again);
    } else {
      this.signedOut.hidden = Boolean(this.session.token);
      this.summary.show(faultsOf(error));
    }
  }

  /** What was awaited is there, or will not come. */
  #settle() {
    this.opening.hidden = true;
    this.said.textContent = "";
    line.end();
    this.summary.clear();
  }

  #showSignedOut() {
    this.#settle();
    this.signedIn.hidden = true;
    this.signedOut.hidden = false;
    document.title = TITLE;
  }

  /** @param {() => Promise<unknown>} work */
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
    await new Desk(await patiently(() => Session.open(), line)).start();
  } catch (error) {
    opening.hidden = true;
    if (error instanceof ProblemError && codeOf(error) === "staff.closed") showClosed(error);
    else if (failureIn(error)) line.offer(error, open);
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
