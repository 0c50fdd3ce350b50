import type { Point } from './held.ts';

/** How near to the end of what scrolls it begins to, and how far in a frame at the most. */
const EDGE_PX = 104;
const STEP_PX = 18;

/** Scrolls what a list is in when something is held near to its end, and a list that is wider than its room when it is near to its side. */
export function scrollNear(list: HTMLElement, { x, y }: Point): void {
  const { scroller, top, bottom } = scrollerOf(list);
  const by = scrollStep(y, top, bottom);
  if (by !== 0) scroller.scrollBy({ top: by, behavior: 'instant' });
  if (list.scrollWidth <= list.clientWidth) return;
  const { left, right } = list.getBoundingClientRect();
  list.scrollBy({ left: scrollStep(x, left, right), behavior: 'instant' });
}

/** How far to scroll in a frame when something is held at a height: the nearer to an end, the faster; beyond it, as fast as there. */
export function scrollStep(height: number, top: number, bottom: number): number {
  const edge = Math.min(EDGE_PX, (bottom - top) / 4);
  if (edge <= 0) return 0;
  const up = Math.max(0, edge - (height - top));
  const down = Math.max(0, edge - (bottom - height));
  return ((Math.min(edge, down) - Math.min(edge, up)) / edge) * STEP_PX;
}

/** What changes the page above a row leaves the row where it is in the window. */
export function keepInPlace(row: HTMLElement | undefined, change: () => void): void {
  const before = row?.getBoundingClientRect().top ?? 0;
  change();
  if (!row) return;
  const by = row.getBoundingClientRect().top - before;
  if (by !== 0) scrollerOf(row).scroller.scrollBy({ top: by, behavior: 'instant' });
}

function scrollerOf(element: HTMLElement): { scroller: Element; top: number; bottom: number } {
  for (let within = element.parentElement; within && within !== document.body; within = within.parentElement) {
    const isScrolled = within.scrollHeight > within.clientHeight;
    if (!isScrolled || !/auto|scroll/.test(getComputedStyle(within).overflowY)) continue;
    const { top, bottom } = within.getBoundingClientRect();
    return { scroller: within, top, bottom };
  }
  return { scroller: document.documentElement, top: 0, bottom: window.innerHeight };
}
