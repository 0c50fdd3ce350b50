import { useSubscription } from 'urql';
import { useTenant } from '../session/viewer.tsx';
import { JobFeedDocument } from './failed.ts';

/** Keeps the pages about events right while one of them is open. */
export function EventUpdates() {
  const { id: tenantId } = useTenant();
  useSubscription({ query: JobFeedDocument, variables: { tenantId } });
  return null;
}
