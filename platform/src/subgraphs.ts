import { type AskNeighbour, askOverHttp } from '@mycelium/kit/neighbours';
import type { Manifest, OpenOptions, OpenSubgraph } from '@mycelium/kit/subgraph';
import { type SubgraphName, subgraphNames, urlVariableOf } from '@mycelium/schema/roster';
import type { Env } from './env.ts';

/** The subgraph's manifest: `@mycelium/<name>/subgraph` exports it under the subgraph's name. */
export async function manifestOf(name: SubgraphName): Promise<Manifest> {
  const module = (await import(`@mycelium/${name}/subgraph`)) as Record<string, Manifest>;
  const manifest = module[name];
  if (!manifest) throw new Error(`subgraphs/${name}/src/subgraph.ts exports no manifest called ${name}.`);
  return manifest;
}

/** The subgraphs that run in this process, which are all but those that a variable says run elsewhere. */
export function localNames(env: Env): SubgraphName[] {
  return subgraphNames.filter((name) => !env[urlVariableOf(name)]);
}

/** Where the others run. */
export function remoteSubgraphs(env: Env): Record<string, { urls: readonly string[] }> {
  const urls = subgraphNames.map((name) => [name, env[urlVariableOf(name)]] as const);
  return Object.fromEntries(urls.flatMap(([name, each]) => (each ? [[name, { urls: each }]] : [])));
}

/** Opens a subgraph of the roster in this process. */
export async function openByName(name: SubgraphName, options: OpenOptions): Promise<OpenSubgraph> {
  const [{ openSubgraph }, manifest] = await Promise.all([import('@mycelium/kit/subgraph'), manifestOf(name)]);
  return openSubgraph(manifest, options);
}

/** How the subgraphs ask each other: in memory those that are open here, over HTTP the others. */
export function neighboursOf(env: Env, opened: Promise<readonly OpenSubgraph[]>): AskNeighbour {
  const urls = Object.entries(remoteSubgraphs(env)).map(([name, { urls }]) => [name, urls]);
  const elsewhere = askOverHttp(Object.fromEntries(urls));
  return async (name, call) => {
    const here = (await opened).find((subgraph) => subgraph.name === name);
    return here ? here.execute(call) : elsewhere(name, call);
  };
}
