import { type DocumentNode, type FieldNode, Kind, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';

interface Measure {
  /** What a field counts, given what is selected below it. */
  field(node: FieldNode, below: number): number;
  join(one: number, other: number): number;
}

/** Measures an operation from its leaves up. A fragment is looked at once and counts wherever it is spread, so that nested spreads cost us nothing. */
export function foldOperation(
  document: DocumentNode,
  { selectionSet }: OperationDefinitionNode,
  { field, join }: Measure,
): number {
  const fragments = new Map(
    document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
  );
  const measured = new Map<string, number>();

  const ofFragment = (name: string): number => {
    const known = measured.get(name);
    if (known !== undefined) return known;
    // Validation refuses cycles; here they only must not go round for ever.
    measured.set(name, 0);
    const fragment = fragments.get(name);
    const measure = fragment ? ofSelections(fragment.selectionSet) : 0;
    measured.set(name, measure);
    return measure;
  };
  const ofSelections = ({ selections }: SelectionSetNode): number => {
    let total = 0;
    for (const selection of selections) total = join(total, ofSelection(selection));
    return total;
  };
  const ofSelection = (selection: SelectionSetNode['selections'][number]): number => {
    if (selection.kind === Kind.INLINE_FRAGMENT) return ofSelections(selection.selectionSet);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(selection.name.value);
    return field(selection, selection.selectionSet ? ofSelections(selection.selectionSet) : 0);
  };

  return ofSelections(selectionSet);
}
