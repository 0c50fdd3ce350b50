import { systemSession } from '@mycelium/database/tenant';
import type { Audit } from '@mycelium/schema/audit';
import { Directive, type MiddlewareFn, UseMiddleware } from 'type-graphql';
import { v7 as uuidv7 } from 'uuid';
import { auditOf } from './audit-trail.ts';
import type { Context } from './context.ts';
import { writeOutbox } from './outbox.ts';
import { type Mask, notePersonal } from './personal-fields.ts';

const SCOPE = 'pii:read';

/** Whose value it is. */
interface Owner {
  noun: string;
  nounId: string;
  field: string;
  /** In whose log it stands; the viewer's tenant unless given. */
  logOf?: string;
}

/** The fields that each row showed to a call, by noun and id. */
const shown = new WeakMap<Context, Map<string, Owner & { fields: Set<string> }>>();

/**
 * A field with a person's value, which each viewer has as `personal` says, and their own whole. The gateway shares no answer
 * with it, neither kept nor under way, and what the log says of its changes is masked for everybody.
 */
export function Personal(mask: Mask): PropertyDecorator {
  const apart = Directive('@viewerSpecific') as PropertyDecorator;
  const behindMask: MiddlewareFn<Context> = async ({ root, context, info }, next) => {
    const value: unknown = await next();
    if (typeof value !== 'string' || isOwn(context, root)) return value;
    const owner = { noun: info.parentType.name, nounId: String(root.id), field: info.fieldName };
    return personal(context, owner, value, mask);
  };
  const behind = UseMiddleware(behindMask) as PropertyDecorator;
  return (target, field) => {
    apart(target, field);
    behind(target, field);
    notePersonal(target.constructor, String(field), mask);
  };
}

const own = new WeakSet<object>();

/** Says that this is the viewer, also where that was not known when the call came, as at a log-in. */
export function ownRow<Row extends object>(row: Row): Row {
  own.add(row);
  return row;
}

function isOwn({ viewer }: Context, row: { id?: unknown }): boolean {
  return own.has(row) || (viewer.kind === 'user' && row.id === viewer.id);
}

/**
 * A person's value as the viewer may see it: whole with the scope pii:read, and then it is recorded that it was shown, else
 * behind its mask. Of one row one entry is made in a call, however often and whichever of its fields are asked for.
 */
export function personal(ctx: Context, owner: Owner, value: string, mask: Mask): string {
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
  const byLog = Map.groupBy(rows, ({ logOf = ctx.viewer.tenantId }) => logOf);
  return [...byLog].flatMap(([tenantId, some]) => {
    const records = some.map(({ noun, nounId, fields }) => ({
      ...{ id: uuidv7(), kind: 'SHOWN' as const, noun, nounId },
      ...{ before: {}, after: { fields: [...fields].toSorted() } },
    }));
    return tenantId ? [auditOf(ctx, { tenantId, action: 'unmask', records })] : [];
  });
}
