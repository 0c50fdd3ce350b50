import type { Viewer } from '@mycelium/kit/viewer';

/** Scopes that only people have: who manages access, and the platform itself. */
const personal = /^(access|platform):/;

/** The first of these scopes that this person cannot give to a client, by its position. */
export function firstNotGrantable(scopes: readonly string[], viewer: Viewer, kept: readonly string[] = []): number {
  return scopes.findIndex((scope) => personal.test(scope) || !(viewer.scopes.includes(scope) || kept.includes(scope)));
}
