/** @import {Changes, List, Report} from "../contract.js" */
/** @import {Errand} from "./errand.js" */
/** @import {Attempt} from "./file-picker.js" */
/** @import {Bring} from "./list-sources.js" */
/** @import {Kept} from "./mending/draft.js" */
import { ProblemError } from "../api.js";
import { byId, reveal } from "../dom.js";
import { ErrorSummary } from "../error-summary.js";
import { Later } from "../later.js";
import { askBeforeLeaving, openLinksBeside } from "../leaving.js";
import { fault } from "../fault.js";
import { isWorthRetrying, patiently, QUIETLY } from "../patience.js";
import { failureIn, faultsAt, faultsOf, whatHappened, wordsAbout } from "../problem.js";
import { InsecurePageError, isSecurePage } from "../proof-of-work.js";
import { RetryLine } from "../retry-line.js";
import { ColumnsChoice } from "./columns-choice.js";
import { checked, resultOf } from "./list-check.js";
import { ListDraft, restoredInWords } from "./list-draft.js";
import { ListSources } from "./list-sources.js";
import { MarkedUpList } from "./marked-up.js";
import { withChanges } from "./mending/draft.js";
import { MendingPanel } from "./mending/panel.js";
import { withRowsToMend } from "./mending/rows-to-mend.js";
import { RenewalView } from "./renewal.js";
import { printConsentSlips } from "../consent-slips.js";
import { ReportView } from "./report.js";
import { SubmitStep } from "./submit-step.js";
import { UnitStep } from "./unit-step.js";

/** After the last change in the page; every check reads the whole list again. */
const CHECK_AFTER_MS = 800;
const LIST_GOES_ON = "名单还在这里，会自己再试，您不用做什么。";
const JUDGED_SOON = "改动都在，过一会儿会自己再核对。";
const NOT_JUDGED = "刚才的改动还没有核对成。改动都在，请稍后再提交一次。";

/** The four steps from a unit's list to a receipt. */
export class RosterPage {
  form = byId("roster-form", HTMLFormElement);
  last = new SubmitStep();
  summary = new ErrorSummary(byId("error-summary", HTMLElement), this.form);
  report = new ReportView(byId("step-check", HTMLElement));
  markedUp = new MarkedUpList(byId("marked-up", HTMLElement), (error) =>
    this.summary.show(faultsOf(error)),
  );
  sources = new ListSources(byId("step-list", HTMLElement), {
    onList: (attempt, field, bring) => this.check(attempt, field, bring),
    onMissing: (faults) => this.summary.show(faults),
    onEdit: (isChanged) => this.forgetBrought(isChanged),
    isGiven: (list) => this.isGiven(list),
  });
  picker = this.sources.picker;
  line = RetryLine.behind(this.picker.words, LIST_GOES_ON);
  renewal = new RenewalView(
    byId("renewal", HTMLDetailsElement),
    byId("renewal-form", HTMLFormElement),
  );
  mending = new MendingPanel(
    byId("mending", HTMLElement),
    () => this.changeList(),
    () => this.given,
  );
  columns = new ColumnsChoice(byId("columns", HTMLElement));
  again = new Later(() => this.checkAgain(), CHECK_AFTER_MS);
  /** As it was brought, without what was changed on the page. @type {List | null} */
  brought = null;
  /** With what was changed on the page. @type {List | null} */
  list = null;
  /** Rows to mend that came without the list that they belong to. @type {Kept | null} */
  waiting = null;
  name = "";

  /** @param {Errand} errand */
  constructor(errand) {
    this.errand = errand;
    this.unit = new UnitStep(this.form, errand);
    this.draft = new ListDraft(errand);
  }

