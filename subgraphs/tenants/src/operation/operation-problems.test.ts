import { expect, test } from 'vitest';
import { problemsOf } from './operation-problems.ts';

const client = { scopes: ['menu:read'], limits: {} };

test('what cannot be counted costs too much, in words', () => {
  const names = Array.from({ length: 26 }, (_, index) => `a${index}`);
  const fragment = (index: number) =>
    `fragment F${index} on Tenant { apiClients { edges { node { tenant { ...F${index + 1} } } } } }`;
  const text = `query Much { viewer { tenant { ...F0 } } } ${names.map((_, index) => fragment(index)).join(' ')} fragment F26 on Tenant { id }`;
  const problems = problemsOf(text, { ...client, scopes: ['access:read'] });
  expect(problems).toMatchObject([
    { kind: 'TOO_COSTLY', message: 'It may cost far too much; the limit is 12000.' },
    { kind: 'TOO_LARGE', message: expect.stringMatching(/levels, and the limit is 20/) },
  ]);
});
