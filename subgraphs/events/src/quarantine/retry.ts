import { LockMode } from '@mikro-orm/core';
import { handOver } from '@mycelium/bus/hand-over';
import { KEEP_KEY } from '@mycelium/bus/keys';
import { publishToBus } from '@mycelium/bus/publish';
import { ownTenant } from '@mycelium/kit/allow';
import { AUDIT_KEY } from '@mycelium/kit/audit-outbox';
import type { Context } from '@mycelium/kit/context';
import { Conflict, Forbidden, NotFound } from '@mycelium/kit/errors';
import { targetsOf } from '@mycelium/kit/relay';
import { eventSchema } from '@mycelium/schema/event-type';
import type { Redis } from 'ioredis';
import { validate as isUuid, v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { onBus } from '../on-bus.ts';
import { QuarantinedEntry, QuarantinePlace } from './quarantined-entry.ts';

/** Puts an entry back on its way; what still cannot be done comes here again. */
export async function retryEntry(ctx: Context, id: string): Promise<boolean> {
  const row = await lockEntry(ctx, id);
  // The row goes first, so that whoever sets the entry aside once more waits for us.
  await ctx.em.remove(row).flush();
  await onBus(ctx, (redis) => putBack(redis, row));
  return true;
}

/** Forgets an entry for good. What the audit log is to say stays until the platform's own staff decide. */
export async function discardEntry(ctx: Context, id: string): Promise<boolean> {
  const row = await lockEntry(ctx, id);
  if (row.place === QuarantinePlace.AUDIT && !ctx.viewer.scopes.includes('platform:admin'))
    throw new Forbidden('Only the platform can discard an entry meant for the audit log.');
  ctx.em.remove(row);
  return true;
}

async function lockEntry(ctx: Context, id: string): Promise<QuarantinedEntry> {
  // The mutations of the quarantine see every row, so that the platform's own staff reach entries that belong to no tenant.
  const isStaff = ctx.viewer.scopes.includes('platform:admin');
  const own = { id, tenantId: ownTenant(ctx) };
  const where = isStaff ? { $or: [own, { id, tenantId: null }] } : own;
  const row = isUuid(id)
    ? await ctx.em.findOne(QuarantinedEntry, where, { lockMode: LockMode.PESSIMISTIC_WRITE })
    : undefined;
  if (!row) throw new NotFound('QuarantinedEntry', id);
  return row;
}

const fieldsSchema = z.record(z.string(), z.string());

async function putBack(redis: Redis, { place, entry }: QuarantinedEntry): Promise<void> {
  const what: unknown = JSON.parse(entry);
  if (place === QuarantinePlace.KEEPER) {
    await redis.xadd(KEEP_KEY, '*', ...Object.entries(fieldsSchema.parse(what)).flat());
  } else if (place === QuarantinePlace.AUDIT) {
    await redis.xadd(AUDIT_KEY, '*', 'audit', typeof what === 'string' ? what : entry);
  } else if (place === QuarantinePlace.NOTICE) {
    const event = { ...eventSchema.parse(what), id: uuidv7() };
    await publishToBus(redis, [{ event, targets: targetsOf(event) }]);
  } else {
    await handOverAgain(redis, what);
  }
}

/** Hands an event over under the name of a relay of its own, since Redis refuses what comes with an older epoch than the last of a relay. */
async function handOverAgain(redis: Redis, what: unknown): Promise<void> {
  const event = eventSchema.safeParse(what);
  if (!event.success) throw new Conflict(`This is still not an event: ${z.prettifyError(event.error)}`);
  const addressed = { event: event.data, targets: targetsOf(event.data) };
  const [refused] = await handOver(redis, { name: 'quarantine', epoch: String(Date.now() * 1_000) }, [addressed]);
  if (refused) throw new Conflict(`The bus still refuses it: ${refused.reason.message}`);
}
