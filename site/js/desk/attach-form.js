/** @import {Fault} from "../fault.js" */
/** @import {AttachRequest} from "../../types/api.js" */
/** @import {Case} from "./contract.js" */
/** @import {Listeners} from "./decision-form.js" */
import { element, partIn } from "../dom.js";
import { factItems, given } from "../fact-items.js";
import { fault } from "../fault.js";
import { fileSize } from "../format.js";
import { missingIn } from "../missing.js";
import { faultsOf } from "../problem.js";
import { patiently } from "../patience.js";
import { RetryLine } from "../retry-line.js";
import { upload } from "../upload.js";
import { DecisionForm } from "./decision-form.js";
import { controlOf, setValues, valuesIn } from "./form-control.js";
import { PAPERS, standingPaper } from "./policy-papers.js";

const TYPED = ["kind", "reason"];

/**
 * The policy or the invoice of an accepted list is attached, or a wrong one is replaced.
 *
 * @extends {DecisionForm<AttachRequest, Case>}
 */
export class AttachForm extends DecisionForm {
  /** @type {File | null} */
  file = null;
  uploadId = "";

  /** @param {Listeners<Case>} listeners */
  constructor(listeners) {
    super("policy-papers", listeners);
    this.input = /** @type {HTMLInputElement} */ (controlOf(this.form, "upload_id"));
    this.sent = partIn(this.form, "sent");
    this.line = RetryLine.behind(this.sent);
    this.input.addEventListener("change", () => this.#send(this.input.files?.[0] ?? null));
    controlOf(this.form, "kind").addEventListener("input", () => this.#askWhy());
  }

  /**
   * @override
   * @param {Case} roster
   */
  isOpen({ may_decide, state }) {
    return may_decide && state === "accepted";
  }

  /** @override The file itself stays only as long as the page does. */
  get typed() {
    return valuesIn(this.form, TYPED);
  }

  /** @override Asked where the form comes to another list, or was done: no file goes along. */
  set typed(typed) {
    setValues(this.form, TYPED, typed ?? {});
    this.#forget();
  }

  /**
   * @override
   * @param {Case} roster
   * @param {HTMLElement} opener
   */
  open(roster, opener) {
    super.open(roster, opener);
    this.#askWhy();
  }

  /**
   * @override
   * @returns {{request: AttachRequest} | {faults: Fault[]}}
   */
  read() {
    const faults = missingIn(this.questions);
    if (!this.file) faults.push(fault("upload_id", "请选择文件。", "没有选文件"));
    else if (!this.uploadId) faults.push(fault("upload_id", "请等文件传完。", "文件还没有传完"));
    if (faults.length > 0) return { faults };
    const { kind, reason } = this.typed;
    const why = this.#isReplacing ? { reason: reason?.trim() } : {};
    return { request: /** @type {AttachRequest} */ ({ kind, upload_id: this.uploadId, ...why }) };
  }

  /**
   * @override
   * @param {AttachRequest} request
   * @param {Case} roster
   */
  says({ kind, reason }, { unit }) {
    const file = this.file ? `${this.file.name}，${fileSize(this.file.size)}` : "";
    const facts = given([
      ["单位", unit.name],
      ["这是", PAPERS[kind]],
      ["文件", file],
      ["为什么换", reason],
    ]);
    return [element("dl", { class: "facts" }, ...factItems(facts))];
  }

  get #isReplacing() {
    const { kind } = this.typed;
    return this.record !== null && Boolean(standingPaper(this.record, kind ?? ""));
  }

  #askWhy() {
    const isReplacing = this.#isReplacing;
    partIn(this.form, "replaces").hidden = !isReplacing;
    controlOf(this.form, "reason").disabled = !isReplacing;
  }

  #forget() {
    this.file = null;
    this.uploadId = "";
    this.input.value = "";
    this.sent.textContent = "";
  }

  /** @param {File | null} file */
  async #send(file) {
    this.summary.clear();
    this.line.end();
    this.file = file;
    this.uploadId = "";
    this.sent.textContent = file ? `正在传：${file.name}` : "";
    if (!file) return;
    try {
      const send = () => upload(file, "policy-paper", () => {});
      const isWanted = () => file === this.file;
      const { upload_id } = await patiently(send, this.line, { isWanted });
      if (file !== this.file) return;
      this.uploadId = upload_id;
      this.sent.textContent = `已传完：${file.name}，${fileSize(file.size)}`;
    } catch (error) {
      if (file !== this.file) return;
      this.#forget();
      this.sent.textContent = `没有传上来：${file.name}`;
      this.summary.show(faultsOf(error).map((each) => ({ ...each, field: "upload_id" })));
    }
  }
}
