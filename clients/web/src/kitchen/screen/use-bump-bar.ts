import { useEffect, useRef } from 'react';

interface Keys {
  /** The nth ticket, from 0. */
  onTicket: (place: number) => void;
  onUndo: () => void;
}

/** The keys of a bump bar: 1 to 9 are done with the ticket in that place, 0 takes the last one back. */
export function useBumpBar(keys: Keys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || isTaken(event.target)) return;
      if (/^[1-9]$/.test(event.key)) latest.current.onTicket(Number(event.key) - 1);
      else if (event.key === '0') latest.current.onUndo();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}

/** Where somebody types, or in what lies over the page. */
function isTaken(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [role="dialog"]') !== null;
}
