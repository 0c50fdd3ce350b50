import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tenantsIn } from '../../test/tenants.ts';
import { crm } from '../subgraph.ts';

const PIPELINE = `mutation ($input: CreatePipelineInput!) { createPipeline(input: $input) { id stages { id name } } }`;
const CONTACT = 'mutation ($input: CreateContactInput!) { createContact(input: $input) { id version } }';
const FIELDS = `id version side title amount { amount currency } expectedClose ownerId tags closedAt reason
  pipeline { id } stage { id name } contacts { id }`;
const CREATE = `mutation ($input: CreateOpportunityInput!) { createOpportunity(input: $input) { ${FIELDS} } }`;
const UPDATE = `mutation ($id: ID!, $input: UpdateOpportunityInput!) { updateOpportunity(id: $id, input: $input) { ${FIELDS} } }`;
const REMOVE = 'mutation ($id: ID!) { removeOpportunity(id: $id) }';
const RESTORE = `mutation ($id: ID!) { restoreOpportunity(id: $id) { ${FIELDS} } }`;
const READ = `query ($id: ID!) { opportunity(id: $id) { ${FIELDS} } }`;
const LIST = `query ($t: ID!, $filter: OpportunityFilter, $sort: OpportunitySort, $first: Int, $after: String) {
  opportunities(tenantId: $t, filter: $filter, sort: $sort, first: $first, after: $after) {
    totalCount pageInfo { endCursor } edges { node { title contacts { name } stage { name } pipeline { name } } }
  }
}`;
const FORECAST = `query ($t: ID!, $pipeline: ID) { forecast(tenantId: $t, pipeline: $pipeline) {
  month count sum { amount currency } weighted { amount }
} }`;
const CHANGES = 'subscription ($t: ID!) { opportunityChanged(tenantId: $t) { kind opportunity { title } } }';

interface Opportunity {
  id: string;
  version: number;
  side: string;
  contacts: { id: string }[];
}
interface Board {
  id: string;
  stages: { id: string; name: string }[];
}

let testing: TestSubgraph;
const tenants = tenantsIn('America/Chicago');
beforeAll(async () => {
  testing = await testSubgraph(crm, { neighbours: tenants.answer });
});
afterAll(() => testing.close());

const board = async (by: TestViewer, name = 'Catering') =>
  (await by.run<{ createPipeline: Board }>(PIPELINE, { input: { name } })).createPipeline;
const contact = async (by: TestViewer, name: string) =>
  (await by.run<{ createContact: { id: string; version: number } }>(CONTACT, { input: { name } })).createContact;
const make = async (by: TestViewer, input: object) =>
  (await by.run<{ createOpportunity: Opportunity }>(CREATE, { input: { title: 'Wedding', ...input } }))
    .createOpportunity;
const read = async (by: TestViewer, id: string) =>
  (await by.run<{ opportunity: Opportunity }>(READ, { id })).opportunity;
const page = async (by: TestViewer, filter: object = {}, more: object = {}) => {
  const { opportunities } = await by.run<{
    opportunities: { pageInfo: { endCursor: string }; edges: { node: { title: string } }[] };
  }>(LIST, { t: by.viewer.tenantId, filter, ...more });
  return { titles: opportunities.edges.map(({ node }) => node.title), end: opportunities.pageInfo.endCursor };
};
const list = async (by: TestViewer, filter: object = {}, more: object = {}) => (await page(by, filter, more)).titles;
const stageOf = ({ stages }: Board, name: string) => stages.find((stage) => stage.name === name)?.id;

