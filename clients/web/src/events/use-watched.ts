import { useDebouncedCallback, useDocumentVisibility } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import type { AnyVariables, UseQueryArgs } from 'urql';
import { onChanged } from '../graph/changes.ts';
import { type LiveQuery, useLiveQuery } from '../graph/use-live-query.ts';

/** So long nothing may be told before it is asked once more. */
const QUIET_MS = 300;

/**
 * A query about the bus: asked again when the bus has told a change, and when the page comes back into sight. What is told
 * while an answer is on its way asks nothing by itself, so it is asked once more when it has become quiet.
 */
export function useWatched<Data, Variables extends AnyVariables>(args: UseQueryArgs<Variables, Data>): LiveQuery<Data> {
  const live = useLiveQuery({ requestPolicy: 'cache-and-network', ...args });
  const visibility = useDocumentVisibility();
  const before = useRef(visibility);
  const { askAgain } = live;
  const { query, pause } = args;
  const askLater = useDebouncedCallback(askAgain, QUIET_MS);
  useEffect(() => {
    if (visibility === 'visible' && before.current !== visibility) askAgain();
    before.current = visibility;
  }, [visibility, askAgain]);
  useEffect(() => (pause ? undefined : onChanged(rootFields(query), askLater)), [query, pause, askLater]);
  return live;
}

/** What a query asks for. */
function rootFields(query: UseQueryArgs['query']): string[] {
  if (typeof query === 'string') return [];
  const operations = query.definitions.filter((definition) => definition.kind === 'OperationDefinition');
  const selections = operations.flatMap(({ selectionSet }) => selectionSet.selections);
  return selections.filter((selection) => selection.kind === 'Field').map(({ name }) => name.value);
}
