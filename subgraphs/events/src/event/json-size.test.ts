import { expect, test } from 'vitest';
import { registerEventTypeSchema } from '../event-type/event-type.ts';
import { answerSchema, publishSchema } from './event.ts';

const { payload } = publishSchema.shape;
const { payloadSchema } = registerEventTypeSchema.shape;

test.each([
  ['a payload', payload, 256],
  ['an answer', answerSchema, 32],
  ['a schema', payloadSchema, 32],
] as const)('%s is measured in bytes, whatever its characters are', (_, schema, kilobytes) => {
  const rest = Buffer.byteLength('{"s":""}');
  for (const letter of ['x', 'ñ', '語', '🌮']) {
    const fitting = Math.floor((kilobytes * 1024 - rest) / Buffer.byteLength(letter));
    expect([letter, schema.safeParse({ s: letter.repeat(fitting) }).success]).toEqual([letter, true]);
    expect([letter, schema.safeParse({ s: letter.repeat(fitting + 1) }).success]).toEqual([letter, false]);
  }
});
