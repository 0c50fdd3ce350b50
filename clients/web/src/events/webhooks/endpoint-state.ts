import type { WebhookOutcome } from '../../generated/graphql.ts';
import type { Standing } from '../../look/state.ts';
import { sinceOf } from '../event-states.ts';
import type { Endpoint } from './webhooks.ts';

type EndpointWord = 'ACTIVE' | 'PAUSED' | 'DISABLED' | 'failing' | 'hiccup' | 'keeps';

/** Where a webhook stands: one that is sent to, and takes nothing, is not active. */
export function endpointState({
  status,
  standing,
  failingSince,
}: Pick<Endpoint, 'status' | 'standing' | 'failingSince'>): Standing<EndpointWord> {
  if (status === 'PAUSED') return { state: 'off', word: status };
  const since = sinceOf(standing, failingSince);
  if (standing === 'FAILING') return { state: 'failing', word: status === 'DISABLED' ? status : 'failing', since };
  if (standing === 'ATTENTION') return { state: 'attention', word: failingSince ? 'hiccup' : 'keeps' };
  return { state: 'ok', word: 'ACTIVE' };
}

/** Where one attempt stands; the next one decides, unless there is none. */
export function attemptState(outcome: WebhookOutcome): Standing<WebhookOutcome> {
  return { state: outcome === 'DELIVERED' ? 'ok' : 'failing', word: outcome };
}
