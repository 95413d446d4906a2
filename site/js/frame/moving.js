/** Calls these now, and once a frame while the page is scrolled or changes its size. */
export function whenMoved(/** @type {(() => void)[]} */ ...moves) {
  let isWaiting = false;
  const moveAll = () => {
    isWaiting = false;
    for (const move of moves) move();
  };
  const moveSoon = () => {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(moveAll);
  };
  addEventListener("scroll", moveSoon, { passive: true });
  addEventListener("resize", moveSoon);
  new ResizeObserver(moveSoon).observe(document.body);
  moveAll();
}
