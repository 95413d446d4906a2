/** @import {Services} from "../types/api.js" */
import { call } from "./api.js";
import { calendarOf } from "./calendar-file.js";
import { today } from "./clock.js";
import { byId, element } from "./dom.js";
import { download } from "./download.js";
import { day as dayText } from "./format.js";
import { bringPart } from "./patience.js";
import { RetryLine } from "./retry-line.js";

/** @typedef {Services["lectures"][number]} Lecture */

/** Lists lectures and service specialists (第十七、十八条), as the service knows them now. */
function start() {
  const loading = byId("loading", HTMLElement);
  const unreachable = byId("unreachable", HTMLElement);
  const listed = async () => {
    try {
      return await call("services");
    } catch (error) {
      unreachable.hidden = false;
      throw error;
    } finally {
      loading.hidden = true;
    }
  };
  bringPart(RetryLine.behind(loading), listed, {
    show: (/** @type {Services} */ services) => {
      unreachable.hidden = true;
      show(services, today());
    },
  });
}

/**
 * @param {Services} services
 * @param {string} now ISO date.
 */
function show({ lectures, specialists, paces }, now) {
  const coming = lectures.filter(({ day }) => day >= now);
  const over = lectures.filter(({ day }) => day < now).reverse();
  byId("coming", HTMLElement).replaceChildren(...coming.map((each) => lectureItem(each, true)));
  byId("over", HTMLElement).replaceChildren(...over.map((each) => lectureItem(each, false)));
  byId("serving", HTMLElement).replaceChildren(...specialists.map(specialistItem));
  byId("no-lectures", HTMLElement).hidden = coming.length > 0;
  byId("past", HTMLElement).hidden = over.length === 0;
  byId("no-specialists", HTMLElement).hidden = specialists.length > 0;
  showPaces(paces);
  byId("listed", HTMLElement).hidden = false;
}

/** @param {Services["paces"]} published Null before anything was. */
function showPaces(published) {
  const paces = published?.paces ?? [];
  byId("paces-days", HTMLElement).textContent =
    published && paces.length > 0
      ? `${dayText(published.first_day)}到${dayText(published.last_day)}办结的，全区：`
      : "还没有公布：最近办结的件数太少。";
  const items = paces.map(({ label, unit, median, ninetieth }) =>
    element("li", {}, `${label}，一半不超过 ${median} ${unit}，九成不超过 ${ninetieth} ${unit}`),
  );
  byId("paces-list", HTMLElement).replaceChildren(...items);
}

/**
 * @param {Lecture} lecture
 * @param {boolean} isComing
 */
function lectureItem(lecture, isComing) {
  const { title, day, begins, ends, county, place, speaker } = lecture;
  const about = [`${county} ${place}`, ...(speaker ? [`主讲：${speaker}`] : [])];
  const item = element(
    "li",
    {},
    element("b", {}, title),
    element("p", {}, element("span", { class: "when" }, `${dayText(day)} ${begins}–${ends}`)),
    element("p", {}, about.join("；")),
  );
  if (isComing) item.append(actions(lecture));
  return item;
}

/** @param {Lecture} lecture */
function actions(lecture) {
  const save = element("button", { type: "button", class: "md-button" }, "存到日历（.ics）");
  save.setAttribute("aria-label", `把“${lecture.title}”存到日历（.ics）`);
  save.addEventListener("click", () => saveLecture(lecture));
  return element("p", { class: "actions" }, "咨询 ", phone(lecture.phone), " ", save);
}

/** @param {Lecture} lecture */
function saveLecture({ entry_id, title, county, place, ...when }) {
  const event = {
    uid: `${entry_id}@ankangbao`,
    summary: `安康保讲座：${title}`,
    location: `${county} ${place}`,
    ...when,
  };
  download("ankangbao-lecture.ics", calendarOf([event], new Date()), "text/calendar");
}

/** @param {Services["specialists"][number]} specialist */
function specialistItem({ name, phone: number, counties, duties }) {
  const about = [counties.join("、"), ...(duties ? [duties] : [])].join("：");
  return element("li", {}, element("span", {}, element("b", {}, name), ` ${about}`), phone(number));
}

/** @param {string} number */
function phone(number) {
  return element("a", { class: "call", href: `tel:${number.replaceAll("-", "")}` }, number);
}

start();
