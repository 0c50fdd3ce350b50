import { useCallback } from 'react';
import { useTicking } from '../../look/use-ticking.ts';
import { useBusinessClock } from '../../shell/use-business-clock.ts';
import { useStation } from '../../station/use-station.ts';

/** By how much the clock of the business is ahead of this device's, in milliseconds; and whether somebody has moved it. */
export function useAhead(): { aheadMs: number; isMoved: boolean } {
  const { now } = useStation();
  const business = useBusinessClock();
  const aheadMs = business.isMoved ? business.now - Date.now() : now() - Date.now();
  return { aheadMs: Math.round(aheadMs / 1_000) * 1_000, isMoved: business.isMoved };
}

const SECOND_MS = 1_000;

/** What is said of this second by the clock of the business; drawn again when it is another text. */
export function useSaid(say: (now: number) => string, aheadMs: number): string {
  return useTicking(
    SECOND_MS,
    useCallback((now: number) => say(now + aheadMs), [say, aheadMs]),
  );
}
