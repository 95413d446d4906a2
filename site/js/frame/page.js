/*
 * What moves in the frame of every page: header, menus, colours, table of contents. The theme's own
 * script does the same and thirty things more, which no page here has; it is not served.
 *
 * With it comes what else every page begins with, in one file, as each more is a request more: what
 * older browsers lack, for all modules of the page, and then the words of the day.
 */

import "../older-browsers.js";
import "../unframed.js";
import "../by-day.js";
import "../menu.js";
import "../in-wechat.js";
import { startColours } from "./colours.js";
import { markPassed } from "./contents.js";
import { startFocus } from "./focus.js";
import { followScrolling } from "./header.js";
import { closeMenuWhenFollowed, holdStillBelowSearch } from "./menus.js";
import { whenMoved } from "./moving.js";
import { fitSidebars } from "./sidebars.js";
import { skipInPlace } from "./skip.js";
import { startUnfolding, wrapTables } from "./text.js";

startFocus();
skipInPlace();
startColours();
closeMenuWhenFollowed();
holdStillBelowSearch();
wrapTables();
startUnfolding();
whenMoved(followScrolling(), fitSidebars(), markPassed());
