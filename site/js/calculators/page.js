import { today } from "../clock.js";
import { byId } from "../dom.js";
import { keepOffline } from "../offline.js";
import { startBenefits } from "./benefits.js";
import { startCover } from "./cover.js";
import { startDeadlines } from "./deadlines.js";

startCover();
startBenefits();
startDeadlines(today());
keepOffline("/calculators/", byId("offline", HTMLElement));
