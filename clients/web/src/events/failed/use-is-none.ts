import { useInterval } from '@mantine/hooks';
import { useEffect } from 'react';
import type { EventAction, StoredEventFilter } from '../../generated/graphql.ts';
import { useMay } from '../../session/viewer.tsx';
import { useWatched } from '../use-watched.ts';
import { CountDocument } from './failed.ts';

/** The history is written a little after the bus has said that something was acknowledged. */
const LOOK_AGAIN_MS = 5_000;

/** Whether there is nothing of what a filter names that an action could act on, as far as it is known. */
export function useIsNone(filter: StoredEventFilter, failed: number | undefined): (action: EventAction) => boolean {
  const { data, askAgain } = useWatched({
    query: CountDocument,
    variables: { filter, action: 'REPLAY' },
    pause: !useMay('events:manage'),
  });
  const kept = data?.viewer?.tenant?.countEvents;
  const { start, stop } = useInterval(askAgain, LOOK_AGAIN_MS);
  useEffect(() => {
    if (kept !== 0) return;
    start();
    return stop;
  }, [kept, start, stop]);
  return (action) => (action === 'REPLAY' ? kept : failed) === 0;
}
