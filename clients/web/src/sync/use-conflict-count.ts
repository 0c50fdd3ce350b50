import { useLiveQuery } from '../graph/use-live-query.ts';
import { useMay, useTenant } from '../session/viewer.tsx';
import { ConflictsDocument } from './sync.ts';

/** How many fields wait for a decision. */
export function useConflictCount(): number {
  const { id: tenantId } = useTenant();
  const mayRead = useMay('sync:read');
  const { data } = useLiveQuery({ query: ConflictsDocument, variables: { tenantId }, pause: !mayRead });
  return data?.conflicts.totalCount ?? 0;
}
