import { readFileSync } from 'node:fs';
import {
  buildSchema,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLOutputType,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql';
import { expect, test } from 'vitest';
import * as generated from '../generated/graphql.ts';
import { areas } from '../shell/areas.ts';
import type { CacheRules } from './cache-rules.ts';

const api = buildSchema(readFileSync(new URL('../../../../schema/api.graphql', import.meta.url), 'utf8'));

/** A field that a mutation answers, and its place, such as `Tag.counts`. */
interface Answered {
  mutation: string;
  place: string;
}

/** Every field that a document asks of the answers of its mutations, with its fragments. */
function answeredBy({ definitions }: DocumentNode): Answered[] {
  const fragments = new Map(
    definitions
      .filter((each): each is FragmentDefinitionNode => each.kind === 'FragmentDefinition')
      .map((fragment) => [fragment.name.value, fragment]),
  );
  const found: Answered[] = [];
  function walk({ selections }: SelectionSetNode, type: GraphQLOutputType | null | undefined, mutation?: string): void {
    for (const selection of selections) {
      if (selection.kind === 'FragmentSpread') {
        const fragment = fragments.get(selection.name.value);
        if (fragment) walk(fragment.selectionSet, typeNamed(fragment.typeCondition.name.value), mutation);
      } else if (selection.kind === 'InlineFragment') {
        const on = selection.typeCondition?.name.value;
        walk(selection.selectionSet, on ? typeNamed(on) : type, mutation);
      } else {
        const name = selection.name.value;
        const parent = type && getNamedType(type);
        if (mutation && parent) found.push({ mutation, place: `${parent.name}.${name}` });
        const fields = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields() : {};
        if (selection.selectionSet) walk(selection.selectionSet, fields[name]?.type, mutation ?? name);
      }
    }
  }
  for (const definition of definitions)
    if (definition.kind === 'OperationDefinition' && definition.operation === 'mutation')
      walk(definition.selectionSet, api.getMutationType());
  return found;
}

function typeNamed(name: string): GraphQLOutputType | undefined {
  const type = api.getType(name);
  return isCompositeType(type) ? type : undefined;
}

/** The places that a rule has asked for again; what decides by the answer may mean any of its area. */
function forgottenBy({ lists = [], views = [], on = {} }: CacheRules, mutation: string): string[] {
  const rule = on[mutation];
  if (!rule) return [];
  const places = [...lists, ...views];
  if (typeof rule === 'function') return places;
  const fields = [rule].flat();
  return places.filter((place) => fields.some((field) => place.endsWith(`.${field}`)));
}

const documents = Object.values(generated).filter(
  (each): each is typeof each & DocumentNode => typeof each === 'object' && 'definitions' in each,
);
const rules = areas.flatMap(({ cache = [] }) => cache);

test('no mutation asks for what its own rule has asked for again, which it would answer as null', () => {
  const all = documents.flatMap((document) => answeredBy(document));
  expect(all.length).toBeGreaterThan(500);
  const wrong = all.filter(({ mutation, place }) => rules.some((rule) => forgottenBy(rule, mutation).includes(place)));
  expect([...new Set(wrong.map(({ mutation, place }) => `${mutation}: ${place}`))]).toEqual([]);
});
