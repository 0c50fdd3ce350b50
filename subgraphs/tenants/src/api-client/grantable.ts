import type { Viewer } from '@mycelium/kit/viewer';
import { isForPeopleOnly } from '@mycelium/schema/scope';

/** The first of these scopes that this person cannot give to a client, by its position. */
export function firstNotGrantable(scopes: readonly string[], viewer: Viewer, kept: readonly string[] = []): number {
  return scopes.findIndex(
    (scope) => isForPeopleOnly(scope) || !(viewer.scopes.includes(scope) || kept.includes(scope)),
  );
}
