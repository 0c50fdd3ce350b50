import { startTransition, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** More than fit into a window. */
const AT_FIRST = 16;
const AT_A_TIME = 24;

/** How many of a long list's rows are shown by now: those of a window at once, the others bit by bit whenever there is nothing else to do, and all of them on paper. */
export function useRowsByNow(all: number): number {
  const [count, setCount] = useState(AT_FIRST);
  useEffect(() => {
    if (count >= all) return;
    const more = () => startTransition(() => setCount(count + AT_A_TIME));
    if (typeof requestIdleCallback !== 'function') {
      const timer = setTimeout(more, 20);
      return () => clearTimeout(timer);
    }
    const wish = requestIdleCallback(more, { timeout: 500 });
    return () => cancelIdleCallback(wish);
  }, [count, all]);
  useEffect(() => {
    const showAll = () => flushSync(() => setCount(all));
    addEventListener('beforeprint', showAll);
    return () => removeEventListener('beforeprint', showAll);
  }, [all]);
  return count;
}
