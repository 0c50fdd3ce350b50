import { expect, test } from 'vitest';
import { z } from 'zod';
import { Invalid } from './errors.ts';
import { parseInput } from './input.ts';

const schema = z.object({
  name: z.string().trim().min(1, 'Give it a name').max(5, 'A name has at most 5 characters'),
  password: z.string().min(12, 'At least 12 characters').optional(),
  email: z.email('This is not an e-mail address').optional(),
  url: z.url('This is not an address').optional(),
  code: z
    .string()
    .regex(/^[a-z]+$/, 'Small letters')
    .optional(),
  amount: z.int('Whole').min(2, 'At least 2').max(9, 'At most 9').optional(),
  rate: z.number('A number').positive('Above 0').optional(),
  targets: z.array(z.string()).min(1, 'Name one').max(2, 'Two at most').optional(),
  until: z
    .string()
    .refine(() => false, { message: 'It is over', params: { reason: 'IN_THE_PAST' } })
    .optional(),
});

function extensionsOf(input: unknown): unknown {
  try {
    return parseInput(schema, input);
  } catch (error) {
    return error instanceof Invalid ? error.extensions : error;
  }
}

test.each([
  [{}, { path: ['input', 'name'], reason: 'MISSING' }],
  [{ name: ' ' }, { path: ['input', 'name'], reason: 'MISSING' }],
  [{ name: 'too long' }, { path: ['input', 'name'], reason: 'TOO_LONG', limit: 5 }],
  [
    { name: 'x', password: 'short' },
    { path: ['input', 'password'], reason: 'TOO_SHORT', limit: 12 },
  ],
  [
    { name: 'x', email: 'nobody' },
    { path: ['input', 'email'], reason: 'NOT_EMAIL' },
  ],
  [
    { name: 'x', url: 'nowhere' },
    { path: ['input', 'url'], reason: 'NOT_URL' },
  ],
  [
    { name: 'x', code: 'A1' },
    { path: ['input', 'code'], reason: 'WRONG_FORM' },
  ],
  [
    { name: 'x', amount: 1 },
    { path: ['input', 'amount'], reason: 'TOO_SMALL', limit: 2 },
  ],
  [
    { name: 'x', amount: 10 },
    { path: ['input', 'amount'], reason: 'TOO_LARGE', limit: 9 },
  ],
  [
    { name: 'x', amount: 2.5 },
    { path: ['input', 'amount'], reason: 'NOT_WHOLE' },
  ],
  [
    { name: 'x', rate: 'many' },
    { path: ['input', 'rate'], reason: 'NOT_A_NUMBER' },
  ],
  [
    { name: 'x', rate: 0 },
    { path: ['input', 'rate'], reason: 'NOT_ABOVE', limit: 0 },
  ],
  [
    { name: 'x', targets: [] },
    { path: ['input', 'targets'], reason: 'MISSING' },
  ],
  [
    { name: 'x', targets: ['a', 'b', 'c'] },
    { path: ['input', 'targets'], reason: 'TOO_MANY', limit: 2 },
  ],
  [
    { name: 'x', until: 'yesterday' },
    { path: ['input', 'until'], reason: 'IN_THE_PAST' },
  ],
])('what is wrong with %j is said as a reason with its limit', (input, told) => {
  expect(extensionsOf(input)).toEqual({ code: 'BAD_USER_INPUT', ...told });
});
