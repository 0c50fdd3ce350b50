import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { OptimisticLockError } from '@mikro-orm/core';
import { acknowledgeDeliveries, failDeliveries } from '@mycelium/bus/answer';
import { bellOf } from '@mycelium/bus/keys';
import { type Delivery, leaseOfAnyTenant } from '@mycelium/bus/lease';
import { noteHome } from '@mycelium/bus/presence';
import { applicationsOf } from '@mycelium/schema/applications';
import type { Event } from '@mycelium/schema/event-type';
import type { Redis } from 'ioredis';
import { startTrail } from './audit-trail.ts';
import { backgroundContext, type Context, type Resources } from './context.ts';
import { isOutage } from './failure.ts';
import { GivenUp } from './given-up.ts';
import { legibleJson } from './legible.ts';
import type { Manifest, Reaction } from './subgraph.ts';
import { inTransaction } from './transaction.ts';

const LEASE_MS = 60_000;
const POLL_MS = 2_000;
const CLOSE_MS = 3_000;
/** How many deliveries may be under way for an application; more are leased when half of them are done: a slow one holds up no other. */
const AT_ONCE = 20;
/** How much of a lease must be left for another try within it. */
const SPARE_MS = 10_000;
const AGAIN_MS = 500;

/**
 * Leases what is addressed to the subgraph's applications and runs its reactions, each event once: the event's id is
 * written in the same transaction as what the reaction does. What fails is tried again, and given up by the usual policy.
 * The connection waits while Redis is away, and stays its owner's.
 */
export function startReactions(manifest: Manifest, resources: Resources, redis: Redis): { close(): Promise<void> } {
  const stop = new AbortController();
  // Also without reactions: an application that has nothing to do acknowledges what it is sent.
  const listening = applicationsOf(manifest.name);
  if (listening.length === 0) return { close: async () => undefined };
  const loops = listening.map((application) => {
    let wake = Promise.withResolvers<void>();
    const ring = (): void => wake.resolve();
    void resources.bell.listen(bellOf(application), { hear: ring, missed: ring });
    /** Waits until the bell rings or the time is over; a ring that came meanwhile counts. */
    const rest = async (ms: number): Promise<void> => {
      const timer = setTimeout(ring, ms);
      await wake.promise;
      clearTimeout(timer);
      wake = Promise.withResolvers();
    };
    stop.signal.addEventListener('abort', ring);
    return keepReacting(redis, application, manifest, resources, { signal: stop.signal, rest });
  });
  return {
    async close() {
      stop.abort();
      // What is under way is done and answered; without Redis it cannot be, and is delivered again.
      await Promise.race([Promise.all(loops), sleep(CLOSE_MS)]);
    },
  };
}

/** Leases what is for an application and begins its reactions, until the signal; then waits for what is under way. */
async function keepReacting(
  redis: Redis,
  application: string,
  manifest: Manifest,
  resources: Resources,
  { signal, rest }: { signal: AbortSignal; rest: (ms: number) => Promise<void> },
): Promise<void> {
  const consumer = `${manifest.name} ${hostname()} ${process.pid}`;
  const request = { application, consumer, leaseMs: LEASE_MS };
  const underWay = new Set<Promise<void>>();
  const begin = (delivery: Delivery): void => {
    const work = reactTo(redis, application, delivery, manifest, resources, signal)
      .catch((error: unknown) => {
        if (signal.aborted) return;
        const { id: eventId } = delivery.event;
        resources.log.warn(
          { reason: String(error), application, eventId },
          'an event comes again, since its answer could not be told',
        );
      })
      .finally(() => underWay.delete(work));
    underWay.add(work);
  };
  let noted = 0;
  while (!signal.aborted) {
    try {
      if (Date.now() - noted > POLL_MS) {
        await noteHome(redis, application, consumer);
        noted = Date.now();
      }
      const most = AT_ONCE - underWay.size;
      const { deliveries, waitMs = POLL_MS } = await leaseOfAnyTenant(redis, { ...request, most });
      for (const delivery of deliveries) begin(delivery);
      while (underWay.size > AT_ONCE / 2) await Promise.race(underWay);
      if (deliveries.length === 0) await rest(Math.min(waitMs, POLL_MS));
    } catch (error) {
      if (signal.aborted) break;
      resources.log.warn({ reason: String(error), application }, 'reading events starts again');
      await sleep(1_000, undefined, { signal }).catch(() => undefined);
    }
  }
  await Promise.all(underWay);
}

