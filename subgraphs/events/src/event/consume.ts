import {
  type Acknowledged,
  acknowledgeDeliveries,
  type Failed,
  type Failure,
  failDeliveries,
} from '@mycelium/bus/answer';
import { outsideKey } from '@mycelium/bus/keys';
import { type Delivery, leaseDeliveries } from '@mycelium/bus/lease';
import type { Context } from '@mycelium/kit/context';
import { Conflict, Forbidden, Invalid, NotFound } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { z } from 'zod';
import { notePresence } from '../consumer/read-consumers.ts';
import { readRegistry } from '../event-type/registry.ts';
import { onBus } from '../on-bus.ts';
import { tenantOf } from '../own-tenant.ts';
import { withHome } from '../settings/write-settings.ts';
import {
  type AcknowledgmentInput,
  AcknowledgmentOutcome,
  answerSchema,
  type EventDelivery,
  pullSchema,
} from './event.ts';
import { asAnswer } from './publish.ts';

export interface PullRequest {
  application: string;
  types?: string[] | null;
  max: number;
  leaseMs: number;
  consumer: string;
}

/** Throws unless the viewer works for this application: by a key that speaks for it. */
export async function checkSpeaker(ctx: Context, application: string): Promise<void> {
  const registry = await readRegistry(ctx, tenantOf(ctx));
  if (!registry.applications.has(application))
    throw new Invalid(`There is no application ${application}.`, ['application']);
  const { viewer } = ctx;
  if (viewer.kind === 'client' && viewer.application !== application)
    throw new Forbidden(`This key does not speak for ${application}.`);
}

/**
 * Throws while the platform itself answers for this application: of two that take the same deliveries each would get
 * some, so a program outside takes all of them, once somebody has said so, or none.
 */
export async function checkConsumer(ctx: Context, application: string): Promise<void> {
  await checkSpeaker(ctx, application);
  if (!withHome.includes(application)) return;
  const isOutside = await onBus(ctx, (redis) => redis.sismember(outsideKey(application), tenantOf(ctx)));
  if (!isOutside)
    throw new Conflict(`The platform answers for ${application}; say first that you do, with setConsumer.`, {
      reason: 'TAKEN_AT_HOME',
    });
}

/** Leases what waits for an application. */
export async function pull(ctx: Context, request: PullRequest): Promise<EventDelivery[]> {
  await checkConsumer(ctx, request.application);
  const tenant = tenantOf(ctx);
  const { max, leaseMs, consumer } = parseInput(pullSchema, request, []);
  const types = await typesOf(ctx, tenant, request.types ?? undefined);
  const { application } = request;
  const lease = { tenant, application, consumer, leaseMs, most: max, types };
  await onBus(ctx, () => notePresence(ctx, tenant, { application, consumer }));
  const deliveries = await onBus(ctx, (redis) => leaseDeliveries(redis, lease));
  return deliveries.map((delivery) => asDelivery(delivery, application));
}

/** The canonical names of types, for those that were asked for by any of their names. */
export async function typesOf(ctx: Context, tenant: string, names?: string[]): Promise<string[] | undefined> {
  if (!names) return undefined;
  const registry = await readRegistry(ctx, tenant);
  return names.map((name, index) => {
    const type = registry.type(name);
    if (!type) throw new Invalid(`There is no event type ${name}.`, ['types', index]);
    return type.name;
  });
}

export function asDelivery({ event, attempt, leasedUntil, isReplay }: Delivery, application: string): EventDelivery {
  return { event: asAnswer(event, [application]), application, attempt, leasedUntil, isReplay };
}

const batchSchema = z.array(z.unknown()).min(1, 'Name an event').max(500, 'At most 500 events at a time');

/** Says that events were processed; answers for each how that went. */
export async function acknowledge(
  ctx: Context,
  application: string,
  inputs: readonly AcknowledgmentInput[],
): Promise<AcknowledgmentOutcome[]> {
  await checkSpeaker(ctx, application);
  parseInput(batchSchema, inputs, ['acknowledgments']);
  const answers = inputs.map(({ eventId, data }) => ({ id: eventId, data: data ?? undefined }));
  const isKept = answers.map(({ data }) => data === undefined || answerSchema.safeParse(data).success);
  const kept = answers.filter((_, index) => isKept[index]);
  const outcomes =
    kept.length === 0
      ? []
      : await onBus(ctx, (redis) => acknowledgeDeliveries(redis, tenantOf(ctx), application, kept));
  return isKept.map((isRight) => AcknowledgmentOutcome[(isRight && outcomes.shift()) || 'REFUSED']);
}

/** The same for one event; throws when it cannot be acknowledged. */
export async function acknowledgeOne(
  ctx: Context,
  application: string,
  input: AcknowledgmentInput,
): Promise<AcknowledgmentOutcome> {
  if (input.data) parseInput(answerSchema, input.data, ['data']);
  const [outcome = AcknowledgmentOutcome.UNKNOWN] = await acknowledge(ctx, application, [input]);
  if (outcome === AcknowledgmentOutcome.ACKNOWLEDGED || outcome === AcknowledgmentOutcome.AGAIN) return outcome;
  throw refusalOf(outcome, application, input.eventId);
}

/** Says that an application could not process an event; answers RETRYING, or FAILED when it is given up. */
export async function failEvent(
  ctx: Context,
  application: string,
  { id, attempt, reason, mayRetry }: Omit<Failure, 'attempt'> & { attempt?: number | null },
): Promise<AcknowledgmentOutcome> {
  await checkSpeaker(ctx, application);
  const said = parseInput(
    z.string().trim().min(1, 'Say why').max(2_000, 'A reason has at most 2,000 characters'),
    reason,
    ['reason'],
  );
  const failures = [{ id, attempt: attempt ?? undefined, reason: said, mayRetry }];
  const [outcome = 'UNKNOWN'] = await onBus(ctx, (redis) =>
    failDeliveries(redis, tenantOf(ctx), application, failures),
  );
  if (outcome === 'RETRYING' || outcome === 'FAILED') return AcknowledgmentOutcome[outcome];
  throw refusalOf(outcome, application, id);
}

function refusalOf(outcome: Acknowledged | Failed | 'REFUSED', application: string, id: string): Error {
  if (outcome === 'NO_TARGET') return new Forbidden(`The event ${id.slice(0, 80)} is not for ${application}.`);
  if (outcome === 'UNKNOWN') return new NotFound('Event', id);
  return new Conflict(`The event ended as ${outcome} before.`, { status: outcome });
}
