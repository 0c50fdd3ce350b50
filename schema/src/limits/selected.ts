import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { isIncluded } from '../conditions.ts';
import type { Variables } from './term.ts';

/** Fields that make one entry of an answer. */
export interface Selected {
  parent: GraphQLNamedType;
  nodes: FieldNode[];
}

/** Selections looked at; aliased fragments in each other could otherwise keep us busy. */
const MAX_SELECTIONS = 20_000;

/** Finds what a document selects, as its conditions leave it. Fields that make one entry of the answer are one, however often they are selected. */
export function selectionsOf(schema: GraphQLSchema, document: DocumentNode, conditions: Variables) {
  const fragments = new Map<string, FragmentDefinitionNode>(
    document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
  );
  let looked = 0;

  return {
    isTooMuch: () => looked > MAX_SELECTIONS,
    fieldsOf(parent: GraphQLNamedType, sets: readonly SelectionSetNode[]): Selected[] {
      const found = new Map<string, Selected>();
      const spread = new Set<string>();
      const visit = (type: GraphQLNamedType, { selections }: SelectionSetNode): void => {
        for (const selection of selections) {
          looked += 1;
          if (!isIncluded(selection, conditions)) continue;
          if (selection.kind === Kind.FIELD) {
            const key = `${type.name} ${(selection.alias ?? selection.name).value}`;
            const known = found.get(key);
            if (known) known.nodes.push(selection);
            else found.set(key, { parent: type, nodes: [selection] });
            continue;
          }
          const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
          if (!fragment) continue;
          if (selection.kind === Kind.FRAGMENT_SPREAD) {
            const name = `${type.name} ${selection.name.value}`;
            if (spread.has(name)) continue;
            spread.add(name);
          }
          const narrowed = fragment.typeCondition && schema.getType(fragment.typeCondition.name.value);
          visit(narrowed ?? type, fragment.selectionSet);
        }
      };
      for (const set of sets) visit(parent, set);
      return [...found.values()];
    },
  };
}
