import type { EntityManager } from '@mikro-orm/postgresql';
import { systemSession } from '@mycelium/database/tenant';
import type { Audit, AuditRecord } from '@mycelium/schema/audit';
import { Extensions } from 'type-graphql';
import { v7 as uuidv7 } from 'uuid';
import { auditOf, noteTold, takeTrail } from './audit-trail.ts';
import { whenOver } from './beside.ts';
import type { Context } from './context.ts';
import { writeOutbox } from './outbox.ts';

/** What is recorded beside the changes of rows: a log-in, a refusal, a secret that was shown. */
export interface Told
  extends Pick<AuditRecord, 'kind' | 'noun' | 'nounId'>,
    Partial<Pick<AuditRecord, 'name' | 'before' | 'after'>> {
  action: string;
  /** The viewer's tenant unless told. */
  tenantId?: string;
  /** The viewer unless told. */
  actor?: Audit['actor'];
  /** The nouns whose rows the call changes with it, and of which nothing is left to say. */
  insteadOf?: readonly string[];
}

const recorded = new WeakMap<Context, Audit[]>();

/** Leaves a mutation out of the audit, for a reason: machine noise that no person would look for. */
export function Unaudited(reason: string): MethodDecorator {
  return Extensions({ unaudited: reason });
}

/** Records something explicitly, with the transaction. */
export function record(ctx: Context, told: Told): void {
  noteTold(ctx, told.insteadOf);
  recorded.set(ctx, [...(recorded.get(ctx) ?? []), ...asAudit(ctx, told)]);
}

/**
 * Records what a call was refused, whatever became of its transaction. It is found out and written when the call is over,
 * and nobody waits for it: so it takes no connection beside the call's own, and the answer says nothing by its time.
 */
export function recordAfterwards(ctx: Context, find: (em: EntityManager) => Promise<Told[]>): void {
  whenOver(ctx, () =>
    ctx.em.fork({ session: systemSession }).transactional(async (em) => {
      const audits = (await find(em)).flatMap((told) => asAudit(ctx, told));
      await writeOutbox(em, String(em.config.get('schema')), [], audits);
    }),
  );
}

/** Takes what was recorded since the last time. */
export function takeAudits(ctx: Context): Audit[] {
  const told = recorded.get(ctx) ?? [];
  recorded.delete(ctx);
  return [...told, ...takeTrail(ctx)];
}

function asAudit(
  ctx: Context,
  { action, actor, tenantId = ctx.viewer.tenantId, insteadOf: _, ...what }: Told,
): Audit[] {
  if (!tenantId) return [];
  const records = [{ id: uuidv7(), before: {}, after: {}, ...what }];
  return [{ ...auditOf(ctx, { tenantId, action, records }), ...(actor && { actor }) }];
}
