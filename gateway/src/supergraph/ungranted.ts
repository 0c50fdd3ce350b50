import type { Access } from '@mycelium/schema/access';

/** What a viewer can be granted at all. */
export type Grants = 'nothing' | 'scopes' | 'everything';

/** Throws for a supergraph that demands what nobody can have here: to serve it as if it did not would show what it hides. */
export function refuseUngranted({ requirements }: Access, grants: Grants): void {
  if (grants === 'everything') return;
  const all = [...requirements];
  const guarded = grants === 'nothing' ? all : all.filter(([, { policies }]) => policies.length > 0);
  if (guarded.length === 0) return;
  const [names, more] = [guarded.slice(0, NAMED).map(([name]) => name), guarded.length - NAMED];
  const which = `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  throw new Error(
    grants === 'nothing'
      ? `This supergraph has fields that not everybody may see (${which}), and this gateway is open: say under "tokens" in its settings how tokens are checked.`
      : `This supergraph has fields with @policy (${which}): say under "tokens.policies" in the settings which claim grants them.`,
  );
}

const NAMED = 5;
