import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  type TypeNode,
  valueFromASTUntyped,
} from 'graphql';
import { z } from 'zod';
import { directiveOf, features } from '../links.ts';

/** What `@listSize` says about a field. */
export interface ListSize {
  assumedSize?: number;
  slicingArguments: readonly string[];
  sizedFields: readonly string[];
  requireOneSlicingArgument: boolean;
}

/** What a supergraph says about the cost of its parts. */
export interface Weights {
  /** `@cost` by `Type`, `Type.field`, `Type.field(argument:)` and `Input.field`. */
  costs: ReadonlyMap<string, number>;
  /** `@listSize` by `Type.field`. */
  sizes: ReadonlyMap<string, ListSize>;
}

const listSizeSchema = z.object({
  assumedSize: z.number().nullish(),
  slicingArguments: z.array(z.string()).nullish(),
  sizedFields: z.array(z.string()).nullish(),
  requireOneSlicingArgument: z.boolean().nullish(),
});

/** The costs that a supergraph carries in its directives; a page (of Relay's connections) of which it says nothing has as many entries as are asked for. */
export function readWeights(document: DocumentNode): Weights {
  const costs = new Map<string, number>();
  const sizes = pageSizes(document);
  const feature = features(document).find(({ name }) => name === 'cost');
  if (!feature) return { costs, sizes };
  const [costName, sizeName] = [directiveOf(feature, 'cost'), directiveOf(feature, 'listSize')];

  const note = (coordinate: string, directives: readonly ConstDirectiveNode[] = []) => {
    for (const directive of directives) {
      if (directive.name.value === costName) costs.set(coordinate, z.number().parse(argumentsOf(directive).weight));
      if (directive.name.value !== sizeName) continue;
      const { assumedSize, slicingArguments, sizedFields, requireOneSlicingArgument } = listSizeSchema.parse(
        argumentsOf(directive),
      );
      sizes.set(coordinate, {
        assumedSize: assumedSize ?? undefined,
        slicingArguments: slicingArguments ?? [],
        sizedFields: sizedFields ?? [],
        requireOneSlicingArgument: requireOneSlicingArgument ?? true,
      });
    }
  };

  for (const definition of document.definitions) {
    if (!('name' in definition) || !definition.name || !('directives' in definition)) continue;
    if (definition.kind === Kind.OPERATION_DEFINITION || definition.kind === Kind.FRAGMENT_DEFINITION) continue;
    const type = definition.name.value;
    note(type, definition.directives);
    if (!('fields' in definition)) continue;
    for (const field of definition.fields ?? []) {
      const coordinate = `${type}.${field.name.value}`;
      note(coordinate, field.directives);
      if (field.kind !== Kind.FIELD_DEFINITION) continue;
      for (const argument of field.arguments ?? []) {
        note(`${coordinate}(${argument.name.value}:)`, argument.directives);
      }
    }
  }
  return { costs, sizes };
}

/** How many entries a page has is asked by these. */
const SLICING = ['first', 'last'];

function pageSizes(document: DocumentNode): Map<string, ListSize> {
  const types = document.definitions.filter(
    (each) => each.kind === Kind.OBJECT_TYPE_DEFINITION || each.kind === Kind.INTERFACE_TYPE_DEFINITION,
  );
  const entriesOf = new Map(
    types.map(({ name, fields = [] }): [string, string[]] => [
      name.value,
      fields.map((field) => field.name.value).filter((field) => field === 'edges' || field === 'nodes'),
    ]),
  );
  const sizeOf = ({ type, arguments: given = [] }: FieldDefinitionNode): ListSize | undefined => {
    const slicingArguments = given.map(({ name }) => name.value).filter((name) => SLICING.includes(name));
    const sizedFields = entriesOf.get(nameOf(type)) ?? [];
    if (slicingArguments.length === 0 || sizedFields.length === 0) return undefined;
    return { slicingArguments, sizedFields, requireOneSlicingArgument: false };
  };
  return new Map(
    types.flatMap(({ name, fields = [] }) =>
      fields.flatMap((field): [string, ListSize][] => {
        const size = sizeOf(field);
        return size ? [[`${name.value}.${field.name.value}`, size]] : [];
      }),
    ),
  );
}

function nameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);
}

function argumentsOf(directive: ConstDirectiveNode): Record<string, unknown> {
  return Object.fromEntries(
    (directive.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value)]),
  );
}
