import { systemSession } from '@mycelium/database/tenant';
import type { Context } from '@mycelium/kit/context';

/** A unit of work of its own that sees every tenant's rows, beside the viewer's, which does not. For reads; a mutation that needs it is marked with `System`. */
export function asSystem({ em }: Context): Context['em'] {
  return em.fork({ session: systemSession });
}
