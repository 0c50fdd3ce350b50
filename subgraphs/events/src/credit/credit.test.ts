import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { events } from '../subgraph.ts';

const change = (name: 'allocateCredits' | 'consumeCredits') => `mutation (
  $application: String!, $amount: Int!, $key: String!, $entityId: ID, $purpose: String
) {
  ${name}(application: $application, amount: $amount, idempotencyKey: $key, entityId: $entityId, purpose: $purpose) {
    id kind amount balanceAfter purpose eventId account { application entityId balance }
  }
}`;
const ALLOCATE = change('allocateCredits');
const CONSUME = change('consumeCredits');
const LEDGER = `creditEntries(application: $application, accountId: $accountId, first: 200) {
  totalCount edges { node { id kind amount balanceAfter eventId account { id } } }
}`;
const LEDGER_TAKES = '$application: String, $accountId: ID';
const ACCOUNTS = 'creditAccounts { edges { node { id application entityId balance } } }';
const TRACKING = `query ($id: ID!) {
  eventTracking(eventId: $id) { eventType sourceApplication targetApplication acknowledged payload acknowledgmentData }
}`;
const PULL = `mutation ($application: String!) {
  pullEvents(application: $application, max: 200) { event { eventId payload } }
}`;

interface Entry {
  id: string;
  kind: string;
  amount: number;
  balanceAfter: number;
  eventId: string;
}

let testing: TestSubgraph;

beforeAll(async () => {
  testing = await testSubgraph(events);
});
afterAll(() => testing.close());

const key = () => uuidv7();
const owner = (tenant = uuidv7()) => ({ tenant, owner: testing.as(person('OWNER', tenant)) });
const program = (application: string | undefined, tenantId: string): TestViewer =>
  testing.as({
    kind: 'client',
    id: uuidv7(),
    tenantId,
    application,
    scopes: ['credits:read', 'credits:write', 'events:consume', 'events:publish', 'events:read'],
  });

async function allocate(by: TestViewer, variables: Record<string, unknown>): Promise<Entry> {
  return (await by.run<{ allocateCredits: Entry }>(ALLOCATE, { key: key(), ...variables })).allocateCredits;
}

test('credits that are allocated are in the ledger and in the balance, and the application concerned is sent it, and nobody else', async () => {
  const { tenant, owner: by } = owner();
  const entry = await allocate(by, { application: 'hr', amount: 1000, purpose: 'employee_benefits' });
  expect(entry).toMatchObject({
    ...{ kind: 'ALLOCATED', amount: 1000, balanceAfter: 1000, purpose: 'employee_benefits' },
    account: { application: 'hr', entityId: null, balance: 1000 },
  });
  const tracking = await vi.waitFor(async () => {
    const { eventTracking } = await by.run<{ eventTracking: unknown[] }>(TRACKING, { id: entry.eventId });
    expect(eventTracking).toHaveLength(1);
    return eventTracking;
  });
  expect(tracking).toMatchObject([
    {
      ...{ eventType: 'credit.allocated', sourceApplication: 'wrapper', targetApplication: 'hr', acknowledged: false },
      payload: { application: 'hr', amount: 1000, balance: 1000, purpose: 'employee_benefits' },
    },
  ]);
  await by.run('mutation { setConsumer(application: "crm", consumer: OUTSIDE) { name } }');
  const { pullEvents } = await program('crm', tenant).run<{ pullEvents: unknown[] }>(PULL, { application: 'crm' });
  expect(pullEvents).toEqual([]);
});

test('the same key is the same entry; for something else it is refused', async () => {
  const { tenant, owner: by } = owner();
  const again = { application: 'hr', amount: 70, key: 'invoice 7' };
  const [first, ...others] = await Promise.all(Array.from({ length: 8 }, () => allocate(by, again)));
  for (const other of others) expect(other).toEqual(first);
  expect(await by.ofTenant(LEDGER, { t: tenant }, LEDGER_TAKES)).toMatchObject({ creditEntries: { totalCount: 1 } });
  expect(await by.refusal(ALLOCATE, { ...again, amount: 71 })).toMatchObject({ code: 'CONFLICT' });
  expect(await by.refusal(CONSUME, again)).toMatchObject({ code: 'CONFLICT' });
  // Another account, another key.
  expect(await allocate(by, { ...again, entityId: 'branch-2' })).toMatchObject({ balanceAfter: 70 });
});

