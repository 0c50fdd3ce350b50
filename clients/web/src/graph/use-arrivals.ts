import { type RefObject, useLayoutEffect } from 'react';

const GLOWS_FOR_MS = 2_400;

interface Known {
  id: string | null;
}

/** Rows that came in by themselves glow once. */
export function useArrivals(rows: RefObject<HTMLElement | null>, nodes: readonly Known[], arrived: readonly Known[]) {
  const ids = arrived.map(({ id }) => id);
  const key = ids.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for what came in together
  useLayoutEffect(() => {
    const list = rows.current;
    if (!list || ids.length === 0) return;
    const color = getComputedStyle(list).getPropertyValue('--glow');
    for (const [place, { id }] of nodes.entries()) {
      if (!ids.includes(id)) continue;
      list.children[place]?.animate([{ backgroundColor: color }, {}], { duration: GLOWS_FOR_MS, easing: 'ease-out' });
    }
  }, [key]);
}
