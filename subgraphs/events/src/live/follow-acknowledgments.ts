import { acknowledgedKey, hearsKey } from '@mycelium/bus/keys';
import { ownTenant } from '@mycelium/kit/allow';
import { type Context, resourcesOf } from '@mycelium/kit/context';
import { checkCursor, isLater, windowPassed } from '@mycelium/kit/feed-cursor';
import type { Redis } from 'ioredis';
import { checkSpeaker } from '../event/check-speaker.ts';
import { onBus } from '../on-bus.ts';
import { answerOf } from '../tracking/answer.ts';
import { ofAnswer } from '../tracking/read-tracking.ts';
import type { AcknowledgmentChange } from './acknowledgment-change.ts';

/** How many acknowledgments the bus keeps at least; a shorter stream has lost none. */
const KEPT = 10_000;
const PAGE = 100;
const TRY_AGAIN_MS = 250;

/**
 * What is acknowledged of the events that an application has published: after a cursor, else from now on. From the first time
 * that it follows they are kept for it, so that it can go on where it stopped.
 */
export async function followAcknowledgments(
  ctx: Context,
  source: string,
  after?: string,
): Promise<AsyncIterableIterator<AcknowledgmentChange>> {
  await checkSpeaker(ctx, source);
  if (after !== undefined) checkCursor(after);
  const tenant = ownTenant(ctx);
  const key = acknowledgedKey(tenant, source);
  let position = await onBus(ctx, async (redis) => {
    await redis.sadd(hearsKey(tenant), source);
    return positionOf(redis, key, after);
  });
  let page: AcknowledgmentChange[] = [];
  let isOpen = true;
  let rung = Promise.withResolvers<void>();
  const ring = () => rung.resolve();
  const stop = await resourcesOf(ctx).bell.listen(key, { hear: ring, missed: ring });

  async function readOn(): Promise<void> {
    rung = Promise.withResolvers();
    try {
      page = await readPage(ctx.redis, key, position);
      position = page.at(-1)?.cursor ?? position;
      if (page.length === PAGE) ring();
    } catch {
      // Redis is away; what it keeps is read when it is back.
      setTimeout(ring, TRY_AGAIN_MS);
    }
  }

  async function next(): Promise<IteratorResult<AcknowledgmentChange>> {
    while (isOpen) {
      const value = page.shift();
      if (value) return { done: false, value };
      await rung.promise;
      if (isOpen) await readOn();
    }
    return { done: true, value: undefined };
  }

  const acknowledgments: AsyncIterableIterator<AcknowledgmentChange> = {
    next,
    async return() {
      isOpen = false;
      ring();
      stop();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]: () => acknowledgments,
  };
  return acknowledgments;
}

/** Where to begin; throws when something after the cursor may be gone. */
async function positionOf(redis: Redis, key: string, after?: string): Promise<string> {
  if (after === undefined) return (await redis.xrevrange(key, '+', '-', 'COUNT', 1))[0]?.[0] ?? '0-0';
  const [first] = await redis.xrange(key, '-', '+', 'COUNT', 1);
  if (first && isLater(first[0], after) && (await redis.xlen(key)) >= KEPT) throw windowPassed();
  return after;
}

async function readPage(redis: Redis, key: string, position: string): Promise<AcknowledgmentChange[]> {
  const entries = await redis.xrange(key, `(${position}`, '+', 'COUNT', PAGE);
  return entries.map(([cursor, [, id = '', , target = '', , json]]) => {
    const answer = answerOf(json);
    return { cursor, at: new Date(answer.ended), tracking: ofAnswer(id, target, answer) };
  });
}
