import * as outside from './outside.ts';
import { promisesOf, type SubgraphName, subgraphNames } from './roster.ts';

/** What an application is, in a sentence, and which subgraph answers for it; the others are programs outside. */
export interface ApplicationFacts {
  description: string;
  home?: SubgraphName;
}

/** Who speaks and listens on the event bus in every tenant, by name; a tenant may register others. */
export const applicationFacts: ReadonlyMap<string, ApplicationFacts> = new Map<string, ApplicationFacts>([
  ...Object.entries(outside.applications).map(([name, description]) => [name, { description }] as const),
  ...subgraphNames.flatMap((home) =>
    Object.entries(promisesOf(home).applications).map(([name, description]) => [name, { description, home }] as const),
  ),
]);

export const applications: readonly string[] = [...applicationFacts.keys()];

/** The applications for which a subgraph answers. */
export function applicationsOf(subgraph: SubgraphName): string[] {
  return Object.keys(promisesOf(subgraph).applications);
}
