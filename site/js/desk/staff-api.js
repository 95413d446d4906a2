/** @import {Archive, Assessment, Case, Claim, Counts, Decidable, HandOffMade, Log, Me, RowsPage, RowStates, Underwriting} from "./contract.js" */
/** @import {Desk, Place} from "./place.js" */
/** @import {Period} from "./period.js" */
/** @import {Session} from "./session.js" */
/** @import {Summary} from "../../types/api.js" */
/** @import {Checked, Entered, ImportCase} from "../../types/api.js" */
/** @import {LineAsked, LineRecorded, MatchedStatement} from "../../types/api.js" */
import { call, SignedOutError } from "../api.js";
import { codeOf } from "../problem.js";
import { PeopleApi } from "./people-api.js";
import { pathOf, queryOf } from "./routes.js";

/** The desk's routes, asked as whoever is signed in. All of them throw what `call` throws. */
export class StaffApi {
  /** @param {Session} session */
  constructor(session) {
    this.session = session;
    this.people = new PeopleApi((path, options) => this.#ask(`people/${path}`, options));
  }

  /** @returns {Promise<Me>} */
  me() {
    return this.#ask("me");
  }

  /**
   * @param {Desk} desk
   * @param {Partial<Place>} place
   * @param {string} [after] What the page before gave as `next`.
   * @returns {Promise<{items: any[], unreadable: string[], next: string | null}>} Of what this desk queues,
   *   or of what a search finds: its words travel in the body only.
   */
  queue(desk, { state = "", county = "", q = "" }, after = "") {
    if (!q) return this.#ask(`${desk}${queryOf({ state, county, after })}`);
    return this.#ask(`${desk}/search`, { body: { q, after, ...(county && { county }) } });
  }

  /**
   * @param {Desk} desk
   * @param {string} [county] Empty: all that may be seen.
   * @returns {Promise<Counts>}
   */
  counts(desk, county = "") {
    return this.#ask(`${desk}/counts${queryOf({ county })}`);
  }

  /**
   * @param {string} receipt Of a list.
   * @returns {Promise<Case>}
   */
  roster(receipt) {
    return this.#ask(pathOf(receipt));
  }

  /**
   * @param {string} asked A unit's number, or the receipt of a list or old policy of it.
   * @returns {Promise<import("../../types/api.js").UnitCase>}
   */
  unit(asked) {
    return this.#ask(`units/${encodeURIComponent(asked)}`);
  }

  /**
   * @param {string[]} lines Of a list that names units.
   * @returns {Promise<import("../../types/api.js").UnitsFound>}
   */
  findUnits(lines) {
    return this.#ask("units/search", { body: { lines } });
  }

  /**
   * @param {string} receipt
   * @param {number} version
   * @param {number | null} after
   * @returns {Promise<RowsPage>}
   */
  rows(receipt, version, after) {
    const query = queryOf({ version: String(version), after: after ? String(after) : "" });
    return this.#ask(`${pathOf(receipt)}/rows${query}`);
  }

  /**
   * @param {string} receipt Of a list that waits for a decision.
   * @param {string} first_day ISO date; empty: the one that would be proposed today.
   * @returns {Promise<Underwriting>}
   */
  underwriting(receipt, first_day) {
    return this.#ask(`${pathOf(receipt)}/underwriting${queryOf({ first_day })}`);
  }

  /**
   * @param {string} receipt
   * @returns {Promise<HandOffMade>}
   */
  handOff(receipt) {
    return this.#ask(`${pathOf(receipt)}/hand-off`, { body: {} });
  }

  /**
   * @param {{receipt: string, number: number}[]} lists That were handed off, and how often.
   * @returns {Promise<import("../../types/api.js").HandOffsMade>} All of them in one file.
   */
  handOffs(lists) {
    return this.#ask("rosters/hand-offs", { body: { lists } });
  }

  /**
   * @param {string} receipt Of a list.
   * @param {number} number Of a policy or invoice that was attached to it.
   * @returns {Promise<{url: string}>} Good for some minutes.
   */
  attachedLink(receipt, number) {
    return this.#ask(`${pathOf(receipt)}/policy-papers/${number}/link`, { body: {} });
  }

  /**
   * @param {string} receipt
   * @param {string} upload_id Of the file that the insurer has filled in.
   * @returns {Promise<RowStates>}
   */
  rowStates(receipt, upload_id) {
    return this.#ask(`${pathOf(receipt)}/row-states`, { body: { upload_id } });
  }

  /**
   * @param {string} upload_id Of a file about lists that the insurer has filled in.
   * @returns {Promise<import("../../types/api.js").BroughtLists>}
   */
  broughtLists(upload_id) {
    return this.#ask("rosters/row-states", { body: { upload_id } });
  }

  /**
   * @param {string} receipt Of a list.
   * @param {object} body What would be accepted.
   * @returns {Promise<import("../../types/api.js").AcceptLook>}
   */
  lookAtAcceptance(receipt, body) {
    return this.#ask(`${pathOf(receipt)}/accept/look`, { body });
  }

  /**
   * @param {Pick<Decidable, "receipt" | "revision">} list As it was looked at.
   * @param {import("./contract.js").EndorseRequest} body What would be proposed.
   * @returns {Promise<import("../../types/api.js").EndorsementLook>}
   */
  lookAtEndorsement(list, body) {
    return this.decide(list, "endorsements/look", body);
  }

  /**
   * @param {string} receipt Of a claim.
   * @returns {Promise<Claim>}
   */
  claim(receipt) {
    return this.#ask(pathOf(receipt));
  }

  /**
   * @param {string} receipt
   * @param {Record<string, string>} stated Of the illness: its `specimen_date` where it is not the
   *   report's, and whether it is `primary` and `first`; empty: nobody has said.
   * @returns {Promise<Assessment>}
   */
  assessment(receipt, stated) {
    return this.#ask(`${pathOf(receipt)}/assessment${queryOf(stated)}`);
  }

  /**
   * @param {string} receipt
   * @param {string} document_id
   * @returns {Promise<{url: string}>} Good for some minutes.
   */
  paperLink(receipt, document_id) {
    return this.#ask(`${pathOf(receipt)}/documents/${document_id}/link`, { body: {} });
  }

  /**
   * @param {string} receipt
   * @returns {Promise<import("../../types/api.js").Thumbnails>} Good for some minutes.
   */
  thumbnails(receipt) {
    return this.#ask(`${pathOf(receipt)}/thumbnails`, { body: {} });
  }

  /**
   * @param {string} receipt
   * @returns {Promise<Archive>}
   */
  export(receipt) {
    return this.#ask(`${pathOf(receipt)}/export`, { body: {} });
  }

  /**
   * @param {string} receipt
   * @returns {Promise<Log>}
   */
  log(receipt) {
    return this.#ask(`${pathOf(receipt)}/log`);
  }

  /**
   * @param {string} receipt
   * @param {string} name Of a slip.
   * @param {"printed" | "told"} how
   * @returns {Promise<import("./contract.js").Told>}
   */
  tell(receipt, name, how) {
    return this.#ask(`${pathOf(receipt)}/slips`, { body: { name, how } });
  }

  /**
   * E-mail about a record came back: none goes there any more.
   *
   * @param {string} receipt
   * @param {boolean} is_over Or it does so no more, and goes there again.
   * @returns {Promise<import("./contract.js").Told>}
   */
  bounced(receipt, is_over) {
    return this.#ask(`${pathOf(receipt)}/bounced`, { body: { is_over } });
  }

  /**
   * @param {string} receipt
   * @returns {Promise<{url: string}>}
   */
  logFile(receipt) {
    return this.#ask(`${pathOf(receipt)}/log-file`, { body: {} });
  }

  /**
   * @param {Period} period
   * @returns {Promise<Summary>}
   */
  summary(period) {
    return this.#ask(`summary${queryOf({ ...period })}`);
  }

  /**
   * @param {Period} period
   * @returns {Promise<{url: string}>}
   */
  summaryFile(period) {
    return this.#ask("summary/file", { body: period });
  }

  /** @returns {Promise<import("../../types/api.js").MonthlySummaries>} */
  monthlySummaries() {
    return this.#ask("summary/monthly");
  }

  /**
   * @param {string} month Such as 2026-11.
   * @returns {Promise<{url: string}>}
   */
  monthlySummaryFile(month) {
    return this.#ask(`summary/monthly/${month}/file`, { body: {} });
  }

  /** @returns {Promise<Entered[]>} */
  async services() {
    return (await this.#ask("services")).entries;
  }

  /**
   * @param {"lectures" | "specialists"} kind
   * @param {Record<string, unknown>} body
   * @returns {Promise<Entered>}
   */
  addService(kind, body) {
    return this.#ask(`services/${kind}`, { body });
  }

  /**
   * @param {Entered} entry
   * @param {string} reason
   * @returns {Promise<Entered>}
   */
  withdrawService({ kind, entry_id }, reason) {
    return this.#ask(`services/${kind}/${entry_id}/withdraw`, { body: { reason } });
  }

  /**
   * @param {string} upload_id Of a bank statement.
   * @returns {Promise<MatchedStatement>}
   */
  checkStatement(upload_id) {
    return this.#ask("statements/check", { body: { upload_id } });
  }

  /**
   * @param {string} upload_id
   * @param {LineAsked[]} lines Few enough for one request.
   * @param {boolean} is_looked_at Whether somebody has looked at each of them.
   * @returns {Promise<LineRecorded[]>}
   */
  async recordLines(upload_id, lines, is_looked_at) {
    const body = { upload_id, lines, is_looked_at };
    return (await this.#ask("statements/record", { body })).lines;
  }

  /** @returns {Promise<import("../../types/api.js").Imports>} The newest first. */
  imports() {
    return this.#ask("imports");
  }

  /**
   * @param {string} upload_id Of a workbook of old policies.
   * @returns {Promise<Checked>}
   */
  checkImport(upload_id) {
    return this.#ask("imports/check", { body: { upload_id } });
  }

  /**
   * @param {string} upload_id
   * @returns {Promise<ImportCase>}
   */
  beginImport(upload_id) {
    return this.#ask("imports", { body: { upload_id } });
  }

  /**
   * @param {string} receipt
   * @returns {Promise<ImportCase>}
   */
  import(receipt) {
    return this.#ask(`imports/${encodeURIComponent(receipt)}`);
  }

  /**
   * @param {ImportCase} found
   * @param {string} reason
   * @returns {Promise<ImportCase>}
   */
  reverseImport({ receipt, revision }, reason) {
    const headers = { "If-Match": `"${revision}"` };
    return this.#ask(`imports/${encodeURIComponent(receipt)}/reverse`, {
      body: { reason },
      headers,
    });
  }

  /**
   * @param {Pick<Decidable, "receipt" | "revision">} record As it was looked at: where somebody
   *   was faster, nothing is decided.
   * @param {string} decision Its path below the case, such as `return`.
   * @param {object} [body]
   * @param {Record<string, string>} [more] Headers besides the one that names the revision.
   * @returns {Promise<any>} The case as it is then, or what the decision has made with it.
   */
  decide({ receipt, revision }, decision, body = {}, more = {}) {
    const headers = { "If-Match": `"${revision}"`, ...more };
    return this.#ask(`${pathOf(receipt)}/${decision}`, { body, headers });
  }

  /**
   * @param {string} path
   * @param {{body?: unknown, headers?: Record<string, string>}} [options]
   */
  async #ask(path, { headers = {}, ...options } = {}) {
    const authorization = { Authorization: `Bearer ${this.session.token}` };
    try {
      return await call(`staff/${path}`, { ...options, headers: { ...headers, ...authorization } });
    } catch (error) {
      if (codeOf(error) === "staff.signed_out") throw new SignedOutError();
      throw error;
    }
  }
}
