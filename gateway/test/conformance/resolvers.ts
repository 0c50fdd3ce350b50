import { isDeepStrictEqual } from 'node:util';
import { type GraphQLFieldResolver, type GraphQLSchema, isObjectType } from 'graphql';

// biome-ignore lint/suspicious/noExplicitAny: resolvers of tests look into data of every shape.
export type Loose = any;
export type Resolvers = Record<string, Record<string, (...given: Loose[]) => unknown>>;

/** Gives the fields of a schema what answers them. */
export function attach(schema: GraphQLSchema, resolvers: Resolvers): void {
  for (const [name, fields] of Object.entries(resolvers)) {
    const type = schema.getType(name);
    if (!isObjectType(type)) throw new Error(`The monolith has no type ${name}.`);
    for (const [field, resolve] of Object.entries(fields)) {
      const known = type.getFields()[field];
      if (!known) throw new Error(`The monolith has no field ${name}.${field}.`);
      if (name === 'Subscription') known.subscribe = feeds({ [field]: resolve })[field]?.subscribe;
      else known.resolve = resolve as GraphQLFieldResolver<unknown, unknown>;
    }
  }
}

/** Each field as a feed of the one event that it gives. */
export function feeds(fields: Resolvers[string]) {
  return Object.fromEntries(
    Object.entries(fields).map(([field, give]) => [
      field,
      {
        async *subscribe(...given: Loose[]) {
          yield { [field]: await give(...given) };
        },
      },
    ]),
  );
}

/** Finds the one of which a representation tells the truth in every field. */
export function oneOf<Item extends object>(items: readonly Item[]) {
  return (reference: object): Item | undefined => items.find((item) => agrees(item, reference));
}

function agrees(item: unknown, reference: unknown): boolean {
  if (Array.isArray(reference)) {
    return Array.isArray(item) && reference.every((each, index) => agrees(item[index], each));
  }
  if (typeof reference !== 'object' || reference === null) return isDeepStrictEqual(item, reference);
  if (typeof item !== 'object' || item === null) return false;
  return Object.entries(reference).every(
    ([key, value]) => key === '__typename' || agrees(Reflect.get(item, key), value),
  );
}
