import type { Notice } from '@mycelium/schema/notices';
import { noticeRaised } from '@mycelium/schema/subgraphs/tenants';
import type { Context } from './context.ts';
import { legible } from './legible.ts';

/**
 * Tells a person of a tenant something, with the transaction: under the bell of the console, and by e-mail if they want
 * that. However often it is raised with the same `onceKey`, they are notified once.
 */
export function raiseNotice(ctx: Context, { values, ...notice }: Notice, tenantId?: string): void {
  const kept = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'string' ? fitting(value) : value,
  ]);
  ctx.publish(noticeRaised, { ...notice, values: Object.fromEntries(kept) }, tenantId);
}

const LONGEST = 500;

/** A text cut to the length it may have, without what no database keeps: no name of anything may keep people from being notified. */
function fitting(text: string): string {
  return legible(text.slice(0, LONGEST));
}