/** Runs the reactions to an event that was leased, and acknowledges it or says that it failed. */
async function reactTo(
  redis: Redis,
  application: string,
  delivery: Delivery,
  manifest: Manifest,
  resources: Resources,
  signal: AbortSignal,
): Promise<void> {
  const { event, attempt } = delivery;
  const reactions = manifest.reactions.filter(({ type }) => type.name === event.type);
  let data: unknown;
  for (const reaction of reactions) {
    const log = resources.log.child({ correlationId: event.correlationId, tenantId: event.feed });
    try {
      data = await whileLeased(delivery, signal, () => {
        const context = backgroundContext(resources, event.feed, event.correlationId);
        startTrail(context, event.type);
        const act = () => inTransaction(context, () => reactOnce(context, delivery, reaction, manifest.name));
        return resources.background.run(application, act);
      });
    } catch (error) {
      // Whoever leases next has the event when this lease is over.
      if (signal.aborted && isOutage(error)) throw error;
      const said = { eventId: event.id, type: event.type, attempt };
      if (error instanceof GivenUp) log.warn({ reason: error.message, ...said }, 'an event was given up');
      else log.error({ err: error, ...said }, 'a reaction failed');
      const reason = error instanceof Error ? error.message : String(error);
      const mayRetry = !(error instanceof GivenUp);
      await failDeliveries(redis, event.feed, application, [{ id: event.id, attempt, reason, mayRetry }]);
      return;
    }
  }
  await acknowledgeDeliveries(redis, event.feed, application, [{ id: event.id, data }]);
}

/** Tries the work again while a server is away, or when another reaction wrote the same row meanwhile, as long as the lease lasts: neither is a failure of the application. */
async function whileLeased<Result>(
  { leasedUntil }: Delivery,
  signal: AbortSignal,
  work: () => Promise<Result>,
): Promise<Result> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!mayPass(error) || signal.aborted || Date.now() > leasedUntil.getTime() - SPARE_MS) throw error;
      await sleep(AGAIN_MS, undefined, { signal }).catch(() => undefined);
    }
  }
}

function mayPass(error: unknown): boolean {
  return isOutage(error) || error instanceof OptimisticLockError;
}

/** Answers what the reaction has to say to the event, or what it said when this subgraph reacted to it before. */
async function reactOnce(
  context: Context,
  { event, isReplay }: Delivery,
  reaction: Reaction,
  consumer: string,
): Promise<unknown> {
  const mark = [event.id, reaction.type.name];
  const inserted = await context.em.execute<{ event_id: string }[]>(
    `insert into ${consumer}.inbox (event_id, consumer) values (?, ?) on conflict do nothing returning event_id`,
    mark,
  );
  const ofMark = 'where event_id = ? and consumer = ?';
  if (inserted.length === 0 && !isReplay) {
    // Whoever did it then may have been gone before it could say so.
    const [known] = await context.em.execute<{ answer: unknown }[]>(
      `select answer from ${consumer}.inbox ${ofMark}`,
      mark,
    );
    return known?.answer ?? undefined;
  }
  const answer = await reaction.handle(context, reaction.type.payload.parse(event.payload), event satisfies Event);
  if (answer !== undefined)
    await context.em.execute(`update ${consumer}.inbox set answer = ?::jsonb ${ofMark}`, [
      legibleJson(answer),
      ...mark,
    ]);
  return answer;
}
