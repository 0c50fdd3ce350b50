import { useLiveQuery } from '../graph/use-live-query.ts';
import { useMay } from '../session/viewer.tsx';
import { ConflictsDocument } from './conflicts.ts';

/** How many fields wait for a decision. */
export function useConflictCount(): number {
  const mayRead = useMay('sync:read');
  const { data } = useLiveQuery({ query: ConflictsDocument, variables: { after: null }, pause: !mayRead });
  return data?.viewer?.tenant?.conflicts.totalCount ?? 0;
}
