import { FirstSubmission } from "./first-submission.js";
import { RosterPage } from "./steps.js";

// What she has come for: her address says it.
const asked = new URLSearchParams(location.search);
const renewed = asked.get("renew");
if (asked.has("receipt")) {
  // Few come to correct a list: the others need not fetch what that takes.
  import("./correcting.js").then(({ startCorrecting }) =>
    startCorrecting((correction) => new RosterPage(correction)),
  );
} else if (renewed) {
  import("./next-year.js").then(({ startRenewal }) =>
    startRenewal(renewed, (submission) => new RosterPage(submission).start()),
  );
} else if (asked.has("demo")) {
  import("./demo.js").then(({ startDemo }) => new RosterPage(startDemo()).start());
} else {
  const page = new RosterPage(new FirstSubmission());
  page.start();
  const supplemented = asked.get("supplements");
  // Where it does not come she fills it in, as every other unit.
  if (supplemented)
    import("./supplement.js")
      .then(({ unitOf }) => unitOf(supplemented))
      .then((unit) => page.unit.offer(unit))
      .catch(() => {});
}
