import { expect, test } from 'vitest';
import { exampleOf } from './example.ts';

test('an example has every property of an object, in a value that fits', () => {
  const schema = {
    type: 'object',
    properties: {
      entityId: { type: 'string' },
      email: { type: 'string', format: 'email' },
      amount: { type: 'integer', exclusiveMinimum: 0, maximum: 9_007_199_254_740_991 },
      floor: { type: 'integer', minimum: -9_007_199_254_740_991 },
      level: { enum: ['LOW', 'HIGH'] },
      tags: { type: 'array', items: { type: 'string', minLength: 6 } },
      note: { anyOf: [{ type: 'string' }, { type: 'null' }] },
      isOpen: { type: ['boolean', 'null'] },
      kind: { const: 'user' },
    },
  };
  expect(exampleOf(schema)).toEqual({
    entityId: 'text',
    email: 'somebody@example.com',
    amount: 1,
    floor: 1,
    level: 'LOW',
    tags: ['text t'],
    note: 'text',
    isOpen: true,
    kind: 'user',
  });
});

test('of what says nothing there is an empty object', () => {
  expect(exampleOf({})).toEqual({});
  expect(exampleOf(true)).toEqual({});
});
