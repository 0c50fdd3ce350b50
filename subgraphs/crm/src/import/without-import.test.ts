import { expect, test } from 'vitest';
import type { ContactFacts } from './contact-facts.ts';
import { touchedSince, withoutImport } from './without-import.ts';

const before: ContactFacts = {
  ...{ kind: 'PERSON', name: 'Ana', company: 'Molino', tags: ['x'], mails: [{ value: 'ana@test.test' }] },
  ...{ phones: [], addresses: [] },
};
const after: ContactFacts = {
  ...{ ...before, company: 'Horno', role: 'Chef', tags: ['x', 'new'], birthday: '--03-09' },
  references: [{ system: 'hubspot', id: '1' }],
};

test.each<[string, Partial<ContactFacts>, string[], Partial<ContactFacts>]>([
  ['nothing', {}, [], {}],
  ['a field that the import wrote', { company: 'Own' }, ['company'], { company: 'Own' }],
  ['a field that it left alone', { department: 'Bar' }, [], { department: 'Bar' }],
  ['a field, to what it was before', { company: 'Molino' }, [], {}],
  ['a list', { tags: ['x', 'new', 'own'] }, ['tags'], { tags: ['x', 'new', 'own'] }],
  ['what it had not before', { birthday: undefined, references: undefined }, [], {}],
  [
    'all',
    { company: 'a', role: 'b', tags: [], birthday: '--01-01', references: [] },
    ['company', 'role', 'tags', 'birthday', 'references'],
    { company: 'a', role: 'b', tags: [], birthday: '--01-01' },
  ],
])('where somebody has changed %s, that stays alone', (_what, changes, kept, stays) => {
  const found = withoutImport({ before, after }, { ...after, ...changes });
  expect(found.kept).toEqual(kept);
  expect(JSON.parse(JSON.stringify(found.facts))).toMatchObject({ ...before, ...stays });
});

test('of somebody new all that was changed is named', () => {
  expect(touchedSince(after, { ...after, name: 'Anna', references: [] })).toEqual(['name', 'references']);
});
