import type { ThingAlertKind } from '@mycelium/schema/alert-kinds';
import { type ConditionTold, conditionChanged } from '@mycelium/schema/subgraphs/events';
import type { Context } from './context.ts';
import { legible } from './legible.ts';
import { type Many, roundOfMany } from './tasks/rounds.ts';
import type { Task } from './tasks/task.ts';

/** What is so of a thing from a moment on, or no longer. */
export interface Condition extends Pick<ConditionTold, 'thingId' | 'partId' | 'name' | 'isSo' | 'value'> {
  since: Date;
  /** When it is meant to be so, and nobody is to be notified. */
  quiet?: readonly { from: Date; to: Date }[];
  tenantId: string;
}

const LONGEST_NAME = 200;

/**
 * Says, with the transaction, what is so of things or no longer; the rules of their tenants say when that is an alert.
 * Call it once the rows of the things are written: who waits for them says it later, and of two that are said the later one counts.
 */
export async function tellConditions(ctx: Context, kind: ThingAlertKind, conditions: readonly Condition[]) {
  if (conditions.length === 0) return;
  const [{ at } = { at: '' }] = await ctx.em.execute<{ at: string }[]>(
    `select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at`,
  );
  for (const { tenantId, name, since, quiet = [], ...condition } of conditions) {
    const told = {
      ...condition,
      ...{ kind, at, name: legible(name.slice(0, LONGEST_NAME)), since: since.toISOString() },
      quiet: quiet.map(({ from, to }) => ({ from: from.toISOString(), to: to.toISOString() })),
    };
    ctx.publish(conditionChanged, told, tenantId);
  }
}

/** The name of the round that says again what is so of the things of this kind. */
export const againName = (kind: string): string => `again ${kind.toLowerCase().replaceAll('_', '-')}`;

/**
 * Says at a start, and every hour, what is so of the things of this kind: the subgraph of the alerts may not have known the kind when
 * it began, or may have lost it. `each` locks the rows of the things and says what they are then, in as many statements for many as for one.
 */
export function saidAgain(kind: ThingAlertKind, things: Pick<Many, 'list' | 'each'>): Task<object> {
  return { ...roundOfMany(againName(kind), '29 * * * *', { atOnce: AT_ONCE, ...things }), atStart: true };
}

const AT_ONCE = 200;
