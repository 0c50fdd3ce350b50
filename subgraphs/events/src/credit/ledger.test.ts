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
const DELIVERIES = `query ($t: ID!, $first: Int! = 200) {
  creditLedger(tenantId: $t, first: $first) {
    edges { node { purpose delivery { status targetApplication acknowledgmentData } } }
  }
}`;
const EXPORT = `query ($t: ID!, $accountId: ID, $after: String) {
  creditLedgerExport(tenantId: $t, accountId: $accountId, first: 2, after: $after) { csv hasNextPage endCursor }
}`;

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
  }, 10_000);
  await hr.run('mutation ($id: ID!, $d: Settings) { acknowledgeEvent(eventId: $id, application: "hr", data: $d) }', {
    id: eventId,
    d: { hrBalance: 5 },
  });
  await vi.waitFor(async () => {
    const { creditLedger } = await by.run<{ creditLedger: { edges: { node: object }[] } }>(DELIVERIES, { t: tenant });
    expect(creditLedger.edges.map(({ node }) => node)).toEqual(
      expect.arrayContaining([
        {
          purpose: 'benefits',
          delivery: { status: 'ACKNOWLEDGED', targetApplication: 'hr', acknowledgmentData: { hrBalance: 5 } },
        },
        { purpose: 'travel', delivery: { status: 'PUBLISHED', targetApplication: 'crm', acknowledgmentData: null } },
      ]),
    );
  }, 10_000);
  const cost = (first: number) => testing.countSql(() => by.run(DELIVERIES, { t: tenant, first }));
  expect(await cost(4)).toBe(await cost(1));
  const keyOfCredits = testing.as({ kind: 'client', id: uuidv7(), tenantId: tenant, scopes: ['credits:read'] });
  expect(await keyOfCredits.refusal(DELIVERIES, { t: tenant })).toMatchObject({ code: 'FORBIDDEN' });
});

test("an account's ledger is exported page by page, and no purpose becomes a formula", async () => {
  const { tenant, owner: by } = owner();
  interface Exported {
    creditLedgerExport: { csv: string; hasNextPage: boolean; endCursor: string };
  }
  await allocate(by, { application: 'crm', amount: 1 });
  let accountId = '';
  for (const purpose of ['=1+1', 'benefits, in November', undefined])
    accountId = await allocate(by, { application: 'hr', entityId: 'branch-2', amount: 20, purpose });
  const one = (await by.run<Exported>(EXPORT, { t: tenant, accountId })).creditLedgerExport;
  const [head, newest, second] = one.csv.split('\r\n');
  expect(head).toBe('at,application,entityId,kind,amount,balanceAfter,purpose,actorKind,actorId,eventId');
  expect(newest).toContain(`,hr,branch-2,ALLOCATED,20,60,,user,${by.viewer.id},`);
  expect(second).toContain(',40,"benefits, in November",user,');
  expect(one.hasNextPage).toBe(true);
  const two = (await by.run<Exported>(EXPORT, { t: tenant, accountId, after: one.endCursor })).creditLedgerExport;
  expect(two.hasNextPage).toBe(false);
  expect(two.csv.split('\r\n')[1]).toContain(",20,20,'=1+1,user,");
  const { owner: stranger, tenant: theirs } = owner();
  expect(await stranger.refusal(EXPORT, { t: tenant })).toMatchObject({ code: 'NOT_FOUND' });
  const foreign = (await stranger.run<Exported>(EXPORT, { t: theirs, accountId })).creditLedgerExport;
  expect(foreign.csv).toBe(`${head}\r\n`);
});
