import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tenantsIn } from '../../test/tenants.ts';
import { crm } from '../subgraph.ts';

const CREATE = `mutation ($input: CreateContactInput!) { createContact(input: $input) {
  id version duplicates { id rank sameMail samePhone contacts { name } }
} }`;
const LIST = `query ($t: ID!) { duplicates(tenantId: $t) { totalCount edges { node { id rank contacts { name } } } } }`;

interface Pair {
  id: string;
  rank: string;
  contacts: { name: string }[];
}
interface Made {
  id: string;
  version: number;
  duplicates: Pair[];
}

let testing: TestSubgraph;
beforeAll(async () => {
  testing = await testSubgraph(crm, { neighbours: tenantsIn('America/Chicago').answer });
});
afterAll(() => testing.close());

const make = async (owner: TestViewer, name: string, ways: { mail?: string; phone?: string; kind?: string } = {}) => {
  const { mail, phone, kind = 'PERSON' } = ways;
  const input = {
    ...{ name, kind },
    ...(mail && { mails: [{ value: mail }] }),
    ...(phone && { phones: [{ value: phone }] }),
  };
  return (await owner.run<{ createContact: Made }>(CREATE, { input })).createContact;
};
const list = async (owner: TestViewer) => {
  const { duplicates } = await owner.run<{ duplicates: { edges: { node: Pair }[] } }>(LIST, {
    t: owner.viewer.tenantId,
  });
  return duplicates.edges.map(({ node: { rank, contacts } }) => [rank, ...contacts.map(({ name }) => name)]);
};

test('who is there already is named when the contact is made, the surest first', async () => {
  const owner = testing.as(person('OWNER'));
  expect((await make(owner, 'Ana Muñoz', { mail: 'ana.munoz@gmail.com', phone: '(323) 555-0142' })).duplicates).toEqual(
    [],
  );
  await make(owner, 'Bea Ortiz', { phone: '323 555 0142' });
  const { duplicates } = await make(owner, 'Munoz, Ana', {
    mail: 'AnaMunoz+menu@googlemail.com',
    phone: '+13235550142',
  });
  expect(duplicates.map(({ rank, contacts }) => [rank, ...contacts.map(({ name }) => name)])).toEqual([
    ['DUPLICATE', 'Ana Muñoz', 'Munoz, Ana'],
    ['SHARED', 'Bea Ortiz', 'Munoz, Ana'],
  ]);
  expect((await list(owner)).map(([rank]) => rank)).toEqual(['DUPLICATE', 'SHARED', 'SHARED']);
});

test.each([
  ['dots count elsewhere than at Gmail', ['Ana', 'a.b@example.test'], ['Zoe', 'ab@example.test'], []],
  ['an office is no evidence', ['Ana', 'info@example.test'], ['Zoe', 'info@example.test'], []],
  ['one i of Turkish', ['İpek Işık', undefined], ['Ipek Isik', undefined], ['LIKELY']],
  ['names that are only like', ['Ana Muñoz', undefined], ['Ana Munguía', undefined], []],
])('%s', async (_what, [name, mail], [other, otherMail], ranks) => {
  const owner = testing.as(person('OWNER'));
  await make(owner, String(name), { mail });
  const { duplicates } = await make(owner, String(other), { mail: otherMail });
  expect(duplicates.map(({ rank }) => rank)).toEqual(ranks);
});

test('a frequent name is no evidence, and a Brazilian mobile is one line with its ninth digit and without', async () => {
  const owner = testing.as(person('OWNER'));
  for (let at = 0; at < 4; at += 1) await make(owner, 'Maria Garcia');
  expect((await make(owner, 'María García')).duplicates.length).toBe(0);
  await make(owner, 'João Souza', { phone: '+55 11 98765-4321' });
  expect((await make(owner, 'Joao Souza', { phone: '+55 11 8765-4321' })).duplicates).toMatchObject([
    { rank: 'DUPLICATE' },
  ]);
});

test('who is not the same is offered no more, who is gone neither, and both can be taken back', async () => {
  const owner = testing.as(person('OWNER'));
  await make(owner, 'Ana Muñoz', { mail: 'ana@example.test' });
  const second = await make(owner, 'Ana Munoz', { mail: 'ana@example.test' });
  const [pair] = second.duplicates;
  const act = (mutation: string, id: unknown) =>
    owner.run(`mutation ($id: ID!) { ${mutation}(id: $id) { id } }`, { id });
  await act('dismissDuplicate', pair?.id);
  expect(await list(owner)).toEqual([]);
  await owner.run('mutation ($id: ID!, $input: UpdateContactInput!) { updateContact(id: $id, input: $input) { id } }', {
    ...{ id: second.id, input: { version: second.version, company: 'Molino' } },
  });
  expect(await list(owner)).toEqual([]);
  await act('reopenDuplicate', pair?.id);
  expect(await list(owner)).toEqual([['DUPLICATE', 'Ana Muñoz', 'Ana Munoz']]);
  await owner.run('mutation ($id: ID!) { removeContact(id: $id) }', { id: second.id });
  expect(await list(owner)).toEqual([]);
  await act('restoreContact', second.id);
  expect(await list(owner)).toEqual([['DUPLICATE', 'Ana Muñoz', 'Ana Munoz']]);
});

test('each book and each tenant has its own', async () => {
  const owner = testing.as(person('OWNER'));
  const staff = testing.as(person('ADMIN', owner.viewer.tenantId));
  await make(owner, 'Ana Muñoz', { mail: 'ana@example.test' });
  expect((await make(staff, 'Ana Muñoz', { mail: 'ana@example.test' })).duplicates).toEqual([]);
  await make(staff, 'Ana Munoz', { mail: 'ana@example.test' });
  expect([await list(owner), (await list(staff)).length]).toEqual([[], 1]);
  const stranger = testing.as(person('OWNER'));
  expect((await make(stranger, 'Ana Muñoz', { mail: 'ana@example.test' })).duplicates).toEqual([]);
});

test('a list takes the same statements whatever its length', async () => {
  const owner = testing.as(person('OWNER'));
  for (const name of ['Ana', 'Ana B']) await make(owner, name, { mail: 'ana@example.test' });
  const few = await testing.countSql(() => list(owner));
  for (const name of ['Ana C', 'Ana D', 'Ana E']) await make(owner, name, { mail: 'ana@example.test' });
  expect(await testing.countSql(() => list(owner))).toBe(few);
});