test('many who allocate and consume at once leave a ledger that adds up, line by line, and never less than nothing', async () => {
  const { tenant, owner: by } = owner();
  const amounts = Array.from({ length: 60 }, (_, at) => ({
    name: at % 3 === 0 ? ALLOCATE : CONSUME,
    amount: 1 + (at % 17),
  }));
  const answers = await Promise.all(
    amounts.map(({ name, amount }) => by.ask(name, { application: 'hr', amount, key: key() })),
  );
  for (const { errors } of answers) {
    const [error] = errors ?? [];
    if (error) expect(error.extensions).toMatchObject({ code: 'CONFLICT', balance: expect.any(Number) });
  }
  const { creditEntries } = await by.ofTenant<{ creditEntries: { edges: { node: Entry }[] } }>(
    LEDGER,
    { t: tenant },
    LEDGER_TAKES,
  );
  const lines = creditEntries.edges.map(({ node }) => node).toReversed();
  expect(lines).toHaveLength(answers.filter(({ errors }) => !errors).length);
  let balance = 0;
  // The lines of one account follow each other, so each balance is the one before and the amount.
  for (const line of chain(lines)) {
    balance += line.kind === 'ALLOCATED' ? line.amount : -line.amount;
    expect(line.balanceAfter).toBe(balance);
    expect(balance).toBeGreaterThanOrEqual(0);
  }
  expect(await by.ofTenant(ACCOUNTS, { t: tenant })).toMatchObject({
    creditAccounts: { edges: [{ node: { balance } }] },
  });

  // And they are sent in that order.
  const told: number[] = [];
  await vi.waitFor(async () => {
    const { pullEvents } = await program('hr', tenant).run<{
      pullEvents: { event: { eventId: string; payload: { balance: number } } }[];
    }>(PULL, { application: 'hr' });
    for (const { event } of pullEvents) {
      told.push(event.payload.balance);
      await program('hr', tenant).run('mutation ($id: ID!) { acknowledgeEvent(eventId: $id, application: "hr") }', {
        id: event.eventId,
      });
    }
    expect(told).toHaveLength(lines.length);
  }, 20_000);
  expect(told).toEqual(chain(lines).map(({ balanceAfter }) => balanceAfter));
}, 30_000);

/** Ids of one millisecond have no order, so the lines are put behind each other by their balances. */
function chain(lines: readonly Entry[]): Entry[] {
  const left = [...lines];
  const chained: Entry[] = [];
  for (let balance = 0; left.length > 0; ) {
    const at = left.findIndex(
      ({ kind, amount, balanceAfter }) => balanceAfter === balance + (kind === 'ALLOCATED' ? amount : -amount),
    );
    const [next] = left.splice(at, 1);
    if (at < 0 || !next) throw new Error('A line does not follow from any other.');
    balance = next.balanceAfter;
    chained.push(next);
  }
  return chained;
}

test('what is not there cannot be consumed: the refusal says the balance, and nothing is written or published', async () => {
  const { tenant, owner: by } = owner();
  await allocate(by, { application: 'affiliate', amount: 10 });
  const { errors } = await by.ask(CONSUME, { application: 'affiliate', amount: 11, key: key() });
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', balance: 10 });
  expect(await by.refusal(CONSUME, { application: 'hr', amount: 1, key: key() })).toMatchObject({ code: 'CONFLICT' });
  expect(await by.ofTenant(LEDGER, { t: tenant }, LEDGER_TAKES)).toMatchObject({ creditEntries: { totalCount: 1 } });
  expect(await by.ofTenant(ACCOUNTS, { t: tenant })).toMatchObject({
    creditAccounts: { edges: [{ node: { balance: 10 } }] },
  });
});

test.each([
  ['nothing', { amount: 0 }, ['amount']],
  ['less than nothing', { amount: -5 }, ['amount']],
  ['the hub itself', { application: 'wrapper' }, ['application']],
  ['an application that is none', { application: 'nobody' }, ['application']],
  ['an entity without a name', { entityId: ' ' }, ['entityId']],
  ['no key', { key: '' }, ['idempotencyKey']],
])('%s is refused with its path', async (_, wrong, path) => {
  const { tenant, owner: by } = owner();
  const given = { application: 'hr', amount: 5, key: key(), ...wrong };
  expect(await by.refusal(ALLOCATE, given)).toMatchObject({ code: 'BAD_USER_INPUT', path });
  expect(await by.ofTenant(ACCOUNTS, { t: tenant })).toMatchObject({ creditAccounts: { edges: [] } });
});

test('an account holds no more than the graph can say', async () => {
  const { owner: by } = owner();
  for (const amount of [1_000_000_000, 1_000_000_000]) await allocate(by, { application: 'hr', amount });
  expect(await by.refusal(ALLOCATE, { application: 'hr', amount: 1_000_000_000, key: key() })).toMatchObject({
    code: 'BAD_USER_INPUT',
    path: ['amount'],
  });
});

