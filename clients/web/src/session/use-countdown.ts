import type { Problem } from '@mycelium/client-kit/problem';
import { useEffect, useState } from 'react';

/** The seconds that are left before a limited request may be tried again. */
export function useCountdown(problem: Problem | undefined): number {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    const end = Date.now() + (problem?.retryAfter ?? 0) * 1_000;
    const tick = () => setLeft(Math.max(0, Math.ceil((end - Date.now()) / 1_000)));
    tick();
    const timer = setInterval(tick, 500);
    return () => clearInterval(timer);
  }, [problem]);
  return left;
}
