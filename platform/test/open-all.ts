import { createLog } from '@mycelium/kit/log';
import type { AskNeighbour } from '@mycelium/kit/neighbours';
import type { OpenOptions, OpenSubgraph } from '@mycelium/kit/subgraph';
import { type SubgraphName, subgraphNames } from '@mycelium/schema/roster';
import { openByName } from '../src/subgraphs.ts';

export const networkSecret = 'a secret that only tests ever use, and long enough';
export const quiet = createLog('test', 'fatal');

/** Every subgraph of the roster in this process; they ask each other in memory. */
export async function openAll(options: Omit<OpenOptions, 'secret'>): Promise<Record<SubgraphName, OpenSubgraph>> {
  const all = Promise.withResolvers<Record<SubgraphName, OpenSubgraph>>();
  const neighbours: AskNeighbour = async (name, call) => (await all.promise)[name].execute(call);
  const opened: [string, OpenSubgraph][] = [];
  for (const name of subgraphNames)
    opened.push([name, await openByName(name, { ...options, secret: networkSecret, neighbours })]);
  const subgraphs = Object.fromEntries(opened) as Record<SubgraphName, OpenSubgraph>;
  all.resolve(subgraphs);
  return subgraphs;
}
