import type { BreakerState, ChannelStatus } from '../generated/graphql.ts';
import type { State } from '../look/StateMark.tsx';

export const channelStates: Record<ChannelStatus, State> = {
  HEALTHY: 'ok',
  DEGRADED: 'attention',
  UNHEALTHY: 'failed',
};

export const breakerStates: Record<BreakerState, State> = { CLOSED: 'ok', OPEN: 'failed', HALF_OPEN: 'attention' };

/** A share as a percentage; a dash where there is nothing to share. */
export function shareText(share: number | null | undefined, language: string): string {
  if (share == null) return '–';
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(share);
}
