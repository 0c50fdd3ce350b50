import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { platformBook } from '@mycelium/schema/platform-book';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { tenantsIn } from '../../test/tenants.ts';
import { crm } from '../subgraph.ts';

const CREATE = 'mutation ($input: CreateContactInput!) { createContact(input: $input) { id version side } }';
const UPDATE =
  'mutation ($id: ID!, $input: UpdateContactInput!) { updateContact(id: $id, input: $input) { name version } }';
const REMOVE = 'mutation ($id: ID!) { removeContact(id: $id) }';
const RESTORE = 'mutation ($id: ID!) { restoreContact(id: $id) { name } }';
const READ = `query ($id: ID!) { contact(id: $id) {
  kind name company tags doNotContact { reason } mails { value label } phones { value label extension isInternational } addresses { city }
} }`;
const LIST = `query ($t: ID!, $filter: ContactFilter) {
  contacts(tenantId: $t, filter: $filter) { totalCount edges { node { name mails { value } phones { value } } } }
}`;
const CHANGES = 'subscription ($t: ID!) { contactChanged(tenantId: $t) { kind contactId contact { name } } }';

let testing: TestSubgraph;
const tenants = tenantsIn('America/Chicago');
beforeAll(async () => {
  testing = await testSubgraph(crm, { neighbours: tenants.answer });
});
afterAll(() => testing.close());

const make = async (owner: TestViewer, input: object) =>
  (await owner.run<{ createContact: { id: string; version: number } }>(CREATE, { input })).createContact;
const list = async (viewer: TestViewer, filter: object = {}) => {
  const { contacts } = await viewer.run<{ contacts: { edges: { node: { name: string } }[] } }>(LIST, {
    ...{ t: viewer.viewer.tenantId, filter },
  });
  return contacts.edges.map(({ node }) => node.name);
};

const ada = {
  name: ' Ada Muñoz ',
  company: 'Muñoz e Hijos',
  tags: ['Supplier', 'supplier', 'VIP'],
  mails: [{ value: 'Ada <Ada@Example.TEST>', label: 'work' }, { value: 'ada@home.test' }],
  phones: [{ value: '(323) 555-0142 x417', label: 'mobile' }, { value: '+905325550151' }],
  addresses: [{ city: 'Chicago' }],
};

test('a contact is kept with its addresses and numbers, changed once per version, removed and restored', async () => {
  const owner = testing.as(person('OWNER'));
  const { id, version } = await make(owner, ada);
  expect(await owner.run(READ, { id })).toEqual({
    contact: {
      ...{ kind: 'PERSON', name: 'Ada Muñoz', company: 'Muñoz e Hijos', tags: ['supplier', 'VIP'], doNotContact: null },
      mails: [
        { value: 'Ada@example.test', label: 'work' },
        { value: 'ada@home.test', label: null },
      ],
      phones: [
        { value: '+13235550142', label: 'mobile', extension: '417', isInternational: true },
        { value: '+905325550151', label: null, extension: null, isInternational: true },
      ],
      addresses: [{ city: 'Chicago' }],
    },
  });
  const input = { version, mails: [{ value: 'ada@home.test' }], company: null, doNotContact: { reason: 'asked' } };
  expect(await owner.run(UPDATE, { id, input })).toMatchObject({ updateContact: { version: version + 1 } });
  expect(await owner.run(READ, { id })).toMatchObject({
    contact: {
      company: null,
      mails: [{ value: 'ada@home.test' }],
      doNotContact: { reason: 'asked' },
      tags: ['supplier', 'VIP'],
    },
  });
  expect(await owner.refusal(UPDATE, { id, input })).toMatchObject({ code: 'CONFLICT' });
  const allowed = { version: version + 1, doNotContact: null };
  await owner.run(UPDATE, { id, input: allowed });
  expect(await owner.run(READ, { id })).toMatchObject({ contact: { doNotContact: null } });
  await owner.run(REMOVE, { id });
  expect(await owner.run(READ, { id })).toEqual({ contact: null });
  expect(await list(owner)).toEqual([]);
  expect(await owner.run(RESTORE, { id })).toEqual({ restoreContact: { name: 'Ada Muñoz' } });
});

