import { backgroundSchema } from '@mycelium/database/background';
import { systemSession } from '@mycelium/database/tenant';
import { beginInTurn } from '@mycelium/database/turns';
import { Extensions, type MiddlewareFn } from 'type-graphql';
import { leaveTransaction } from './as-system.ts';
import { takeAudits } from './audit.ts';
import { startTrail } from './audit-trail.ts';
import { isOver } from './beside.ts';
import { type Context, pendingMark, sessionOf, takePending } from './context.ts';
import { liesInData } from './fault.ts';
import { noteHostile } from './hostile.ts';
import { writeOutbox } from './outbox.ts';
import { plannedMark, takePlanned, tellPlanned, writePlanned } from './tasks/enqueue.ts';

/** Marks a mutation that works before or beyond a tenant (log-in, pairing): its transaction sees every row. */
export function System(): MethodDecorator {
  return Extensions({ system: true });
}

const afterwards = new WeakMap<Context, (() => Promise<unknown>)[]>();
const afterRollbacks = new WeakMap<Context, (() => Promise<unknown>)[]>();

/** Does something once the transaction is kept, and not at all when it is not. A failure is logged; the transaction stays kept. */
export function afterCommit(context: Context, work: () => Promise<unknown>): void {
  afterwards.set(context, [...(afterwards.get(context) ?? []), work]);
}

/** Does something once the transaction is given up, for what must stay of a call that is refused; the refusal waits for it. */
export function afterRollback(context: Context, work: () => Promise<unknown>): void {
  afterRollbacks.set(context, [...(afterRollbacks.get(context) ?? []), work]);
}

/** Runs work in one transaction together with the events it publishes: both are kept, or neither is. */
export async function inTransaction<Result>(
  context: Context,
  work: () => Promise<Result>,
  system = false,
): Promise<Result> {
  const { em } = context;
  if (system) em.setSessionContext(systemSession);
  try {
    await beginInTurn(em);
    const result = await work();
    await em.flush();
    const schema = String(em.config.get('schema'));
    const background = backgroundSchema(schema);
    const tasks = takePlanned(context);
    await writePlanned(em, background, tasks);
    await writeOutbox(em, schema, takePending(context), takeAudits(context));
    await em.commit();
    leaveTransaction(context);
    tellPlanned(context, background, tasks);
    await Promise.all(
      (afterwards.get(context) ?? []).map((afterwork) =>
        afterwork().catch((error: unknown) => context.log.warn({ err: error }, 'work after a commit failed')),
      ),
    );
    return result;
  } catch (error) {
    takePending(context);
    takeAudits(context);
    takePlanned(context);
    // If even the rollback fails, the connection is gone, and with it what was begun.
    if (em.isInTransaction()) await em.rollback().catch(() => em.resetTransactionContext());
    em.clear();
    leaveTransaction(context);
    for (const work of afterRollbacks.get(context) ?? []) await work();
    throw error;
  } finally {
    afterwards.delete(context);
    afterRollbacks.delete(context);
    isOver(context);
    if (system) em.setSessionContext(sessionOf(context.viewer));
  }
}

/** Does work within the transaction that is being made; when it fails, all that it did and published there is undone, and the transaction goes on. */
export async function inSavepoint<Result>(context: Context, work: () => Promise<Result>): Promise<Result> {
  const { em } = context;
  const [forgetTold, forgetPlanned, later] = [
    pendingMark(context),
    plannedMark(context),
    afterwards.get(context) ?? [],
  ];
  await em.flush();
  await em.execute('savepoint attempt');
  try {
    const result = await work();
    await em.flush();
    await em.execute('release savepoint attempt');
    return result;
  } catch (error) {
    forgetTold();
    forgetPlanned();
    afterwards.set(context, later);
    em.clear();
    await em.execute('rollback to savepoint attempt');
    throw error;
  }
}

/**
 * Does something with each of many that have nothing to do with each other. One with which it fails is undone and logged, and
 * holds up none of the others; a server that is away holds up all.
 */
export async function eachAlone<Item>(
  context: Context,
  items: Iterable<Item>,
  work: (item: Item) => Promise<unknown>,
): Promise<void> {
  for (const item of items) {
    try {
      await inSavepoint(context, () => work(item));
    } catch (error) {
      if (!liesInData(error)) throw error;
      noteHostile(context.log, {
        what: 'work that failed for one of many',
        from: String(item),
        details: { err: error },
      });
    }
  }
}

/** Gives a mutation its own transaction, and the audit its trail. */
export const mutationTransaction: MiddlewareFn<Context> = ({ info, args, context }, next) => {
  const { system, unaudited, withoutDatabase } = info.parentType.getFields()[info.fieldName]?.extensions ?? {};
  if (withoutDatabase) return next();
  if (!unaudited) startTrail(context, info.fieldName, args);
  return inTransaction(context, next, system === true);
};
