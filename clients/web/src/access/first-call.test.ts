import { expect, test } from 'vitest';
import { operationCall, restCall } from './first-call.ts';

const caller = {
  origin: 'https://menu.example.com',
  key: 'gg_live_secret',
  slug: 'las-reinas',
  tenantId: '0198c0de-0000-7000-8000-000000000001',
};

test.each([
  { scopes: ['sync:read', 'menu:read'], path: '/api/sync/tenants/las-reinas/products?first=5' },
  { scopes: ['sync:read'], path: '/api/sync/tenants/las-reinas/syncs' },
  { scopes: ['events:read'], path: `/api/wrapper-crm-sync/tenants/${caller.tenantId}/sync/health` },
])('a key for $scopes reads $path', ({ scopes, path }) => {
  expect(restCall({ ...caller, scopes })).toBe(`curl -H 'X-API-Key: gg_live_secret' 'https://menu.example.com${path}'`);
});

test('a key that reads nothing over REST is shown no path', () => {
  expect(restCall({ ...caller, scopes: ['events:publish'] })).toBeUndefined();
});

test('what is quoted stays one word of the shell', () => {
  const call = operationCall({ ...caller, key: "it's", scopes: [] }, 'sha256:1');
  expect(call).toContain(`'X-API-Key: it'\\''s'`);
  expect(call).toContain(`-d '{"documentId":"sha256:1","variables":{}}' 'https://menu.example.com/graphql'`);
});
