// Half of axe's time goes into contrast, and the texts of all pages have few looks: how a text and
// what it stands on are painted. A text whose look axe has passed already is not read once more.

globalThis.axeReading = (() => {
  const PAINTED = [
    ...["color", "backgroundColor", "backgroundImage", "opacity", "position"],
    ...["fontSize", "fontWeight", "textDecorationLine", "textShadow"],
  ];
  const NO_TEXT = "input:is([type=radio], [type=checkbox], [type=hidden])";

  const says = (element) =>
    [...element.childNodes].some((each) => each.nodeType === Node.TEXT_NODE && each.data.trim());

  /** How each element is painted, upon all that it stands in. */
  function painting() {
    const known = new Map([[null, ""]]);
    return function look(element) {
      if (!known.has(element)) {
        const style = getComputedStyle(element);
        const own = [...PAINTED.map((name) => style[name]), says(element)].join() + ";";
        const under = look(element.parentElement);
        known.set(element, under.startsWith(own) ? under : own + under);
      }
      return known.get(element);
    };
  }

  /** The page's visible texts, by their look. */
  function texts() {
    const found = [...document.body.querySelectorAll("*")].filter(
      (each) =>
        (says(each) || (each.matches("input, select, textarea") && !each.matches(NO_TEXT))) &&
        each.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
    );
    return Map.groupBy(found, painting());
  }

  const told = (rules) =>
    rules.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target}`));

  const shown = () =>
    [...document.body.querySelectorAll("*")].filter((each) =>
      each.checkVisibility({ visibilityProperty: true }),
    );
  /** What showed whenever axe read the page by all rules. */
  const read = new Set();

  /** What follows from how a text and what it stands on are painted, and so from its look. */
  const OF_COLOURS = ["color-contrast", "link-in-text-block"];

  /** What is wrong by all rules but those. */
  async function readAll() {
    shown().forEach((each) => read.add(each));
    const rules = Object.fromEntries(OF_COLOURS.map((rule) => [rule, { enabled: false }]));
    return told((await axe.run({ rules, resultTypes: ["violations"] })).violations);
  }

  /** What is wrong in another width: by rules about room, or by all where anything new shows. */
  async function readRoom() {
    if (shown().some((each) => !read.has(each))) return readAll();
    const runOnly = { type: "rule", values: ["scrollable-region-focusable"] };
    return told((await axe.run({ runOnly, resultTypes: ["violations"] })).violations);
  }

  /** What is wrong with the colours of the texts of some looks, and which looks are passed. */
  async function readColours(looks) {
    const byLook = texts();
    const { violations, passes } = await axe.run(
      { include: looks.flatMap((look) => byLook.get(look) ?? []) },
      {
        runOnly: { type: "rule", values: OF_COLOURS },
        resultTypes: ["violations", "passes"],
        elementRef: true,
      },
    );
    const look = painting();
    const looksOf = (rules) =>
      rules
        .filter((rule) => rule.id === "color-contrast")
        .flatMap((rule) => rule.nodes.map((node) => look(node.element)));
    const wrong = new Set(looksOf(violations));
    const passed = [...new Set(looksOf(passes))].filter((each) => !wrong.has(each));
    return { violations: told(violations), passed };
  }

  return { looks: () => [...texts().keys()], readAll, readRoom, readColours };
})();
