import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tenantsIn } from '../../test/tenants.ts';
import { crm } from '../subgraph.ts';

const FIELDS = 'id version side name stages { id name kind probability totals { count sums { amount currency } } }';
const CREATE = `mutation ($input: CreatePipelineInput!) { createPipeline(input: $input) { ${FIELDS} } }`;
const UPDATE = `mutation ($id: ID!, $input: UpdatePipelineInput!) { updatePipeline(id: $id, input: $input) { ${FIELDS} } }`;
const READ = `query ($id: ID!) { pipeline(id: $id) { ${FIELDS} } }`;
const LIST = 'query ($t: ID!) { pipelines(tenantId: $t) { edges { node { name stages { name } } } } }';
const REMOVE = 'mutation ($id: ID!) { removePipeline(id: $id) }';
const RESTORE = 'mutation ($id: ID!) { restorePipeline(id: $id) { name } }';
const CHANGES = 'subscription ($t: ID!) { pipelineChanged(tenantId: $t) { kind pipeline { name stages { name } } } }';
const OPPORTUNITY = `mutation ($input: CreateOpportunityInput!) { createOpportunity(input: $input) { id version } }`;
const MOVE =
  'mutation ($id: ID!, $input: MoveOpportunityInput!) { moveOpportunity(id: $id, input: $input) { version } }';
const WHERE = 'query ($id: ID!) { opportunity(id: $id) { stage { name } version } }';

interface Stage {
  id: string;
  name: string;
  kind: string;
  probability: number;
  totals: object;
}
interface Pipeline {
  id: string;
  version: number;
  side: string;
  stages: Stage[];
}

let testing: TestSubgraph;
beforeAll(async () => {
  testing = await testSubgraph(crm, { neighbours: tenantsIn('America/Chicago').answer });
});
afterAll(() => testing.close());

const make = async (by: TestViewer, input: object = {}) =>
  (await by.run<{ createPipeline: Pipeline }>(CREATE, { input: { name: 'Catering', ...input } })).createPipeline;
const put = async (by: TestViewer, pipelineId: string, more: object = {}) =>
  (
    await by.run<{ createOpportunity: { id: string; version: number } }>(OPPORTUNITY, {
      input: { pipelineId, title: 'Wedding', ...more },
    })
  ).createOpportunity;
const drafts = (stages: Stage[]) => stages.map(({ id, name, kind, probability }) => ({ id, name, kind, probability }));

test('a pipeline is one click: without stages it has those that suit most', async () => {
  const owner = testing.as(person('OWNER'));
  const { stages, side } = await make(owner);
  expect(side).toBe('TENANT');
  expect(stages.map(({ name, kind, probability }) => [name, kind, probability])).toEqual([
    ['New', 'OPEN', 10],
    ['In talks', 'OPEN', 40],
    ['Offer made', 'OPEN', 70],
    ['Won', 'WON', 100],
    ['Lost', 'LOST', 0],
  ]);
});

test('stages are added, renamed, put in another order and taken away in one change', async () => {
  const owner = testing.as(person('OWNER'));
  const changes = await owner.follow(CHANGES, { t: owner.viewer.tenantId });
  const { id, version, stages } = await make(owner);
  const [first, second, , won, lost] = drafts(stages);
  const given = [
    second,
    { name: 'Tasting', probability: 55 },
    { ...first, name: 'Asked' },
    { ...won, probability: 3 },
    lost,
  ];
  const { updatePipeline } = await owner.run<{ updatePipeline: Pipeline }>(UPDATE, {
    ...{ id, input: { version, name: 'Events', stages: given } },
  });
  expect(updatePipeline.version).toBeGreaterThan(version);
  expect(updatePipeline.stages.map(({ name, probability }) => [name, probability])).toEqual([
    ['In talks', 40],
    ['Tasting', 55],
    ['Asked', 10],
    ['Won', 100],
    ['Lost', 0],
  ]);
  const { pipeline } = await owner.run<{ pipeline: Pipeline }>(READ, { id });
  expect(pipeline).toEqual(updatePipeline);
  expect(await owner.refusal(UPDATE, { id, input: { version, name: 'Late' } })).toMatchObject({ code: 'CONFLICT' });
  const same = { version: pipeline.version, name: 'Events', stages: drafts(pipeline.stages) };
  const { updatePipeline: unchanged } = await owner.run<{ updatePipeline: Pipeline }>(UPDATE, { id, input: same });
  expect(unchanged.version).toBe(pipeline.version);
  expect((await changes.next()).value?.data).toMatchObject({ pipelineChanged: { kind: 'CREATED' } });
  expect((await changes.next()).value?.data).toMatchObject({
    pipelineChanged: { kind: 'UPDATED', pipeline: { name: 'Events', stages: [{ name: 'In talks' }, {}, {}, {}, {}] } },
  });
  await changes.return?.();
});

