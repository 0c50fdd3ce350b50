import {
  type ConstDirectiveNode,
  type DocumentNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql';
import { features } from './links.ts';

/** What a viewer must have to see a field, all of it. */
export interface Requirement {
  authenticated: boolean;
  /** Each entry is one `@requiresScopes`: one of its lists must be held completely. */
  scopes: string[][][];
  /** Each entry is one `@policy`: one of its lists must be granted completely. */
  policies: string[][][];
}

/** Who may see what, by `Type` and `Type.field`. */
export interface Access {
  requirements: ReadonlyMap<string, Requirement>;
  /** Fields whose answer depends on the person, not on grants alone. */
  viewerSpecific: ReadonlySet<string>;
}

/** A field in a document that not everyone may see. */
export interface GuardedField {
  coordinate: string;
  path: string[];
  requirement: Requirement;
}

/** Which scopes somebody must have to ask these fields: of each entry, one list completely. */
export function scopesNeeded(guarded: readonly GuardedField[]): string[][][] {
  const needed = new Map<string, string[][]>();
  for (const { requirement } of guarded) {
    for (const alternatives of requirement.scopes) needed.set(JSON.stringify(alternatives), alternatives);
  }
  return [...needed.values()];
}

/** What somebody with these scopes lacks; where there is a choice, the least. */
export function missingScopes(needed: readonly string[][][], held: readonly string[]): string[] {
  const missing = needed.flatMap((alternatives) => {
    const lacks = alternatives.map((all) => all.filter((scope) => !held.includes(scope)));
    return lacks.toSorted((one, other) => one.length - other.length)[0] ?? [];
  });
  return [...new Set(missing)].sort();
}

/** The access rules that a supergraph carries in its directives. */
export function readAccess(document: DocumentNode): Access {
  const directiveOf = new Map(features(document).map(({ name, directive }) => [name, directive]));
  const requirements = new Map<string, Requirement>();
  const viewerSpecific = new Set<string>();

  const note = (coordinate: string, directives: readonly ConstDirectiveNode[] = []) => {
    const named = (feature: string) => directives.filter(({ name }) => name.value === directiveOf.get(feature));
    const requirement = {
      authenticated: named('authenticated').length > 0,
      scopes: named('requiresScopes').map((directive) => listsOf(directive, 'scopes')),
      policies: named('policy').map((directive) => listsOf(directive, 'policies')),
    };
    if (requirement.authenticated || requirement.policies.length > 0 || requirement.scopes.length > 0) {
      requirements.set(coordinate, requirement);
    }
    if (directives.some(({ name }) => name.value === 'viewerSpecific')) viewerSpecific.add(coordinate);
  };

  for (const definition of document.definitions) {
    if (!('name' in definition) || !definition.name || !('directives' in definition)) continue;
    if (definition.kind === Kind.OPERATION_DEFINITION || definition.kind === Kind.FRAGMENT_DEFINITION) continue;
    note(definition.name.value, definition.directives);
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    for (const field of definition.fields ?? []) {
      note(`${definition.name.value}.${field.name.value}`, field.directives);
    }
  }
  return { requirements, viewerSpecific };
}

function listsOf(directive: ConstDirectiveNode, argument: string): string[][] {
  const value = directive.arguments?.find(({ name }) => name.value === argument)?.value;
  // A composed supergraph has [[String!]!]! here.
  return value ? (valueFromASTUntyped(value) as string[][]) : [];
}

/** The guarded fields of an operation that is valid, and whether one of its fields depends on the person. Each fragment is looked at once. */
export function guardedFields(
  schema: GraphQLSchema,
  access: Access,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): { guarded: GuardedField[]; viewerSpecific: boolean } {
  const guarded: GuardedField[] = [];
  let viewerSpecific = false;
  const seen = new Set<string>();
  const fragments = new Map(
    document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
  );

  const visit = (parent: GraphQLNamedType | undefined, selections: SelectionSetNode, path: string[]): void => {
    if (!parent || !isCompositeType(parent)) return;
    for (const selection of selections.selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = fragments.get(selection.name.value);
        if (!fragment || seen.has(fragment.name.value)) continue;
        seen.add(fragment.name.value);
        visit(schema.getType(fragment.typeCondition.name.value), fragment.selectionSet, path);
        continue;
      }
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const narrowed = selection.typeCondition ? schema.getType(selection.typeCondition.name.value) : parent;
        visit(narrowed, selection.selectionSet, path);
        continue;
      }
      const field = 'getFields' in parent ? parent.getFields()[selection.name.value] : undefined;
      if (!field) continue;
      const here = [...path, (selection.alias ?? selection.name).value];
      const type = getNamedType(field.type);
      const owners = isAbstractType(parent) ? [parent, ...schema.getPossibleTypes(parent)] : [parent];
      const coordinates = [...owners.flatMap(({ name }) => [`${name}.${field.name}`, name]), type.name];
      viewerSpecific ||= coordinates.some((coordinate) => access.viewerSpecific.has(coordinate));
      for (const coordinate of new Set(coordinates)) {
        const requirement = access.requirements.get(coordinate);
        if (requirement) guarded.push({ coordinate: `${parent.name}.${field.name}`, path: here, requirement });
      }
      if (selection.selectionSet) visit(type, selection.selectionSet, here);
    }
  };

  visit(schema.getRootType(operation.operation) ?? undefined, operation.selectionSet, []);
  return { guarded, viewerSpecific };
}
