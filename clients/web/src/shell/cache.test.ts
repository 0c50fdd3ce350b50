import { join } from 'node:path';
import { documentsOf } from '@mycelium/client-kit/build/client-documents';
import {
  type DocumentNode,
  getNamedType,
  isObjectType,
  Kind,
  parse,
  type SelectionSetNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { expect, test } from 'vitest';
import { cacheOptions } from '../graph/cache.ts';
import { api } from '../graph/play-graph.ts';
import { rules } from './cache.ts';

const { keys = {}, resolvers = {}, optimistic = {}, updates = {} } = cacheOptions(rules);
const asked = new Set<string>();
const selected: Selected[] = [];
for (const { operation, text } of documentsOf(join(import.meta.dirname, '../..'))) if (operation) walk(parse(text));
const changes = [api.getMutationType(), api.getSubscriptionType()].flatMap((type) => fieldsOf(type));

test('each list and view of the rules is a field of the graph that the console asks for', () => {
  const places = rules.flatMap(({ lists = [], views = [] }) => [...lists, ...views]);
  const resolved = Object.entries(resolvers).flatMap(([type, fields = {}]) =>
    Object.keys(fields).map((field) => `${type}.${field}`),
  );
  expect([...places, ...resolved].filter((place) => !asked.has(place))).toEqual([]);
});

test('each change that the rules name is a mutation or a feed of the graph', () => {
  const named = [...Object.keys(updates.Mutation ?? {}), ...Object.keys(optimistic)];
  expect(named.filter((name) => !changes.includes(name))).toEqual([]);
});

test('a rule says a key only of a type that has none, and of fields that it has', () => {
  for (const [name, said] of rules.flatMap(({ keys = {} }) => Object.entries(keys))) {
    const fields = fieldsOf(api.getType(name));
    expect(fields, name).toEqual(expect.arrayContaining(said.split(' ')));
    expect(cacheOptions([]).keys?.[name]?.({ __typename: name, tenantId: 'x' }), name).toBeNull();
  }
});

test('each thing that a document selects can be told from others of its type, or is part of what it belongs to', () => {
  expect(new Set(selected.map(({ type }) => type)).size).toBeGreaterThan(100);
  expect(selected.filter((each) => !isKnown(each))).toEqual([]);
});

/** Whether what one place selects of a type is enough for its key. */
function isKnown({ type, fields }: Selected): boolean {
  const keyOf = keys[type];
  const all = Object.fromEntries(fieldsOf(api.getType(type)).map((field) => [field, 'x']));
  const some = Object.fromEntries(fields.map((field) => [field, 'x']));
  if (!keyOf) return 'id' in some;
  return keyOf({ __typename: type, ...some }) === keyOf({ __typename: type, ...all });
}

interface Selected {
  type: string;
  fields: string[];
}

/** Notes the fields that an operation asks for, as `Type.field`, and what each place selects of a type. */
function walk(document: DocumentNode): void {
  const info = new TypeInfo(api);
  visit(
    document,
    visitWithTypeInfo(info, {
      Field({ name, selectionSet }) {
        asked.add(`${info.getParentType()?.name}.${name.value}`);
        const type = getNamedType(info.getType());
        if (isObjectType(type) && selectionSet)
          selected.push({ type: type.name, fields: namesIn(selectionSet, document) });
      },
    }),
  );
}

/** The names of what a place selects, fragments written out. */
function namesIn({ selections }: SelectionSetNode, document: DocumentNode): string[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection.name.value];
    if (selection.kind === Kind.INLINE_FRAGMENT) return namesIn(selection.selectionSet, document);
    return document.definitions
      .filter((each) => each.kind === Kind.FRAGMENT_DEFINITION)
      .filter(({ name }) => name.value === selection.name.value)
      .flatMap(({ selectionSet }) => namesIn(selectionSet, document));
  });
}

function fieldsOf(type: unknown): string[] {
  return isObjectType(type) ? Object.keys(type.getFields()) : [];
}
