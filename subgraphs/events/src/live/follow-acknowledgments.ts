import { acknowledgedKey, answerKey } from '@mycelium/kit/bus/keys';
import type { Context } from '@mycelium/kit/context';
import { z } from 'zod';
import { checkSpeaker } from '../event/consume.ts';
import { tenantOf } from '../own-tenant.ts';
import { answerOf } from '../tracking/answer.ts';
import { ofAnswer } from '../tracking/read-tracking.ts';
import type { EventTracking } from '../tracking/tracking.ts';
import { listen } from './listen.ts';

/** Whoever is slower than this loses the oldest; it can be read where events are tracked. */
const WAITING_AT_MOST = 10_000;

const toldSchema = z.object({ application: z.string(), ids: z.array(z.string()) });

/** What was acknowledged of the events that an application has told, as it comes. */
export async function followAcknowledgments(
  ctx: Context,
  source: string,
): Promise<AsyncIterableIterator<EventTracking>> {
  await checkSpeaker(ctx, source);
  const tenant = tenantOf(ctx);
  const waiting: { id: string; target: string }[] = [];
  let isOpen = true;
  let wake = Promise.withResolvers<void>();
  const stop = await listen(ctx.redis, acknowledgedKey(tenant), {
    hear(message) {
      const { application, ids } = toldSchema.parse(JSON.parse(message));
      waiting.push(...ids.map((id) => ({ id, target: application })));
      if (waiting.length > WAITING_AT_MOST) waiting.splice(0, waiting.length - WAITING_AT_MOST);
      wake.resolve();
    },
    missed: () => undefined,
  });

  async function next(): Promise<IteratorResult<EventTracking>> {
    while (isOpen) {
      const told = waiting.shift();
      const json = told && (await ctx.redis.get(answerKey(tenant, told.target, told.id)).catch(() => null));
      const answer = json ? answerOf(json) : undefined;
      if (told && answer?.source === source) return { done: false, value: ofAnswer(told.id, told.target, answer) };
      if (waiting.length > 0 || !isOpen) continue;
      await wake.promise;
      wake = Promise.withResolvers();
    }
    return { done: true, value: undefined };
  }

  const acknowledgments: AsyncIterableIterator<EventTracking> = {
    next,
    async return() {
      isOpen = false;
      wake.resolve();
      stop();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]: () => acknowledgments,
  };
  return acknowledgments;
}
