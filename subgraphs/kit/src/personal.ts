import { systemSession } from '@mycelium/database/tenant';
import type { Audit } from '@mycelium/schema/audit';
import { v7 as uuidv7 } from 'uuid';
import { auditOf } from './audit-trail.ts';
import type { Context } from './context.ts';
import { writeOutbox } from './outbox.ts';

const SCOPE = 'pii:read';

/** Whose value it is. */
interface Owner {
  noun: string;
  nounId: string;
  field: string;
}

/** The fields that each row showed to a call, by noun and id. */
const shown = new WeakMap<Context, Map<string, Owner & { fields: Set<string> }>>();

/**
 * A person's value as the viewer may see it: whole with the scope pii:read, and then it is recorded that it was shown, else
 * behind its mask. Of one row one entry is made in a call, however often and whichever of its fields are asked for.
 */
export function personal(ctx: Context, owner: Owner, value: string, mask: (value: string) => string): string {
  if (!ctx.viewer.scopes.includes(SCOPE)) return mask(value);
  const rows = shown.get(ctx) ?? new Map();
  shown.set(ctx, rows);
  const key = `${owner.noun} ${owner.nounId}`;
  const row = rows.get(key) ?? { ...owner, fields: new Set<string>() };
  rows.set(key, { ...row, fields: row.fields.add(owner.field) });
  return value;
}

/** Keeps what a call showed, when it holds no connection any more and before anybody has its answer: what cannot be recorded is not shown. */
export async function keepShown(ctx: Context): Promise<void> {
  const audits = takeShown(ctx);
  if (audits.length === 0) return;
  await ctx.em
    .fork({ session: systemSession })
    .transactional((em) => writeOutbox(em, String(em.config.get('schema')), [], audits));
}

function takeShown(ctx: Context): Audit[] {
  const rows = [...(shown.get(ctx)?.values() ?? [])];
  shown.delete(ctx);
  const { tenantId } = ctx.viewer;
  if (rows.length === 0 || !tenantId) return [];
  const records = rows.map(({ noun, nounId, fields }) => ({
    ...{ id: uuidv7(), kind: 'SHOWN' as const, noun, nounId },
    ...{ before: {}, after: { fields: [...fields].toSorted() } },
  }));
  return [auditOf(ctx, { tenantId, action: 'unmask', records })];
}
