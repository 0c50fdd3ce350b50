import { systemSession } from '@mycelium/database/tenant';
import type { Context } from '@mycelium/kit/context';

/** A unit of work of its own that sees every tenant's rows, beside the viewer's, which does not. For reads; a mutation that needs it is marked with `System`. */
export function asSystem({ em }: Context): Context['em'] {
  return em.fork({ session: systemSession });
}

const systems = new WeakMap<Context, Context>();

/** The same call with a unit of work that sees every tenant's rows: for rows that one the viewer may see refers to. */
export function systemOf(ctx: Context): Context {
  const system = systems.get(ctx) ?? { ...ctx, em: asSystem(ctx) };
  systems.set(ctx, system);
  return system;
}
