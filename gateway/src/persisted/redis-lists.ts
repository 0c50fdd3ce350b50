import { openBell } from '@mycelium/kit/bell';
import { OPERATIONS_CHANNEL, operationsKey } from '@mycelium/kit/redis';
import type { ChainableCommander, Redis } from 'ioredis';
import type { Logger } from 'pino';
import { z } from 'zod';
import { type ClientLists, changesOf, listOf, recordOf } from './client-list.ts';

const messageSchema = z.object({ client: z.string().min(1) });

/** Keeps lists in Redis, for all gateways, which hear of what subgraphs write there too, see PROTOCOL.md. */
export function redisLists(redis: Redis, url: string, log: Logger): ClientLists {
  const listeners: ((client: string | undefined) => void)[] = [];
  const tell = (client: string | undefined) => {
    for (const listener of listeners) listener(client);
  };
  const bell = openBell(url, log);
  void bell.listen(OPERATIONS_CHANNEL, { hear: (text) => tell(clientIn(text)), missed: () => tell(undefined) });

  /** Does all of a batch or nothing, and announces it. */
  const commit = async (client: string, batch: ChainableCommander) => {
    const results = await batch.publish(OPERATIONS_CHANNEL, JSON.stringify({ client })).exec();
    for (const [error] of results ?? []) if (error) throw error;
  };

  return {
    read: async (client) =>
      listOf(await redis.hgetall(operationsKey(client)), (hash) =>
        log.error({ client, hash }, 'a registered operation is not good: no such record, or its text has another hash'),
      ),
    async write(client, list) {
      const record = recordOf(list);
      const batch = redis.multi().del(operationsKey(client));
      await commit(client, Object.keys(record).length > 0 ? batch.hset(operationsKey(client), record) : batch);
    },
    async change(client, change) {
      const { set, unset } = changesOf(change);
      const batch = redis.multi();
      if (unset.length > 0) batch.hdel(operationsKey(client), ...unset);
      if (Object.keys(set).length > 0) batch.hset(operationsKey(client), set);
      await commit(client, batch);
    },
    remove: (client) => commit(client, redis.multi().del(operationsKey(client))),
    listen: (listener) => void listeners.push(listener),
    close: bell.close,
  };
}

function clientIn(text: string): string | undefined {
  try {
    return messageSchema.safeParse(JSON.parse(text)).data?.client;
  } catch {
    return undefined;
  }
}
