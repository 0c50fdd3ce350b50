import { Portal } from '@mantine/core';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { type Drag, type Drop, followDrags } from './follow-drags.ts';
import classes from './Order.module.css';

interface DragOrderProps {
  /** What the rows are in; each says what it is with `draggable`. */
  list: RefObject<HTMLElement | null>;
  kind: string;
  /** Whether a row may go to another group than its own. */
  mayLeave?: boolean;
  onDrop: (drop: Drop) => void;
}

/** Lets the rows of a list be dragged, and shows what is under way and where it would come to stand. Beside it there are `MoveButtons`. */
export function DragOrder({ list, kind, mayLeave = false, onDrop }: DragOrderProps) {
  const [drag, show] = useState<Drag>();
  const drop = useRef(onDrop);
  drop.current = onDrop;
  useEffect(() => {
    if (!list.current) return;
    return followDrags({ list: list.current, kind, mayLeave, show, drop: (given) => drop.current(given) });
  }, [list, kind, mayLeave]);

  if (!drag) return null;
  const { name, at, place } = drag;
  return (
    <Portal>
      {place && (
        <div className={classes.line} style={{ insetBlockStart: place.lineAt, left: place.left, width: place.width }} />
      )}
      <div aria-hidden="true" className={classes.dragged} style={{ translate: `${at.x}px ${at.y}px` }}>
        {name}
      </div>
    </Portal>
  );
}