test('a stage with opportunities goes only when it is said where they go, and they go in their order', async () => {
  const owner = testing.as(person('OWNER'));
  const { id, version, stages } = await make(owner);
  const [first, second] = stages as [Stage, Stage];
  const [lower, upper] = [await put(owner, id), await put(owner, id)];
  const there = await put(owner, id, { stageId: second.id });
  const removed = await put(owner, id);
  await owner.run('mutation ($id: ID!) { removeOpportunity(id: $id) }', { id: removed.id });
  const input = { version, stages: drafts(stages.slice(1)) };
  expect(await owner.refusal(UPDATE, { id, input })).toMatchObject({
    ...{ reason: 'STAGE_NOT_EMPTY', path: ['input', 'moves'] },
  });
  const won = stages.find(({ kind }) => kind === 'WON')?.id;
  for (const to of [won, first.id, 'nowhere'])
    expect(await owner.refusal(UPDATE, { id, input: { ...input, moves: [{ from: first.id, to }] } })).toMatchObject({
      ...{ reason: 'UNKNOWN', path: ['input', 'moves', 0, 'to'] },
    });
  await owner.run(UPDATE, { id, input: { ...input, moves: [{ from: first.id, to: second.id }] } });
  const { opportunities } = await owner.run<{ opportunities: { edges: { node: { id: string } }[] } }>(
    'query ($t: ID!, $s: ID) { opportunities(tenantId: $t, filter: { stage: $s }, sort: BOARD) { edges { node { id } } } }',
    { t: owner.viewer.tenantId, s: second.id },
  );
  expect(opportunities.edges.map(({ node }) => node.id)).toEqual([there.id, upper.id, lower.id]);
  expect(await owner.run(WHERE, { id: upper.id })).toEqual({
    opportunity: { stage: { name: 'In talks' }, version: upper.version + 1 },
  });
  await owner.run('mutation ($id: ID!) { restoreOpportunity(id: $id) { id } }', { id: removed.id });
  expect(await owner.run(WHERE, { id: removed.id })).toMatchObject({ opportunity: { stage: { name: 'In talks' } } });
});

test('what would leave an opportunity without its meaning is refused', async () => {
  const owner = testing.as(person('OWNER'));
  const { id, version, stages } = await make(owner);
  const other = await make(owner, { name: 'Other' });
  await put(owner, id);
  const [first, ...rest] = drafts(stages);
  const refused = async (given: object[]) => {
    const { reason, path } = await owner.refusal(UPDATE, { id, input: { version, stages: given } });
    return [reason, path];
  };
  expect(await refused([{ ...first, kind: 'WON' }, ...rest])).toEqual([
    ...['STAGE_NOT_EMPTY', ['input', 'stages', 0, 'kind']],
  ]);
  expect(await refused(drafts(stages).slice(0, 4))).toEqual(['STAGE_MISSING', ['input', 'stages']]);
  expect(await refused([...drafts(stages), { ...first, id: other.stages[0]?.id }])).toEqual([
    ...['UNKNOWN', ['input', 'stages', 5, 'id']],
  ]);
  expect(await refused([...drafts(stages), first as object])).toEqual([undefined, ['input', 'stages']]);
  for (const probability of [-1, 101])
    expect((await refused([{ ...first, probability }, ...rest]))[1]).toEqual(['input', 'stages', 0, 'probability']);
  expect((await owner.refusal(CREATE, { input: { name: 'X', stages: drafts(stages) } })).reason).toBe('UNKNOWN');
});

