import { useInterval } from '@mantine/hooks';
import { useState } from 'react';
import { graphql } from '../generated/gql.ts';
import { useLiveQuery } from '../graph/use-live-query.ts';

const BusinessClockDocument = graphql(`
  query BusinessClock {
    businessClock {
      now
      aheadSeconds
      canBeMoved
    }
  }
`);

const EVERY_MS = 10_000;

/** What time it is for the business, to a few seconds; asked again and again only where it can be moved. */
export function useBusinessClock(): { now: number; isMoved: boolean; askAgain: () => void } {
  const { data, askAgain } = useLiveQuery({ query: BusinessClockDocument });
  const [realNow, setRealNow] = useState(Date.now);
  const { aheadSeconds = 0, canBeMoved = false } = data?.businessClock ?? {};
  const look = () => {
    setRealNow(Date.now());
    if (canBeMoved) askAgain();
  };
  useInterval(look, EVERY_MS, { autoInvoke: true });
  return { now: realNow + aheadSeconds * 1_000, isMoved: aheadSeconds !== 0, askAgain };
}
