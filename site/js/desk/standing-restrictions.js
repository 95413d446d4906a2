/** @import {StandingRestriction} from "../../types/api.js" */
/** @import {StaffApi} from "./staff-api.js" */
import { byId, element, fill, partIn } from "../dom.js";
import { day, moment } from "../format.js";
import { bringPart } from "../patience.js";
import { RetryLine } from "../retry-line.js";
import { unended } from "../sentence.js";
import { whoInWords } from "./words.js";

/** Whose data are kept only (限制处理), of nobody in particular: so that nobody's is forgotten. */
export class StandingRestrictions {
  place = partIn(byId("person-search", HTMLElement), "restricted");
  line = RetryLine.behind(this.place);

  /**
   * @param {StaffApi} api
   * @param {(error: unknown) => void} onSignedOut
   */
  constructor(api, onSignedOut) {
    this.api = api;
    this.onSignedOut = onSignedOut;
  }

  /** Show what stands, as it is now. */
  async bring() {
    await bringPart(this.line, () => this.api.people.restrictions(), {
      onSignedOut: this.onSignedOut,
      show: ({ restrictions }) => this.#show(restrictions),
    });
  }

  /** @param {StandingRestriction[]} restrictions */
  #show(restrictions) {
    const due = restrictions.filter((each) => each.is_to_be_looked_at).length;
    const rest = due > 0 ? `，${due} 人要再核对` : "";
    fill(this.place, { restricted_count: `${restrictions.length} 人${rest}` });
    partIn(this.place, "restricted-list").replaceChildren(
      ...restrictions.map((each) => element("li", {}, ...partsOf(each))),
    );
    this.place.hidden = restrictions.length === 0;
  }
}

/**
 * @param {StandingRestriction} restriction
 * @returns {(string | Node)[]}
 */
function partsOf({ since, at, by, reason, is_looked_at, look_again_on, is_to_be_looked_at }) {
  const act = is_looked_at ? "核对过，继续限制" : "办的";
  const who = at
    ? `${moment(at)}，${whoInWords(by)}${act}：${unended(reason)}。`
    : "谁办的查不到了：过了保存期限，或者记录读不出来。";
  const said = `${day(since)}起限制。${who}`;
  if (!is_to_be_looked_at) return [said, `到${day(look_again_on)}再核对一次。`];
  return [said, element("b", {}, "已经到期，请再核对一次还要不要限制。")];
}
