/** Every subgraph of the house: its port when it runs alone, and the variable that tells others where it is. */
export const roster = {
  tenants: { port: 4101, urlVariable: 'SUBGRAPH_TENANTS_URL' },
  events: { port: 4102, urlVariable: 'SUBGRAPH_EVENTS_URL' },
  restaurant: { port: 4106, urlVariable: 'SUBGRAPH_RESTAURANT_URL' },
} as const satisfies Record<string, { port: number; urlVariable: `SUBGRAPH_${string}_URL` }>;

export type SubgraphName = keyof typeof roster;

export const subgraphNames = Object.keys(roster) as SubgraphName[];

/** Where a subgraph answers GraphQL when it runs alone on this machine. */
export function defaultUrl(name: SubgraphName): string {
  return `http://127.0.0.1:${roster[name].port}/graphql`;
}
