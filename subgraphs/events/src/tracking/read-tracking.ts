import { eventIn } from '@mycelium/bus/event-in';
import { answerKey, followersKey, indexKey, leasesKey, queueKey, troubleKey } from '@mycelium/bus/keys';
import type { Context } from '@mycelium/kit/context';
import { oneOf } from '@mycelium/kit/crud';
import { type Event, eventSchema } from '@mycelium/schema/event-type';
import type { Redis } from 'ioredis';
import { z } from 'zod';
import { readRegistry } from '../event-type/registry.ts';
import { onBus } from '../on-bus.ts';
import { StoredEvent } from '../stored-event/stored-event.ts';
import { type Answer, answerOf } from './answer.ts';
import { readNextAttempt, readTriesAtMost } from './next-attempt.ts';
import { type EventTracking, type FailedAttempt, TrackingStatus } from './tracking.ts';

const payloadSchema = z.record(z.string(), z.unknown());

/** A payload as the graph shows it, also one that is no object, which can no longer be published: one such entry must not hide all others. */
const payloadOf = (payload: unknown): Record<string, unknown> =>
  payloadSchema.safeParse(payload).data ?? { value: payload };

const attemptSchema = z.object({
  number: z.number(),
  by: z.string(),
  leased: z.number(),
  ended: z.number(),
  error: z.string(),
});

/** Everything that is known of an event: one entry for each application and webhook that it was for; those under way from the bus, the others from where they ended. */
export async function readTracking(ctx: Context, tenant: string, eventId: string): Promise<EventTracking[]> {
  const stored = await ctx.em.find(StoredEvent, { eventId: oneOf([eventId]), tenantId: tenant });
  const registry = await readRegistry(ctx, tenant);
  const live = await onBus(ctx, async (redis) => {
    const possible = [...registry.applications.keys(), ...(await redis.hkeys(followersKey(tenant)))];
    return Promise.all(possible.map((target) => readLive(redis, tenant, target, eventId)));
  });
  const known = live.filter((each) => each !== undefined);
  const targets = new Map(stored.map((row) => [row.targetApplication, ofRow(row)]));
  for (const each of known) {
    const now = newest(targets.get(each.targetApplication), each);
    if (now) targets.set(each.targetApplication, now);
  }
  return [...targets.values()];
}

/** What became of events that were for one application each, in the order in which they were asked for; nothing where nothing is kept any more. */
export async function readDeliveries(
  ctx: Context,
  tenant: string,
  wanted: readonly { eventId: string; target: string }[],
): Promise<(EventTracking | undefined)[]> {
  const stored = await ctx.em.find(StoredEvent, {
    tenantId: tenant,
    eventId: { $in: wanted.map(({ eventId }) => eventId) },
  });
  const live = await onBus(ctx, (redis) =>
    Promise.all(wanted.map(({ eventId, target }) => readLive(redis, tenant, target, eventId))),
  );
  return wanted.map(({ eventId, target }, index) => {
    const row = stored.find((each) => each.eventId === eventId && each.targetApplication === target);
    return newest(row && ofRow(row), live[index]);
  });
}

/**
 * The row or what the bus says, whichever knows more: the row of a delivery that has ended, the bus of one that is under way. One that
 * is retried goes on from what the row says of it.
 */
function newest(row: EventTracking | undefined, live: EventTracking | undefined): EventTracking | undefined {
  if (!live || (row && live.status !== TrackingStatus.PUBLISHED)) return row;
  if (!row) return live;
  const { id, publishedAt, firstFailedAt, retriedAt } = row;
  const failedAttempts = numbered([...row.failedAttempts, ...live.failedAttempts]);
  return {
    ...live,
    ...{ id, publishedAt, retriedAt, failedAttempts },
    firstFailedAt: firstFailedAt ?? live.firstFailedAt,
    lastError: failedAttempts.at(-1)?.error,
    attempts: row.failedAttempts.length + live.attempts,
    ageMs: Math.max(0, Date.now() - publishedAt.getTime()),
  };
}

const numbered = (attempts: readonly FailedAttempt[]): FailedAttempt[] =>
  attempts.map((attempt, index) => ({ ...attempt, number: index + 1 }));

async function readLive(redis: Redis, tenant: string, target: string, id: string): Promise<EventTracking | undefined> {
  const [index, answer] = await Promise.all([
    redis.hget(indexKey(tenant, target), id),
    redis.get(answerKey(tenant, target, id)),
  ]);
  if (!index) return answer ? ofAnswer(id, target, answerOf(answer)) : undefined;
  const [marked = '', source = ''] = index.split(' ');
  const entry = marked.replace('*', '');
  const [found] = await redis.xrange(queueKey(tenant, source, target), entry, entry);
  const event = found && eventIn(found[1][1] ?? '');
  return event && readOpen(redis, event, target, entry);
}

