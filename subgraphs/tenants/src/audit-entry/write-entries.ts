import type { Context } from '@mycelium/kit/context';
import { find } from '@mycelium/kit/crud';
import type { auditRecorded } from '@mycelium/schema/events';
import type { z } from 'zod';
import { ApiClient } from '../api-client/api-client.ts';
import { asSystem } from '../as-system.ts';
import { Display } from '../display/display.ts';
import { User } from '../user/user.ts';
import type { AuditActor } from './audit-entry.ts';

type Told = z.infer<typeof auditRecorded.payload>;

/** Keeps what a subgraph told, once. By plain SQL: the log of the log would never end. */
export async function writeEntries(ctx: Context, told: Told): Promise<void> {
  const { action, address, correlationId, records } = told;
  const actor = { ...told.actor, name: await nameOf(ctx, told.actor) };
  const rows = records.map(() => '(?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?, ?)').join(', ');
  await ctx.em.execute(
    `insert into tenants.audit_entry
       (id, tenant_id, at, action, kind, noun, noun_id, actor, before, after, address, correlation_id) values ${rows}`,
    records.flatMap(({ id, kind, noun, nounId, before, after }) => [
      id,
      ctx.viewer.tenantId,
      momentOf(id),
      action,
      kind,
      noun ?? null,
      nounId ?? null,
      JSON.stringify(actor),
      JSON.stringify(before),
      JSON.stringify(after),
      address ?? null,
      correlationId,
    ]),
  );
}

/** Makes the partitions of the months to come, so that no entry ever waits for one. */
export async function makePartitions({ em }: Context): Promise<void> {
  await em.execute('select tenants.make_audit_partitions()');
}

async function nameOf(ctx: Context, { kind, id }: AuditActor): Promise<string | undefined> {
  if (kind === 'user') return (await asSystem(ctx).findOne(User, { id }))?.name;
  if (kind === 'client') return (await find(ctx, ApiClient, id))?.name;
  if (kind === 'display') return (await find(ctx, Display, id))?.name;
  return undefined;
}

/** When a UUIDv7 was made. */
function momentOf(id: string): Date {
  return new Date(Number.parseInt(id.replace('-', '').slice(0, 12), 16));
}
