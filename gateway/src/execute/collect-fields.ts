import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { deferLabelOf } from './defer.ts';

/** What the fields of an operation depend on, beside their type. */
export interface Selecting {
  schema: GraphQLSchema;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Whether fragments may be deferred. */
  defers: boolean;
  /** The key under which the answer to a field comes. */
  keyOf(field: FieldNode): string;
}

/** The fields selected on a type by response key, in the order of the specification's CollectFields; what is deferred goes to `onDeferred`, if there is one. */
export function collectFields(
  { schema, fragments }: Selecting,
  type: GraphQLCompositeType,
  sets: readonly SelectionSetNode[],
  onDeferred?: (label: string, set: SelectionSetNode) => void,
): ReadonlyMap<string, FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  const visited = new Set<string>();

  const applies = (condition: string | undefined) => {
    if (condition === undefined || condition === type.name) return true;
    const under = schema.getType(condition);
    return isAbstractType(under) && 'getFields' in type && schema.isSubType(under, type);
  };
  const collect = (set: SelectionSetNode): void => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        const key = (selection.alias ?? selection.name).value;
        const known = fields.get(key);
        if (known) known.push(selection);
        else fields.set(key, [selection]);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        if (!applies(selection.typeCondition?.name.value)) continue;
        // In a placed operation only inline fragments are deferred.
        const label = onDeferred && deferLabelOf(selection);
        if (label !== undefined) onDeferred?.(label, selection.selectionSet);
        else collect(selection.selectionSet);
      } else if (!visited.has(selection.name.value)) {
        visited.add(selection.name.value);
        const fragment = fragments.get(selection.name.value);
        if (fragment && applies(fragment.typeCondition.name.value)) collect(fragment.selectionSet);
      }
    }
  };
  for (const set of sets) collect(set);
  return fields;
}
