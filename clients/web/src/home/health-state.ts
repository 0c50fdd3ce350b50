import type { State } from '@mycelium/client-kit/state';
import type { HealthStatus } from '../generated/graphql.ts';
import type { Standing } from '../look/state.ts';
import type { Concern } from '../shell/area.ts';
import type { Part } from './health.ts';

const states: Record<HealthStatus, State> = { OK: 'ok', DEGRADED: 'attention', DOWN: 'failing' };

/** Where a part of the system stands; one that does not answer fails. */
export function healthState(part: Pick<Part, 'status'> | null | undefined): Standing<HealthStatus | 'away'> {
  return part ? { state: states[part.status], word: part.status } : { state: 'failing', word: 'away' };
}

/** Where something that needs somebody stands. */
export function concernState({ kind, since }: Pick<Concern, 'kind' | 'since'>): Standing<Concern['kind']> {
  return kind === 'wrong' ? { state: 'failing', word: kind, since } : { state: 'attention', word: kind };
}
