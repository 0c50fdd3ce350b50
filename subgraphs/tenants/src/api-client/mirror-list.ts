import { LockMode } from '@mikro-orm/core';
import { asSystem } from '@mycelium/kit/as-system';
import type { Context } from '@mycelium/kit/context';
import { OPERATIONS_CHANNEL, operationsKey } from '@mycelium/kit/redis';
import { type Many, roundOfMany } from '@mycelium/kit/tasks/rounds';
import { OperationStatus, RegisteredOperation } from '../operation/operation.ts';
import { ApiClient } from './api-client.ts';
import { listRecord } from './list-record.ts';

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
export const lists: Many = {
  atOnce: 50,
  async list({ em }) {
    const rows = await em.execute<{ id: string }[]>('select id from tenants.api_client order by id');
    return rows.map(({ id }) => id);
  },
  async each(ctx, ids) {
    const clients = await ctx.em.find(ApiClient, { id: { $in: [...ids] } });
    const approved = await ctx.em.find(RegisteredOperation, {
      client: { $in: [...ids] },
      status: OperationStatus.APPROVED,
    });
    let repaired = 0;
    for (const client of clients) {
      const own = approved.filter((operation) => operation.client.id === client.id);
      const kept = await ctx.redis.hgetall(operationsKey(client.id));
      if (isSame(kept, listRecord(client, own))) continue;
      await mirrorList(ctx, client.id);
      repaired += 1;
    }
    if (repaired > 0) ctx.log.warn({ count: repaired }, 'lists of API clients were repaired');
  },
};

export const listRepair = roundOfMany('api-client-lists', '* * * * *', lists);

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
