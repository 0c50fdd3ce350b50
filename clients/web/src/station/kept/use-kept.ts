import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { useStation } from '../use-station.ts';
import { type Followed, follow, type Shown, type Source } from './follow.ts';

/** What a page shows, as long as it is there: make the source once, with `useMemo`. */
export function useKept<Value>(source: Source<Value>): Shown<Value> & Pick<Followed<Value>, 'change' | 'askAgain'> {
  const { client, connection } = useStation();
  const followed = useMemo(() => follow(client, connection, source), [client, connection, source]);
  useEffect(() => followed.stop, [followed]);
  const shown = useSyncExternalStore(followed.onChange, followed.shown);
  return { ...shown, change: followed.change, askAgain: followed.askAgain };
}
