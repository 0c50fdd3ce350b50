import { expect, test } from 'vitest';
import { cacheKeysOf } from './cache-keys.ts';

const api = `
  type Query { note: Note }
  type Note { id: ID!, by: Actor, settings: NoteSettings, place: Place }
  type Place { row: Int!, column: Int! }
  type Actor { id: String!, name: String }
  type NoteSettings { tenantId: ID!, size: Int }
`;
const supergraph = `
  directive @join__type(graph: String!, key: String) repeatable on OBJECT
  type Query { note: Note }
  type Note @join__type(graph: "A", key: "id") { id: ID!, by: Actor, settings: NoteSettings }
  type Actor @join__type(graph: "A") { id: String!, name: String }
  type Place @join__type(graph: "A", key: "note { id }") @join__type(graph: "B", key: "row column") { row: Int!, column: Int! }
  type NoteSettings @join__type(graph: "A", key: "tenantId") { tenantId: ID!, size: Int }
`;

test('a type with an id needs no line, one with a key of the graph has it, and any other is part of what it belongs to', () => {
  const lines = cacheKeysOf(api, supergraph)
    .split('\n')
    .filter((line) => line.startsWith('  '));
  expect(lines).toEqual([
    '  Actor: embedded,',
    "  NoteSettings: ({ tenantId }) => [tenantId].join(' '),",
    "  Place: ({ row, column }) => [row, column].join(' '),",
  ]);
});
