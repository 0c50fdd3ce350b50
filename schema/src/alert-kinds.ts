import type { AlertPromise } from './alert-promise.ts';
import { contracts, promisesOf, type SubgraphName, subgraphNames } from './roster.ts';

type PromisesOf<Name extends SubgraphName> = (typeof contracts)[Name]['promises'];

type KindsOf<Promises> = Promises extends { alerts: infer Alerts } ? keyof Alerts & string : never;

type ThingKindsOf<Promises> = Promises extends { alerts: infer Alerts }
  ? { [Kind in keyof Alerts & string]: Alerts[Kind] extends { thing: object } ? Kind : never }[keyof Alerts & string]
  : never;

/** Every kind of alert that a subgraph promises. */
export type AlertKind = KindsOf<PromisesOf<SubgraphName>>;

/** Those of a thing, which its owner tells. */
export type ThingAlertKind = ThingKindsOf<PromisesOf<SubgraphName>>;

const promised = subgraphNames.flatMap((name) => Object.entries(promisesOf(name).alerts ?? {}));

/** Every kind of alert with what is promised of it; throws where two subgraphs promise the same. */
export const alertKinds: ReadonlyMap<string, AlertPromise> = fold(promised);

/** They by their names, as the type knows them: both are read off the same files. */
export const alertKindNames = [...alertKinds.keys()] as AlertKind[];

/** The page of the console where one acts on the thing of an alert; undefined of a kind that has none, or that nobody promised. */
export function placeOfAlert(kind: string, thingId?: string | null, partId?: string | null): string | undefined {
  return thingId ? alertKinds.get(kind)?.thing?.place({ thingId, partId: partId ?? undefined }) : undefined;
}

function fold(entries: readonly (readonly [string, AlertPromise])[]): Map<string, AlertPromise> {
  const kinds = new Map<string, AlertPromise>();
  for (const [kind, promise] of entries) {
    if (kinds.has(kind)) throw new Error(`There are two kinds of alert ${kind}.`);
    kinds.set(kind, promise);
  }
  return kinds;
}
