import type { Context } from '@mycelium/kit/context';
import { Forbidden } from '@mycelium/kit/errors';
import type { KnownType } from '../event-type/registry.ts';

/** Throws unless the viewer may publish this type: what the platform publishes by itself, nobody publishes in its place. */
export function checkTeller({ viewer }: Pick<Context, 'viewer'>, { name, toldBy }: KnownType): void {
  if (toldBy === 'PLATFORM')
    throw new Forbidden(`Only the platform publishes ${name}.`, { reason: 'PLATFORM_ONLY', name });
  if (toldBy === 'PROGRAMS' && viewer.kind !== 'client')
    throw new Forbidden(`Only programs with a key publish ${name}.`, { reason: 'PROGRAMS_ONLY', name });
}
