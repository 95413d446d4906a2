/*
 * Whoever shows a page of ours in a frame of theirs could have people press what they do not see.
 * A distribution in China sends no `frame-ancestors`; a page may not say it of itself.
 */

if (window.top !== window.self) {
  const link = document.createElement("a");
  link.href = location.href;
  link.target = "_top";
  link.textContent = "这一页不能放在别的网站里打开，请点这里直接打开安康保的网站";
  // The page's other scripts still find what they look for, and nobody sees it.
  for (const part of document.body.children) {
    if (part instanceof HTMLElement) part.style.display = "none";
  }
  document.body.prepend(link);
}
