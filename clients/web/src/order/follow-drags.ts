import { keepInPlace, scrollNear } from './drag-scroll.ts';
import { type Place, placeAt } from './place.ts';
import { groupsIn, rowOf } from './rows.ts';

/** A row under way, as it is shown. */
export interface Drag {
  name: string;
  at: Point;
  place: Place | undefined;
}

/** What is done when a row is let go. */
export interface Drop {
  id: string;
  name: string;
  groupId: string;
  /** The row that it shall stand before; undefined is last. */
  nextId: string | undefined;
}

interface Rows {
  list: HTMLElement;
  kind: string;
  /** Whether a row may go to another group than its own. */
  mayLeave: boolean;
  show: (drag: Drag | undefined) => void;
  drop: (drop: Drop) => void;
}

interface Point {
  x: number;
  y: number;
}

const LONG_PRESS_MS = 400;
const STILL_PX = 6;
/** A finger that is taken off the list may be said to have pressed what is there. */
const NO_CLICK_MS = 400;

/**
 * Lets the rows of a list be dragged by mouse at their grip, by finger after a long press, until the answer is called. It listens once
 * for all of them, and looks at the page as it is at each moment, since others change the list meanwhile.
 */
export function followDrags(rows: Rows): () => void {
  let cancel = () => {};
  const onDown = (event: PointerEvent) => {
    const row = grabbedBy(event, rows.kind);
    if (!row) return;
    cancel();
    cancel = follow(rows, row, event);
  };
  rows.list.addEventListener('pointerdown', onDown);
  return () => {
    rows.list.removeEventListener('pointerdown', onDown);
    cancel();
  };
}

function grabbedBy({ target, isPrimary, button, pointerType }: PointerEvent, kind: string): HTMLElement | undefined {
  if (!(target instanceof Element) || !isPrimary || button !== 0) return undefined;
  const row = target.closest<HTMLElement>('[data-drag]');
  const isHeld =
    pointerType === 'touch' ? !target.closest('input, button, select, textarea') : target.closest('[data-grip]');
  return row?.dataset.drag === kind && isHeld ? row : undefined;
}

/** From the press to the release; the answer gives it up. */
function follow({ list, kind, mayLeave, show, drop }: Rows, held: HTMLElement, start: PointerEvent): () => void {
  const { dragId: id = '', dragName: name = '' } = held.dataset;
  const { pointerId, clientX, clientY } = start;
  const isTouch = start.pointerType === 'touch';
  const over = new AbortController();
  const { signal } = over;
  let at: Point = { x: clientX, y: clientY };
  let isLifted = false;

  const row = () => rowOf(list, kind, id);
  const place = () => placeAt(groupsIn(list, kind, mayLeave ? undefined : row()?.dataset.dragIn), id, at.y);

  function lift(): void {
    isLifted = true;
    keepInPlace(row(), () => {
      list.dataset.dragging = kind;
    });
    draw();
  }

  function draw(): void {
    if (signal.aborted) return;
    const now = row();
    if (!now) {
      // A colleague has removed it.
      end();
      return;
    }
    now.dataset.dragged = '';
    scrollNear(list, at.y);
    show({ name, at, place: place() });
    requestAnimationFrame(draw);
  }

  function end(): void {
    clearTimeout(timer);
    over.abort();
    if (!isLifted) return;
    const now = row();
    delete now?.dataset.dragged;
    keepInPlace(now, () => {
      delete list.dataset.dragging;
    });
    show(undefined);
  }

  function onMove({ clientX: x, clientY: y, pointerId: by }: PointerEvent): void {
    if (by !== pointerId) return;
    at = { x, y };
    if (isLifted || Math.hypot(x - clientX, y - clientY) < STILL_PX) return;
    // A finger that moves at once scrolls.
    if (isTouch) end();
    else lift();
  }

  function onUp({ pointerId: by }: PointerEvent): void {
    if (by !== pointerId) return;
    const found = isLifted && row() ? place() : undefined;
    if (isLifted && isTouch) ignoreClicks(list);
    end();
    if (found) drop({ id, name, groupId: found.groupId, nextId: found.nextId });
  }

  function onKey(event: KeyboardEvent): void {
    if (!isLifted || event.key !== 'Escape') return;
    leaveAlone(event);
    event.stopPropagation();
    end();
  }

  function onTouch(event: TouchEvent): void {
    if (isLifted) leaveAlone(event);
  }

  const timer = isTouch ? setTimeout(lift, LONG_PRESS_MS) : undefined;
  window.addEventListener('pointermove', onMove, { signal });
  window.addEventListener('pointerup', onUp, { signal });
  window.addEventListener('pointercancel', end, { signal });
  window.addEventListener('blur', end, { signal });
  window.addEventListener('keydown', onKey, { signal, capture: true });
  window.addEventListener('touchmove', onTouch, { signal, passive: false });
  window.addEventListener('contextmenu', leaveAlone, { signal });
  window.addEventListener('dragstart', leaveAlone, { signal });
  return end;
}

/** What a browser would do by itself, such as scroll, is not done. */
const leaveAlone = (event: Event) => event.preventDefault();

function ignoreClicks(list: HTMLElement): void {
  const signal = AbortSignal.timeout(NO_CLICK_MS);
  const onClick = (event: MouseEvent) => {
    event.preventDefault();
    event.stopPropagation();
  };
  list.addEventListener('click', onClick, { signal, capture: true, once: true });
}
