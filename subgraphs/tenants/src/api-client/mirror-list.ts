import { LockMode } from '@mikro-orm/core';
import { asSystem } from '@mycelium/kit/as-system';
import type { Context } from '@mycelium/kit/context';
import { OPERATIONS_CHANNEL, operationsKey } from '@mycelium/kit/redis';
import { OperationStatus, RegisteredOperation } from '../operation/operation.ts';
import { ApiClient } from './api-client.ts';
import { listRecord } from './list-record.ts';

const BATCH = 50;

/** Writes what a client may do to where the gateways read it, as its rows say now. */
export async function mirrorList(ctx: Context, clientId: string): Promise<void> {
  await asSystem(ctx).transactional(async (em) => {
    // Who mirrors later waits for us, and reads later rows.
    const client = await em.findOne(ApiClient, { id: clientId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const approved = await em.find(RegisteredOperation, { client: clientId, status: OperationStatus.APPROVED });
    await writeList(ctx, clientId, client ? listRecord(client, approved) : {});
  });
}

/** Writes each list that is not as its rows say: Redis may have been away, or emptied. A list whose client is gone is left: no key leads to it. */
export async function repairLists(ctx: Context): Promise<void> {
  let repaired = 0;
  let after: string | undefined;
  do {
    const clients: ApiClient[] = await ctx.em.find(ApiClient, after ? { id: { $gt: after } } : {}, {
      orderBy: { id: 'asc' },
      limit: BATCH,
    });
    const approved = await ctx.em.find(RegisteredOperation, {
      client: { $in: clients.map(({ id }) => id) },
      status: OperationStatus.APPROVED,
    });
    for (const client of clients) {
      const own = approved.filter((operation) => operation.client.id === client.id);
      const kept = await ctx.redis.hgetall(operationsKey(client.id));
      if (isSame(kept, listRecord(client, own))) continue;
      await mirrorList(ctx, client.id);
      repaired += 1;
    }
    after = clients.length === BATCH ? clients.at(-1)?.id : undefined;
    ctx.em.clear();
  } while (after);
  if (repaired > 0) ctx.log.warn({ count: repaired }, 'lists of API clients were repaired');
}

async function writeList({ redis }: Context, clientId: string, record: Record<string, string>): Promise<void> {
  const key = operationsKey(clientId);
  const batch = redis.multi().del(key);
  if (Object.keys(record).length > 0) batch.hset(key, record);
  const results = await batch.publish(OPERATIONS_CHANNEL, JSON.stringify({ client: clientId })).exec();
  for (const [error] of results ?? []) if (error) throw error;
}

function isSame(one: Record<string, string>, other: Record<string, string>): boolean {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}
