import { auditServer } from 'graphql-http';
import { afterEach, expect, it } from 'vitest';
import { type Bistro, openBistro } from '../bistro/bistro.ts';

let bistro: Bistro;
afterEach(() => bistro?.close());

it.each([
  ['with login', false],
  ['open', true],
])('passes every audit of GraphQL over HTTP, recommendations included, %s', async (_how, open) => {
  bistro = await openBistro({ open });
  const results = await auditServer({ url: `${bistro.url}/graphql` });
  const failed = results.flatMap((each) =>
    each.status === 'ok' ? [] : [`${each.status} ${each.name}: ${each.reason}`],
  );
  expect(failed).toEqual([]);
  expect(results).toHaveLength(61);
});
