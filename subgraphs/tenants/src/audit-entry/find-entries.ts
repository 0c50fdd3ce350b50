import type { FilterQuery } from '@mikro-orm/core';
import { checkTenant } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { firstIdOf } from '@mycelium/kit/id-moment';
import { parseInput } from '@mycelium/kit/input';
import { type PageArgs, page } from '@mycelium/kit/page';
import { AuditEntry, type AuditEntryPage, type AuditFilter, auditFilterSchema } from './audit-entry.ts';
import { automatic } from './automatic.ts';
import { readableTo } from './readable.ts';

/** A page of a tenant's log, newest first; another tenant's is not found. */
export function findEntries(
  ctx: Context,
  tenantId: string,
  filter: AuditFilter,
  { first, after }: PageArgs,
): Promise<AuditEntryPage> {
  checkTenant(ctx, tenantId);
  const asked = parseInput(auditFilterSchema, filter, ['filter']);
  const { actor, noun, id, action, entries, actors, isAutomatic, nouns, kinds, from, to } = asked;
  const span = { ...(from && { $gte: firstIdOf(from) }), ...(to && { $lt: firstIdOf(to) }) };
  const where = {
    tenantId,
    $and: [
      readableTo(ctx.viewer),
      ...(entries ? [{ id: { $in: entries } }] : []),
      ...(nouns ? [{ noun: { $in: nouns } }] : []),
      ...(actors ? [{ $or: [{ actor: { id: { $in: actors } } }, { actor: { personId: { $in: actors } } }] }] : []),
      ...(isAutomatic === true ? [automatic] : []),
      ...(isAutomatic === false ? [{ $not: automatic }] : []),
    ],
    ...(kinds && { kind: { $in: kinds } }),
    ...(actor && { actor: { id: actor } }),
    ...(noun && { noun }),
    ...(id && { nounId: id }),
    ...(action && { action }),
    // The id carries the time, and lets PostgreSQL read only the months that are asked for.
    ...((from || to) && { id: span }),
  } as FilterQuery<AuditEntry>;
  return page(ctx, AuditEntry, where, { first, after }, { id: 'desc' });
}
