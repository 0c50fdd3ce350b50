import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { events } from '../subgraph.ts';

const ALLOCATE = `mutation ($application: String!, $amount: Int!, $key: String!, $entityId: ID, $purpose: String) {
  allocateCredits(application: $application, amount: $amount, idempotencyKey: $key, entityId: $entityId, purpose: $purpose) {
    account { id }
  }
}`;
const PULL = `mutation ($application: String!) {
  pullEvents(application: $application, max: 50, consumer: "test", leaseMs: 60000) { event { eventId } }
}`;
const DELIVERIES = `creditEntries(first: $first) {
  edges { node { purpose delivery { status targetApplication acknowledgmentData } } }
}`;
const DELIVERIES_TAKES = '$first: Int! = 200';
const EXPORT = 'creditEntriesExport(accountId: $accountId, first: 2, after: $after) { csv hasNextPage endCursor }';
const EXPORT_TAKES = '$accountId: ID, $after: String';

let testing: TestSubgraph;
beforeAll(async () => {
  testing = await testSubgraph(events);
});
afterAll(() => testing.close());

const owner = (tenant = uuidv7()) => ({ tenant, owner: testing.as(person('OWNER', tenant)) });

/** Answers the id of the account. */
async function allocate(by: TestViewer, variables: Record<string, unknown>): Promise<string> {
  const { allocateCredits } = await by.run<{ allocateCredits: { account: { id: string } } }>(ALLOCATE, {
    key: uuidv7(),
    ...variables,
  });
  return allocateCredits.account.id;
}

test('each line says what became of its event, with the answer, in as many statements for many lines as for few', async () => {
  const { tenant, owner: by } = owner();
  for (const purpose of ['benefits', 'travel'])
    for (const application of ['hr', 'crm']) await allocate(by, { application, amount: 5, purpose });
  const hr = testing.as({
    ...{ kind: 'client', id: uuidv7(), tenantId: tenant, application: 'hr', scopes: ['events:consume'] },
  });
  const eventId = await vi.waitFor(async () => {
    const { pullEvents } = await hr.run<{ pullEvents: { event: { eventId: string } }[] }>(PULL, { application: 'hr' });
    expect(pullEvents.length).toBeGreaterThan(0);
    return pullEvents[0]?.event.eventId;
  });
  await hr.run('mutation ($id: ID!, $d: Settings) { acknowledgeEvent(eventId: $id, application: "hr", data: $d) }', {
    id: eventId,
    d: { hrBalance: 5 },
  });
  await vi.waitFor(async () => {
    const { creditEntries } = await by.ofTenant<{ creditEntries: { edges: { node: object }[] } }>(
      DELIVERIES,
      { t: tenant },
      DELIVERIES_TAKES,
    );
    expect(creditEntries.edges.map(({ node }) => node)).toEqual(
      expect.arrayContaining([
        {
          purpose: 'benefits',
          delivery: { status: 'ACKNOWLEDGED', targetApplication: 'hr', acknowledgmentData: { hrBalance: 5 } },
        },
        { purpose: 'travel', delivery: { status: 'PUBLISHED', targetApplication: 'crm', acknowledgmentData: null } },
      ]),
    );
  });
  const cost = (first: number) =>
    testing.countSql(() => by.ofTenant(DELIVERIES, { t: tenant, first }, DELIVERIES_TAKES));
  expect(await cost(4)).toBe(await cost(1));
  const keyOfCredits = testing.as({ kind: 'client', id: uuidv7(), tenantId: tenant, scopes: ['credits:read'] });
  await expect(keyOfCredits.ofTenant(DELIVERIES, { t: tenant }, DELIVERIES_TAKES)).rejects.toThrow('FORBIDDEN');
});

test("an account's ledger is exported page by page, and no purpose becomes a formula", async () => {
  const { tenant, owner: by } = owner();
  interface Exported {
    creditEntriesExport: { csv: string; hasNextPage: boolean; endCursor: string };
  }
  await allocate(by, { application: 'crm', amount: 1 });
  let accountId = '';
  for (const purpose of ['=1+1', 'benefits, in November', undefined])
    accountId = await allocate(by, { application: 'hr', entityId: 'branch-2', amount: 20, purpose });
  const one = (await by.ofTenant<Exported>(EXPORT, { t: tenant, accountId }, EXPORT_TAKES)).creditEntriesExport;
  const [head, newest, second] = one.csv.split('\r\n');
  expect(head).toBe('at,application,entityId,kind,amount,balanceAfter,purpose,actorKind,actorId,eventId');
  expect(newest).toContain(`,hr,branch-2,ALLOCATED,20,60,,user,${by.viewer.id},`);
  expect(second).toContain(',40,"benefits, in November",user,');
  expect(one.hasNextPage).toBe(true);
  const two = (await by.ofTenant<Exported>(EXPORT, { t: tenant, accountId, after: one.endCursor }, EXPORT_TAKES))
    .creditEntriesExport;
  expect(two.hasNextPage).toBe(false);
  expect(two.csv.split('\r\n')[1]).toContain(",20,20,'=1+1,user,");
  const { owner: stranger, tenant: theirs } = owner();
  await expect(stranger.ofTenant(EXPORT, { t: tenant }, EXPORT_TAKES)).rejects.toThrow('NOT_FOUND');
  const foreign = (await stranger.ofTenant<Exported>(EXPORT, { t: theirs, accountId }, EXPORT_TAKES))
    .creditEntriesExport;
  expect(foreign.csv).toBe(`${head}\r\n`);
});
