import type { Context } from '@mycelium/kit/context';

/** The person who does this, by themselves or signed in at a station; null where it is nobody. */
export function personOf({ viewer }: Context): string | null {
  return (viewer.kind === 'user' ? viewer.id : viewer.personId) ?? null;
}
