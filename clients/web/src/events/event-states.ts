import type { State } from '@mycelium/client-kit/state';
import type {
  AlertRowFragment,
  ApplicationHealthRowFragment,
  BreakerState,
  ChannelRowFragment,
  EventJobStatus,
  Standing as Found,
  TrackingRowFragment,
  TrackingStatus,
} from '../generated/graphql.ts';
import type { Standing } from '../look/state.ts';

const founds: Record<Found, State> = {
  OK: 'ok',
  WAITING: 'waiting',
  ATTENTION: 'attention',
  FAILING: 'failing',
  OFF: 'off',
};

type ChannelFacts = Pick<ChannelRowFragment, 'standing' | 'failingSince' | 'isPaused' | 'isOff'>;

/** Where a channel stands; one of a product that is off is off, also when somebody has paused it. */
export function channelState({
  standing,
  failingSince,
  isPaused,
  isOff,
}: ChannelFacts): Standing<Exclude<Found, 'OFF'> | 'paused' | 'off'> {
  if (standing === 'OFF') return { state: 'off', word: isPaused && !isOff ? 'paused' : 'off' };
  return { state: founds[standing], word: standing, since: sinceOf(standing, failingSince) };
}

/** Where an application stands with what it is sent; one that was sent nothing is waiting for its first event, or its product is off. */
export function applicationState(
  health: Pick<ApplicationHealthRowFragment, 'standing' | 'failingSince'> | undefined,
  isOff: boolean,
): Standing<Exclude<Found, 'OFF'> | 'paused' | 'off' | 'silent'> {
  if (isOff) return { state: 'off', word: 'off' };
  if (!health) return { state: 'waiting', word: 'silent' };
  const { standing, failingSince } = health;
  return channelState({ standing, failingSince, isPaused: true, isOff });
}

export function sinceOf(standing: Found, failingSince: string | null): string | undefined {
  return standing === 'FAILING' ? (failingSince ?? undefined) : undefined;
}

const breakers: Record<BreakerState, State> = { CLOSED: 'ok', OPEN: 'failing', HALF_OPEN: 'attention' };

/** Where the breaker of an application stands. */
export function breakerState(breaker: BreakerState): Standing<BreakerState> {
  return { state: breakers[breaker], word: breaker };
}

const trackings: Record<TrackingStatus, State> = {
  PUBLISHED: 'waiting',
  ACKNOWLEDGED: 'ok',
  FAILED: 'failing',
  TIMEOUT: 'failing',
};

type DeliveryFacts = Pick<TrackingRowFragment, 'status' | 'attempts' | 'lastError' | 'nextAttemptAt'>;

/** Where an event stands at one of its targets: what failed before is to be looked at, also while it is tried again. */
export function deliveryState({
  status,
  attempts,
  lastError,
  nextAttemptAt,
}: DeliveryFacts): Standing<`events.status.${TrackingStatus}` | 'events.tried' | 'events.leased'> {
  if (status !== 'PUBLISHED') return { state: trackings[status], word: `events.status.${status}` };
  if (lastError || nextAttemptAt) return { state: 'attention', word: 'events.tried' };
  return { state: 'waiting', word: attempts > 0 ? 'events.leased' : 'events.status.PUBLISHED' };
}

const jobs: Record<EventJobStatus, State> = { QUEUED: 'waiting', RUNNING: 'waiting', DONE: 'ok', CANCELLED: 'off' };

/** Where a bulk action stands. */
export function jobState(status: EventJobStatus): Standing<EventJobStatus> {
  return { state: jobs[status], word: status };
}

type AlertFacts = Pick<AlertRowFragment, 'recoveredAt' | 'acknowledgedAt' | 'createdAt'>;

/** Where an alert stands: open until it is over, and no longer pressing once somebody knows of it. */
export function alertState({
  recoveredAt,
  acknowledgedAt,
  createdAt,
}: AlertFacts): Standing<'recovered' | 'noted' | 'alertIsOpen'> {
  if (recoveredAt) return { state: 'ok', word: 'recovered' };
  if (acknowledgedAt) return { state: 'attention', word: 'noted', since: createdAt };
  return { state: 'failing', word: 'alertIsOpen', since: createdAt };
}