test('what is no address, no number or no name is refused by its path', async () => {
  const owner = testing.as(person('OWNER'));
  const refusal = async (input: object) => {
    const { path, reason } = await owner.refusal(CREATE, { input: { name: 'Ada', ...input } });
    return [path, reason];
  };
  expect(await refusal({ name: ' ' })).toEqual([['input', 'name'], 'MISSING']);
  expect(await refusal({ mails: [{ value: 'a@b.test' }, { value: 'a@@b' }] })).toEqual([
    ['input', 'mails', 1, 'value'],
    'NOT_EMAIL',
  ]);
  expect(await refusal({ mails: [{ value: 'a@b.test; c@d.test' }] })).toEqual([
    ['input', 'mails', 0, 'value'],
    'NOT_EMAIL',
  ]);
  const phones = (value: string) => refusal({ phones: [{ value }] });
  expect(await phones('call my sister')).toEqual([['input', 'phones', 0, 'value'], 'PHONE_INVALID']);
  expect(await phones('9,05321E+11')).toEqual([['input', 'phones', 0, 'value'], 'PHONE_LOST_BY_SPREADSHEET']);
  expect(await refusal({ kind: 'USER' })).toEqual([['input', 'mails'], 'MISSING']);
  expect(await refusal({ ownerId: '01900000-0000-7000-8000-000000000001' })).toEqual([
    ['input', 'ownerId'],
    'MAY_NOT_READ',
  ]);
});

test('somebody looks after a contact who may read it, and nobody else', async () => {
  const owner = testing.as(person('OWNER'));
  const [manager, cook] = [person('MANAGER').id, person('KITCHEN').id];
  tenants.members.set(String(owner.viewer.tenantId), [
    { id: manager, role: 'MANAGER' },
    { id: cook, role: 'KITCHEN' },
  ]);
  await make(owner, { name: 'Ada', ownerId: manager });
  expect(await list(owner, { ownerId: manager })).toEqual(['Ada']);
  expect(await owner.refusal(CREATE, { input: { name: 'Bea', ownerId: cook } })).toMatchObject({
    reason: 'MAY_NOT_READ',
  });
});

test('people are found by a whole address, its domain, a number however it is written, and its last four digits', async () => {
  const owner = testing.as(person('OWNER'));
  await make(owner, ada);
  await make(owner, { name: 'Bea', mails: [{ value: 'bea@other.test' }], phones: [{ value: '+55 11 98765-4321' }] });
  const found = [{ mail: 'ADA@example.test' }, { mail: '@home.test' }, { phone: '0142' }, { phone: '323 555 0142' }];
  for (const filter of found) expect([filter, await list(owner, filter)]).toEqual([filter, ['Ada Muñoz']]);
  for (const filter of [{ mail: 'x@example.test' }, { phone: '9999' }, { phone: '323 555 0143' }])
    expect([filter, await list(owner, filter)]).toEqual([filter, []]);
  expect(await list(owner, { phone: '+5511987654321' })).toEqual(['Bea']);
  expect(await list(owner, { tag: 'VIP' })).toEqual(['Ada Muñoz']);
  expect(await list(owner, { doNotContact: false })).toEqual(['Ada Muñoz', 'Bea']);
  expect(await list(owner, { doNotContact: true })).toEqual([]);
});

test('a birthday needs no year, and is behind a mask without pii:read', async () => {
  const owner = testing.as(person('OWNER'));
  const { id, version } = await make(owner, { name: 'Ada', birthday: '1990-3-9' });
  const birthday = async (viewer: TestViewer) =>
    (
      await viewer.run<{ contact: { birthday: string | null } }>('query ($id: ID!) { contact(id: $id) { birthday } }', {
        id,
      })
    ).contact.birthday;
  expect(await birthday(owner)).toBe('1990-03-09');
  await owner.run(UPDATE, { id, input: { version, birthday: '--02-29' } });
  expect(await birthday(owner)).toBe('--02-29');
  expect(await owner.run(UPDATE, { id, input: { version: version + 1, birthday: '--02-29' } })).toMatchObject({
    updateContact: { version: version + 1 },
  });
  expect(await birthday(testing.as(person('SUPPORT', owner.viewer.tenantId)))).toBe('***');
  await owner.run(UPDATE, { id, input: { version: version + 1, birthday: null } });
  expect(await birthday(owner)).toBeNull();
  for (const wrong of ['1990-02-30', '03/09/1990', 'soon', '--13-01', '1990-03-09\u0000'])
    expect([wrong, await owner.refusal(CREATE, { input: { name: 'Ada', birthday: wrong } })]).toMatchObject([
      wrong,
      { code: 'BAD_USER_INPUT', path: ['input', 'birthday'] },
    ]);
});