/** An event that has not been acknowledged by this application yet. */
export async function readOpen(redis: Redis, event: Event, target: string, entry: string): Promise<EventTracking> {
  const { feed: tenant, id, source } = event;
  const [lease, log, triesAtMost] = await Promise.all([
    redis.hget(leasesKey(tenant, target), id),
    redis.lrange(troubleKey(tenant, target, id), 0, -1),
    readTriesAtMost(redis, tenant, target),
  ]);
  const [state, tries = '0', , since = '0', ...by] = lease?.split(' ') ?? [];
  const failedAttempts = log.map((line) => asAttempt(attemptSchema.parse(JSON.parse(line))));
  // One that is retried has a new entry, and was published when it says.
  const published = Math.min(Number(entry.split('-')[0]), Date.parse(event.at) || Number.POSITIVE_INFINITY);
  return {
    eventId: id,
    eventType: event.type,
    sourceApplication: event.source,
    targetApplication: target,
    status: TrackingStatus.PUBLISHED,
    acknowledged: false,
    processed: false,
    payload: payloadOf(event.payload),
    correlationId: event.correlationId,
    publishedAt: new Date(published),
    leasedAt: since === '0' ? undefined : new Date(Number(since)),
    ageMs: Math.max(0, Date.now() - published),
    attempts: Number(tries),
    tries: Number(tries),
    triesAtMost,
    nextAttemptAt: state === 'R' ? await readNextAttempt(redis, tenant, { source, target, entry }) : undefined,
    consumer: by.join(' ') || undefined,
    lastError: failedAttempts.at(-1)?.error,
    firstFailedAt: failedAttempts[0]?.endedAt,
    failedAttempts,
  };
}

function asAttempt({ number, by, leased, ended, error }: z.infer<typeof attemptSchema>): FailedAttempt {
  return { number, consumer: by, leasedAt: leased ? new Date(leased) : undefined, endedAt: new Date(ended), error };
}

export function ofAnswer(eventId: string, target: string, answer: Answer): EventTracking {
  const { status, source, type, published, leased, ended, attempts, by, data } = answer;
  return {
    eventId,
    eventType: type,
    sourceApplication: source,
    targetApplication: target,
    status: TrackingStatus[status],
    acknowledged: status === 'ACKNOWLEDGED',
    processed: status === 'ACKNOWLEDGED',
    acknowledgmentData: data ?? undefined,
    publishedAt: new Date(published),
    leasedAt: leased ? new Date(leased) : undefined,
    endedAt: new Date(ended),
    durationMs: ended - published,
    ageMs: ended - published,
    attempts,
    tries: attempts,
    consumer: by || undefined,
    failedAttempts: [],
  };
}

/** A delivery that the database keeps, as the graph shows it. */
export function ofRow(row: StoredEvent): EventTracking {
  const { eventId, eventType, sourceApplication, targetApplication, acknowledged, publishedAt, endedAt } = row;
  const event = eventSchema.safeParse(row.event).data;
  const failedAttempts = numbered(
    z
      .array(attemptSchema)
      .parse(row.attempts ?? [])
      .map(asAttempt),
  );
  const { retriedAt } = row;
  const attempts = failedAttempts.length + (acknowledged ? 1 : 0);
  const before = retriedAt ? failedAttempts.filter((each) => each.endedAt < retriedAt).length : 0;
  return {
    id: row.id,
    eventId,
    eventType,
    sourceApplication,
    targetApplication,
    status: TrackingStatus[row.status as keyof typeof TrackingStatus],
    acknowledged,
    processed: acknowledged,
    acknowledgmentData: row.acknowledgmentData ?? undefined,
    payload: payloadOf(event ? event.payload : row.event),
    correlationId: event?.correlationId,
    publishedAt,
    leasedAt: failedAttempts.at(-1)?.leasedAt,
    endedAt,
    durationMs: endedAt ? endedAt.getTime() - publishedAt.getTime() : undefined,
    ageMs: (endedAt ?? new Date()).getTime() - publishedAt.getTime(),
    attempts,
    tries: attempts - before,
    firstFailedAt: row.firstFailedAt ?? failedAttempts[0]?.endedAt ?? (acknowledged ? undefined : endedAt),
    retriedAt,
    consumer: failedAttempts.at(-1)?.consumer,
    lastError: row.lastError,
    failedAttempts,
  };
}
