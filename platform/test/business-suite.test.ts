import { type Suite, startSuite } from '@mycelium/business-suite/suite';
import { demoSmpKey, demoSuiteKeys } from '@mycelium/database/seed';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { logIn, type TestClient } from './client.ts';
import { inOneProcess, type TestNetwork } from './network.ts';

/**
 * The usage examples of the business suite, one after the other: a real gateway, real programs, real keys. CRM and affiliate
 * are at home at first, as in every tenant, and then programs of the tenant.
 */
let network: TestNetwork;
let suite: Suite;
/** Programs of the tenant for CRM and affiliate, once it has them. */
let outside: Suite | undefined;
let wrapper: TestClient;
let tenantId: string;

beforeAll(async () => {
  network = await inOneProcess();
  suite = await startSuite({ url: network.url, keys: demoSuiteKeys, leaseMs: 1_000 });
  wrapper = await logIn(network.url, 'owner@las-reinas.test');
  const { viewer } = await wrapper.run<{ viewer: { tenant: { id: string } } }>('{ viewer { tenant { id } } }');
  tenantId = viewer.tenant.id;
}, 60_000);
afterAll(async () => {
  await suite?.close();
  await outside?.close();
  await wrapper?.close();
  await network?.close();
});

function programs(): Suite {
  if (!outside) throw new Error('They are at home.');
  return outside;
}

interface Tracking {
  targetApplication: string;
  sourceApplication: string;
  acknowledged: boolean;
  acknowledgmentData: Record<string, unknown> | null;
  attempts: number;
}

async function tracking(eventId: string): Promise<Tracking[]> {
  const { eventTracking } = await wrapper.run<{ eventTracking: Tracking[] | null }>(
    `query ($id: ID!) { eventTracking(eventId: $id) {
      eventType sourceApplication targetApplication acknowledged acknowledgmentData attempts status
    } }`,
    { id: eventId },
  );
  return eventTracking ?? [];
}

/** What became of an event for one target, once it is acknowledged. */
const acknowledged = (eventId: string, target: string): Promise<Tracking> =>
  vi.waitFor(
    async () => {
      const found = (await tracking(eventId)).find(({ targetApplication }) => targetApplication === target);
      if (!found?.acknowledged) throw new Error(`${target} has not acknowledged ${eventId}.`);
      return found;
    },
    { timeout: 15_000, interval: 100 },
  );