test("another system's id is one contact's alone, until that one is removed", async () => {
  const owner = testing.as(person('OWNER'));
  const [hubspot, pipedrive] = [
    { system: 'HubSpot', id: '9007199254740993' },
    { system: 'pipedrive', id: '17' },
  ];
  const { id, version } = await make(owner, { name: 'Ada', references: [hubspot, pipedrive, hubspot] });
  const references = async (contactId: string) => {
    const query = 'query ($id: ID!) { contact(id: $id) { references { system id } } }';
    const { contact } = await owner.run<{ contact: { references: object[] } }>(query, { id: contactId });
    return contact.references;
  };
  const all = [{ system: 'hubspot', id: '9007199254740993' }, pipedrive];
  expect(await references(id)).toEqual(all);
  const taken = { code: 'CONFLICT', reason: 'REFERENCE_TAKEN' };
  expect(await owner.refusal(CREATE, { input: { name: 'Bea', references: [hubspot] } })).toMatchObject(taken);
  for (const reference of [{ id: '17' }, { system: 'HUBSPOT' }, { system: 'hubspot', id: '9007199254740993' }])
    expect([reference, await list(owner, { reference })]).toEqual([reference, ['Ada']]);
  for (const reference of [{ id: '1' }, { system: 'hubspot', id: '17' }])
    expect([reference, await list(owner, { reference })]).toEqual([reference, []]);
  // The other book, and another tenant, have ids of their own.
  await make(testing.as(person('ADMIN', owner.viewer.tenantId)), { name: 'Ada', references: [hubspot] });
  await make(testing.as(person('OWNER')), { name: 'Ada', references: [hubspot] });

  expect(await owner.run(UPDATE, { id, input: { version, references: all } })).toMatchObject({
    updateContact: { version },
  });
  await owner.run(UPDATE, { id, input: { version, references: [hubspot] } });
  expect(await references(id)).toEqual(all.slice(0, 1));
  await owner.run(REMOVE, { id });
  const bea = await make(owner, { name: 'Bea', references: [hubspot] });
  await owner.run(RESTORE, { id });
  expect([await references(id), await references(bea.id)]).toEqual([[], all.slice(0, 1)]);
  expect(await owner.refusal(CREATE, { input: { name: 'C', references: [{ system: 'a b', id: '1' }] } })).toMatchObject(
    {
      ...{ reason: 'WRONG_FORM', path: ['input', 'references', 0, 'system'] },
    },
  );
});

test('of two who want one id at once one has it', async () => {
  const owner = testing.as(person('OWNER'));
  const input = { name: 'Ada', references: [{ system: 'hubspot', id: '1' }] };
  const answers = await Promise.all([owner.ask(CREATE, { input }), owner.ask(CREATE, { input })]);
  const refused = answers.flatMap(({ errors }) => errors?.[0]?.extensions ?? []);
  expect(refused).toMatchObject([{ code: 'CONFLICT' }]);
  expect(await list(owner)).toEqual(['Ada']);
});

test('without pii:read people are behind masks; who sees them whole is in the log once per contact', async () => {
  const owner = testing.as(person('OWNER'));
  const { id } = await make(owner, ada);
  const support = testing.as(person('SUPPORT', owner.viewer.tenantId));
  expect(await support.run(READ, { id })).toMatchObject({
    contact: {
      mails: [{ value: 'A***@…' }, { value: 'a***@…' }],
      phones: [{ value: '***0142' }, { value: '***0151' }],
      addresses: [],
    },
  });
  await owner.run(READ, { id });
  await vi.waitFor(async () => {
    const shown = (await testing.audits()).filter(
      ({ tenantId, action }) => tenantId === owner.viewer.tenantId && action === 'unmask',
    );
    expect(shown.flatMap(({ records }) => records)).toMatchObject([
      { noun: 'Contact', nounId: id, after: { fields: ['addresses', 'mails', 'phones'] } },
    ]);
  });
});

