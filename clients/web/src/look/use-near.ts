import { type RefObject, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** Some windows of rows: more than one goes past while the next ones are made. */
const AHEAD = '1000px 0px';

/** What is not near yet, and how to have it so. */
const waiting = new Map<Element, () => void>();
let watch: IntersectionObserver | undefined;

/**
 * Whether an element of a long list has come near the window, from when on it stays so: what it is made of is made then. On paper
 * all of them have.
 */
export function useNear(element: RefObject<Element | null>, isAtOnce: boolean): boolean {
  const [isNear, setNear] = useState(isAtOnce);
  useEffect(() => {
    const { current } = element;
    if (isNear || !current) return;
    waiting.set(current, () => setNear(true));
    watch ??= watchAll();
    watch.observe(current);
    return () => {
      waiting.delete(current);
      watch?.unobserve(current);
    };
  }, [element, isNear]);
  return isNear;
}

/** For who goes to an element by keys: all of it is there now. */
export function bringNear(element: Element): void {
  const bring = waiting.get(element);
  if (bring) flushSync(bring);
}

function watchAll(): IntersectionObserver {
  addEventListener('beforeprint', () =>
    flushSync(() => {
      for (const bring of waiting.values()) bring();
    }),
  );
  return new IntersectionObserver(
    (seen) => {
      for (const { target, isIntersecting } of seen) if (isIntersecting) waiting.get(target)?.();
    },
    { rootMargin: AHEAD },
  );
}
