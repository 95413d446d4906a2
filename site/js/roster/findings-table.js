/** @import {Finding} from "../contract.js" */
/** @import {Group, Line} from "./layout.js" */
import { basisLink } from "../basis.js";
import { element } from "../dom.js";
import { count } from "../format.js";
import { placesOf, SAID_ONCE_FROM, whoseOf } from "./layout.js";

const COLUMNS = ["位置", "问题", "依据", "怎么改"];
const NOTHING = "—";

/** Up to so many findings are read in the list's order; more are easier to mend kind by kind. */
const UNGROUPED_AT_MOST = 12;

/**
 * A table of findings. On phones its rows are cards, so roles and labels are written out.
 *
 * @param {string} caption
 * @param {Group[]} groups
 * @param {Record<string, string>} names Who stands in each row.
 * @param {(group: Group) => Node} [tick] Something to stand above each group.
 * @returns {HTMLTableElement}
 */
export function findingsTable(caption, groups, names, tick) {
  const bodies =
    tick || isLong(groups)
      ? groups.map((group) =>
          body(
            header(group, tick),
            group.shown.map((each) => row(each, names)),
          ),
        )
      : [
          body(
            [],
            flat(groups).map((line) => row(line, names, line[0].title)),
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

/** @param {Group[]} groups */
function isLong(groups) {
  const lines = groups.flatMap((group) => group.shown);
  return lines.length > UNGROUPED_AT_MOST || lines.some((line) => line.length > 1);
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
 * @returns {Line[]} In the list's order.
 */
function flat(groups) {
  return groups
    .flatMap((group) => group.shown)
    .sort(
      ([one], [other]) =>
        (one.row ?? 0) - (other.row ?? 0) || (one.column ?? 0) - (other.column ?? 0),
    );
}

/**
 * @param {Group} group
 * @param {(group: Group) => Node} [tick]
 * @returns {HTMLElement[]}
 */
function header(group, tick) {
  const title = element("strong", {}, `${group.title}（${extent(group)}）`);
  const cell = element(
    "th",
    { scope: "rowgroup", role: "rowheader", colspan: String(COLUMNS.length), class: "group" },
    title,
    ...(tick ? [tick(group)] : []),
  );
  return [element("tr", { role: "row" }, cell)];
}

/**
 * @param {Group} group
 * @returns {string} `C 列 96 行同一问题`, `3 处`.
 */
function extent({ total, column, isWhole, shown }) {
  const listed = shown.reduce((sum, line) => sum + line.length, 0);
  const rest = listed < total ? `，先列出 ${count(listed)} 处` : "";
  if (!column || total < SAID_ONCE_FROM) return `${count(total)} 处${rest}`;
  return `${column} 列${isWhole ? "整列 " : " "}${count(total)} 行同一问题${rest}`;
}

/**
 * @param {Line} line
 * @param {Record<string, string>} names
 * @param {string} [title] Where no group's header says it.
 */
function row(line, names, title) {
  const [finding] = line;
  const parts = [place(line, names), problem(finding, title), article(finding), finding.fix];
  const cells = parts.map((part, index) => {
    const attributes = { role: "cell", "data-label": COLUMNS[index] ?? "" };
    return element("td", part === NOTHING ? { ...attributes, class: "none" } : attributes, part);
  });
  return element("tr", { role: "row" }, ...cells);
}

/**
 * On a phone nobody knows what C4 is: row and name say whose it is.
 *
 * @param {Line} line
 * @param {Record<string, string>} names
 */
function place(line, names) {
  const isCell = line.length === 1 && line[0].cell;
  const where = element("span", { class: isCell ? "cell" : "places" }, placesOf(line));
  const whose = whoseOf(line, names);
  return element(
    "div",
    {},
    where,
    ...(whose ? [" ", element("span", { class: "whose" }, whose)] : []),
  );
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
  if (!article) return NOTHING;
  // In a new tab: the chosen list must not be lost to a look at the rules.
  return basisLink(article, article_label ?? article, { target: "_blank", rel: "noopener" });
}
