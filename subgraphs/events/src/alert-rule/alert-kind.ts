import { MOST_WAITING } from '@mycelium/bus/policy';
import { alertKindNames, alertKinds, type AlertKind as Kind } from '@mycelium/schema/alert-kinds';
import { type AlertUnit, alertUnits } from '@mycelium/schema/alert-promise';
import { registerEnumType } from 'type-graphql';

export type AlertKind = Kind;

/** Every kind that a subgraph promises, by its name. */
export const AlertKind = Object.fromEntries(alertKindNames.map((kind) => [kind, kind])) as { [Each in Kind]: Each };
registerEnumType(AlertKind, {
  name: 'AlertKind',
  description: 'What an alert can be about, each with its own unit.',
  valuesConfig: Object.fromEntries([...alertKinds].map(([kind, { description }]) => [kind, { description }])),
});

/** By their names, as the graph has them. */
export const AlertUnits = Object.fromEntries(Object.keys(alertUnits).map((unit) => [unit, unit])) as {
  [Each in AlertUnit]: Each;
};
registerEnumType(AlertUnits, {
  name: 'AlertUnit',
  description: 'What the threshold of an alert is counted in.',
  valuesConfig: Object.fromEntries(Object.entries(alertUnits).map(([unit, description]) => [unit, { description }])),
});

/** What is found by the bus alone, and nobody sets. */
const fixed: Partial<Record<Kind, number>> = { WEBHOOK_FULL: MOST_WAITING };

/** The threshold of a kind until a tenant says otherwise; 0 where there is no number. */
export function usualThreshold(kind: Kind): number {
  return fixed[kind] ?? alertKinds.get(kind)?.threshold ?? 0;
}

/** What the threshold of a kind is counted in; undefined where nobody sets one. */
export function unitOf(kind: Kind): AlertUnit | undefined {
  return alertKinds.get(kind)?.unit;
}

/** Whether the owner of a thing says when it is so. */
export function isThingKind(kind: string): kind is Kind {
  return alertKinds.get(kind)?.thing !== undefined;
}

/** The kinds whose alerts somebody with these scopes may see: those of the bus, and those of things that they may see. */
export function kindsFor(scopes: readonly string[]): Kind[] {
  return alertKindNames.filter((kind) => {
    const read = alertKinds.get(kind)?.thing?.read;
    return read === undefined || scopes.includes(read);
  });
}
