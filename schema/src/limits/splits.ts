import { type ConstDirectiveNode, type DocumentNode, Kind, type ObjectTypeDefinitionNode } from 'graphql';

/** Into how many types a plan splits a field of an interface, by `Interface.field`; other fields stay one. */
export type Splits = ReadonlyMap<string, number>;

/** Where nothing is planned. */
export const noSplits: Splits = new Map();

/**
 * Reads from a supergraph which fields of interfaces a plan asks type by type: those that a subgraph has of the interface but not of
 * each type that implements it there, and those that a type may have from several subgraphs.
 */
export function readSplits(document: DocumentNode): Splits {
  const implementers = new Map<string, ObjectTypeDefinitionNode[]>();
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    for (const { name } of definition.interfaces ?? []) {
      implementers.set(name.value, [...(implementers.get(name.value) ?? []), definition]);
    }
  }
  const splits = new Map<string, number>();
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    const types = implementers.get(definition.name.value) ?? [];
    for (const field of definition.fields ?? []) {
      const graphs = graphsOf(definition, field.name.value);
      const isSplit = types.some((type) => {
        const known = graphsOf(type, field.name.value);
        const there = new Set(argumentsNamed(type.directives, 'join__type', 'graph'));
        return known.length > 1 || graphs.some((graph) => there.has(graph) && !known.includes(graph));
      });
      if (isSplit && types.length > 1) splits.set(`${definition.name.value}.${field.name.value}`, types.length);
    }
  }
  return splits;
}

type TypeDefinition = Pick<ObjectTypeDefinitionNode, 'directives' | 'fields'>;

/** The subgraphs that resolve a field of a type: those it names, or all that have the type. */
function graphsOf({ directives, fields }: TypeDefinition, name: string): string[] {
  const field = fields?.find((each) => each.name.value === name);
  if (!field) return [];
  const joins = field.directives?.filter((each) => each.name.value === 'join__field') ?? [];
  const named = joins.filter((join) => givenTo(join, 'external') !== true).flatMap((join) => textOf(join, 'graph'));
  const all = argumentsNamed(directives, 'join__type', 'graph');
  return joins.some((join) => textOf(join, 'graph').length > 0) ? named : all;
}

function argumentsNamed(directives: readonly ConstDirectiveNode[] = [], directive: string, argument: string): string[] {
  return directives.filter(({ name }) => name.value === directive).flatMap((each) => textOf(each, argument));
}

function textOf(directive: ConstDirectiveNode, argument: string): string[] {
  const value = givenTo(directive, argument);
  return typeof value === 'string' ? [value] : [];
}

function givenTo(directive: ConstDirectiveNode, argument: string): string | boolean | undefined {
  const value = directive.arguments?.find(({ name }) => name.value === argument)?.value;
  if (value?.kind === Kind.BOOLEAN || value?.kind === Kind.ENUM) return value.value;
  return undefined;
}
