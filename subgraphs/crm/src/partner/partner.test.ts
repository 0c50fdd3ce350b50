import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { tenantsIn } from '../../test/tenants.ts';
import { crm } from '../subgraph.ts';

const CONTACT =
  'mutation ($name: String!, $side: CrmSide) { createContact(input: { name: $name, side: $side }) { id } }';
const REGISTER = `mutation ($contactId: ID!, $key: String!) {
  registerPartner(input: { contactId: $contactId, idempotencyKey: $key }) { id version status contact { name } }
}`;
const PARTNER = `query ($id: ID!) { partner(id: $id) {
  version status ratePercent affiliateAccountId affiliateAccount { id name } paidOut { amount currency }
  payouts { edges { node { kind amount { amount currency } } } }
} }`;
const LIST = `query ($t: ID!, $filter: PartnerFilter) { partners(tenantId: $t, filter: $filter) {
  edges { node { id contact { name } ratePercent affiliateAccount { id } paidOut { amount } } }
} }`;
const RATE = `mutation ($id: ID!, $rate: Float!, $key: String!) {
  setCommission(partnerId: $id, ratePercent: $rate, idempotencyKey: $key) { id }
}`;
const REFERRAL = `mutation ($id: ID!, $amount: MoneyInput!, $key: String!) {
  completeReferral(partnerId: $id, amount: $amount, idempotencyKey: $key) { id eventId }
}`;
const COMMISSION = REFERRAL.replace('completeReferral', 'processCommission');

let testing: TestSubgraph;
beforeAll(async () => {
  testing = await testSubgraph(crm, { neighbours: tenantsIn('America/Chicago').answer });
});
afterAll(() => testing.close());

interface Read {
  partner: { version: number; ratePercent: number | null; affiliateAccount: { id: string } | null };
}

async function contactOf(by: TestViewer, name = 'La Milpa', side?: string): Promise<string> {
  const { createContact } = await by.run<{ createContact: { id: string } }>(CONTACT, { name, side });
  return createContact.id;
}

async function register(by: TestViewer, contactId: string, key = contactId): Promise<string> {
  const { registerPartner } = await by.run<{ registerPartner: { id: string } }>(REGISTER, { contactId, key });
  return registerPartner.id;
}

/** The partner, once their account is open, since that changes it. */
const whenOpen = (by: TestViewer, id: string): Promise<Read['partner']> =>
  vi.waitFor(async () => {
    const { partner } = await by.run<Read>(PARTNER, { id });
    expect(partner.affiliateAccount).not.toBeNull();
    return partner;
  });

test('a contact becomes a partner once, also when it is asked for twice at once, and affiliate opens one account', async () => {
  const owner = testing.as(person('OWNER'));
  const contactId = await contactOf(owner);
  const ids = await Promise.all(Array.from({ length: 4 }, () => register(owner, contactId, 'key')));
  expect(new Set(ids).size).toBe(1);
  const [id = ''] = ids;
  expect(await owner.refusal(REGISTER, { contactId, key: 'another' })).toMatchObject({
    ...{ code: 'CONFLICT', reason: 'ALREADY_PARTNER' },
  });
  const other = await contactOf(owner, 'El Comal');
  expect(await owner.refusal(REGISTER, { contactId: other, key: 'key' })).toMatchObject({ reason: 'KEY_USED' });
  const partner = await whenOpen(owner, id);
  expect(partner).toMatchObject({
    ...{ status: 'ACTIVE', ratePercent: null, paidOut: [], affiliateAccount: { name: 'La Milpa' } },
    affiliateAccountId: partner.affiliateAccount?.id,
  });
}, 20_000);

