import { conditionHolds, conditionOf } from '@mycelium/schema/conditions';
import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  OperationTypeNode,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import type { Operation } from '../supergraph/operation.ts';
import type { Data } from './run.ts';

const DEFER = 'defer';

/** An operation in which each deferred fragment stands where it is spread, under a label of our own. */
export interface Placed {
  operation: Operation;
  /** The client's label for each of ours; most have none. */
  labels: ReadonlyMap<string, string | undefined>;
}

/** An operation with more of them is answered as one whole: each is a part of the plan and of the answer. */
const MOST_DEFERRED = 50;

/** A document with nothing deferred. */
export function withoutDefer(document: DocumentNode): DocumentNode {
  return visit(document, { [Kind.DIRECTIVE]: ({ name }) => (name.value === DEFER ? null : undefined) });
}

/** Finds what is deferred; nothing when the variables leave nothing deferred, or too much. */
export function placeDefers(operation: Operation, variables: Data): Placed | undefined {
  const { document, definition } = operation;
  const fragments = new Map(
    document.definitions.flatMap((each): [string, FragmentDefinitionNode][] =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [],
    ),
  );
  const isActive = (directive: DirectiveNode) =>
    directive.name.value === DEFER && (!conditionOf(directive) || conditionHolds(directive, variables));
  const deferring = countDefers(fragments, isActive);
  const count = deferring(definition.selectionSet);
  if (count === 0 || count > MOST_DEFERRED) return undefined;

  const labels = new Map<string, string | undefined>();
  const directivesOf = ({ directives = [] }: SelectionNode, mayDefer: boolean): ConstDirectiveNode[] => {
    const defer = mayDefer ? directives.find(isActive) : undefined;
    if (!defer) return [];
    const label = `d${labels.size}`;
    labels.set(label, labelOf(defer));
    return [deferredAs(label)];
  };
  const place = (set: SelectionSetNode, mayDefer: boolean): SelectionSetNode => ({
    ...set,
    selections: set.selections.map((selection): SelectionNode => {
      if (selection.kind === Kind.FIELD) {
        return selection.selectionSet ? { ...selection, selectionSet: place(selection.selectionSet, true) } : selection;
      }
      const directives = directivesOf(selection, mayDefer);
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        return { ...selection, directives, selectionSet: place(selection.selectionSet, mayDefer) };
      }
      const fragment = fragments.get(selection.name.value);
      if (!fragment || (directives.length === 0 && deferring(fragment.selectionSet) === 0)) {
        return { ...selection, directives };
      }
      const { typeCondition, selectionSet } = fragment;
      return { kind: Kind.INLINE_FRAGMENT, typeCondition, directives, selectionSet: place(selectionSet, mayDefer) };
    }),
  });

  // The root fields of a mutation happen one after the other, whatever is deferred around them.
  const isMutation = definition.operation === OperationTypeNode.MUTATION;
  const placed = { ...definition, selectionSet: place(definition.selectionSet, !isMutation) };
  if (labels.size === 0) return undefined;
  const definitions = document.definitions.flatMap((each): DefinitionNode[] => {
    if (each === definition) return [placed];
    // What defers stands in its places now.
    return each.kind === Kind.FRAGMENT_DEFINITION && deferring(each.selectionSet) === 0 ? [each] : [];
  });
  return { operation: { ...operation, definition: placed, document: { ...document, definitions } }, labels };
}

/** The label of a fragment that is deferred in a placed operation. */
export function deferLabelOf({ directives }: SelectionNode): string | undefined {
  const defer = directives?.find(({ name }) => name.value === DEFER);
  return defer && labelOf(defer);
}

/** How many fragments are deferred below a selection, counted wherever they are spread. */
function countDefers(
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  isActive: (directive: DirectiveNode) => boolean,
): (set: SelectionSetNode) => number {
  const known = new Map<SelectionSetNode, number>();
  const count = (set: SelectionSetNode): number => {
    const before = known.get(set);
    if (before !== undefined) return before;
    let total = 0;
    for (const selection of set.selections) {
      const below =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? fragments.get(selection.name.value)?.selectionSet
          : selection.selectionSet;
      total += (selection.directives?.some(isActive) ? 1 : 0) + (below ? count(below) : 0);
    }
    known.set(set, total);
    return total;
  };
  return count;
}

function labelOf({ arguments: given }: DirectiveNode): string | undefined {
  const value = given?.find(({ name }) => name.value === 'label')?.value;
  return value?.kind === Kind.STRING ? value.value : undefined;
}

function deferredAs(label: string): ConstDirectiveNode {
  return {
    kind: Kind.DIRECTIVE,
    name: { kind: Kind.NAME, value: DEFER },
    arguments: [
      {
        kind: Kind.ARGUMENT,
        name: { kind: Kind.NAME, value: 'label' },
        value: { kind: Kind.STRING, value: label },
      },
    ],
  };
}
