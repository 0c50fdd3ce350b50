import type { Promises } from './promises.ts';
import * as activities from './subgraphs/crm/activities.ts';
import * as contacts from './subgraphs/crm/contacts.ts';
import * as partners from './subgraphs/crm/partners.ts';
import * as pipelines from './subgraphs/crm/pipelines.ts';
import * as crm from './subgraphs/crm.ts';
import * as events from './subgraphs/events.ts';
import * as floor from './subgraphs/restaurant/floor.ts';
import * as kitchen from './subgraphs/restaurant/kitchen.ts';
import * as orders from './subgraphs/restaurant/orders.ts';
import * as payments from './subgraphs/restaurant/payments.ts';
import * as places from './subgraphs/restaurant/places.ts';
import * as restaurant from './subgraphs/restaurant.ts';
import * as tenants from './subgraphs/tenants.ts';
import * as venues from './subgraphs/venues.ts';

/** Every subgraph of the house, by name: all that its files export, which is what it promises and its event types. */
export const contracts = {
  tenants,
  events,
  restaurant: { ...restaurant, ...places, ...orders, ...kitchen, ...payments, ...floor },
  crm: { ...crm, ...contacts, ...activities, ...partners, ...pipelines },
  venues,
};

export type SubgraphName = keyof typeof contracts;

export const subgraphNames = Object.keys(contracts) as SubgraphName[];

/** What a subgraph promises to the others. */
export function promisesOf(name: SubgraphName): Promises {
  return contracts[name].promises;
}

/** Every door of the house, with the subgraph behind it. */
export function doorsOf(names: readonly SubgraphName[] = subgraphNames): Record<string, DoorPromise> {
  const all = names.flatMap((subgraph) =>
    Object.entries(promisesOf(subgraph).doors ?? {}).map(([name, door]) => [name, { subgraph, ...door }] as const),
  );
  return Object.fromEntries(all);
}

/** Where vendors tell a subgraph things. */
export interface DoorPromise {
  subgraph: SubgraphName;
  /** 1 MiB unless told. */
  mostBytes?: number;
}

/** The variable that says where a subgraph is, when it is a process of its own. */
export function urlVariableOf<Name extends SubgraphName>(name: Name): `SUBGRAPH_${Uppercase<Name>}_URL` {
  return `SUBGRAPH_${name.toUpperCase() as Uppercase<Name>}_URL`;
}

/** Where a subgraph answers GraphQL when it runs alone on this machine. */
export function defaultUrl(name: SubgraphName): string {
  return `http://127.0.0.1:${promisesOf(name).port}/graphql`;
}
