import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import type { Data } from './run.ts';

/** The entities of one call: equal representations are sent once, and what comes back goes to each. */
export interface EntityBatch {
  representations: Data[];
  /** Every entity, and beside it which representation is its own. */
  entities: Data[];
  indexes: number[];
}

/** Adds an entity with what is sent of it. */
export type AddEntity = (entity: Data, sent: Data) => void;

/** What tells representations of one type from each other: the value of their only field, or all of them as JSON. */
type Identify = (sent: Data) => unknown;

/** How entities with these keys are batched. `nameOf` is the type that counts. */
export function compileBatching(
  requires: readonly QueryPlanSelectionNode[],
  nameOf: (entity: Data, sent: Data) => unknown,
) {
  const identify = identifyBy(onlyField(requires));
  return (): { batch: EntityBatch; add: AddEntity } => {
    const batch: EntityBatch = { representations: [], entities: [], indexes: [] };
    const known = new Map<unknown, Map<unknown, number>>();
    let name: unknown;
    let ofName = new Map<unknown, number>();

    return {
      batch,
      add(entity, sent) {
        const named = nameOf(entity, sent);
        if (named !== name || batch.entities.length === 0) {
          name = named;
          ofName = known.get(name) ?? new Map<unknown, number>();
          known.set(name, ofName);
        }
        const identity = identify(sent);
        let index = ofName.get(identity);
        if (index === undefined) {
          index = batch.representations.push(sent) - 1;
          ofName.set(identity, index);
        }
        batch.entities.push(entity);
        batch.indexes.push(index);
      },
    };
  };
}

function identifyBy(field: string | undefined): Identify {
  if (field === undefined) return (sent) => JSON.stringify(sent);
  return (sent) => {
    const value = sent[field];
    // An object is another one each time.
    return typeof value === 'object' && value !== null ? JSON.stringify([value]) : value;
  };
}

/** The one field beside the type's name that all the keys have; undefined when there are others, or deeper ones. */
function onlyField(requires: readonly QueryPlanSelectionNode[]): string | undefined {
  const fields = new Set<string>();
  const isFlat = requires.every(function visit(selection): boolean {
    if (selection.kind !== 'Field') return selection.selections.every(visit);
    if (selection.selections?.length) return false;
    if (selection.name !== '__typename') fields.add(selection.name);
    return true;
  });
  const [only] = fields;
  return isFlat && fields.size === 1 ? only : undefined;
}
