import { applicationKey } from '@mycelium/bus/keys';
import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { events } from './subgraph.ts';

let testing: TestSubgraph;
let owner: TestViewer;

beforeAll(async () => {
  testing = await testSubgraph(events);
});
afterAll(() => testing.close());
beforeEach(() => {
  owner = testing.as(person('OWNER'));
});

/** What was recorded of this tenant under an action, each by this owner, once there is something. */
async function recorded(action: string) {
  return vi.waitFor(async () => {
    const { tenantId } = owner.viewer;
    const found = (await testing.audits()).filter((told) => told.action === action && told.tenantId === tenantId);
    expect(found).not.toEqual([]);
    expect(found.map(({ actor }) => actor)).toEqual(found.map(() => ({ kind: 'user', id: owner.viewer.id })));
    return found.flatMap(({ records }) => records);
  });
}

test.each([
  [
    'pauseChannel',
    '(source: "crm", target: "hr") { isPaused }',
    { noun: 'EventChannel', nounId: 'crm → hr', before: { isPaused: false }, after: { isPaused: true } },
  ],
  [
    'setConsumer',
    '(application: "SMP", consumer: OUTSIDE) { consumer }',
    { noun: 'Application', nounId: 'SMP', after: { consumer: 'OUTSIDE' } },
  ],
  [
    'updateEventSettings',
    '(input: { version: 0, mode: FULL_HISTORY, attempts: 7 }) { version }',
    { kind: 'CREATED', noun: 'EventSettings', after: expect.objectContaining({ mode: 'FULL_HISTORY', attempts: 7 }) },
  ],
  [
    'updateAlertRule',
    '(input: { version: 0, kind: PENDING_AGE, threshold: 9 }) { version }',
    { noun: 'AlertRule', nounId: 'PENDING_AGE', before: { threshold: 5 }, after: { threshold: 9 } },
  ],
  [
    'registerApplication',
    '(input: { name: "oven", description: "Bakes" }) { name }',
    { kind: 'CREATED', noun: 'Application', nounId: 'oven', after: { description: 'Bakes' } },
  ],
  [
    'registerEventType',
    '(input: { name: "oven.heated", description: "It is hot", source: "crm", payloadSchema: {} }) { name }',
    { kind: 'CREATED', noun: 'EventType', nounId: 'oven.heated', after: expect.objectContaining({ version: 1 }) },
  ],
])('%s is in the log with who and what', async (action, call, record) => {
  await owner.run(`mutation { ${action}${call} }`);
  expect(await recorded(action)).toContainEqual(expect.objectContaining(record));
});

test('a channel that goes on is in the log, and one that was not stopped has nothing to say', async () => {
  const turn = (what: string) => owner.run(`mutation { ${what}(source: "crm", target: "hr") { isPaused } }`);
  await turn('pauseChannel');
  await turn('resumeChannel');
  expect(await recorded('resumeChannel')).toMatchObject([{ before: { isPaused: true }, after: { isPaused: false } }]);
});

test('a job is in the log when it is asked for and when it is done, in the name of who asked', async () => {
  const { startEventJob } = await owner.run<{ startEventJob: { id: string } }>(
    'mutation { startEventJob(action: DISCARD, filter: { target: "hr" }) { id } }',
  );
  const { id } = startEventJob;
  expect(await recorded('startEventJob')).toMatchObject([
    { kind: 'CREATED', noun: 'EventJob', nounId: id, after: { action: 'DISCARD', filter: { target: 'hr' } } },
  ]);
  expect(await recorded('endEventJob')).toMatchObject([
    { noun: 'EventJob', nounId: id, after: { status: 'DONE', done: 0, failed: 0 } },
  ]);
});

test('a breaker that is open and is closed by hand is in the log; one that is closed is not', async () => {
  const CLOSE = 'mutation { closeBreaker(application: "hr") { breaker } }';
  await owner.run(CLOSE);
  await testing.subgraph.work(({ redis }) =>
    redis.hset(applicationKey(String(owner.viewer.tenantId), 'hr'), { breaker: 'OPEN', failures: 5 }),
  );
  await owner.run(CLOSE);
  const after = { breaker: 'CLOSED' };
  expect(await recorded('closeBreaker')).toMatchObject([{ noun: 'Application', nounId: 'hr', after }]);
});

test('a webhook is in the log through its life, and its secrets are not', async () => {
  const { createWebhookEndpoint } = await owner.run<{
    createWebhookEndpoint: { secret: string; endpoint: { id: string; version: number } };
  }>(
    'mutation { createWebhookEndpoint(input: { url: "https://partner.example" }) { secret endpoint { id version } } }',
  );
  const { secret, endpoint } = createWebhookEndpoint;
  const { id, version } = endpoint;
  const asks = [
    `updateWebhookEndpoint(id: "${id}", input: { version: ${version}, description: "Partner" }) { id }`,
    `rotateWebhookSecret(id: "${id}") { secret }`,
    `pauseWebhookEndpoint(id: "${id}") { id }`,
    `removeWebhookEndpoint(id: "${id}")`,
  ];
  for (const ask of asks) await owner.run(`mutation { ${ask} }`);
  const told = [
    await recorded('createWebhookEndpoint'),
    await recorded('updateWebhookEndpoint'),
    await recorded('rotateWebhookSecret'),
    await recorded('pauseWebhookEndpoint'),
    await recorded('removeWebhookEndpoint'),
  ].flat();
  const noun = { noun: 'WebhookEndpoint', nounId: id };
  expect(told).toMatchObject([
    { ...noun, kind: 'CREATED', after: { url: 'https://partner.example' } },
    { ...noun, kind: 'UPDATED', after: { description: 'Partner' } },
    { ...noun, kind: 'UPDATED', after: { oldSecretUntil: expect.any(String) } },
    { ...noun, kind: 'UPDATED', before: { status: 'ACTIVE' }, after: { status: 'PAUSED' } },
    { ...noun, kind: 'REMOVED', before: { url: 'https://partner.example' } },
  ]);
  expect(JSON.stringify(told)).not.toMatch(/sealed|whsec_/);
  expect(secret).toMatch(/^whsec_/);
});
