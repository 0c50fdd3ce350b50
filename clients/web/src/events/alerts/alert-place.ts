import type { Alert } from './alerts.ts';

type About = Pick<Alert, 'kind'> & Partial<Pick<Alert, 'source' | 'target' | 'endpointId' | 'path'>>;

/** Where one acts on what an alert is about. */
export function placeOf({ kind, source, target, endpointId, path }: About): string {
  if (path) return path;
  if (endpointId) return `/events/webhooks/${endpointId}`;
  const channel = new URLSearchParams({ ...(source && { source }), ...(target && { target }) });
  if (kind === 'FAILED_EVENTS') return `/events/failed?${channel}`;
  if (kind === 'PENDING_AGE') return `/events/queue?${channel}`;
  if (source && target) return `/events/matrix/${source}/${target}`;
  return target ? `/events/applications/${target}` : '/events/matrix';
}