test('a pipeline is removed once nothing in it is open, and comes back with all that was closed', async () => {
  const owner = testing.as(person('OWNER'));
  const { id, stages } = await make(owner);
  const opportunity = await put(owner, id, { amount: { amount: 500_00, currency: 'MXN' } });
  expect(await owner.refusal(REMOVE, { id })).toMatchObject({ reason: 'PIPELINE_NOT_EMPTY' });
  const won = stages.find(({ kind }) => kind === 'WON')?.id;
  await owner.run(MOVE, { id: opportunity.id, input: { version: opportunity.version, stageId: won } });
  await owner.run(REMOVE, { id });
  expect(await owner.run(READ, { id })).toEqual({ pipeline: null });
  expect((await owner.refusal(OPPORTUNITY, { input: { pipelineId: id, title: 'Late' } })).code).toBe('NOT_FOUND');
  await owner.run('mutation ($id: ID!) { removeOpportunity(id: $id) }', { id: opportunity.id });
  const restore = 'mutation ($id: ID!) { restoreOpportunity(id: $id) { id } }';
  expect(await owner.refusal(restore, { id: opportunity.id })).toMatchObject({ reason: 'PIPELINE_REMOVED' });
  expect(await owner.run(RESTORE, { id })).toEqual({ restorePipeline: { name: 'Catering' } });
  await owner.run(restore, { id: opportunity.id });
  const { pipeline } = await owner.run<{ pipeline: Pipeline }>(READ, { id });
  expect(pipeline.stages[3]?.totals).toEqual({ count: 1, sums: [{ amount: 500_00, currency: 'MXN' }] });
});

test('another tenant sees no pipeline, and the tenant none of those that the staff keep', async () => {
  const owner = testing.as(person('OWNER'));
  const staff = testing.as(person('ADMIN', owner.viewer.tenantId));
  const changes = await owner.follow(CHANGES, { t: owner.viewer.tenantId });
  const kept = await make(staff, { name: 'Renewals' });
  expect(kept.side).toBe('PLATFORM');
  await make(owner, { name: 'Own' });
  expect((await changes.next()).value?.data).toMatchObject({ pipelineChanged: { pipeline: { name: 'Own' } } });
  await changes.return?.();
  const listed = async (by: TestViewer) =>
    (
      await by.run<{ pipelines: { edges: { node: { name: string } }[] } }>(LIST, { t: owner.viewer.tenantId })
    ).pipelines.edges.map(({ node }) => node.name);
  expect([await listed(owner), await listed(staff)]).toEqual([['Own'], ['Own', 'Renewals']]);
  const stranger = testing.as(person('OWNER'));
  for (const by of [owner, stranger]) {
    expect(await by.run(READ, { id: kept.id })).toEqual({ pipeline: null });
    expect(await by.refusal(UPDATE, { id: kept.id, input: { version: 1, name: 'X' } })).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect((await by.refusal(REMOVE, { id: kept.id })).code).toBe('NOT_FOUND');
    expect((await by.refusal(OPPORTUNITY, { input: { pipelineId: kept.id, title: 'X' } })).code).toBe('NOT_FOUND');
  }
});

test('a list of pipelines takes the same statements whatever its length', async () => {
  const owner = testing.as(person('OWNER'));
  const ask = `query ($t: ID!) { pipelines(tenantId: $t) { edges { node { stages { totals { count } } } } } }`;
  const count = () => testing.countSql(() => owner.run(ask, { t: owner.viewer.tenantId }));
  await make(owner);
  const one = await count();
  for (const name of ['B', 'C', 'D']) await make(owner, { name });
  expect(await count()).toBe(one);
});
