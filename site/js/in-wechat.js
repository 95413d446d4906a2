/* WeChat's browser on phones saves no files and prints nothing, without a word: who asks it for that
   is told where it works. What she asked for is tried all the same, as WeChat on a desk can do it. */
import { element } from "./dom.js";

const WORDS =
  "文件没有存下，或者打印没有反应？在微信里，请点右上角“…”，选“在浏览器打开”，到那里再点一次。还没有提交的内容不会带过去；回执号和查询码请先存成图片，或者抄下。";

function start() {
  /** @type {Element | null} What the person herself pressed last. */
  let pressed = null;
  const note = element("p", { class: "in-wechat screen-only", role: "alert" });
  const tell = () => {
    // Below the line or the buttons that it stands in.
    pressed?.closest("p, ul, ol, .buttons, a, button")?.after(note);
    note.textContent = WORDS;
  };
  const printed = globalThis.print.bind(globalThis);
  globalThis.print = () => {
    tell();
    printed();
  };
  addEventListener(
    "click",
    ({ target, isTrusted }) => {
      if (!(target instanceof Element)) return;
      if (isTrusted) pressed = target;
      if (target.closest("a[download]")) tell();
    },
    true,
  );
}

if (/MicroMessenger/i.test(navigator.userAgent)) start();
