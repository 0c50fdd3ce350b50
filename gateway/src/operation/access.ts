import type { Viewer } from '@mycelium/kit/viewer';
import type { GuardedField, Requirement } from '@mycelium/schema/access';
import { GraphQLError } from 'graphql';

/** The policies (`@policy`) that a viewer is granted. */
export type Policies = (viewer: Viewer) => readonly string[];

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
