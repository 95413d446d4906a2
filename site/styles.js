/*
 * Makes stylesheets small in their places, with those that they import, in what the oldest browsers
 * understand: `node site/styles.js FLOOR FILE…`, the floor as site/bundle.py states it.
 */

import { writeFileSync } from "node:fs";
import { bundle } from "lightningcss";

/** @import {Declaration, GapValue, ReturnedRule, Selector, StyleRule} from "lightningcss" */

/** Chrome has gaps of flexible boxes since 84, Safari since 14.1; both soon after got `inset`. */
const KNOWS_NO_GAP = {
  type: "not",
  value: { type: "declaration", propertyId: { property: "inset" }, value: "0" },
};

/** Text after an element is a column, too: the last element keeps its margin. */
const CHILDREN = [{ type: "combinator", value: "child" }, { type: "universal" }];

/**
 * @param {string} floor Such as `chrome80,safari13.1`.
 * @returns {Record<string, number>} The same as lightningcss asks for it.
 */
function targetsOf(floor) {
  const targets = floor.split(",").map((browser) => {
    const [, name = "", major = "0", minor = "0"] = /^(\D+)(\d+)(?:\.(\d+))?$/.exec(browser) ?? [];
    return [name, (Number(major) << 16) | (Number(minor) << 8)];
  });
  return Object.fromEntries(targets);
}

/**
 * Margins that stand for the gaps of a flexible box: between its columns, and between its lines where
 * it breaks into lines.
 *
 * @param {Declaration[]} declarations
 * @returns {object[]} None where this is no flexible box with gaps.
 */
function marginsOfGap(declarations) {
  const isFlex = declarations.some(
    ({ property, value }) =>
      property === "display" && value.type === "pair" && value.inside.type === "flex",
  );
  const gap = declarations.find(({ property }) => property === "gap")?.value;
  if (!isFlex || gap?.column.type !== "length-percentage") return [];
  const breaks = declarations.some(({ property }) => property === "flex-wrap");
  return [
    { property: "margin-inline-end", value: gap.column },
    ...(breaks && isRoom(gap.row) ? [{ property: "margin-bottom", value: gap.row }] : []),
  ];
}

/**
 * @param {GapValue} gap
 * @returns {boolean} Whether it is more than nothing, which would take away a margin of its own.
 */
function isRoom(gap) {
  return gap.type === "length-percentage" && gap.value.value?.value !== 0;
}

/**
 * Margins in place of the gap, for browsers that know gaps of grids only.
 *
 * @param {{value: StyleRule}} rule
 * @returns {ReturnedRule[] | undefined}
 */
function withMargin({ value: style }) {
  const margins = marginsOfGap(style.declarations.declarations);
  if (margins.length === 0) return undefined;
  const fallback = {
    ...style,
    selectors: style.selectors.map((parent) => [...parent, ...CHILDREN]),
    declarations: { declarations: [], importantDeclarations: margins },
    rules: [],
  };
  const rules = [{ type: "style", value: fallback }];
  return [
    { type: "style", value: givenBack(style) },
    { type: "supports", value: { condition: KNOWS_NO_GAP, rules, loc: style.loc } },
  ];
}

/**
 * @template T
 * @param {T} rule
 * @returns {T} The same without empty places, which lightningcss gives out but does not take back.
 */
function givenBack(rule) {
  return JSON.parse(JSON.stringify(rule), (_, value) => value ?? undefined);
}

const [, , floor = "", ...files] = process.argv;
for (const filename of files) {
  const { code } = bundle({
    filename,
    minify: true,
    targets: targetsOf(floor),
    visitor: { Rule: { style: withMargin } },
  });
  writeFileSync(filename, code);
}
