import { expect, test } from 'vitest';
import type { EventType } from '../events.ts';
import { draftOfType, mistakesOfType, typeInputOf } from './type-draft.ts';

const applications = ['crm', 'hr', 'oven'];
const heated: EventType = {
  __typename: 'EventType',
  name: 'oven.heated',
  description: 'The oven is hot.',
  version: 1,
  source: 'oven',
  targets: ['hr'],
  aliases: ['oven_heated'],
  isBuiltIn: false,
  toldBy: 'PEOPLE' as const,
  payloadSchema: { type: 'object' },
};

test('a type goes through the form unchanged', () => {
  const { name, description, source, targets, aliases, payloadSchema } = heated;
  expect(typeInputOf(draftOfType(heated, applications))).toEqual({
    name,
    description,
    source,
    targets,
    aliases,
    payloadSchema,
  });
});

test('a type for all the others names none, and so reaches those that come later', () => {
  const draft = draftOfType({ ...heated, targets: ['crm', 'hr'] }, applications);
  expect(draft.isForAll).toBe(true);
  expect(typeInputOf(draft)).not.toHaveProperty('targets');
});

test('aliases may be written with commas, spaces or both', () => {
  expect(typeInputOf({ ...draftOfType(heated, applications), aliases: ' a_b,c_d  e_f,' }).aliases).toEqual([
    'a_b',
    'c_d',
    'e_f',
  ]);
});

test('what is missing is found before it is sent; nobody tells only itself', () => {
  const draft = draftOfType(undefined, applications);
  expect(mistakesOfType(draft)).toEqual({ name: true, targets: false, schema: false });
  const wrong = { ...draft, name: 'x', isForAll: false, targets: ['crm'], schema: '[1]' };
  expect(mistakesOfType(wrong)).toEqual({ name: false, targets: true, schema: true });
});