  start() {
    this.unit.start();
    askBeforeLeaving(() => this.list !== null && !this.form.hidden && !this.isAsGiven);
    openLinksBeside(this.form);
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.submit();
    });
    this.unit.part.addEventListener("change", () => this.checkUnitAgain());
    this.mending.ownDevice.addEventListener("change", () => this.keep());
    byId("add-person", HTMLButtonElement).addEventListener("click", () => this.addPerson());
    if (this.errand.renews) this.renewal.know(this.errand.renews);
    byId("choose-again", HTMLButtonElement).addEventListener("click", () =>
      this.sources.ask(this.list),
    );
    byId("print-consent-slips", HTMLButtonElement).addEventListener("click", () =>
      printConsentSlips(this.names, this.unit.answers.name ?? ""),
    );
    byId("opening", HTMLElement).hidden = true;
    this.form.hidden = false;
    this.restore();
    if (!isSecurePage()) this.summary.show(faultsOf(new InsecurePageError()));
  }

  /** @param {(list: List) => boolean} isChanged Of which lists other things stand there by now. */
  forgetBrought(isChanged) {
    if (!this.list || !isChanged(this.list)) return;
    this.picker.forget();
    this.forgetList();
  }

  /** Who is on the list, but for those who are left out; nobody where there is none yet. */
  get names() {
    const out = new Set([...(this.list?.exclude_rows ?? []), ...this.report.excludedRows()]);
    const all = Object.entries(this.report.report?.names ?? {});
    return all.flatMap(([row, name]) => (name && !out.has(Number(row)) ? [name] : []));
  }

  /**
   * Brings a list and checks it; one that is brought meanwhile takes its place.
   *
   * @param {Attempt} attempt
   * @param {string} field The input that it comes from: there it is put right if that fails.
   * @param {Bring} bring
   * @param {Changes} [changes] What was changed in it on the page before.
   */
  async check(attempt, field, bring, changes) {
    const { kept: before } = this;
    const { name } = attempt;
    this.forgetList();
    /** @type {List | undefined} */
    let brought;
    const judged = async () => {
      brought ??= await bring(attempt);
      attempt.checking();
      changes ??= this.draft.changesOf(brought);
      return { brought, report: await this.judge({ ...brought, ...changes }) };
    };
    try {
      const found = await patiently(judged, this.line, { isWanted: () => attempt.isLatest });
      if (!attempt.isLatest) return;
      attempt.done();
      this.takeUp(found.report, { name, brought: found.brought, changes: changes ?? {} });
      reveal(this.report.body);
      if (this.waiting && !found.brought.base) await this.merge(this.waiting, field);
    } catch (error) {
      if (!attempt.isLatest) return;
      attempt.failed();
      if (brought && (await this.askBack(error, field, { attempt, brought, before }))) return;
      const rest = async (/** @type {Attempt} */ now) => brought ?? bring(now);
      const again = () => this.check(this.picker.beginWithout(name), field, rest, changes);
      if (failureIn(error)) this.line.offer(error, again);
      else this.summary.show(faultsAt(error, field));
    }
  }

  /**
   * A list that is refused, but could be read if she said which column is which; or rows to mend,
   * which are put into the list that was there before.
   *
   * @param {unknown} error
   * @param {string} field
   * @param {{attempt: Attempt, brought: List, before: Kept | null}} tried
   * @returns {Promise<boolean>} Whether there is nothing more to tell her.
   */
  async askBack(error, field, { attempt, brought, before }) {
    if (!(error instanceof ProblemError)) return false;
    const { code, sheets = [], findings = [] } = error.problem;
    if (code === "merge.base_missing") {
      this.waiting = { name: attempt.name, brought, changes: {} };
      const report = before && (await this.judge(withChanges(before)).catch(() => null));
      if (!before || !report) return false;
      this.takeUp(report, before);
      await this.merge(this.waiting, field);
      return true;
    }
    if (sheets.length === 0) return false;
    this.columns.ask(sheets, findings[0], (columns) =>
      this.check(this.picker.beginWithout(attempt.name), field, async () => ({
        ...brought,
        columns,
      })),
    );
    return true;
  }

  /**
   * Puts rows to mend into the list that stands in the page; it stays if they do not fit.
   *
   * @param {Kept} rows
   * @param {string} field
   */
  async merge(rows, field) {
    this.waiting = null;
    const { list } = this;
    if (!list) return;
    const brought = withRowsToMend(list, rows.brought);
    const { exclude_rows = [] } = list;
    try {
      const report = await this.judge({ ...brought, exclude_rows });
      const mends = /** @type {import("../contract.js").Mend[]} */ (report.merged?.mends ?? []);
      this.picker.say(`已并入：${rows.name}`);
      this.takeUp(report, { name: this.name, brought, changes: { mends, exclude_rows } });
      reveal(this.report.body);
    } catch (error) {
      this.summary.show(faultsAt(error, field));
    }
  }

  /**
   * A list that could be read is the one that is mended and handed in from now on.
   *
   * @param {Report} report
   * @param {Kept} kept
   */
  takeUp(report, { name, brought, changes }) {
    this.name = name;
    this.brought = brought;
    this.mending.begin(changes);
    this.sources.show({ ...brought, ...changes });
    this.errand.prepare();
    this.show(report, { ...brought, ...this.mending.asked });
    this.keep();
  }

  /** @returns {Kept | null} The list that stands in the page. */
  get kept() {
    if (!this.brought) return null;
    return { name: this.name, brought: this.brought, changes: this.mending.asked };
  }

  /**
   * @param {List} list
   * @returns {boolean} Whether it is the one that the page came with.
   */
  isGiven(list) {
    return this.errand.prefilled?.is(list) ?? false;
  }

  /** What the page came with, where that is the list which stands in it. */
  get given() {
    return this.list && this.isGiven(this.list) ? this.errand.prefilled : undefined;
  }

  /** Whether the list that the page came with stands in it unchanged. */
  get isAsGiven() {
    const { kept } = this;
    const isGiven = kept !== null && this.errand.prefilled?.added(kept.brought) === 0;
    return isGiven && Object.keys(kept.changes).length === 0;
  }

  /** For a reload of the page. */
  keep() {
    if (this.kept) this.draft.keep(this.kept, this.mending.ownDevice.checked);
  }

  /** What stood in the page before it was loaded again, if the server still has the file. */
  async restore() {
    const { kept } = this.draft;
    if (!kept) return;
    const attempt = this.picker.beginWithout(kept.name);
    try {
      const judge = () => this.judge(withChanges(kept));
      const report = await patiently(judge, this.line, { isWanted: () => attempt.isLatest });
      if (!attempt.isLatest) return;
      attempt.done();
      this.mending.ownDevice.checked = kept.withNumbers ?? false;
      this.takeUp(report, kept);
      if (this.isGiven(kept.brought)) this.mending.showEveryone();
      if (this.isAsGiven) return;
      this.mending.say(restoredInWords(kept));
    } catch (error) {
      if (!attempt.isLatest) return;
      if (failureIn(error) || this.isGiven(kept.brought)) {
        attempt.failed();
        if (failureIn(error)) this.line.offer(error, () => this.restore());
        else this.summary.show(faultsOf(error));
        return;
      }
      this.picker.forget();
      this.picker.say(this.draft.gone(kept, error));
    }
  }

  /**
   * @param {Report} report
   * @param {List} list What was reported on.
   */
  show(report, list) {
    this.list = list;
    this.report.show(report);
    this.mending.show(report);
    this.markedUp.offer(report, list);
    this.renewal.offer(list);
    byId("add-person", HTMLButtonElement).hidden = !this.given;
  }

  /** An empty row at the end of the list, to be filled in where rows are mended. */
  async addPerson() {
    const { prefilled } = this.errand;
    if (!this.brought || !prefilled) return;
    const added = prefilled.added(this.brought) + 1;
    this.brought = prefilled.list(added);
    this.changeList();
    if (await this.again.settled()) this.mending.open(prefilled.people.length + added);
  }

  /** Something was changed on the page: all of it is judged again, a moment later. */
  changeList() {
    if (!this.brought) return;
    this.list = { ...this.brought, ...this.mending.asked };
    this.sources.show(this.list);
    this.keep();
    this.again.soon();
  }

  /** @returns {Promise<boolean>} Whether what is shown is true of the list as it is now. */
  async checkAgain() {
    const { list } = this;
    if (!list) return true;
    try {
      const report = await this.judge(list);
      if (list !== this.list) return true;
      this.show(report, list);
      this.mending.say(resultOf(report));
      return true;
    } catch (error) {
      const mends = isWorthRetrying(error);
      if (mends) this.again.later(error);
      this.mending.say(mends ? whatHappened(error) + JUDGED_SOON : wordsAbout(error));
      return false;
    }
  }

  forgetList() {
    this.line.end();
    this.again.forget();
    this.brought = null;
    this.list = null;
    this.mending.begin();
    this.columns.clear();
    this.report.clear();
    this.markedUp.clear();
    this.renewal.clear();
    this.summary.clear();
  }

  /** @param {List} list */
  judge(list) {
    return checked(list, this.form, this.unit.part, (asked) => this.errand.check(asked));
  }

  /** What was said about the unit changes with its answers, not only with the file. */
  async checkUnitAgain() {
    const { list } = this;
    if (!list || this.unit.faults().length > 0) return;
    const report = await patiently(() => this.judge(list), QUIETLY).catch(() => null);
    if (report && list === this.list) this.show(report, list);
  }

  async submit() {
    if (this.last.isBusy) return;
    this.last.isBusy = true;
    const isJudged = await this.again.settled();
    this.last.isBusy = false;
    const faults = [
      ...(isJudged ? [] : [fault("upload_id", NOT_JUDGED)]),
      ...this.unit.faults(),
      ...this.report.faults(),
      ...this.last.faults(),
    ];
    if (faults.length > 0) {
      this.summary.show(faults);
      return;
    }
    this.summary.clear();
    const { report } = this.report;
    if (this.list && report) await this.send(this.list, report);
  }

  /**
   * @param {List} list
   * @param {Report} report What was found in it.
   */
  async send(list, report) {
    try {
      const submission = this.last.submission(list, this.unit.answers, this.report);
      const showOutcome = await this.last.send(this.errand, submission);
      this.unit.forget();
      this.draft.forget();
      this.form.hidden = true;
      byId("before-form", HTMLElement).hidden = true;
      showOutcome(report);
    } catch (error) {
      if (error instanceof ProblemError && this.errand.leaves?.(list)) await this.checkAgain();
      this.summary.show(faultsOf(error));
    }
  }
}
