import { makeRefusal, REFUSED_KEY, type Refusal, refusalsKey } from '@mycelium/kit/refusal';
import type { GraphQLError } from 'graphql';
import type { Redis } from 'ioredis';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import type { CallContext } from '../call-context.ts';
import type { Operation } from '../supergraph/operation.ts';

/** Tells the audit log who was refused what; never on the way of a request. */
export interface Refusals {
  note(operation: Operation, context: CallContext, refused: readonly GraphQLError[]): void;
  /** Hands over what is still here. */
  close(): Promise<void>;
}

/** The same to the same one is reported once in so long: a client that tries in a loop does not fill the log. */
const AGAIN_MS = 60_000;
const FLUSH_MS = 1_000;
/** More than this waits neither here nor in Redis; what is older is lost, and the log says so. No tenant takes the room of another. */
const MOST_HERE = 1_000;
const MOST_OF_TENANT = 100;
const MOST_IN_REDIS = 1_000;

/** Tells the log what was refused; nothing without Redis or without login. */
export function tellRefusals(redis: Redis | undefined, log: Logger): Refusals {
  if (!redis) return { note: () => {}, close: async () => {} };
  const known = new LRUCache<string, true>({ max: 10_000, ttl: AGAIN_MS });
  let waiting: Refusal[] = [];
  let lost = 0;

  const flush = async (): Promise<void> => {
    if (lost > 0) log.warn({ lost }, 'refusals came faster than they can be told');
    lost = 0;
    if (waiting.length === 0) return;
    const batch = waiting;
    waiting = [];
    const steps = redis.multi();
    for (const [tenantId, some] of Map.groupBy(batch, (each) => each.tenantId)) {
      const key = refusalsKey(tenantId);
      steps.rpush(key, ...some.map((each) => JSON.stringify(each))).ltrim(key, -MOST_IN_REDIS, -1);
      steps.sadd(REFUSED_KEY, tenantId);
    }
    await steps.exec().catch((error: unknown) => {
      log.debug({ err: error }, 'refusals wait for Redis');
      waiting = [...batch, ...waiting].slice(-MOST_HERE);
    });
  };
  const timer = setInterval(() => void flush(), FLUSH_MS).unref();

  return {
    note({ guarded }, { viewer, address, correlationId }, refused) {
      const { kind, id, tenantId } = viewer;
      if (!tenantId) return;
      const paths = new Set(refused.map(({ path }) => path?.join('.')));
      for (const { coordinate, path } of guarded) {
        const key = `${kind} ${id} ${tenantId} ${coordinate}`;
        if (!paths.has(path.join('.')) || known.has(key)) continue;
        known.set(key, true);
        const ofTenant = waiting.filter((each) => each.tenantId === tenantId).length;
        if (waiting.length >= MOST_HERE || ofTenant >= MOST_OF_TENANT) lost += 1;
        else
          waiting.push(
            makeRefusal({ tenantId, actor: { kind, id }, action: actionOf(coordinate), address, correlationId }),
          );
      }
    },
    async close() {
      clearInterval(timer);
      await flush();
    },
  };
}

/** What the log calls an action: a mutation by its name alone. */
function actionOf(coordinate: string): string {
  return coordinate.replace(/^(Query|Mutation|Subscription)\./, '');
}
