import type { Redis } from 'ioredis';
import { callBus } from './library.ts';
import { type Policy, policyText } from './policy.ts';

/** What became of an acknowledgment. `AGAIN`: the delivery was acknowledged before. `FAILED` and `TIMEOUT`: it was given up before. */
export type Acknowledged = 'ACKNOWLEDGED' | 'AGAIN' | 'FAILED' | 'TIMEOUT' | 'UNKNOWN' | 'NO_TARGET';

/** How a delivery stands after its consumer said that it failed. */
export type Failed = 'RETRYING' | 'FAILED' | 'ACKNOWLEDGED' | 'TIMEOUT' | 'UNKNOWN' | 'NO_TARGET';

/** How long it can be read how a delivery ended, and what its target answered. */
const ANSWERS_KEPT_MS = 60 * 60 * 1000;

/** An application has done its part, with what it has to answer. Each delivery is acknowledged once. */
export async function acknowledgeDeliveries(
  redis: Redis,
  tenant: string,
  application: string,
  answers: readonly { id: string; data?: unknown }[],
): Promise<Acknowledged[]> {
  const args = answers.flatMap(({ id, data }) => [id, data === undefined ? '' : JSON.stringify(data)]);
  return (await callBus(redis, 'acknowledge', [], [tenant, application, ANSWERS_KEPT_MS, ...args])) as Acknowledged[];
}

/** What an application could not do. */
export interface Failure {
  /** The event's. */
  id: string;
  /** The attempt that failed; the last one when left out. The failure of an earlier attempt does not count for whoever has the delivery now. */
  attempt?: number;
  reason: string;
  mayRetry: boolean;
}

/** An application could not do its part: the delivery is tried again by the tenant's policy or this one, or is given up when it may not be. */
export async function failDeliveries(
  redis: Redis,
  tenant: string,
  application: string,
  failures: readonly Failure[],
  policy?: Policy,
): Promise<Failed[]> {
  const args = failures.flatMap(({ id, attempt = '', reason, mayRetry }) => [id, attempt, reason, mayRetry ? 1 : 0]);
  return (await callBus(redis, 'fail', [], [tenant, application, policyText(policy), ...args])) as Failed[];
}
