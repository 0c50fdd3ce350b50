import { type DocumentNode, type FieldNode, Kind, type SelectionSetNode } from 'graphql';

/**
 * How many pairs of fields have one place in an answer of a document: validation compares all of them. Fragments are written out here,
 * so it ends when that makes too much of it, as cycles do; validation refuses these.
 */
export function repeatsIn(document: DocumentNode, mostSelections: number): number {
  const fragments = new Map(
    document.definitions.flatMap((each): [string, SelectionSetNode][] =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each.selectionSet]] : [],
    ),
  );
  let pairs = 0;
  let looked = 0;

  const count = (sets: readonly SelectionSetNode[]): void => {
    const found = new Map<string, FieldNode[]>();
    const spread = new Set<string>();
    for (const set of sets) collect(set, found, spread);
    for (const nodes of found.values()) {
      if (looked > mostSelections) return;
      pairs += (nodes.length * (nodes.length - 1)) / 2;
      const below = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
      if (below.length > 0) count(below);
    }
  };
  const collect = ({ selections }: SelectionSetNode, found: Map<string, FieldNode[]>, spread: Set<string>): void => {
    for (const selection of selections) {
      looked += 1;
      if (selection.kind === Kind.FIELD) {
        const key = (selection.alias ?? selection.name).value;
        const known = found.get(key);
        if (known) known.push(selection);
        else found.set(key, [selection]);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        collect(selection.selectionSet, found, spread);
      } else if (!spread.has(selection.name.value)) {
        spread.add(selection.name.value);
        const set = fragments.get(selection.name.value);
        if (set) collect(set, found, spread);
      }
    }
  };

  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) count([definition.selectionSet]);
  }
  return pairs;
}
