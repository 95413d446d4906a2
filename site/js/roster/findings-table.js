/** @import {Finding} from "../contract.js" */
/** @import {Group} from "./layout.js" */
import { articleAddress } from "../address.js";
import { element } from "../dom.js";
import { placeOf } from "../finding.js";

const COLUMNS = ["位置", "问题", "依据", "怎么改"];

/** Up to so many findings are read in the list's order; more are easier to mend kind by kind. */
const UNGROUPED_AT_MOST = 12;

/**
 * A table of findings. On phones its rows are cards, so roles and labels are written out.
 *
 * @param {string} caption
 * @param {Group[]} groups
 * @param {(group: Group) => Node} [tick] Something to stand above each group.
 * @returns {HTMLTableElement}
 */
export function findingsTable(caption, groups, tick) {
  const total = groups.reduce((sum, group) => sum + group.shown.length, 0);
  const bodies =
    tick || total > UNGROUPED_AT_MOST
      ? groups.map((group) =>
          body(
            header(group, tick),
            group.shown.map((each) => row(each)),
          ),
        )
      : [
          body(
            [],
            flat(groups).map((each) => row(each, each.title)),
          ),
        ];
  return element(
    "table",
    { class: "findings", role: "table" },
    element("caption", {}, caption),
    head(),
    ...bodies,
  );
}

function head() {
  const cells = COLUMNS.map((name) => element("th", { scope: "col", role: "columnheader" }, name));
  return element("thead", { role: "rowgroup" }, element("tr", { role: "row" }, ...cells));
}

/**
 * @param {HTMLElement[]} above
 * @param {HTMLElement[]} rows
 */
function body(above, rows) {
  return element("tbody", { role: "rowgroup" }, ...above, ...rows);
}

/**
 * @param {Group[]} groups
 * @returns {Finding[]} In the list's order.
 */
function flat(groups) {
  return groups
    .flatMap((group) => group.shown)
    .sort(
      (one, other) => (one.row ?? 0) - (other.row ?? 0) || (one.column ?? 0) - (other.column ?? 0),
    );
}

/**
 * @param {Group} group
 * @param {(group: Group) => Node} [tick]
 * @returns {HTMLElement[]}
 */
function header(group, tick) {
  const rest = group.total - group.shown.length;
  const counted =
    rest > 0 ? `${group.total} 处，先列出 ${group.shown.length} 处` : `${group.total} 处`;
  const title = element("strong", {}, `${group.title}（${counted}）`);
  const cell = element(
    "th",
    { scope: "rowgroup", role: "rowheader", colspan: String(COLUMNS.length), class: "group" },
    title,
    ...(tick ? [tick(group)] : []),
  );
  return [element("tr", { role: "row" }, cell)];
}

/**
 * @param {Finding} finding
 * @param {string} [title] Where no group's header says it.
 */
function row(finding, title) {
  const parts = [place(finding), problem(finding, title), article(finding), finding.fix];
  const cells = parts.map((part, index) =>
    element("td", { role: "cell", "data-label": COLUMNS[index] ?? "" }, part),
  );
  return element("tr", { role: "row" }, ...cells);
}

/** @param {Finding} finding */
function place(finding) {
  const text = placeOf(finding);
  return element("span", { class: finding.cell ? "cell" : "" }, text);
}

/**
 * @param {Finding} finding
 * @param {string} [title]
 */
function problem({ message }, title) {
  if (!title) return message;
  return element("div", {}, element("strong", {}, title), element("br"), message);
}

/** @param {Finding} finding */
function article({ article, article_label }) {
  if (!article) return "—";
  // In a new tab: the chosen list must not be lost to a look at the rules.
  return element(
    "a",
    { href: articleAddress(article), target: "_blank", rel: "noopener" },
    article_label ?? article,
  );
}
