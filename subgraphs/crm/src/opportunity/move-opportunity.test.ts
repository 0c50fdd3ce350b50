import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tenantsIn } from '../../test/tenants.ts';
import { crm } from '../subgraph.ts';

const PIPELINE = 'mutation ($input: CreatePipelineInput!) { createPipeline(input: $input) { id stages { id name } } }';
const CREATE = 'mutation ($input: CreateOpportunityInput!) { createOpportunity(input: $input) { id version } }';
const MOVE = `mutation ($id: ID!, $input: MoveOpportunityInput!) { moveOpportunity(id: $id, input: $input) {
  id version closedAt reason stage { name } pipeline { id }
} }`;
const LIST = `query ($t: ID!, $s: ID!) { opportunities(tenantId: $t, filter: { stage: $s }, sort: BOARD, first: 200) {
  edges { node { title } }
} }`;
const CHANGES = 'subscription ($t: ID!) { opportunityChanged(tenantId: $t) { kind opportunity { stage { name } } } }';

interface Moved {
  id: string;
  version: number;
  closedAt: string | null;
  reason: string | null;
  stage: { name: string };
}

let testing: TestSubgraph;
beforeAll(async () => {
  testing = await testSubgraph(crm, { neighbours: tenantsIn('America/Chicago').answer });
});
afterAll(() => testing.close());

/** A pipeline with these cards in its first stage, from the top. */
async function boardWith(by: TestViewer, titles: string[]) {
  const { createPipeline } = await by.run<{ createPipeline: { id: string; stages: { id: string; name: string }[] } }>(
    PIPELINE,
    { input: { name: 'Catering' } },
  );
  const cards = new Map<string, { id: string; version: number }>();
  for (const title of titles.toReversed()) {
    const input = { pipelineId: createPipeline.id, title };
    const { createOpportunity } = await by.run<{ createOpportunity: { id: string; version: number } }>(CREATE, {
      input,
    });
    cards.set(title, createOpportunity);
  }
  const stage = (name: string) => createPipeline.stages.find((each) => each.name === name)?.id;
  const card = (title: string) => cards.get(title) as { id: string; version: number };
  return {
    ...{ id: createPipeline.id, stage, card },
    async column(name: string) {
      const { opportunities } = await by.run<{ opportunities: { edges: { node: { title: string } }[] } }>(LIST, {
        ...{ t: by.viewer.tenantId, s: stage(name) },
      });
      return opportunities.edges.map(({ node }) => node.title);
    },
    async move(title: string, to: string, below?: string, more: object = {}) {
      const { id, version } = card(title);
      const input = { version, stageId: stage(to), below: below && card(below).id, ...more };
      const { moveOpportunity } = await by.run<{ moveOpportunity: Moved }>(MOVE, { id, input });
      cards.set(title, moveOpportunity);
      return moveOpportunity;
    },
  };
}

test('a card goes to a stage and to a place there, in one', async () => {
  const owner = testing.as(person('OWNER'));
  const { column, move } = await boardWith(owner, ['A', 'B', 'C', 'D']);
  expect(await column('New')).toEqual(['A', 'B', 'C', 'D']);
  await move('A', 'New', 'C');
  expect(await column('New')).toEqual(['B', 'C', 'A', 'D']);
  await move('D', 'New');
  expect(await column('New')).toEqual(['D', 'B', 'C', 'A']);
  await move('B', 'In talks');
  await move('C', 'In talks', 'B');
  await move('A', 'In talks', 'B');
  expect([await column('New'), await column('In talks')]).toEqual([['D'], ['B', 'A', 'C']]);
});

test('a card that is put where it stands stays as it is, and nobody is told', async () => {
  const owner = testing.as(person('OWNER'));
  const changes = await owner.follow(CHANGES, { t: owner.viewer.tenantId });
  const { card, move } = await boardWith(owner, ['A', 'B']);
  for (const [title, below] of [['A'], ['B', 'A']] as const) {
    const { version } = card(title);
    expect((await move(title, 'New', below)).version).toBe(version);
  }
  await move('A', 'In talks');
  const next = async () => (await changes.next()).value?.data?.opportunityChanged;
  const told = [await next(), await next(), await next()];
  expect(told.map(({ kind }) => kind)).toEqual(['CREATED', 'CREATED', 'MOVED']);
  expect(told[2]).toMatchObject({ opportunity: { stage: { name: 'In talks' } } });
  await changes.return?.();
});

test('a place between two is never used up, and cards that move at once all find one', async () => {
  const owner = testing.as(person('OWNER'));
  const titles = Array.from({ length: 6 }, (_, at) => `Card ${at}`);
  const { column, move } = await boardWith(owner, titles);
  let expected = titles;
  for (let round = 0; round < 24; round += 1) {
    const [top = '', ...rest] = expected;
    const last = rest.at(-1) ?? '';
    await move(last, 'New', top);
    expected = [top, last, ...rest.slice(0, -1)];
  }
  expect(await column('New')).toEqual(expected);
  await Promise.all(titles.slice(1).map((title) => move(title, 'In talks', titles[0])));
  expect((await column('In talks')).toSorted()).toEqual(titles.slice(1));
  await Promise.all(titles.slice(1).map((title) => move(title, 'New', titles[0])));
  const [top, ...below] = await column('New');
  expect([top, below.toSorted()]).toEqual([titles[0], titles.slice(1)]);
});

