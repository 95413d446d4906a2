/** @import {Fault} from "../fault.js" */
/** @import {OnBehalfRequest} from "../../types/api.js" */
/** @import {Claim} from "./contract.js" */
/** @import {Listeners} from "./decision-form.js" */
import { LaterFacts } from "../claim/later-facts.js";
import { element } from "../dom.js";
import { day, grouped } from "../format.js";
import { stayInWords } from "./claim-facts.js";
import { DecisionForm } from "./decision-form.js";
import { controlOf } from "./form-control.js";

/**
 * The desk enters what somebody has said of her claim on paper or by telephone.
 *
 * @extends {DecisionForm<OnBehalfRequest, Claim>}
 */
export class OnBehalfForm extends DecisionForm {
  /** @param {Listeners<Claim>} listeners */
  constructor(listeners) {
    super("supplements", listeners);
    this.facts = new LaterFacts(this.form);
  }

  /**
   * @override
   * @param {Claim} claim
   */
  isOpen({ may_decide, may_supplement }) {
    return may_decide && may_supplement;
  }

  /**
   * @override
   * @param {Claim} claim
   * @param {HTMLElement} opener
   */
  open(claim, opener) {
    this.facts.allow(claim.outcome ? ["stays"] : null);
    super.open(claim, opener);
  }

  /** @override An account is no draft: only who said it, and how. */
  get typed() {
    return { source: this.#source, reason: controlOf(this.form, "reason").value };
  }

  /** @override */
  set typed(typed) {
    this.facts.begin(this.record?.stays ?? []);
    for (const radio of this.#sources) radio.checked = radio.value === typed?.source;
    controlOf(this.form, "reason").value = typed?.reason ?? "";
  }

  /**
   * @override
   * @returns {{request: OnBehalfRequest} | {faults: Fault[]}}
   */
  read() {
    const { faults, said } = this.facts;
    if (faults.length > 0) return { faults };
    const { reason } = this.typed;
    const source = this.#source === "paper" ? "paper" : "phone";
    return { request: /** @type {OnBehalfRequest} */ ({ ...said, source, reason: reason.trim() }) };
  }

  /**
   * @override
   * @param {OnBehalfRequest} request
   */
  says({ insured, diagnosis, stays, bank, source, reason }) {
    const lines = [
      ...(stays ? [`全部住院：${stays.map((each) => stayInWords(whole(each))).join("；")}`] : []),
      ...(bank
        ? [
            `银行卡：${bank.bank} ${grouped(bank.card_number)}，户名 ${bank.account_holder}`,
            `谁收款：${this.#chosen("bank.payee")}`,
          ]
        : []),
      ...(diagnosis?.specimen_date ? [`病检标本提取日：${day(diagnosis.specimen_date)}`] : []),
      ...(diagnosis?.certificate ? [`诊断证明上写的：${diagnosis.certificate}`] : []),
      ...(diagnosis?.disease ? [`病种：${diagnosis.disease}`] : []),
      ...(diagnosis?.earlier ? [`以前得过癌症：${this.#chosen("diagnosis.earlier")}`] : []),
      ...(insured ? [`姓名：${insured.name}`] : []),
      `${source === "paper" ? "书面" : "电话"}：${reason}`,
    ];
    return lines.map((line) => element("p", {}, line));
  }

  /**
   * @override
   * @param {import("../api.js").ProblemError} error
   */
  placed(error) {
    this.facts.ask(error.problem.findings ?? []);
    return error;
  }

  /**
   * @param {string} name
   * @returns {string} The answer that was chosen, in its words.
   */
  #chosen(name) {
    const chosen = this.form.querySelector(`[name="${name}"]:checked`);
    return chosen?.closest("label")?.textContent?.trim() ?? "";
  }

  get #source() {
    return this.#sources.find(({ checked }) => checked)?.value ?? "";
  }

  /** @returns {HTMLInputElement[]} */
  get #sources() {
    return [...this.form.querySelectorAll("input")].filter(({ name }) => name === "source");
  }
}

/** @param {{admission: string, discharge?: string | null}} stay */
function whole({ admission, discharge = null }) {
  return { admission, discharge };
}
