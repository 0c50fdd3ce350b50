import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { buildSchema, type GraphQLField, isRequiredArgument } from 'graphql';
import { operationOf } from '../test/root-field.ts';
import type { Who } from './house.ts';
import { type Known, valuesOf } from './input-values.ts';

export type Kind = 'query' | 'mutation' | 'subscription';

/** One question with its values, as somebody asks it. */
export interface Call {
  name: string;
  kind: Kind;
  who: Who;
  query: string;
  variables: Record<string, unknown>;
}

const sdl = await readFile(join(import.meta.dirname, '../../schema/api.graphql'), 'utf8');
export const schema = buildSchema(sdl);

/** Every field that a question can begin with. */
export const rootFields = (['query', 'mutation', 'subscription'] as const).flatMap((kind) => {
  const type = {
    query: schema.getQueryType(),
    mutation: schema.getMutationType(),
    subscription: schema.getSubscriptionType(),
  }[kind];
  return Object.values(type?.getFields() ?? {}).map((field) => ({ kind, field }));
});

/** Mostly those who may do much, so that a call gets further than its permission. */
const askers: Who[] = [...Array<Who>(11).fill('owner'), 'admin', 'admin', 'kitchen', 'screen', 'anonymous'];

/** So many calls of each root field, the same for the same seed. */
export function callsOf(known: Known, { seed, each }: { seed: number; each: number }): Call[] {
  return rootFields.flatMap(({ kind, field }, index) =>
    fc.sample(argumentsOf(field, known), { seed: seed + index, numRuns: each }).map((variables, turn) => ({
      name: field.name,
      kind,
      who: askers[(turn + index) % askers.length] ?? 'owner',
      query: operationOf(kind, field, variables, kind === 'query' ? 2 : 1),
      variables,
    })),
  );
}

export function argumentsOf(
  { name: field, args }: GraphQLField<unknown, unknown>,
  known: Known,
): fc.Arbitrary<Record<string, unknown>> {
  return fc.record(Object.fromEntries(args.map((arg) => [arg.name, valuesOf(arg.type, [field, arg.name], known)])), {
    requiredKeys: args.filter(isRequiredArgument).map(({ name }) => name),
  });
}
