import { systemBeside } from '@mycelium/database/system';
import type { Context } from './context.ts';

const forks = new WeakMap<Context['em'], Context['em'][]>();

/**
 * A unit of work that sees every tenant's rows, beside the viewer's, which does not; on the connection of the call. For
 * reads; a mutation that needs it is marked with `System`.
 */
export function asSystem({ em }: Pick<Context, 'em'>): Context['em'] {
  const system = systemBeside(em);
  if (em.isInTransaction()) forks.set(em, [...(forks.get(em) ?? []), system]);
  return system;
}

const systems = new WeakMap<Context, { transaction: unknown; system: Context }>();

/** The same call with a unit of work that sees every tenant's rows: for rows that one the viewer may see refers to. */
export function systemOf(ctx: Context): Context {
  const transaction = ctx.em.getTransactionContext();
  const known = systems.get(ctx);
  if (known && known.transaction === transaction) return known.system;
  const system = { ...ctx, em: asSystem(ctx) };
  systems.set(ctx, { transaction, system });
  return system;
}

/** A transaction has ended: what was read beside it as the system goes on without one. */
export function leaveTransaction({ em }: Context): void {
  for (const system of forks.get(em) ?? []) system.resetTransactionContext();
  forks.delete(em);
}
