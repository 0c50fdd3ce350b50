import type { Viewer } from '@mycelium/kit/viewer';
import type { Access, GuardedField, Requirement } from '@mycelium/schema/access';
import { GraphQLError } from 'graphql';
import type { Policies } from './admission.ts';
import type { TokenSettings } from './tokens.ts';

/** One error for each field that this viewer may not see. */
export function refusals(viewer: Viewer, guarded: GuardedField[], policies: Policies): GraphQLError[] {
  if (guarded.length === 0) return [];
  const held = new Set(viewer.scopes);
  const granted = new Set(policies(viewer));
  const refused = new Map<string, GraphQLError>();
  for (const { coordinate, path, requirement } of guarded) {
    const key = path.join('.');
    if (refused.has(key) || isMet(requirement, viewer, held, granted)) continue;
    const code = viewer.kind === 'anonymous' ? 'UNAUTHENTICATED' : 'FORBIDDEN';
    const reason = code === 'FORBIDDEN' ? 'You may not see' : 'Log in to see';
    refused.set(key, new GraphQLError(`${reason} ${coordinate}.`, { path, extensions: { code } }));
  }
  return [...refused.values()];
}

function isMet(
  { authenticated, scopes, policies }: Requirement,
  { kind }: Viewer,
  held: ReadonlySet<string>,
  granted: ReadonlySet<string>,
): boolean {
  if (kind === 'anonymous' && (authenticated || scopes.length > 0)) return false;
  return (
    scopes.every((alternatives) => alternatives.some((all) => all.every((scope) => held.has(scope)))) &&
    policies.every((alternatives) => alternatives.some((all) => all.every((policy) => granted.has(policy))))
  );
}

/** What a viewer can be granted at all. */
export type Grants = 'nothing' | 'scopes' | 'everything';

export function grantedBy(tokens: TokenSettings | undefined): Grants {
  if (!tokens) return 'nothing';
  return tokens.policies === undefined ? 'scopes' : 'everything';
}

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