test('an opportunity is kept as it was given, changed once per version, removed and restored', async () => {
  const owner = testing.as(person('OWNER'));
  const { id: pipelineId, stages } = await board(owner);
  const [ada, bea] = [await contact(owner, 'Ada'), await contact(owner, 'Bea')];
  const seller = person('MANAGER').id;
  tenants.members.set(String(owner.viewer.tenantId), [{ id: seller, role: 'MANAGER' }]);
  const given = {
    ...{ title: 'Wedding of 200', expectedClose: '2031-05-01', ownerId: seller, tags: ['catering'] },
    amount: { amount: 9_000_000_000_000, currency: 'MXN' },
  };
  const made = await make(owner, { ...given, pipelineId, contactIds: [bea.id, ada.id, bea.id] });
  expect(made).toMatchObject({
    ...{ ...given, side: 'TENANT', closedAt: null, reason: null, stage: stages[0], pipeline: { id: pipelineId } },
    contacts: [{ id: bea.id }, { id: ada.id }],
  });
  const { id, version } = made;
  const input = { version, title: 'Wedding of 180', amount: null, expectedClose: null, contactIds: [ada.id] };
  await owner.run(UPDATE, { id, input });
  const changed = await read(owner, id);
  expect(changed).toMatchObject({
    ...{ title: 'Wedding of 180', amount: null, expectedClose: null, ownerId: seller, contacts: [{ id: ada.id }] },
  });
  expect(changed.version).toBeGreaterThan(version);
  expect(await owner.refusal(UPDATE, { id, input })).toMatchObject({ code: 'CONFLICT' });
  const same = { version: changed.version, title: 'Wedding of 180', tags: ['catering'], contactIds: [ada.id] };
  expect(await owner.run(UPDATE, { id, input: same })).toEqual({ updateOpportunity: changed });
  await owner.run(UPDATE, { id, input: { version: changed.version, contactIds: [bea.id, ada.id] } });
  const other = await read(owner, id);
  expect([other.contacts, other.version > changed.version]).toEqual([[{ id: bea.id }, { id: ada.id }], true]);
  await owner.run(REMOVE, { id });
  expect(await read(owner, id)).toBeNull();
  expect((await owner.refusal(UPDATE, { id, input: { version: 1 } })).code).toBe('NOT_FOUND');
  expect(await owner.run(RESTORE, { id })).toMatchObject({ restoreOpportunity: { title: 'Wedding of 180' } });
});

test.each<[object, (string | number)[], string | undefined]>([
  [{ amount: { amount: -1, currency: 'MXN' } }, ['input', 'amount', 'amount'], undefined],
  [{ amount: { amount: 9_000_000_000_001, currency: 'MXN' } }, ['input', 'amount', 'amount'], undefined],
  [{ amount: { amount: 1, currency: 'XTS' } }, ['input', 'amount', 'currency'], undefined],
  [{ expectedClose: '2031-02-29' }, ['input', 'expectedClose'], 'NO_DATE'],
  [{ expectedClose: 'soon' }, ['input', 'expectedClose'], 'NO_DATE'],
  [{ title: ' ' }, ['input', 'title'], undefined],
  [{ title: 'a\u202eb' }, ['input', 'title'], 'WRONG_FORM'],
  [{ ownerId: '0190b9a4-0000-7000-8000-000000000000' }, ['input', 'ownerId'], 'MAY_NOT_READ'],
  [{ stageId: '0190b9a4-0000-7000-8000-000000000000' }, ['input', 'stageId'], 'UNKNOWN'],
])('%j is refused', async (wrong, path, reason) => {
  const owner = testing.as(person('OWNER'));
  const { id: pipelineId } = await board(owner);
  const refusal = await owner.refusal(CREATE, { input: { title: 'Wedding', pipelineId, ...wrong } });
  expect(refusal).toMatchObject({ code: 'BAD_USER_INPUT', path });
  if (reason) expect(refusal.reason).toBe(reason);
});

test('what is created as lost says why', async () => {
  const owner = testing.as(person('OWNER'));
  const pipeline = await board(owner);
  const input = { title: 'Wedding', pipelineId: pipeline.id, stageId: stageOf(pipeline, 'Lost') };
  expect(await owner.refusal(CREATE, { input })).toMatchObject({
    ...{ path: ['input', 'reason'], reason: 'MISSING' },
  });
  expect(await make(owner, { ...input, reason: 'Too dear' })).toMatchObject({
    ...{ reason: 'Too dear', closedAt: expect.any(String) },
  });
});

