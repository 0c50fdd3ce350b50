import { type GraphQLField, type GraphQLObjectType, getNamedType, isObjectType, isRequiredArgument } from 'graphql';
import { schema } from './calls.ts';
import { placesOf } from './places.ts';

/** A field below the root that takes an id or a cursor, and the way there. */
export interface NestedField {
  on: string;
  field: GraphQLField<unknown, unknown>;
  /** Response keys from the viewer down to its type. */
  way: string[];
}

/** All fields that can be asked of what a viewer has, by the shortest way that needs no argument. */
export function nestedFields(): NestedField[] {
  const viewer = getNamedType(schema.getQueryType()?.getFields().viewer?.type);
  if (!isObjectType(viewer)) throw new Error('The graph has no viewer.');
  const ways = new Map<GraphQLObjectType, string[]>([[viewer, ['viewer']]]);
  for (const [type, way] of ways) {
    for (const { name, type: of, args } of Object.values(type.getFields())) {
      const next = getNamedType(of);
      if (isObjectType(next) && !ways.has(next) && !args.some(isRequiredArgument)) ways.set(next, [...way, name]);
    }
  }
  return [...ways].flatMap(([type, way]) =>
    Object.values(type.getFields())
      .filter(({ args }) => placesOf(args).length > 0)
      .map((field) => ({ on: type.name, field, way })),
  );
}
