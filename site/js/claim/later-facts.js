/** @import {ClaimStay, Finding} from "../contract.js" */
/** @import {Fault} from "../fault.js" */
import { today } from "../clock.js";
import { confirmationTick, confirmedIn } from "../confirmations.js";
import { partIn } from "../dom.js";
import { fault } from "../fault.js";
import { followAnswers } from "../follow-answers.js";
import { answersIn, partOf } from "../form-answers.js";
import { missingIn } from "../missing.js";
import { OPEN_DISEASE } from "./answers.js";
import { CertificateQuestion } from "./certificate.js";
import { StayRows } from "./stay-rows.js";

const NOTHING = "请勾选要补的内容，再填写。";
const NO_WORDS = "病种由保险公司核定的，请照着诊断证明，写上面的字。";

/** What may be said later of a reported claim, as a part of a form on the state page or the desk's. */
export class LaterFacts {
  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
    this.ticks = partIn(form, "confirmations");
    this.stays = new StayRows(/** @type {HTMLElement} */ (form.querySelector(".rows")));
    this.follow = followAnswers(form);
    this.certificate = new CertificateQuestion(form, today());
    form.addEventListener("change", () => {
      if (answersIn(form)["say.stays"]) this.stays.begin();
    });
  }

  /**
   * Nothing is said yet.
   *
   * @param {ClaimStay[]} stays What is known.
   */
  begin(stays) {
    this.form.reset();
    this.ask([]);
    this.stays.fill(stays.map(({ admission, discharge = null }) => ({ admission, discharge })));
    this.follow();
    this.certificate.follow();
  }

  /** @param {string[] | null} parts What alone may be said now; null: everything. */
  allow(parts) {
    /** @type {NodeListOf<HTMLInputElement>} */
    const ticks = this.form.querySelectorAll("[name^='say.']");
    for (const tick of ticks) {
      tick.disabled = parts !== null && !parts.includes(tick.name.slice("say.".length));
      const choice = tick.closest("label");
      if (choice) choice.hidden = tick.disabled;
    }
    this.follow();
  }

  /** What is said, of those parts that are ticked, as the API takes it. */
  get said() {
    const answers = answersIn(this.form);
    const says = partOf(answers, "say.");
    return {
      ...(says.stays && { stays: this.stays.stays }),
      ...(says.bank && { bank: partOf(answers, "bank.") }),
      ...((says.specimen || says.disease || says.earlier) && { diagnosis: illnessOf(answers) }),
      ...(says.name && { insured: partOf(answers, "insured.") }),
      confirmations: confirmedIn(this.ticks),
    };
  }

  /** @returns {Fault[]} What was left open. */
  get faults() {
    const answers = answersIn(this.form);
    const isEmpty = Object.keys(partOf(answers, "say.")).length === 0;
    const isUnsaid = isOpen(answers) && !answers["diagnosis.certificate"];
    return [
      ...missingIn(this.form),
      ...(isEmpty ? [fault("say.stays", NOTHING)] : []),
      ...(isUnsaid ? [fault("diagnosis.certificate", NO_WORDS)] : []),
    ];
  }

  /**
   * Has warnings confirmed that the server names; those ticked before stay so.
   *
   * @param {Finding[]} findings
   */
  ask(findings) {
    const asked = findings.filter(({ code }) => code === "confirmation.missing");
    const ticked = asked.length > 0 ? [...this.ticks.querySelectorAll(":checked")] : [];
    const kept = ticked.flatMap((tick) => tick.closest("label") ?? []);
    const made = asked.map(({ params = {} }) => {
      const title = String(params.title);
      const warning = { code: String(params.warning), title, total: 1 };
      return confirmationTick(warning, `${title}：核对过，没有错`, new Set());
    });
    this.ticks.querySelector(".choices")?.replaceChildren(...kept, ...made);
    this.ticks.hidden = kept.length + made.length === 0;
  }
}

/** @param {Record<string, string>} answers */
function isOpen(answers) {
  return answers["diagnosis.disease"] === OPEN_DISEASE;
}

/** @param {Record<string, string>} answers */
function illnessOf(answers) {
  const { disease, ...others } = partOf(answers, "diagnosis.");
  // What the insurer is to say stays as it was.
  return isOpen(answers) ? others : { ...others, ...(disease && { disease }) };
}