test('a partner is changed once per version, removed and restored, and its list takes as many statements for many as for one', async () => {
  const owner = testing.as(person('OWNER'));
  const id = await register(owner, await contactOf(owner));
  const { version } = await whenOpen(owner, id);
  const UPDATE = `mutation ($id: ID!, $version: Int!) { updatePartner(id: $id, input: { version: $version, status: PAUSED }) { status } }`;
  expect(await owner.run(UPDATE, { id, version })).toEqual({ updatePartner: { status: 'PAUSED' } });
  expect(await owner.refusal(UPDATE, { id, version })).toMatchObject({ code: 'CONFLICT' });
  const t = owner.viewer.tenantId;
  const ofContacts = () =>
    owner.run('query ($t: ID!) { contacts(tenantId: $t) { edges { node { partner { id } } } } }', { t });
  const list = async (filter = {}) =>
    (await owner.run<{ partners: { edges: unknown[] } }>(LIST, { t, filter })).partners.edges;
  expect(await list({ status: 'ACTIVE' })).toEqual([]);
  const one = await testing.countSql(() => list());
  const oneContact = await testing.countSql(ofContacts);
  const second = await register(owner, await contactOf(owner, 'El Comal'));
  await whenOpen(owner, second);
  expect(await testing.countSql(() => list())).toBe(one);
  expect(await testing.countSql(ofContacts)).toBe(oneContact);
  expect(await ofContacts()).toMatchObject({
    contacts: { edges: [{ node: { partner: { id: second } } }, { node: { partner: { id } } }] },
  });
  await owner.run('mutation ($id: ID!) { removePartner(id: $id) }', { id });
  expect(await list()).toMatchObject([{ node: { id: second, contact: { name: 'El Comal' } } }]);
  await owner.run('mutation ($id: ID!) { restorePartner(id: $id) { id } }', { id });
  expect(await list()).toHaveLength(2);
}, 20_000);

test('a rate that was set is on the partner when the CRM has heard it, and what is none is refused', async () => {
  const owner = testing.as(person('OWNER'));
  const id = await register(owner, await contactOf(owner));
  // Also by a key of the CRM, which is then told what it said itself.
  const key = testing.as({
    ...{ kind: 'client', id: owner.viewer.id, tenantId: owner.viewer.tenantId, application: 'crm' },
    scopes: ['crm:read', 'crm:write'],
  });
  await key.run(RATE, { id, rate: 12.5, key: 'r1' });
  await vi.waitFor(async () => {
    expect(await owner.run(PARTNER, { id })).toMatchObject({ partner: { ratePercent: 12.5 } });
  });
  await owner.run(RATE, { id, rate: 12.5, key: 'r1' });
  expect(await owner.refusal(RATE, { id, rate: 13, key: 'r1' })).toMatchObject({ reason: 'KEY_USED' });
  for (const rate of [-1, 100.5, 1.23456])
    expect(await owner.refusal(RATE, { id, rate, key: 'r2' })).toMatchObject({
      ...{ code: 'BAD_USER_INPUT', path: ['ratePercent'] },
    });
}, 20_000);

test('what a partner was paid adds up by currency, each key once, and nobody changes the ledger', async () => {
  const owner = testing.as(person('OWNER'));
  const id = await register(owner, await contactOf(owner));
  const pay = (text: string, amount: number, currency: string, key: string) =>
    owner.run(text, { id, amount: { amount, currency }, key });
  const [first, again] = await Promise.all([pay(REFERRAL, 5000, 'MXN', 'a'), pay(REFERRAL, 5000, 'MXN', 'a')]);
  expect(again).toEqual(first);
  await pay(COMMISSION, 2 ** 52, 'MXN', 'b');
  await pay(COMMISSION, 7, 'USD', 'c');
  expect(await owner.run(PARTNER, { id })).toMatchObject({
    partner: {
      paidOut: [
        { amount: 2 ** 52 + 5000, currency: 'MXN' },
        { amount: 7, currency: 'USD' },
      ],
      payouts: { edges: [{ node: { kind: 'COMMISSION' } }, {}, { node: { kind: 'REFERRAL' } }] },
    },
  });
  const { timeline } = await owner.run<{ timeline: { edges: { node: object }[] } }>(
    `query ($t: ID!, $subject: SubjectInput!) { timeline(tenantId: $t, subject: $subject) { edges { node { kind facts } } } }`,
    { t: owner.viewer.tenantId, subject: { kind: 'PARTNER', id } },
  );
  const name = 'La Milpa';
  expect(timeline.edges.map(({ node }) => node)).toMatchObject([
    { kind: 'COMMISSION_PROCESSED', facts: { name, amount: 7, currency: 'USD' } },
    { kind: 'COMMISSION_PROCESSED', facts: { amount: 2 ** 52, currency: 'MXN' } },
    { kind: 'REFERRAL_COMPLETED', facts: { name, amount: 5000, currency: 'MXN' } },
    { kind: 'PARTNER_REGISTERED', facts: { name } },
  ]);
  const input = { id, amount: { amount: 5001, currency: 'MXN' }, key: 'a' };
  expect(await owner.refusal(REFERRAL, input)).toMatchObject({ reason: 'KEY_USED' });
  for (const amount of [
    { amount: 0, currency: 'MXN' },
    { amount: -5, currency: 'MXN' },
    { amount: 5, currency: 'XXY' },
  ])
    expect(await owner.refusal(REFERRAL, { id, amount, key: 'd' })).toMatchObject({ code: 'BAD_USER_INPUT' });
  for (const change of [
    'update crm.payout set amount = 1 where partner_id = ?',
    'delete from crm.payout where partner_id = ?',
  ])
    await expect(testing.subgraph.work(({ em }) => em.execute(change, [id]))).rejects.toThrow('append-only');
}, 20_000);