test('lists are narrowed and sorted, and their pages follow each other', async () => {
  const owner = testing.as(person('OWNER'));
  const [pipeline, other] = [await board(owner), await board(owner, 'Other')];
  const ada = await contact(owner, 'Ada');
  const seller = person('MANAGER').id;
  tenants.members.set(String(owner.viewer.tenantId), [{ id: seller, role: 'MANAGER' }]);
  const money = (amount: number) => ({ amount: { amount, currency: 'MXN' } });
  await make(owner, { pipelineId: pipeline.id, title: 'Small', ...money(1), expectedClose: '2031-01-15', tags: ['a'] });
  await make(owner, { pipelineId: pipeline.id, title: 'Large', ...money(900), contactIds: [ada.id] });
  await make(owner, { pipelineId: pipeline.id, title: 'Middle', ...money(50), expectedClose: '2030-12-31' });
  const won = { stageId: stageOf(other, 'Won'), ownerId: seller };
  await make(owner, { pipelineId: other.id, title: 'Won', expectedClose: '2031-02-01', ...won });
  expect(await list(owner)).toEqual(['Middle', 'Small', 'Won', 'Large']);
  expect(await list(owner, {}, { sort: 'AMOUNT' })).toEqual(['Large', 'Middle', 'Small', 'Won']);
  expect(await list(owner, {}, { sort: 'NEWEST' })).toEqual(['Won', 'Middle', 'Large', 'Small']);
  expect(await list(owner, { pipeline: other.id })).toEqual(['Won']);
  expect(await list(owner, {}, { sort: 'CLOSED' })).toEqual(['Won']);
  expect(await list(owner, { open: true, tag: 'a' })).toEqual(['Small']);
  expect(await list(owner, { open: false })).toEqual(['Won']);
  expect(await list(owner, { owner: seller })).toEqual(['Won']);
  expect(await list(owner, { contact: ada.id })).toEqual(['Large']);
  expect(await list(owner, { expectedFrom: '2031-01-01', expectedBefore: '2031-02-01' })).toEqual(['Small']);
  expect(await list(owner, { stage: stageOf(pipeline, 'New') }, { sort: 'BOARD' })).toEqual([
    ...['Middle', 'Large', 'Small'],
  ]);
  const first = await page(owner, {}, { first: 3 });
  expect(await list(owner, {}, { first: 3, after: first.end })).toEqual(['Large']);
  const wrong = { t: owner.viewer.tenantId, filter: { expectedFrom: '2031-13-01' } };
  expect(await owner.refusal(LIST, wrong)).toMatchObject({ path: ['filter', 'expectedFrom'], reason: 'NO_DATE' });
  expect((await owner.refusal(LIST, { t: wrong.t, sort: 'AMOUNT', after: first.end })).code).toBe('BAD_USER_INPUT');
});