test('of two drags of one card the second is a conflict with the version of now', async () => {
  const owner = testing.as(person('OWNER'));
  const { card, stage, column } = await boardWith(owner, ['A', 'B']);
  const { id, version } = card('A');
  const answers = await Promise.all(
    ['In talks', 'Offer made'].map((to) => owner.ask(MOVE, { id, input: { version, stageId: stage(to) } })),
  );
  const refused = answers.flatMap(({ errors }) => errors ?? []);
  expect(refused.map(({ extensions }) => [extensions.code, extensions.version])).toEqual([['CONFLICT', version + 1]]);
  expect([await column('New'), (await column('In talks')).length + (await column('Offer made')).length]).toEqual([
    ...[['B'], 1],
  ]);
});

test('where the card above has gone meanwhile, a card is the last one', async () => {
  const owner = testing.as(person('OWNER'));
  const { column, move, card } = await boardWith(owner, ['A', 'B', 'C']);
  await move('A', 'In talks');
  await move('B', 'In talks', 'A');
  await owner.run('mutation ($id: ID!) { removeOpportunity(id: $id) }', { id: card('A').id });
  await move('C', 'In talks', 'A');
  expect(await column('In talks')).toEqual(['B', 'C']);
});

test('won and lost close an opportunity with their reason, and another stage opens it again', async () => {
  const owner = testing.as(person('OWNER'));
  const { card, stage, move } = await boardWith(owner, ['A']);
  const { id, version } = card('A');
  expect(await owner.refusal(MOVE, { id, input: { version, stageId: stage('Lost'), reason: ' ' } })).toMatchObject({
    ...{ reason: 'MISSING', path: ['input', 'reason'] },
  });
  expect(await move('A', 'Lost', undefined, { reason: 'Too dear' })).toMatchObject({
    ...{ reason: 'Too dear', closedAt: expect.any(String), stage: { name: 'Lost' } },
  });
  expect(await move('A', 'Won')).toMatchObject({ reason: null, closedAt: expect.any(String) });
  expect(await move('A', 'New')).toMatchObject({ reason: null, closedAt: null });
  const { opportunity } = await owner.run<{ opportunity: { timeline: { edges: { node: object }[] } } }>(
    'query ($id: ID!) { opportunity(id: $id) { timeline { edges { node { kind facts } } } } }',
    { id },
  );
  expect(opportunity.timeline.edges.map(({ node }) => node)).toEqual([
    { kind: 'OPPORTUNITY_MOVED', facts: { title: 'A', from: 'Won', stage: 'New' } },
    { kind: 'OPPORTUNITY_WON', facts: { title: 'A', from: 'Lost', stage: 'Won' } },
    { kind: 'OPPORTUNITY_LOST', facts: { title: 'A', from: 'New', stage: 'Lost', reason: 'Too dear' } },
    { kind: 'OPPORTUNITY_CREATED', facts: { title: 'A', stage: 'New' } },
  ]);
});

test('a card goes to another pipeline of its book, and to none of the other book', async () => {
  const owner = testing.as(person('OWNER'));
  const staff = testing.as(person('ADMIN', owner.viewer.tenantId));
  const [own, other, kept] = [
    await boardWith(owner, ['A']),
    await boardWith(owner, ['B']),
    await boardWith(staff, ['Renewal']),
  ];
  const { id, version } = own.card('A');
  const to = (stageId?: string) => ({ id, input: { version, stageId } });
  expect((await owner.refusal(MOVE, to(kept.stage('New')))).code).toBe('NOT_FOUND');
  expect(await staff.refusal(MOVE, to(kept.stage('New')))).toMatchObject({ reason: 'OTHER_BOOK' });
  expect(await owner.refusal(MOVE, to('nowhere'))).toMatchObject({ code: 'NOT_FOUND' });
  const { card, stage } = kept;
  const theirs = { id: card('Renewal').id, input: { version: 1, stageId: stage('Won') } };
  expect((await owner.refusal(MOVE, theirs)).code).toBe('NOT_FOUND');
  expect(await owner.run(MOVE, to(other.stage('In talks')))).toMatchObject({
    moveOpportunity: { pipeline: { id: other.id }, stage: { name: 'In talks' } },
  });
});

test('a stage that goes while cards are put into it leaves none of them without a place', async () => {
  const owner = testing.as(person('OWNER'));
  const titles = ['A', 'B', 'C', 'D'];
  const { id, card, stage, column } = await boardWith(owner, titles);
  const { pipeline } = await owner.run<{ pipeline: { version: number; stages: { id: string; name: string }[] } }>(
    'query ($id: ID!) { pipeline(id: $id) { version stages { id name kind probability } } }',
    { id },
  );
  const input = {
    version: pipeline.version,
    stages: pipeline.stages.filter(({ name }) => name !== 'In talks'),
    moves: [{ from: stage('In talks'), to: stage('Offer made') }],
  };
  await Promise.all([
    ...titles.map((title) =>
      owner.ask(MOVE, { id: card(title).id, input: { version: card(title).version, stageId: stage('In talks') } }),
    ),
    owner.run('mutation ($id: ID!, $input: UpdatePipelineInput!) { updatePipeline(id: $id, input: $input) { id } }', {
      ...{ id, input },
    }),
  ]);
  expect([...(await column('New')), ...(await column('Offer made'))].toSorted()).toEqual(titles);
});