test('what the staff keep about a tenant is seen, heard and logged by nobody of the tenant', async () => {
  const owner = testing.as(person('OWNER'));
  const staff = testing.as(person('ADMIN', owner.viewer.tenantId));
  const changes = await owner.follow(CHANGES, { t: owner.viewer.tenantId });
  const { createContact: kept } = await staff.run<{ createContact: { id: string; version: number; side: string } }>(
    CREATE,
    { input: { ...ada, name: 'Chief buyer' } },
  );
  expect(kept.side).toBe('PLATFORM');
  expect(await owner.run(READ, { id: kept.id })).toEqual({ contact: null });
  expect(await list(owner)).toEqual([]);
  expect(await owner.refusal(UPDATE, { id: kept.id, input: { version: 1, name: 'X' } })).toMatchObject({
    code: 'NOT_FOUND',
  });
  expect(await owner.refusal(CREATE, { input: { name: 'X', side: 'PLATFORM' } })).toMatchObject({ code: 'FORBIDDEN' });
  expect(await staff.run(READ, { id: kept.id })).toMatchObject({ contact: { name: 'Chief buyer' } });
  await make(owner, { name: 'Ada' });
  expect((await changes.next()).value?.data).toMatchObject({ contactChanged: { contact: { name: 'Ada' } } });
  await changes.return?.();
  expect(await list(staff)).toEqual(['Ada', 'Chief buyer']);
  expect(await list(staff, { side: 'TENANT' })).toEqual(['Ada']);
  await vi.waitFor(async () => {
    const about = (await testing.audits()).filter(({ records }) => records.some(({ nounId }) => nounId === kept.id));
    expect(about.map(({ tenantId, action }) => [tenantId, action])).toEqual([
      [platformBook, 'createContact'],
      [platformBook, 'unmask'],
      [platformBook, 'unmask'],
    ]);
  });
});

test('each change is told to those who follow, and one that changes nothing is not', async () => {
  const owner = testing.as(person('OWNER'));
  const changes = await owner.follow(CHANGES, { t: owner.viewer.tenantId });
  const next = async () => (await changes.next()).value?.data?.contactChanged;
  const { id, version } = await make(owner, ada);
  expect(await next()).toEqual({ kind: 'CREATED', contactId: id, contact: { name: 'Ada Muñoz' } });
  await owner.run(UPDATE, { id, input: { version, ...ada } });
  await owner.run(UPDATE, { id, input: { version, name: 'Bea' } });
  expect(await next()).toEqual({ kind: 'UPDATED', contactId: id, contact: { name: 'Bea' } });
  await owner.run(REMOVE, { id });
  expect(await next()).toEqual({ kind: 'REMOVED', contactId: id, contact: null });
  await changes.return?.();
});

test('people do what their role says, and nothing to another tenant', async () => {
  const owner = testing.as(person('OWNER'));
  const { id, version } = await make(owner, ada);
  const auditor = testing.as(person('AUDITOR', owner.viewer.tenantId));
  expect(await auditor.refusal(UPDATE, { id, input: { version, name: 'Bea' } })).toMatchObject({ code: 'FORBIDDEN' });
  const kitchen = testing.as(person('KITCHEN', owner.viewer.tenantId));
  expect(await kitchen.refusal(READ, { id })).toMatchObject({ code: 'FORBIDDEN' });
  const stranger = testing.as(person('OWNER'));
  expect(await stranger.run(READ, { id })).toEqual({ contact: null });
  expect(await stranger.refusal(REMOVE, { id })).toMatchObject({ code: 'NOT_FOUND' });
});

test('a list takes the same statements whatever its length, and is in the audit log as it was made', async () => {
  const owner = testing.as(person('OWNER'));
  await make(owner, ada);
  const one = await testing.countSql(() => list(owner));
  for (const name of ['Bea', 'Cem', 'Dan']) await make(owner, { ...ada, name });
  expect(await testing.countSql(() => list(owner))).toBe(one);
});

test('contacts are listed by name, or the newest first', async () => {
  const owner = testing.as(person('OWNER'));
  for (const name of ['Beto', 'Ana', 'Carla']) await owner.run(CREATE, { input: { kind: 'PERSON', name } });
  const listed = async (sort?: string) => {
    const { contacts } = await owner.run<{ contacts: { edges: { node: { name: string } }[] } }>(
      'query ($t: ID!, $sort: ContactSort) { contacts(tenantId: $t, sort: $sort) { edges { node { name } } } }',
      { t: owner.viewer.tenantId, sort },
    );
    return contacts.edges.map(({ node }) => node.name).join(' ');
  };
  expect([await listed(), await listed('NAME'), await listed('NEWEST')]).toEqual([
    'Ana Beto Carla',
    'Ana Beto Carla',
    'Carla Ana Beto',
  ]);
});