/** Over REST, as the suite's own operators ask. */
async function ask(
  path: string,
  { key = demoSuiteKeys.hr as string, tenant = tenantId, body = undefined as unknown } = {},
) {
  const response = await fetch(`${network.url}/api/wrapper-crm-sync/tenants/${tenant}${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { 'x-api-key': key, ...(body ? { 'content-type': 'application/json' } : {}) },
    body: body ? JSON.stringify(body) : undefined,
  });
  return { status: response.status, body: await response.json() };
}

async function allocate(application: string, amount: number, purpose: string): Promise<string> {
  const { allocateCredits } = await wrapper.run<{ allocateCredits: { eventId: string } }>(
    `mutation ($application: String!, $amount: Int!, $purpose: String!, $key: String!) {
      allocateCredits(application: $application, amount: $amount, purpose: $purpose, idempotencyKey: $key) { eventId }
    }`,
    { application, amount, purpose, key: `${application} ${purpose} ${amount}` },
  );
  return allocateCredits.eventId;
}

test('1–3: the wrapper allocates credits to HR, HR processes them and acknowledges, and the wrapper sees the answer', async () => {
  suite.programs.hr.suffer('hang', 1);
  const eventId = await allocate('hr', 1000, 'employee_benefits');
  const before = await vi.waitFor(async () => {
    const found = await tracking(eventId);
    expect(found).toHaveLength(1);
    return found;
  });
  expect(before).toMatchObject([
    { sourceApplication: 'wrapper', targetApplication: 'hr', acknowledged: false, acknowledgmentData: null },
  ]);
  const { body } = await ask('/events/unacknowledged');
  expect(body).toMatchObject({
    success: true,
    tenantId,
    events: [{ eventId, channel: 'wrapper → hr', acknowledged: false, ageMs: expect.any(Number) }],
  });

  // HR hung with the first delivery; when its lease is over it gets it again.
  expect(await acknowledged(eventId, 'hr')).toMatchObject({
    acknowledged: true,
    acknowledgmentData: { hrBalance: 1000, application: 'hr' },
    attempts: 2,
  });
  expect(suite.records.hr.credits.get('hr')).toBe(1000);
}, 30_000);

test('4–5: the CRM tells HR of a new user, HR takes the user on, and the CRM keeps the answer', async () => {
  const { createContact } = await wrapper.run<{ createContact: { id: string } }>(
    'mutation ($input: CreateContactInput!) { createContact(input: $input) { id } }',
    {
      input: {
        ...{ kind: 'USER', name: 'John Doe', department: 'engineering' },
        mails: [{ value: 'john.doe@company.com' }],
      },
    },
  );
  await vi.waitFor(
    () =>
      expect(suite.records.hr.onboardings.get(createContact.id)).toMatchObject({
        ...{ email: 'john.doe@company.com', department: 'engineering' },
      }),
    10_000,
  );
  const { id: onboardingId } = suite.records.hr.onboardings.get(createContact.id) ?? {};
  const CONTACT = 'query ($id: ID!) { contact(id: $id) { onboardingId employee { name position } } }';
  const contact = async () => (await wrapper.run<{ contact: object }>(CONTACT, { id: createContact.id })).contact;
  await vi.waitFor(async () => expect(await contact()).toEqual({ onboardingId, employee: null }));
  const said = { entityId: onboardingId, name: 'John Doe', position: 'Engineer' };
  await acknowledged(await suite.programs.hr.publish({ eventType: 'employee.updated', payload: said }), 'crm');
  expect(await contact()).toMatchObject({ employee: { name: 'John Doe', position: 'Engineer' } });
}, 20_000);

test('the key of the CRM goes on telling others while the platform answers for it, and reads what they answer', async () => {
  const eventId = await suite.programs.crm.publish({
    eventType: 'user.created',
    targets: ['hr'],
    payload: { entityId: 'user-456', email: 'john.doe@company.com', department: 'engineering' },
  });
  expect(await acknowledged(eventId, 'hr')).toMatchObject({ sourceApplication: 'crm' });
  const record = suite.records.hr.onboardings.get('user-456');
  expect(record).toMatchObject({ email: 'john.doe@company.com', department: 'engineering' });
  expect(await suite.programs.crm.tracking(eventId)).toMatchObject([
    {
      targetApplication: 'hr',
      acknowledged: true,
      acknowledgmentData: { onboardingId: record?.id, application: 'hr' },
    },
  ]);
}, 20_000);

test('6: the communication matrix shows every flow, as the suite words it', async () => {
  const { status, body } = await ask('/communication-matrix');
  expect(status).toBe(200);
  expect(body).toMatchObject({
    success: true,
    tenantId,
    storageMode: 'zero-db-success',
    summary: { totalPendingEvents: 0, totalFailedEventsStored: 0, overallFailureRate: '0%' },
    byChannel: {
      'wrapper → hr': {
        pending: 0,
        failed: 0,
        total: 0,
        failureRate: '0%',
        health: 'healthy',
        successRateLastHour: '100.00%',
      },
      'crm → hr': { pending: 0, acknowledgedLastHour: 2, health: 'healthy' },
    },
    insights: { message: '0 failed inter-app communications', recommendations: [] },
  });
});

test('CRM and affiliate answer for their credits at home, as the suite words it', async () => {
  const told = await Promise.all([allocate('crm', 500, 'campaign'), allocate('affiliate', 40, 'campaign')]);
  expect(await acknowledged(told[0], 'crm')).toMatchObject({
    acknowledgmentData: { crmBalance: 500, application: 'crm' },
  });
  expect(await acknowledged(told[1], 'affiliate')).toMatchObject({
    acknowledgmentData: { affiliateBalance: 40, application: 'affiliate' },
  });
});

test('a contact becomes a partner, whose account affiliate opens, and who is paid', async () => {
  const { createContact } = await wrapper.run<{ createContact: { id: string } }>(
    'mutation { createContact(input: { name: "Tortillería" }) { id } }',
  );
  const { registerPartner } = await wrapper.run<{ registerPartner: { id: string } }>(
    'mutation ($of: ID!) { registerPartner(input: { contactId: $of, idempotencyKey: "tortillería" }) { id } }',
    { of: createContact.id },
  );
  const { id } = registerPartner;
  await wrapper.run(
    'mutation ($id: ID!) { setCommission(partnerId: $id, ratePercent: 12.5, idempotencyKey: "1") { id } }',
    {
      id,
    },
  );
  const { completeReferral } = await wrapper.run<{ completeReferral: { id: string; eventId: string } }>(
    `mutation ($id: ID!) { completeReferral(partnerId: $id, amount: { amount: 5000, currency: "USD" }, idempotencyKey: "1") { id eventId } }`,
    { id },
  );
  expect(await acknowledged(completeReferral.eventId, 'system')).toMatchObject({
    ...{ sourceApplication: 'affiliate', acknowledgmentData: { isNew: true } },
  });
  const PARTNER =
    'query ($id: ID!) { partner(id: $id) { ratePercent affiliateAccount { name } paidOut { amount currency } } }';
  await vi.waitFor(
    async () =>
      expect(await wrapper.run(PARTNER, { id })).toEqual({
        partner: {
          ...{ ratePercent: 12.5, affiliateAccount: { name: 'Tortillería' } },
          paidOut: [{ amount: 5000, currency: 'USD' }],
        },
      }),
    10_000,
  );
}, 30_000);

test('at home each of the two has its line too, in the graph and in the metrics', async () => {
  const { viewer } = await wrapper.run<{ viewer: { tenant: { eventConsumers: object[] } } }>(
    '{ viewer { tenant { eventConsumers { application place workers lastSeenAt } } } }',
  );
  // One that was ended a moment ago counts for a minute.
  for (const application of ['crm', 'affiliate'])
    expect(viewer.tenant.eventConsumers).toContainEqual({
      ...{ application, place: 'HOME', workers: expect.toBeOneOf([1, 2]), lastSeenAt: expect.any(String) },
    });
  const metrics = await (await fetch(`${network.url}/metrics`)).text();
  for (const application of ['crm', 'affiliate'])
    expect(metrics).toContain(`consumer_silence_seconds{application="${application}",place="home"}`);
});

test('who has programs for CRM and affiliate says so once, and they have what comes', async () => {
  for (const application of ['crm', 'affiliate'])
    await wrapper.run(
      'mutation ($application: String!) { setConsumer(application: $application, consumer: OUTSIDE) { consumer } }',
      { application },
    );
  outside = await startSuite({ url: network.url, keys: demoSuiteKeys, plays: ['crm', 'affiliate'] });
  const told = await allocate('crm', 1, 'seats');
  expect(await acknowledged(told, 'crm')).toMatchObject({ acknowledgmentData: { crmBalance: 501 } });
  expect(outside.records.crm.credits.get('crm')).toBe(501);
}, 20_000);

test('each application of the table does its part, and says what it did', async () => {
  const { crm, affiliate } = programs().programs;
  const { hr } = suite.programs;
  const partner = await crm.publish({
    eventType: 'partner.registered',
    payload: { entityId: 'p-1', name: 'Tortillería' },
  });
  expect((await acknowledged(partner, 'affiliate')).acknowledgmentData).toEqual({
    accountId: programs().records.affiliate.accounts.get('p-1')?.id,
    application: 'affiliate',
  });

  const rate = await affiliate.publish({
    eventType: 'commission.updated',
    payload: { entityId: 'p-1', ratePercent: 12.5 },
  });
  await acknowledged(rate, 'crm');
  expect(programs().records.crm.partnerRates.get('p-1')).toBe(12.5);

  const employee = await hr.publish({ eventType: 'employee.updated', payload: { entityId: 'e-1', title: 'Chef' } });
  const benefits = await hr.publish({ eventType: 'benefits.updated', payload: { entityId: 'e-1', plan: 'gold' } });
  await Promise.all([acknowledged(employee, 'crm'), acknowledged(benefits, 'crm')]);
  expect(programs().records.crm.employees.get('e-1')).toEqual({ title: 'Chef', plan: 'gold' });

  const referral = {
    eventType: 'referral.completed',
    payload: { entityId: 'r-1', payout: { amount: 5000, currency: 'USD' } },
  };
  const [first, second] = [await affiliate.publish(referral), await affiliate.publish(referral)];
  const [told, again] = await Promise.all([acknowledged(first, 'system'), acknowledged(second, 'system')]);
  expect(told.acknowledgmentData?.logId).toBe(again.acknowledgmentData?.logId);

  const { body } = await ask('/inter-app-events', {
    key: demoSuiteKeys.crm,
    body: {
      ...{ eventType: 'user.created', sourceApplication: 'crm', targetApplication: 'hr', entityId: 'user-457' },
      ...{ eventData: { email: 'ana@company.com' }, publishedBy: 'crm-system' },
    },
  });
  expect(body).toMatchObject({ success: true, eventId: expect.any(String), targetApplications: ['hr'] });
  await acknowledged(body.eventId, 'hr');
  expect(suite.records.hr.onboardings.get('user-457')).toMatchObject({ email: 'ana@company.com' });
}, 30_000);

test('a security alert opens a task for HR, and is in the audit log', async () => {
  const { publishEvent } = await wrapper.run<{ publishEvent: { eventId: string } }>(
    'mutation ($input: PublishEventInput!) { publishEvent(input: $input) { eventId } }',
    { input: { eventType: 'security.alert', payload: { title: 'A lost laptop', severity: 'HIGH' } } },
  );
  const { eventId } = publishEvent;
  const [task] = await vi.waitFor(async () => {
    await acknowledged(eventId, 'hr');
    return suite.records.hr.tasks;
  });
  expect(task).toMatchObject({ title: 'A lost laptop' });
  await vi.waitFor(async () => {
    const { auditEntries } = await wrapper.run<{ auditEntries: { edges: unknown[] } }>(
      `query ($t: ID!, $id: ID!) { auditEntries(tenantId: $t, filter: { id: $id }) {
        edges { node { action noun nounId actor { kind } changes { field after } } }
      } }`,
      { t: tenantId, id: eventId },
    );
    expect(auditEntries.edges).toMatchObject([
      { node: { action: 'security.alert', noun: 'SecurityAlert', nounId: eventId, actor: { kind: 'user' } } },
    ]);
  });
}, 20_000);

test('maintenance that is scheduled reaches every application, and the consoles know its window', async () => {
  const [startsAt, endsAt] = [-1, 1].map((hours) => new Date(Date.now() + hours * 3_600_000).toISOString());
  const { publishEvent } = await wrapper.run<{ publishEvent: { eventId: string } }>(
    'mutation ($input: PublishEventInput!) { publishEvent(input: $input) { eventId } }',
    { input: { eventType: 'maintenance.scheduled', payload: { title: 'New database', startsAt, endsAt } } },
  );
  await Promise.all(['wrapper', 'hr', 'crm', 'affiliate'].map((target) => acknowledged(publishEvent.eventId, target)));
  const WINDOWS = '{ viewer { tenant { maintenanceWindows { edges { node { title startsAt endsAt } } } } } }';
  const edges = [{ node: { title: 'New database', startsAt, endsAt } }];
  await vi.waitFor(async () =>
    expect(await wrapper.run(WINDOWS)).toMatchObject({ viewer: { tenant: { maintenanceWindows: { edges } } } }),
  );
}, 20_000);

test('a configuration that was changed reaches every application that is on, each of which acknowledges for itself', async () => {
  const never = ['ORDERING', 'SMP', 'DIGITAL_MENU', 'MARKETING_APP', 'MINI_BODEGA', 'WEB_HOSTING'];
  await vi.waitFor(async () => {
    const { applications } = await wrapper.run<{ applications: { name: string; isOff: boolean }[] }>(
      '{ applications { name isOff } }',
    );
    expect(applications.filter(({ isOff }) => isOff).map(({ name }) => name)).toEqual(expect.arrayContaining(never));
  });
  const { publishEvent } = await wrapper.run<{ publishEvent: { eventId: string; targets: string[] } }>(
    `mutation { publishEvent(input: { eventType: "config.updated", targets: ["all"], payload: { key: "theme" } }) { eventId targets } }`,
  );
  expect(publishEvent.targets.toSorted()).toEqual(['affiliate', 'crm', 'hr', 'venues', 'wrapper']);
  const answers = await Promise.all(publishEvent.targets.map((target) => acknowledged(publishEvent.eventId, target)));
  expect(answers.map(({ targetApplication }) => targetApplication).toSorted()).toEqual(publishEvent.targets.toSorted());
}, 20_000);

test('a program that fails, or falls over, is told again, and does nothing twice', async () => {
  programs().programs.affiliate.suffer('fail', 1);
  const failed = await allocate('affiliate', 7, 'campaign');
  expect(await acknowledged(failed, 'affiliate')).toMatchObject({
    attempts: 2,
    acknowledgmentData: { affiliateBalance: 47 },
  });

  suite.programs.hr.suffer('crash', 1);
  const fallen = await suite.programs.crm.publish({
    eventType: 'user.created',
    payload: { entityId: 'user-458', email: 'luz@company.com' },
  });
  expect(await acknowledged(fallen, 'hr')).toMatchObject({ attempts: 2 });
  const { processed } = suite.programs.hr;
  expect(new Set(processed).size).toBe(processed.length);

  const order = { application: 'crm', fault: 'fail', times: 1 };
  const fault = await fetch(`${programs().url}/faults`, { method: 'POST', body: JSON.stringify(order) });
  expect(await fault.json()).toEqual(order);
  expect(await acknowledged(await allocate('crm', 3, 'seats'), 'crm')).toMatchObject({ attempts: 2 });
}, 30_000);

test('health over REST has the keys and words of the suite', async () => {
  expect(await ask('/sync/health')).toMatchObject({
    status: 200,
    body: {
      success: true,
      tenantId,
      storageMode: 'zero-db-success',
      current: { totalPendingEvents: 0, failedStoredInDb: 0, retrying: 0, failureRate: '0%' },
      channelBreakdown: {},
      health: { status: 'healthy', message: '0 events pending acknowledgment', recommendations: [] },
      performance: { databaseStorage: 'Minimal (failed events only)', storageCost: 'Near zero' },
    },
  });
  expect(await ask('/sync/inter-app-health')).toMatchObject({
    status: 200,
    body: { applications: { hr: { status: 'healthy', pending: 0, latencyMs: { p50: expect.any(Number) } } } },
  });
});

test('each consumer has its line, in the graph and in the metrics', async () => {
  const { viewer } = await wrapper.run<{ viewer: { tenant: { eventConsumers: { application: string }[] } } }>(
    '{ viewer { tenant { eventConsumers { application place lastSeenAt inFlight pending } } } }',
  );
  const line = (place: string, application: string) => ({
    application,
    place,
    lastSeenAt: expect.any(String),
    pending: 0,
  });
  expect(viewer.tenant.eventConsumers).toEqual(
    expect.arrayContaining([
      ...['wrapper', 'system', 'ORDERING', 'SMP'].map((name) => expect.objectContaining(line('HOME', name))),
      ...['crm', 'hr', 'affiliate'].map((name) => expect.objectContaining(line('OUTSIDE', name))),
    ]),
  );
  const metrics = await (await fetch(`${network.url}/metrics`)).text();
  const homes = ['wrapper', 'system', 'ORDERING'].map((name) => `application="${name}",place="home"`);
  const programs = ['crm', 'hr', 'affiliate'].map((name) => `application="${name}",place="outside"`);
  for (const labels of [...homes, ...programs]) {
    const [, silence] = new RegExp(`consumer_silence_seconds\\{${labels}\\} ([\\d.]+)`).exec(metrics) ?? [];
    expect(Number(silence)).toBeLessThan(60);
  }
});

test('of a tenant that is not theirs nobody learns anything, and who may not publish does not', async () => {
  const tenant = '0199c000-0000-7000-8000-000000000000';
  for (const path of ['/sync/health', '/sync/inter-app-health', '/communication-matrix', '/events/unacknowledged'])
    expect([path, (await ask(path, { tenant })).status]).toEqual([path, 404]);
  const body = { eventType: 'config.updated', eventData: { key: 'theme' } };
  expect((await ask('/inter-app-events', { tenant, body })).status).toBe(404);
  expect((await ask('/inter-app-events', { key: demoSmpKey, body })).status).toBe(403);
  expect((await ask('/sync/health', { key: demoSmpKey })).status).toBe(403);
  // HR does not speak for the CRM, and nobody knows an application of this name.
  const created = { eventType: 'user.created', entityId: 'x', eventData: { email: 'x@company.com' } };
  expect((await ask('/inter-app-events', { body: { ...created, sourceApplication: 'crm' } })).status).toBe(403);
  const wrong = await ask('/inter-app-events', {
    key: demoSuiteKeys.crm,
    body: { ...created, targetApplication: 'nobody' },
  });
  expect(wrong).toMatchObject({ status: 400, body: { errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] } });
});

test('products of the ecosystem emit, listen and process over REST', async () => {
  const post = async (path: string, key: string, body: unknown) => {
    const response = await fetch(`${network.url}/api/ecosystem/events${path}`, {
      method: 'POST',
      headers: { 'x-api-key': key, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: await response.json() };
  };
  // CRM's program is asleep, so that another process of the CRM gets what comes.
  await programs().programs.crm.close();
  const payload = { entityId: 'e-2', title: 'Barista' };
  const emitted = await post('', demoSuiteKeys.hr, { eventType: 'employee.updated', payload });
  expect(emitted).toMatchObject({
    status: 200,
    body: { eventType: 'employee.updated', source: 'hr', targets: ['crm'] },
  });
  const { eventId } = emitted.body;
  const heard = await post('/listen', demoSuiteKeys.crm, { application: 'crm', types: ['employee.updated'] });
  expect(heard.body).toMatchObject([{ application: 'crm', event: { eventId, payload } }]);
  const processed = { application: 'crm', acknowledgments: [{ eventId, data: { timeline: 't-1' } }] };
  expect((await post('/processed', demoSuiteKeys.crm, processed)).body).toEqual(['ACKNOWLEDGED']);
  expect((await post('/processed', demoSuiteKeys.crm, processed)).body).toEqual(['AGAIN']);
}, 20_000);

test('a rate for a partner who does not exist is given up at once, and says why', async () => {
  await wrapper.run('mutation { setConsumer(application: "crm", consumer: HOME) { consumer } }');
  const eventId = await suite.programs.affiliate.publish({
    eventType: 'commission.updated',
    payload: { entityId: 'nobody', ratePercent: 10 },
  });
  const OF = 'query ($id: ID!) { eventTracking(eventId: $id) { status attempts lastError } }';
  const error = { status: 'FAILED', attempts: 1, lastError: expect.stringMatching(/^NO_PARTNER: /) };
  await vi.waitFor(
    async () => expect(await wrapper.run(OF, { id: eventId })).toEqual({ eventTracking: [error] }),
    10_000,
  );
}, 20_000);
