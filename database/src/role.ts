import { hkdfSync } from 'node:crypto';
import type { SubgraphName } from '@mycelium/schema/roster';

/** The login role of a subgraph. */
export function roleName(subgraph: SubgraphName): string {
  return `mycelium_${subgraph}`;
}

/** The password of a subgraph's login role, derived from the installation's secret. */
export function rolePassword(subgraph: SubgraphName, secret: string): string {
  return Buffer.from(hkdfSync('sha256', secret, 'mycelium', `database-role:${subgraph}`, 24)).toString('base64url');
}

/** The database's address for a subgraph's own role. */
export function roleUrl(databaseUrl: string, subgraph: SubgraphName, secret: string): string {
  const url = new URL(databaseUrl);
  url.username = roleName(subgraph);
  url.password = rolePassword(subgraph, secret);
  return url.href;
}
