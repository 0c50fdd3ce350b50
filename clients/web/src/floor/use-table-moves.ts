import { type KeyboardEvent, type PointerEvent, type RefObject, useRef, useState } from 'react';
import type { FloorArea, FloorTable } from './floor.ts';
import { movedBy, STEP } from './moved.ts';

export interface Moved {
  table: FloorTable;
  x: number;
  y: number;
}

interface Options {
  plan: RefObject<HTMLElement | null>;
  area: FloorArea;
  onMove: ((moved: Moved) => void) | undefined;
}

/** Under this a finger has only touched. */
const TOUCH_PX = 4;
const arrows: Readonly<Record<string, { x: number; y: number }>> = {
  ArrowLeft: { x: -STEP, y: 0 },
  ArrowRight: { x: STEP, y: 0 },
  ArrowUp: { x: 0, y: -STEP },
  ArrowDown: { x: 0, y: STEP },
};

/** Lets tables be moved on their plan, by a pointer or with the arrow keys; nothing without `onMove`. */
export function useTableMoves({ plan, area, onMove }: Options) {
  const [dragged, setDragged] = useState<{ id: string; x: number; y: number }>();
  const start = useRef<{ x: number; y: number } | undefined>(undefined);

  function placeUnder(table: FloorTable, event: PointerEvent): { x: number; y: number } | undefined {
    const from = start.current;
    const { width = 0 } = plan.current?.getBoundingClientRect() ?? {};
    if (!from || width === 0) return undefined;
    const by = { x: event.clientX - from.x, y: event.clientY - from.y };
    if (Math.hypot(by.x, by.y) < TOUCH_PX) return undefined;
    const unit = area.width / width;
    return movedBy(table, { x: by.x * unit, y: by.y * unit }, area);
  }

  function handlers(table: FloorTable) {
    if (!onMove) return {};
    const tell = (place: { x: number; y: number } | undefined) => {
      if (place && (place.x !== table.x || place.y !== table.y)) onMove({ table, ...place });
    };
    return {
      onPointerDown(event: PointerEvent<HTMLElement>) {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { x: event.clientX, y: event.clientY };
      },
      onPointerMove(event: PointerEvent<HTMLElement>) {
        const place = placeUnder(table, event);
        if (place) setDragged({ id: table.id, ...place });
      },
      onPointerUp(event: PointerEvent<HTMLElement>) {
        tell(placeUnder(table, event));
        start.current = undefined;
        setDragged(undefined);
      },
      onPointerCancel() {
        start.current = undefined;
        setDragged(undefined);
      },
      onKeyDown(event: KeyboardEvent<HTMLElement>) {
        const by = arrows[event.key];
        if (!by) return;
        event.preventDefault();
        tell(movedBy(table, by, area));
      },
    };
  }

  return { dragged, handlers };
}
