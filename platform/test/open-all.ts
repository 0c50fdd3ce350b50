import { createLog } from '@mycelium/kit/log';
import type { AskNeighbour } from '@mycelium/kit/neighbours';
import { type Manifest, type OpenOptions, type OpenSubgraph, openSubgraph } from '@mycelium/kit/subgraph';
import { type SubgraphName, subgraphNames } from '@mycelium/schema/roster';
import { manifestOf } from '../src/subgraphs.ts';

export const networkSecret = 'a secret that only tests ever use, and long enough';
export const quiet = createLog('test', 'fatal');

/** Every subgraph of the roster in this process, those of another make by their own manifests; they ask each other in memory. */
export async function openAll(
  options: Omit<OpenOptions, 'secret'>,
  manifests: Partial<Record<SubgraphName, Manifest>> = {},
): Promise<Record<SubgraphName, OpenSubgraph>> {
  const all = Promise.withResolvers<Record<SubgraphName, OpenSubgraph>>();
  const neighbours: AskNeighbour = async (name, call) => (await all.promise)[name].execute(call);
  const opened: [string, OpenSubgraph][] = [];
  for (const name of subgraphNames) {
    const manifest = manifests[name] ?? (await manifestOf(name));
    opened.push([name, await openSubgraph(manifest, { ...options, secret: networkSecret, neighbours })]);
  }
  const subgraphs = Object.fromEntries(opened) as Record<SubgraphName, OpenSubgraph>;
  all.resolve(subgraphs);
  return subgraphs;
}
