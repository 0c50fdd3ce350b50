import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { openToldSoFar, type ToldSoFar } from '@mycelium/kit/told-so-far.testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Alert } from './alert/alert.ts';
import { AlertKind } from './alert-rule/alert-kind.ts';
import { EventAction, EventJob } from './event-job/event-job.ts';
import { events } from './subgraph.ts';

let testing: TestSubgraph;
let owner: TestViewer;
let told: ToldSoFar;
const ids = { endpoint: '', alert: '', job: '' };

beforeAll(async () => {
  testing = await testSubgraph(events);
  owner = testing.as(person('OWNER'));
  told = await openToldSoFar(testing, 'events');
  const { createWebhookEndpoint } = await owner.run<{ createWebhookEndpoint: { endpoint: { id: string } } }>(
    'mutation { createWebhookEndpoint(input: { url: "https://hooks.example/a" }) { endpoint { id } } }',
  );
  ids.endpoint = createWebhookEndpoint.endpoint.id;
  await testing.subgraph.work(async ({ em }) => {
    const tenantId = owner.viewer.tenantId as string;
    ids.alert = em.create(Alert, { tenantId, kind: AlertKind.FAILED_EVENTS, value: 11, threshold: 10 }).id;
  });
});
afterAll(async () => {
  told.close();
  await testing.close();
});

async function versionOf(query: string): Promise<number> {
  return JSON.parse(/"version":(\d+)/.exec(JSON.stringify(await owner.run(query)))?.[1] ?? '');
}

const makeJob = (): Promise<string> =>
  testing.subgraph.work(async ({ em }) => {
    const tenantId = owner.viewer.tenantId as string;
    const actor = { kind: 'user', id: owner.viewer.id };
    return em.create(EventJob, { tenantId, action: EventAction.RETRY, filter: {}, total: 0, actor }).id;
  });

const tenant = () => `tenantId: "${owner.viewer.tenantId}"`;

/** What changes something, and says the same again the second time. */
const updates: Record<string, () => string | Promise<string>> = {
  acknowledgeAlert: () => `(id: "${ids.alert}") { id }`,
  updateAlertRule: async () => {
    const { alertRules } = await owner.run<{ alertRules: { kind: string; version: number }[] }>(
      `{ alertRules(${tenant()}) { kind version } }`,
    );
    const version = alertRules.find(({ kind }) => kind === 'PENDING_AGE')?.version;
    return `(input: { kind: PENDING_AGE, version: ${version}, threshold: 7, recipientIds: [], mutedUntil: "2030-01-01T00:00:00Z" }) { version }`;
  },
  pauseChannel: () => '(source: "crm", target: "hr") { isPaused }',
  resumeChannel: () => '(source: "crm", target: "hr") { isPaused }',
  closeBreaker: () => '(application: "hr") { application }',
  setConsumer: () => '(application: "wrapper", consumer: OUTSIDE) { name }',
  cancelEventJob: async () => {
    // Made when it is needed: nobody has planned it, and what looks for such jobs comes at the start.
    ids.job ||= await makeJob();
    return `(id: "${ids.job}") { status }`;
  },
  registerApplication: () => '(input: { name: "robot", description: "Watches." }) { name }',
  registerEventType: () =>
    '(input: { name: "oven.hot", description: "Hot.", source: "crm", targets: ["hr"], aliases: ["oven_hot"], payloadSchema: { type: "object" } }) { version }',
  updateEventSettings: async () =>
    `(input: { version: ${await versionOf(`{ eventSettings(${tenant()}) { version } }`)}, attempts: 4 }) { version }`,
  updateWebhookEndpoint: async () => {
    const version = await versionOf(`{ webhookEndpoint(id: "${ids.endpoint}") { version } }`);
    return `(id: "${ids.endpoint}", input: { version: ${version}, url: "https://hooks.example/b", description: "B", eventTypes: ["user.created"], sources: ["crm"] }) { version }`;
  },
  pauseWebhookEndpoint: () => `(id: "${ids.endpoint}") { status }`,
  resumeWebhookEndpoint: () => `(id: "${ids.endpoint}") { status }`,
};

/** Each time it is something new, or it is a delivery that comes once: what it does again is tested where it is done. */
const others = [
  ...['allocateCredits', 'consumeCredits', 'publishEvent', 'publishEvents', 'publishInterAppEvent', 'importEvents'],
  ...['pullEvents', 'acknowledgeEvent', 'acknowledgeEvents', 'failEvent', 'retryEvent', 'discardEvent', 'replayEvent'],
  ...['retryQuarantinedEntry', 'discardQuarantinedEntry', 'reconcileEvents', 'startEventJob', 'recoverWebhook'],
  ...[
    'createWebhookEndpoint',
    'removeWebhookEndpoint',
    'rotateWebhookSecret',
    'redeliverWebhook',
    'sendTestEvent',
    'steerTask',
  ],
];

test('every mutation either says the same again here, or is something new each time', () => {
  const all = Object.keys(testing.subgraph.schema.getMutationType()?.getFields() ?? {});
  expect([...Object.keys(updates), ...others].toSorted()).toEqual(all.toSorted());
});

test.each(Object.keys(updates))(
  '%s with the values that there are tells nothing, and raises no version',
  async (name) => {
    const run = async () => owner.run(`mutation { ${name}${await updates[name]?.()} }`);
    await run();
    const before = await told.read();
    await run();
    expect(await told.read()).toEqual(before);
  },
);

test('the usual, said by a tenant that has changed nothing, is no change either', async () => {
  const fresh = testing.as(person('OWNER'));
  const before = await told.read();
  await fresh.run('mutation { updateEventSettings(input: { version: 0, attempts: 8 }) { version } }');
  await fresh.run('mutation { updateAlertRule(input: { kind: PENDING_AGE, version: 0, threshold: 5 }) { version } }');
  await fresh.run('mutation { setConsumer(application: "wrapper", consumer: HOME) { name } }');
  await fresh.run('mutation { resumeChannel(source: "crm", target: "hr") { isPaused } }');
  expect(await told.read()).toEqual(before);
});
