import { useLive } from '@mycelium/client-kit/use-live';
import { useEffect, useRef } from 'react';
import { useConnection } from './GraphProvider.tsx';

/** Asks again when changes may have been missed, and when the connection is back after it failed. */
export function useStayFresh(askAgain: () => void, hasFailed: boolean): void {
  const { gaps, state } = useLive(useConnection());
  const seen = useRef(gaps);
  useEffect(() => {
    if (seen.current === gaps) return;
    seen.current = gaps;
    askAgain();
  }, [gaps, askAgain]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each time that the connection comes back
  useEffect(() => {
    if (state === 'live' && hasFailed) askAgain();
  }, [state]);
}
