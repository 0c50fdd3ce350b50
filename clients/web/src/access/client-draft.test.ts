import { expect, test } from 'vitest';
import { clientInputOf, grantable, mistakesOfClient, newClient } from './client-draft.ts';

test('empty limits are as for every client, and others are numbers', () => {
  const draft = {
    ...newClient,
    name: ' Signs ',
    scopes: ['menu:read'],
    limits: { ...newClient.limits, perHour: ' 50 ' },
  };
  expect(clientInputOf(draft)).toEqual({
    name: 'Signs',
    description: null,
    scopes: ['menu:read'],
    application: null,
    limits: { perHour: 50 },
  });
});

test('a name, a scope and whole numbers are needed', () => {
  expect(mistakesOfClient(newClient)).toEqual({ name: true, scopes: true, limits: [] });
  const limits = { ...newClient.limits, perMinute: '-1', cost: '1.5' };
  expect(mistakesOfClient({ ...newClient, name: 'Signs', scopes: ['menu:read'], limits }).limits).toEqual([
    'perMinute',
    'cost',
  ]);
});

test('what only people may do is not offered, and what a client has stays', () => {
  expect(grantable(['menu:read', 'access:write', 'platform:admin'], ['display:read'])).toEqual([
    'display:read',
    'menu:read',
  ]);
});
