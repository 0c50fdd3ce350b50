import { person, type TestSubgraph, testSubgraph } from '@mycelium/kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tenantsIn } from '../../test/tenants.ts';
import { crm } from '../subgraph.ts';

const HEALTH = `query ($r: [_Any!]!) {
  _entities(representations: $r) { ... on TenantHealth { crm { status code since values { name count } } } }
}`;
const CREATE = 'mutation ($input: CreateActivityInput!) { createActivity(input: $input) { id } }';

let testing: TestSubgraph;
beforeAll(async () => {
  testing = await testSubgraph(crm, { neighbours: tenantsIn('America/Chicago').answer });
});
afterAll(() => testing.close());

test('the CRM is well until something is overdue, and says when reminders are late; of its own tenant alone', async () => {
  const owner = testing.as(person('OWNER'));
  const { tenantId } = owner.viewer;
  const health = async (viewer = owner) => {
    const r = [{ __typename: 'TenantHealth', tenantId }];
    return (await viewer.run<{ _entities: [{ crm: object }] }>(HEALTH, { r }))._entities[0].crm;
  };
  const values = (counts: Record<string, number>) => Object.entries(counts).map(([name, count]) => ({ name, count }));
  const make = async (input: object): Promise<string> => {
    const given = { type: 'TASK', title: 'Order maize', subject: { kind: 'TENANT', id: tenantId }, ...input };
    return (await owner.run<{ createActivity: { id: string } }>(CREATE, { input: given })).createActivity.id;
  };
  const id = await make({});
  expect(await health()).toMatchObject({ status: 'OK', code: 'ACTIVITIES_ON_TIME', values: values({ open: 1 }) });
  await make({ dueOn: '2026-01-02', confirmPast: true });
  expect(await health()).toEqual({
    ...{ status: 'DEGRADED', code: 'ACTIVITIES_OVERDUE', since: '2026-01-03T06:00:00.000Z' },
    values: values({ overdue: 1, open: 2 }),
  });
  await testing.subgraph.work(({ em }) =>
    em.execute('update crm.activity set assignee_id = gen_random_uuid(), remind_at = ? where id = ?', [
      new Date(Date.now() - 3_600_000),
      id,
    ]),
  );
  expect(await health()).toMatchObject({ code: 'REMINDERS_LATE', values: values({ late: 1, overdue: 1, open: 2 }) });
  expect(await health(testing.as(person('OWNER')))).toMatchObject({ values: values({ open: 0 }) });
});
