/** Tables in the text scroll by themselves where they are too broad. */
export function wrapTables() {
  for (const table of document.querySelectorAll(".md-content table:not([class])")) {
    const frame = document.createElement("div");
    const inner = document.createElement("div");
    frame.className = "md-typeset__scrollwrap";
    inner.className = "md-typeset__table";
    table.replaceWith(frame);
    frame.append(inner);
    inner.append(table);
  }
}

/** What is folded unfolds for a link that leads into it, and on paper. */
export function startUnfolding() {
  unfoldTarget();
  addEventListener("hashchange", unfoldTarget);
  /** @type {HTMLDetailsElement[]} */
  let opened = [];
  addEventListener("beforeprint", () => {
    const folded = document.querySelectorAll(".md-content details:not([open])");
    opened = /** @type {HTMLDetailsElement[]} */ ([...folded]);
    for (const each of opened) each.open = true;
  });
  addEventListener("afterprint", () => {
    for (const each of opened) each.open = false;
    opened = [];
  });
}

function unfoldTarget() {
  const folded = document.querySelector(":target")?.closest(".md-content details:not([open])");
  if (!(folded instanceof HTMLDetailsElement)) return;
  folded.open = true;
  folded.scrollIntoView();
}
