import type { FetchNode } from '@apollo/query-planner';
import { buildSchema } from 'graphql';
import { expect, it } from 'vitest';
import { resumptionOf } from './resume.ts';

const schema = buildSchema(`
  scalar Cursor
  type Query { a: Int }
  type Change { cursor: Cursor! item: Int }
  type Subscription { changed(of: ID!, after: Cursor): Change! plain(of: ID!): Change! number(after: Cursor): Int }
`);
const fetching = (operation: string): FetchNode => ({
  kind: 'Fetch',
  serviceName: 'a',
  operation,
  operationName: undefined,
  operationKind: 'subscription' as FetchNode['operationKind'],
});

it('takes the position from a variable of its own and asks for the cursor', () => {
  const resumption = resumptionOf(
    schema,
    fetching('subscription S($t: ID!, $x: Cursor) { c: changed(of: $t, after: $x) { item } }'),
  );
  expect(resumption?.query.replace(/\s+/g, ' ')).toBe(
    'subscription S($t: ID!, $_mycelium_after: Cursor) { c: changed(of: $t, after: $_mycelium_after) { item _mycelium_cursor: cursor } }',
  );
  expect(resumption?.startOf({ t: '1', x: '7' })).toBe('7');
  expect(resumption?.startOf({ t: '1' })).toBeUndefined();
  expect(resumption?.variables({ t: '1', x: '7' }, '9')).toEqual({ t: '1', _mycelium_after: '9' });
  expect(resumption?.cursorOf({ c: { item: 1, _mycelium_cursor: '9' } })).toBe('9');
  expect(resumption?.cursorOf(null)).toBeUndefined();
});

it('keeps a variable that is used elsewhere too', () => {
  const resumption = resumptionOf(schema, fetching('subscription ($x: ID!) { changed(of: $x, after: $x) { item } }'));
  expect(resumption?.variables({ x: '7' }, undefined)).toEqual({ x: '7' });
});

it('is there only where a field takes a position and its type has one', () => {
  expect(resumptionOf(schema, fetching('subscription { plain(of: "1") { item } }'))).toBeUndefined();
  expect(resumptionOf(schema, fetching('subscription { number(after: "1") }'))).toBeUndefined();
});