test('the forecast has what is open by month and currency, whole and by its probability, and no sum is too large to be said', async () => {
  const owner = testing.as(person('OWNER'));
  const pipeline = await board(owner);
  const put = (amount: number, currency: string, more: object) =>
    make(owner, { pipelineId: pipeline.id, amount: { amount, currency }, ...more });
  const talks = { stageId: stageOf(pipeline, 'In talks') };
  await put(1_000, 'MXN', { expectedClose: '2031-01-15' });
  await put(505, 'MXN', { expectedClose: '2031-01-31', ...talks });
  await put(7, 'USD', { expectedClose: '2031-01-31', ...talks });
  await put(10_000, 'MXN', { expectedClose: '2030-12-31', stageId: stageOf(pipeline, 'Won') });
  await put(9_000_000_000_000, 'MXN', {});
  await make(owner, { pipelineId: pipeline.id, expectedClose: '2031-01-15' });
  const ask = { t: owner.viewer.tenantId, pipeline: pipeline.id };
  expect(await owner.run(FORECAST, ask)).toEqual({
    forecast: [
      { month: '2031-01', count: 2, sum: { amount: 1_505, currency: 'MXN' }, weighted: { amount: 302 } },
      { month: '2031-01', count: 1, sum: { amount: 7, currency: 'USD' }, weighted: { amount: 3 } },
      ...[{ month: null, count: 1, sum: { amount: 9e12, currency: 'MXN' }, weighted: { amount: 9e11 } }],
    ],
  });
  const only = (statement: string) => testing.subgraph.work(({ em }) => em.execute(statement));
  await only(`insert into crm.opportunity (id, tenant_id, side, title, pipeline_id, stage_id, rank, amount, currency, close_order, amount_order, tags)
    select gen_random_uuid(), tenant_id, side, title, pipeline_id, stage_id, rank, amount, currency, close_order, amount_order, tags
    from crm.opportunity, generate_series(1, 1100) where amount = 9000000000000 and pipeline_id = '${pipeline.id}'`);
  const { forecast } = await owner.run<{ forecast: { sum: { amount: number } }[] }>(FORECAST, { t: ask.t });
  expect(forecast.at(-1)?.sum.amount).toBe(Number.MAX_SAFE_INTEGER);
  expect(await owner.run(FORECAST, { ...ask, pipeline: 'none' })).toEqual({ forecast: [] });
});

test('another tenant sees no opportunity, and the tenant none of those that the staff keep', async () => {
  const owner = testing.as(person('OWNER'));
  const staff = testing.as(person('ADMIN', owner.viewer.tenantId));
  const [kept, own] = [await board(staff), await board(owner)];
  const changes = await owner.follow(CHANGES, { t: owner.viewer.tenantId });
  const renewal = await make(staff, { pipelineId: kept.id, title: 'Renewal', amount: { amount: 5, currency: 'USD' } });
  expect(renewal.side).toBe('PLATFORM');
  await make(owner, { pipelineId: own.id, title: 'Own' });
  expect((await changes.next()).value?.data).toEqual({
    opportunityChanged: { kind: 'CREATED', opportunity: { title: 'Own' } },
  });
  await changes.return?.();
  expect(await list(owner)).toEqual(['Own']);
  expect((await list(staff)).toSorted()).toEqual(['Own', 'Renewal']);
  expect(await owner.run(FORECAST, { t: owner.viewer.tenantId })).toEqual({ forecast: [] });
  for (const by of [owner, testing.as(person('OWNER'))]) {
    expect(await read(by, renewal.id)).toBeNull();
    expect((await by.refusal(UPDATE, { id: renewal.id, input: { version: 1, title: 'X' } })).code).toBe('NOT_FOUND');
    expect((await by.refusal(REMOVE, { id: renewal.id })).code).toBe('NOT_FOUND');
  }
  const [theirs, mine] = [await contact(staff, 'Owner at home'), await contact(owner, 'Supplier')];
  const withContact = (by: TestViewer, pipelineId: string, id: string) =>
    by.refusal(CREATE, { input: { title: 'X', pipelineId, contactIds: [id] } });
  expect(await withContact(owner, own.id, theirs.id)).toMatchObject({ code: 'NOT_FOUND' });
  expect(await withContact(staff, kept.id, mine.id)).toMatchObject({
    ...{ reason: 'OTHER_BOOK', path: ['input', 'contactIds', 0] },
  });
});