test('a partner is found by what their contact is called now, and no longer when they were removed', async () => {
  const owner = testing.as(person('OWNER'));
  const contactId = await contactOf(owner, 'Quetzal');
  const id = await register(owner, contactId);
  const found = async (text: string) => {
    const { searchCrm } = await owner.run<{ searchCrm: { edges: { node: object }[] } }>(
      'query ($t: ID!, $text: String!) { searchCrm(tenantId: $t, text: $text, kinds: [PARTNER]) { edges { node { kind id title excerpt } } } }',
      { t: owner.viewer.tenantId, text },
    );
    return searchCrm.edges.map(({ node }) => node);
  };
  expect(await found('quetzal')).toEqual([{ kind: 'PARTNER', id, title: 'Quetzal', excerpt: null }]);
  await owner.run(
    'mutation ($id: ID!) { updateContact(id: $id, input: { version: 1, name: "Guacamaya", company: "Selva", tags: ["aves"] }) { id } }',
    { id: contactId },
  );
  expect(await found('quetzal')).toEqual([]);
  expect(await found('aves')).toMatchObject([{ title: 'Guacamaya', excerpt: 'Selva\naves' }]);
  await owner.run('mutation ($id: ID!) { removePartner(id: $id) }', { id });
  expect(await found('guacamaya')).toEqual([]);
  await owner.run('mutation ($id: ID!) { restorePartner(id: $id) { id } }', { id });
  expect(await found('guacamaya')).toMatchObject([{ id }]);
});

test("a partner is of the tenant's own book; of the staff's nobody becomes one, and another tenant sees nothing", async () => {
  const owner = testing.as(person('OWNER'));
  const staff = testing.as(person('ADMIN', owner.viewer.tenantId));
  const kept = await contactOf(staff, 'Kept by the staff', 'PLATFORM');
  expect(await owner.refusal(REGISTER, { contactId: kept, key: 'k' })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await staff.refusal(REGISTER, { contactId: kept, key: 'k' })).toMatchObject({ reason: 'NOT_OWN_BOOK' });
  const id = await register(owner, await contactOf(owner));
  const stranger = testing.as(person('OWNER'));
  expect(await stranger.run(PARTNER, { id })).toEqual({ partner: null });
  expect(await stranger.refusal(RATE, { id, rate: 1, key: 'k' })).toMatchObject({ code: 'NOT_FOUND' });
});

test('each change of a partner is heard live', async () => {
  const owner = testing.as(person('OWNER'));
  const contactId = await contactOf(owner);
  const changes = await owner.follow(
    'subscription ($t: ID!) { partnerChanged(tenantId: $t) { kind partnerId partner { status } } }',
    {
      t: owner.viewer.tenantId,
    },
  );
  const first = changes.next();
  const id = await register(owner, contactId);
  expect((await first).value).toMatchObject({
    data: { partnerChanged: { kind: 'CREATED', partnerId: id, partner: { status: 'ACTIVE' } } },
  });
  await owner.run(REFERRAL, { id, amount: { amount: 5, currency: 'MXN' }, key: 'live' });
  const next = async (): Promise<unknown> => (await changes.next()).value;
  // Their account is open, and they were paid.
  for (const { data } of [await next(), await next()] as { data: object }[])
    expect(data).toMatchObject({ partnerChanged: { kind: 'UPDATED', partnerId: id } });
  await changes.return?.();
}, 20_000);
