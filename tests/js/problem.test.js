import assert from "node:assert/strict";
import { test } from "node:test";
import { FailedError, ProblemError } from "../../site/js/api.js";
import { ToConfirm } from "../../site/js/desk/to-confirm.js";
import { faultsOf } from "../../site/js/problem.js";
import { finding } from "./findings.js";

/**
 * @param {import("../../site/js/contract.js").Finding[]} [findings]
 * @param {Record<string, string>} [names]
 */
const problem = (findings = [], names) =>
  new ProblemError({
    ...(names && { names }),
    type: "urn:ankangbao:problem:request.invalid",
    title: "不符合要求",
    status: 422,
    code: "request.invalid",
    detail: "有的项目不对。",
    findings,
  });

test("each error of a problem document goes to the input that its field names", () => {
  const faults = faultsOf(
    problem([
      finding({ field: "unit.county", title: "没有选择", message: "须选一个。", fix: "请选择。" }),
      finding({ field: "consent.sensitive_information" }),
    ]),
  );
  assert.deepEqual(faults[0], {
    field: "unit.county",
    title: "没有选择",
    text: "须选一个。请选择。",
  });
  assert.equal(faults[1]?.field, "consent.sensitive_information");
});

test("the title of a refused file says what to do, too", () => {
  const refused = finding({
    code: "file.pdf",
    field: "upload_id",
    title: "这是 PDF",
    fix: "请换。",
  });
  const [fault] = faultsOf(problem([refused]));
  assert.deepEqual(fault, {
    field: "upload_id",
    title: "这是 PDF：请换。",
    text: "应为 18 位。请换。",
  });
});

test("an error of a cell says which cell", () => {
  const [fault] = faultsOf(problem([finding({ field: "id_number", row: 12, cell: "C12" })]));
  assert.equal(fault?.text, "C12：应为 18 位。请改正。");
});

test("an error of a person's row says which row and whose, where that is known", () => {
  const wrong = finding({ field: "id_number", row: 12, cell: "C12", title: "位数不对" });
  const [fault] = faultsOf(problem([wrong], { 12: "王芳" }));
  assert.equal(fault?.text, "第 12 行 王芳：应为 18 位。请改正。");
  assert.equal(fault?.title, "第 12 行 王芳：位数不对");
});

for (const [name, error] of /** @type {const} */ ([
  ["no findings at all", problem()],
  ["an empty list of findings", problem([])],
  ["nothing but a warning", problem([finding({ severity: "warning" })])],
])) {
  test(`a problem document with ${name} is told in its own words`, () => {
    assert.deepEqual(faultsOf(error), [
      { field: null, title: "不符合要求", text: "有的项目不对。" },
    ]);
  });
}

for (const [failure, words] of /** @type {const} */ ([
  ["busy", /忙不过来.*还在.*再试/],
  ["slow", /太久.*再试.*不会重复/],
  ["large", /内容太多.*分成几份/],
  ["network", /没有连上网站.*检查网络/],
  ["signed_out", /登录已经过期.*重新登录/],
  ["fault", /网站出错了.*不是您的错.*联系/],
  ["file", /重新选择文件/],
])) {
  test(`what failed (${failure}) is told in a sentence of its own, with what to do`, () => {
    const [said] = faultsOf(new FailedError(failure));
    assert.equal(said?.field, failure === "file" ? "upload_id" : null);
    assert.match(said?.text ?? "", words);
    assert.equal(/网络/.test(said?.text ?? ""), failure === "network", "the network's fault alone");
  });
}

test("a mistake of the page itself is told in plain words", () => {
  assert.match(faultsOf(new TypeError("x is undefined"))[0]?.text ?? "", /刷新/);
});

test("what is to be confirmed at the desk is named, with what to do, at its tick", () => {
  const warning = finding({ severity: "warning", code: "x.y" });
  const placed = ToConfirm.prototype.placed(warning);
  assert.deepEqual(
    faultsOf(problem(placed ? [placed] : [])).map(({ field, title, text }) => [field, title, text]),
    [["confirm.x.y", warning.title, warning.fix]],
  );
  assert.equal(ToConfirm.prototype.placed({ ...warning, severity: "error" }), null);
});