test('notes, activities and what happened hang on an opportunity, and it is found by its title', async () => {
  const owner = testing.as(person('OWNER'));
  const { id: pipelineId } = await board(owner);
  const ada = await contact(owner, 'Ada');
  const { id } = await make(owner, { pipelineId, title: 'Quinceañera', contactIds: [ada.id] });
  const subject = { kind: 'OPPORTUNITY', id };
  await owner.run('mutation ($input: CreateNoteInput!) { createNote(input: $input) { id } }', {
    input: { subject, content: 'Forty vegetarians.' },
  });
  await owner.run('mutation ($input: CreateActivityInput!) { createActivity(input: $input) { id } }', {
    input: { subject, type: 'CALL', title: 'Ask for the hall' },
  });
  const told = `opportunity(id: $id) { notes { edges { node { content } } } activities { edges { node { title } } }
    timeline { edges { node { kind facts } } } }`;
  const ofContact =
    'contact(id: $contact) { opportunities { edges { node { id } } } timeline { edges { node { kind } } } }';
  expect(await owner.run(`query ($id: ID!, $contact: ID!) { ${told} ${ofContact} }`, { id, contact: ada.id })).toEqual({
    opportunity: {
      notes: { edges: [{ node: { content: 'Forty vegetarians.' } }] },
      activities: { edges: [{ node: { title: 'Ask for the hall' } }] },
      timeline: {
        edges: [
          { node: { kind: 'ACTIVITY_CREATED', facts: { title: 'Ask for the hall', type: 'CALL' } } },
          { node: { kind: 'NOTE_WRITTEN', facts: {} } },
          { node: { kind: 'OPPORTUNITY_CREATED', facts: { title: 'Quinceañera', stage: 'New' } } },
        ],
      },
    },
    contact: {
      opportunities: { edges: [{ node: { id } }] },
      timeline: { edges: [{ node: { kind: 'OPPORTUNITY_CREATED' } }, { node: { kind: 'CONTACT_CREATED' } }] },
    },
  });
  const search = 'query ($t: ID!) { searchCrm(tenantId: $t, text: "quinceanera") { edges { node { kind id } } } }';
  const found = () => owner.run(search, { t: owner.viewer.tenantId });
  expect(await found()).toEqual({ searchCrm: { edges: [{ node: subject }] } });
  await owner.run(REMOVE, { id });
  expect(await found()).toEqual({ searchCrm: { edges: [] } });
});

test('a merge of contacts takes their opportunities along, and undoing it gives them back', async () => {
  const owner = testing.as(person('OWNER'));
  const { id: pipelineId } = await board(owner);
  const [one, two] = [await contact(owner, 'Ada Muñoz'), await contact(owner, 'Ada M.')];
  const both = await make(owner, { pipelineId, contactIds: [one.id, two.id] });
  const only = await make(owner, { pipelineId, contactIds: [two.id] });
  const contacts = async () => [(await read(owner, both.id)).contacts, (await read(owner, only.id)).contacts];
  const { mergeContacts } = await owner.run<{ mergeContacts: { id: string } }>(
    'mutation ($one: ID!, $two: ID!) { mergeContacts(primaryId: $one, otherIds: [$two]) { id } }',
    { one: one.id, two: two.id },
  );
  expect(await contacts()).toEqual([[{ id: one.id }], [{ id: one.id }]]);
  const { version } = await read(owner, both.id);
  await owner.run(UPDATE, { id: both.id, input: { version, contactIds: [one.id] } });
  await owner.run('mutation ($id: ID!) { undoMerge(id: $id) { id } }', { id: mergeContacts.id });
  expect(await contacts()).toEqual([[{ id: one.id }, { id: two.id }], [{ id: two.id }]]);
});

test('a list takes the same statements whatever its length', async () => {
  const owner = testing.as(person('OWNER'));
  const { id: pipelineId } = await board(owner);
  const put = async (name: string) => make(owner, { pipelineId, contactIds: [(await contact(owner, name)).id] });
  await put('Ada');
  const count = () => testing.countSql(() => list(owner));
  const one = await count();
  for (const name of ['Bea', 'Cem', 'Dan']) await put(name);
  await make(owner, { pipelineId: (await board(owner, 'Other')).id });
  expect(await count()).toBe(one);
});