test('a key consumes what its own application has, and allocates only when it speaks for none; others see nothing', async () => {
  const { tenant, owner: by } = owner();
  const { account } = (await allocate(by, { application: 'hr', amount: 10 })) as Entry & { account: unknown };
  expect(account).toBeDefined();
  const hr = program('hr', tenant);
  expect(await hr.run(CONSUME, { application: 'hr', amount: 4, key: key() })).toMatchObject({
    consumeCredits: { balanceAfter: 6 },
  });
  const spent = { application: 'hr', amount: 1, key: key() };
  expect(await program('crm', tenant).refusal(CONSUME, spent)).toMatchObject({ code: 'FORBIDDEN' });
  expect(await hr.refusal(ALLOCATE, spent)).toMatchObject({ code: 'FORBIDDEN' });
  expect(await program(undefined, tenant).run(ALLOCATE, spent)).toMatchObject({ allocateCredits: { balanceAfter: 7 } });
  const auditor = testing.as(person('AUDITOR', tenant));
  expect(await auditor.refusal(ALLOCATE, spent)).toMatchObject({ code: 'FORBIDDEN' });
  expect(await auditor.ofTenant(LEDGER, { t: tenant }, LEDGER_TAKES)).toMatchObject({
    creditEntries: { totalCount: 3 },
  });

  const { owner: stranger, tenant: theirs } = owner();
  await expect(stranger.ofTenant(LEDGER, { t: tenant }, LEDGER_TAKES)).rejects.toThrow('NOT_FOUND');
  const { creditAccounts } = await by.ofTenant<{ creditAccounts: { edges: { node: { id: string } }[] } }>(ACCOUNTS, {
    t: tenant,
  });
  const accountId = creditAccounts.edges[0]?.node.id;
  expect(await stranger.ofTenant(LEDGER, { t: theirs, accountId }, LEDGER_TAKES)).toMatchObject({
    creditEntries: { totalCount: 0 },
  });
});

test('each line is shown as it is written, and a page of them costs the same however many there are', async () => {
  const { tenant, owner: by } = owner();
  const live = await by.follow(
    'subscription ($t: ID!) { creditsChanged(tenantId: $t) { entry { amount account { application balance } } } }',
    { t: tenant },
  );
  const next = live.next();
  await allocate(by, { application: 'crm', amount: 3 });
  expect((await next).value).toMatchObject({
    data: { creditsChanged: { entry: { amount: 3, account: { application: 'crm', balance: 3 } } } },
  });
  await live.return?.();
  const few = await testing.countSql(() => by.ofTenant(LEDGER, { t: tenant }, LEDGER_TAKES));
  for (const application of ['hr', 'affiliate', 'system', 'crm'])
    for (const entityId of ['a', 'b']) await allocate(by, { application, amount: 2, entityId });
  expect(await testing.countSql(() => by.ofTenant(LEDGER, { t: tenant }, LEDGER_TAKES))).toBe(few);
});

test('the system acknowledges its credits, and logs a payout once, even when it is sent twice', async () => {
  const { tenant, owner: by } = owner();
  const { eventId } = await allocate(by, { application: 'system', amount: 5 });
  const answerOf = (id: string) =>
    vi.waitFor(async () => {
      const { eventTracking } = await by.run<{
        eventTracking: [{ acknowledged: boolean; acknowledgmentData: unknown }];
      }>(TRACKING, { id });
      expect(eventTracking?.[0].acknowledged).toBe(true);
      return eventTracking[0].acknowledgmentData;
    });
  expect(await answerOf(eventId)).toEqual({ systemBalance: 5, application: 'system' });

  const publish = async (eventType: string, payload: Record<string, unknown>): Promise<string> => {
    const { publishEvent } = await program('affiliate', tenant).run<{ publishEvent: { eventId: string } }>(
      'mutation ($input: PublishEventInput!) { publishEvent(input: $input) { eventId } }',
      { input: { eventType, payload } },
    );
    return publishEvent.eventId;
  };
  const referral = { entityId: 'referral-9', payout: { amount: 2500, currency: 'USD' } };
  const first = await answerOf(await publish('referral.completed', referral));
  const second = await answerOf(await publish('referral.completed', referral));
  expect(first).toMatchObject({ isNew: true, logId: expect.any(String) });
  expect(second).toEqual({ ...(first as object), isNew: false });
  expect(await answerOf(await publish('commission.processed', { entityId: 'referral-9' }))).toMatchObject({
    isNew: true,
  });
  const LOG = 'systemLog { totalCount edges { node { eventType entityId details } } }';
  expect(await by.ofTenant(LOG)).toMatchObject({
    systemLog: {
      totalCount: 2,
      edges: [
        { node: { eventType: 'commission.processed' } },
        { node: { eventType: 'referral.completed', details: referral } },
      ],
    },
  });
  await expect(owner().owner.ofTenant(LOG, { t: tenant })).rejects.toThrow('NOT_FOUND');
}, 20_000);
