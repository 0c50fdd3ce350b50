import { useDocumentVisibility } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import type { AnyVariables, UseQueryArgs } from 'urql';
import { type LiveQuery, useLiveQuery } from '../graph/use-live-query.ts';

/** A query about the bus: asked again when the bus has announced a change, and when the page comes back into sight. */
export function useWatched<Data, Variables extends AnyVariables>(args: UseQueryArgs<Variables, Data>): LiveQuery<Data> {
  return useAskedInSight(useLiveQuery({ requestPolicy: 'cache-and-network', ...args }));
}

/** What is asked again when the page comes back into sight. */
export function useAskedInSight<Live extends { askAgain: () => void }>(live: Live): Live {
  const visibility = useDocumentVisibility();
  const before = useRef(visibility);
  const { askAgain } = live;
  useEffect(() => {
    if (visibility === 'visible' && before.current !== visibility) askAgain();
    before.current = visibility;
  }, [visibility, askAgain]);
  return live;
}
