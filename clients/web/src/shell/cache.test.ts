import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  type DocumentNode,
  type GraphQLObjectType,
  getNamedType,
  isObjectType,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { expect, test } from 'vitest';
import { cacheOptions } from '../graph/cache.ts';
import { rules } from './cache.ts';

const src = join(import.meta.dirname, '..');
const schema = buildSchema(readFileSync(join(src, '../../../schema/api.graphql'), 'utf8'));
const { keys = {}, resolvers = {}, optimistic = {}, updates = {} } = cacheOptions(rules);
const { asked, selected } = walk(documentsOf(src));
const changes = [schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) => fieldsOf(type));

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
    const fields = fieldsOf(schema.getType(name));
    expect(fields, name).toEqual(expect.arrayContaining(said.split(' ')));
    expect(cacheOptions([]).keys?.[name]?.({ __typename: name, tenantId: 'x' }), name).toBeNull();
  }
});

test('each thing that a document selects can be told from others of its type, or is part of what it belongs to', () => {
  expect(selected.size).toBeGreaterThan(100);
  const unknown = [...selected].filter(([, fields]) => fields.some((parts) => !isKnown(parts)));
  expect(unknown.map(([name]) => name)).toEqual([]);
});

/** Whether what one place selects of a type is enough for its key. */
function isKnown({ type, fields }: Selected): boolean {
  const keyOf = keys[type];
  const all = Object.fromEntries(fieldsOf(schema.getType(type)).map((field) => [field, 'x']));
  const some = Object.fromEntries(fields.map((field) => [field, 'x']));
  if (!keyOf) return 'id' in some;
  return keyOf({ __typename: type, ...some }) === keyOf({ __typename: type, ...all });
}

interface Selected {
  type: string;
  fields: string[];
}

/** The fields that are asked for, as `Type.field`, and what each place selects of a type. */
function walk(document: DocumentNode) {
  const asked = new Set<string>();
  const selected = new Map<string, Selected[]>();
  const info = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(info, {
      Field(node) {
        asked.add(`${info.getParentType()?.name}.${node.name.value}`);
        const type = getNamedType(info.getType());
        if (!isObjectType(type) || !node.selectionSet) return;
        const fields = selectionsOf(node.selectionSet, document);
        selected.set(type.name, [...(selected.get(type.name) ?? []), { type: type.name, fields }]);
      },
    }),
  );
  return { asked, selected };
}

type Selections = NonNullable<Extract<DocumentNode['definitions'][number], { selectionSet: unknown }>['selectionSet']>;

/** The names of what a place selects, fragments written out. */
function selectionsOf({ selections }: Selections, document: DocumentNode): string[] {
  return selections.flatMap((selection) => {
    if (selection.kind === 'Field') return [selection.name.value];
    if (selection.kind === 'InlineFragment') return selectionsOf(selection.selectionSet, document);
    const fragment = document.definitions.find(
      (each) => each.kind === 'FragmentDefinition' && each.name.value === selection.name.value,
    );
    return fragment?.kind === 'FragmentDefinition' ? selectionsOf(fragment.selectionSet, document) : [];
  });
}

/** All that the console asks. */
function documentsOf(folder: string): DocumentNode {
  const files = globSync('**/*.{ts,tsx}', { cwd: folder, exclude: ['generated/**', '**/*.test.*'] });
  const texts = files.flatMap((file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(/graphql\(\s*`([^`]*)`/g)].map(([, text = '']) => text),
  );
  return parse(texts.join('\n'));
}

function fieldsOf(type: unknown): string[] {
  return isObjectType(type) ? Object.keys((type as GraphQLObjectType).getFields()) : [];
}
