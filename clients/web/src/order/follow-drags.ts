import { keepInPlace, scrollNear } from './drag-scroll.ts';
import { type Happening, type Held, type Point, type Step, stepOf } from './held.ts';
import { isBeside, type Place, placeAt } from './place.ts';
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

const LONG_PRESS_MS = 400;
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
function follow({ list, kind, mayLeave, show, drop }: Rows, pressed: HTMLElement, start: PointerEvent): () => void {
  const { dragId: id = '', dragName: name = '' } = pressed.dataset;
  const from = { x: start.clientX, y: start.clientY };
  const isTouch = start.pointerType === 'touch';
  const held: Held = { pointerId: start.pointerId, isTouch, from, at: from, isLifted: false };
  const over = new AbortController();
  const { signal } = over;

  const row = () => rowOf(list, kind, id);

  function place(): Place | undefined {
    if (isBeside(list.getBoundingClientRect(), held.at.x)) return undefined;
    return placeAt(groupsIn(list, kind, mayLeave ? undefined : row()?.dataset.dragIn), id, held.at);
  }

  function take(happening: Happening): Step {
    const step = stepOf(held, happening);
    if ('at' in happening && step !== 'none') held.at = happening.at;
    if (step === 'lift') lift();
    if (step === 'drop') letGo();
    if (step === 'giveUp') end();
    return step;
  }

  function lift(): void {
    held.isLifted = true;
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
      take({ type: 'rowGone' });
      return;
    }
    now.dataset.dragged = '';
    scrollNear(list, held.at);
    show({ name, at: held.at, place: place() });
    requestAnimationFrame(draw);
  }

  function letGo(): void {
    const found = row() && place();
    if (isTouch) ignoreClicks(list);
    end();
    if (found) drop({ id, name, groupId: found.groupId, nextId: found.nextId });
  }

  function end(): void {
    clearTimeout(timer);
    over.abort();
    if (!held.isLifted) return;
    const now = row();
    delete now?.dataset.dragged;
    keepInPlace(now, () => {
      delete list.dataset.dragging;
    });
    show(undefined);
  }

  function onMove({ clientX: x, clientY: y, pointerId, buttons }: PointerEvent): void {
    take({ type: 'move', pointerId, at: { x, y }, isPressed: buttons !== 0 });
  }

  function onKey(event: KeyboardEvent): void {
    if (take({ type: 'key', key: event.key }) === 'none') return;
    // Nothing else is closed by it.
    leaveAlone(event);
    event.stopPropagation();
  }

  function onTouch(event: TouchEvent): void {
    if (held.isLifted) leaveAlone(event);
  }

  const timer = isTouch ? setTimeout(() => take({ type: 'longPress' }), LONG_PRESS_MS) : undefined;
  window.addEventListener('pointermove', onMove, { signal });
  window.addEventListener('pointerup', ({ pointerId }) => take({ type: 'release', pointerId }), { signal });
  window.addEventListener('pointercancel', ({ pointerId }) => take({ type: 'cancel', pointerId }), { signal });
  window.addEventListener('blur', () => take({ type: 'windowLeft' }), { signal });
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
