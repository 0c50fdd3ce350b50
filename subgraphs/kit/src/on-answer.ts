import { setTimeout as sleep } from 'node:timers/promises';
import { type Broken, claimEnds, type End, hearEnds, letGoOfEnds, type Outcome, readEnds } from '@mycelium/bus/ends';
import { type Event, type EventType, eventSchema } from '@mycelium/schema/event-type';
import type { Redis } from 'ioredis';
import { startTrail } from './audit-trail.ts';
import { backgroundContext, type Context, type Resources } from './context.ts';
import { patientRedis } from './redis.ts';
import { inTransaction } from './transaction.ts';

/** What one target of an event of ours did with it. */
export interface Answer<Payload = unknown> {
  event: Event & { payload: Payload };
  /** The target. */
  application: string;
  outcome: Outcome;
  /** What it had to say, from outside: to be read by a schema. */
  data: unknown;
  endedAt: Date;
}

/** What we do when a target of an event has ended with it. */
export interface AnswerReaction<Payload = unknown> {
  type: EventType<Payload>;
  handle(ctx: Context, answer: Answer<Payload>): Promise<unknown>;
}

/**
 * Hears how the targets of an event end with it, one by one: acknowledged, with what they answered, or given up. Each end is
 * applied once, also when it was made while we were away; one that was given up may be acknowledged later.
 */
export function onAnswer<Payload>(type: EventType<Payload>, handle: AnswerReaction<Payload>['handle']): AnswerReaction {
  return { type, handle } as AnswerReaction;
}

const WAIT_MS = 2_000;
const CLAIM_EVERY_MS = 5_000;
const AGAIN_MS = 250;
const LONGEST_MS = 60_000;
/** After how long an end that somebody read is taken over: longer than keeping one takes. */
const IDLE_MS = 15_000;

/** Applies the ends that the subgraph hears, until `close()`. */
export function startAnswers(
  { name, answers = [] }: { name: string; answers?: readonly AnswerReaction[] },
  resources: Resources,
  redisUrl: string,
): { close(): Promise<void> } {
  const stop = new AbortController();
  const types = [...new Set(answers.map(({ type }) => type.name))];
  const { redis } = resources;
  const failed = new Map<string, { end: End | Broken; tries: number; nextAt: number }>();

  async function keep(end: End | Broken): Promise<boolean> {
    if (end.event === undefined) {
      resources.log.error({ place: end.place }, 'what became of an event could not be read, and is left out');
      return true;
    }
    const event = eventSchema.parse(end.event);
    const heard = answers.filter(({ type }) => type.name === event.type);
    // Perhaps a newer version of us knows it.
    if (heard.length === 0) return false;
    const context = backgroundContext(resources, end.tenant, event.correlationId);
    startTrail(context, `${event.type} answered`);
    const act = () =>
      inTransaction(context, async () => {
        if (await isNew(context, name, event, end))
          for (const { type, handle } of heard) {
            const { target: application, outcome, data, endedAt } = end;
            const payload = type.payload.parse(event.payload);
            await handle(context, { event: { ...event, payload }, application, outcome, data, endedAt });
          }
      });
    await resources.background.run('answers', act);
    return true;
  }

  /** Keeps ends, those of one event in their order. One that cannot be kept holds up no other event, and comes again after ever longer waits. */
  async function keepAll(ends: readonly (End | Broken)[]): Promise<void> {
    const byEvent = Map.groupBy(ends, ({ place, event }) => eventIdOf(event) ?? place);
    await Promise.all([...byEvent.values()].map(keepInOrder));
  }

  async function keepInOrder(ends: readonly (End | Broken)[]): Promise<void> {
    for (const [index, end] of ends.entries()) {
      try {
        if (await keep(end)) await letGoOfEnds(redis, name, [end.place]);
        failed.delete(end.place);
      } catch (error) {
        if (stop.signal.aborted) return;
        const { tries } = failed.get(end.place) ?? { tries: 0 };
        if (tries === 0)
          resources.log.error(
            { err: error, place: end.place },
            'what became of an event could not be kept, and comes again',
          );
        const nextAt = Date.now() + Math.min(AGAIN_MS * 2 ** tries, LONGEST_MS);
        for (const later of ends.slice(index)) failed.set(later.place, { end: later, tries: tries + 1, nextAt });
        return;
      }
    }
  }

  async function listen(waiting: Redis): Promise<void> {
    let claimedAt = 0;
    let isRegistered = false;
    while (!stop.signal.aborted) {
      try {
        if (!isRegistered) await hearEnds(redis, name, types);
        isRegistered = true;
        if (Date.now() - claimedAt > CLAIM_EVERY_MS) {
          await keepAll(await claimEnds(redis, name, IDLE_MS));
          claimedAt = Date.now();
        }
        await keepAll([...failed.values()].filter(({ nextAt }) => nextAt <= Date.now()).map(({ end }) => end));
        await keepAll(await readEnds(waiting, name, failed.size > 0 ? AGAIN_MS : WAIT_MS));
      } catch (error) {
        if (stop.signal.aborted) return;
        // Redis may have lost what it had.
        isRegistered = false;
        resources.log.warn({ reason: String(error) }, 'hearing what became of events starts again');
        await sleep(1_000, undefined, { signal: stop.signal }).catch(() => undefined);
      }
    }
  }

  if (types.length === 0) {
    // What an earlier version heard is kept for nobody.
    hearEnds(redis, name, []).catch(() => undefined);
    return { close: async () => undefined };
  }
  const waiting = patientRedis(redisUrl, resources.log);
  const listening = listen(waiting);
  return {
    async close() {
      stop.abort();
      waiting.disconnect();
      await listening;
    },
  };
}

/** Whether this end was not applied before; it is from now on, with the transaction. */
async function isNew({ em }: Context, subgraph: string, event: Event, { target, place }: End): Promise<boolean> {
  const inserted = await em.execute<unknown[]>(
    `insert into ${subgraph}.inbox (event_id, consumer) values (?, ?) on conflict do nothing returning event_id`,
    [event.id, `answer of ${target} ${place}`],
  );
  return inserted.length > 0;
}

function eventIdOf(event: unknown): string | undefined {
  return typeof event === 'object' && event !== null && 'id' in event ? String(event.id) : undefined;
}
