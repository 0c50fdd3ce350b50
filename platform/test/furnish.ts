import { Client } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { TestClient } from './client.ts';

/** One of each thing that a tenant can have, by its id. */
export interface Furniture {
  tenant: string;
  menu: string;
  section: string;
  item: string;
  board: string;
  display: string;
  pairing: string;
  client: string;
  key: string;
  operation: string;
  invitation: string;
  membership: string;
  session: string;
  service: string;
  sync: string;
  run: string;
  conflict: string;
  notice: string;
  event: string;
  storedEvent: string;
  eventJob: string;
  task: string;
  endpoint: string;
  attempt: string;
  alert: string;
  quarantined: string;
  setAside: string;
}

interface Found {
  viewer: {
    id: string;
    sessions: { edges: { node: { id: string } }[] };
    tenant: {
      id: string;
      menus: { id: string; sections: { id: string; items: { id: string }[] }[] }[];
      menuBoards: { edges: { node: { id: string } }[] };
      members: { edges: { node: { id: string; role: string } }[] };
      apiClients: {
        edges: { node: { id: string; keys: { id: string }[]; operations: { edges: { node: { id: string } }[] } } }[];
      };
      services: { id: string }[];
      syncs: { id: string }[];
    };
  };
}

const LOOK = `{ viewer {
  id
  sessions(first: 1) { edges { node { id } } }
  tenant {
    id
    menus { id sections { id items { id } } }
    menuBoards(first: 1) { edges { node { id } } }
    members(first: 5) { edges { node { id role } } }
    apiClients(first: 1) { edges { node { id keys { id } operations(first: 1) { edges { node { id } } } } } }
    services { id }
    syncs { id }
  }
} }`;

/** Sees that the owner's tenant has one of each. */
export async function furnish(owner: TestClient, postgresUrl: string): Promise<Furniture> {
  await owner.run(
    `mutation { enableService(input: { product: SMP, config: { baseUrl: "https://smp.example.test", account: "x" } }) { id } }`,
  );
  const { viewer } = await owner.run<Found>(LOOK);
  const { tenant } = viewer;
  const [menu] = tenant.menus;
  const [section] = menu?.sections ?? [];
  const [client] = tenant.apiClients.edges;
  const t = tenant.id;

  const screen = new TestClient(owner.url);
  const { requestPairing } = await screen.run<{ requestPairing: { id: string; code: string } }>(
    'mutation { requestPairing { id code } }',
  );
  const { pairDisplay } = await owner.run<{ pairDisplay: { id: string } }>(
    'mutation ($code: String!) { pairDisplay(code: $code, input: { name: "Counter" }) { id } }',
    { code: requestPairing.code },
  );
  const { inviteMember } = await owner.run<{ inviteMember: { id: string } }>(
    'mutation { inviteMember(input: { email: "new@example.test", role: STAFF }) { id } }',
  );
  const { runSync } = await owner.run<{ runSync: { id: string } }>(
    'mutation ($t: ID!) { runSync(tenantId: $t, product: SMP) { id } }',
    { t },
  );
  await owner.run('mutation ($input: RegisterApplicationInput!) { registerApplication(input: $input) { name } }', {
    input: { name: 'kitchen_robot', description: 'Watches the ovens.' },
  });
  const { publishEvent } = await owner.run<{ publishEvent: { eventId: string } }>(
    'mutation ($input: PublishEventInput!) { publishEvent(input: $input) { eventId } }',
    { input: { eventType: 'config.updated', payload: { key: 'theme' }, targets: ['hr', 'crm'] } },
  );
  await owner.run('mutation { allocateCredits(application: "crm", amount: 5, idempotencyKey: "furniture") { id } }');
  await owner.run('mutation ($t: ID!) { reconcileEvents(tenantId: $t) { id } }', { t });
  await owner.run('mutation ($input: PublishEventInput!) { publishEvent(input: $input) { eventId } }', {
    input: {
      eventType: 'maintenance.scheduled',
      payload: { title: 'Oven', startsAt: '2026-12-01T00:00:00Z', endsAt: '2036-12-01T00:00:00Z' },
    },
  });
  const { startEventJob } = await owner.run<{ startEventJob: { id: string } }>(
    'mutation { startEventJob(action: RETRY, filter: { type: "nothing" }) { id } }',
  );
  const { createWebhookEndpoint } = await owner.run<{ createWebhookEndpoint: { endpoint: { id: string } } }>(
    'mutation ($input: CreateWebhookEndpointInput!) { createWebhookEndpoint(input: $input) { endpoint { id } } }',
    { input: { url: 'https://example.test/told', eventTypes: ['user.created'] } },
  );
  const endpoint = createWebhookEndpoint.endpoint.id;
  const sync = id(tenant.syncs[0]);
  return {
    tenant: t,
    event: publishEvent.eventId,
    storedEvent: await storedEventOf(t, postgresUrl),
    eventJob: startEventJob.id,
    task: await taskOf(t, postgresUrl),
    menu: id(menu),
    section: id(section),
    item: id(section?.items[0]),
    board: id(tenant.menuBoards.edges[0]?.node),
    display: pairDisplay.id,
    pairing: requestPairing.id,
    client: id(client?.node),
    key: id(client?.node.keys[0]),
    operation: id(client?.node.operations.edges[0]?.node),
    invitation: inviteMember.id,
    membership: id(tenant.members.edges.find(({ node }) => node.role === 'KITCHEN')?.node),
    session: id(viewer.sessions.edges[0]?.node),
    service: id(tenant.services[0]),
    sync,
    run: runSync.id,
    endpoint,
    ...(await troubleOf(t, endpoint, postgresUrl)),
    notice: await noticeOf(t, viewer.id, postgresUrl),
    conflict: await conflictOf(t, sync, id(section?.items[0]), postgresUrl),
  };
}

function id(thing: { id: string } | undefined): string {
  if (!thing) throw new Error('The demo lacks something.');
  return thing.id;
}

/** Work as superuser, on a connection that ends with it, however it ends. */
async function asAdmin(postgresUrl: string, work: (admin: Client) => Promise<void>): Promise<void> {
  const admin = new Client({ connectionString: postgresUrl });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}

/** A conflict takes two sides that disagree; here a row must do. */
async function conflictOf(tenantId: string, sync: string, item: string, postgresUrl: string): Promise<string> {
  const conflict = uuidv7();
  await asAdmin(postgresUrl, async (admin) => {
    await admin.query(
      `insert into tenants.sync_conflict (id, tenant_id, sync_id, local_id, field, local, remote)
       values ($1, $2, $3, $4, 'price', '{"value":1}', '{"value":2}')`,
      [conflict, tenantId, sync, item],
    );
    // The sync that the demo starts with may have been here.
    await admin.query(
      `insert into tenants.external_id (id, tenant_id, system, kind, local_id, external_id, agreed)
       values ($1, $2, 'SMP', 'ITEM', $3, 'theirs', '{}') on conflict do nothing`,
      [uuidv7(), tenantId, item],
    );
  });
  return conflict;
}

/** A notice takes something that happens; here a row must do. */
async function noticeOf(tenantId: string, userId: string, postgresUrl: string): Promise<string> {
  const notice = uuidv7();
  await asAdmin(postgresUrl, async (admin) => {
    await admin.query(
      `insert into tenants.notice (id, tenant_id, user_id, kind, path, "values", once_key)
       values ($1, $2, $3, 'sync.failed', '/sync', '{}', 'once')`,
      [notice, tenantId, userId],
    );
  });
  return notice;
}

/** A task that nobody does, so that it stays; here a row must do. */
async function taskOf(tenantId: string, postgresUrl: string): Promise<string> {
  let task = '';
  await asAdmin(postgresUrl, async (admin) => {
    const { rows } = await admin.query<{ id: string }>(
      `select id from tenants_worker.add_job('nothing', json_build_object('tenantId', $1::text))`,
      [tenantId],
    );
    task = `tenants:${rows[0]?.id}`;
  });
  return task;
}

/** An event that failed takes a consumer that fails; here a row must do. */
async function storedEventOf(tenantId: string, postgresUrl: string): Promise<string> {
  const [row, eventId] = [uuidv7(), uuidv7()];
  const event = {
    id: eventId,
    type: 'config.updated',
    feed: tenantId,
    source: 'system',
    at: new Date().toISOString(),
    actor: { kind: 'user', id: 'test' },
    correlationId: 'test',
    payload: { key: 'theme' },
  };
  await asAdmin(postgresUrl, async (admin) => {
    await admin.query(
      `insert into events.event_tracking
         (id, tenant_id, event_id, event_type, source_application, target_application, status, event, published_at)
       values ($1, $2, $3, 'config.updated', 'system', 'affiliate', 'FAILED', $4, now())`,
      [row, tenantId, eventId, event],
    );
  });
  return row;
}

/** An attempt takes a receiver, an alert takes trouble, the system's log a program and a quarantine something broken; here rows must do. */
async function troubleOf(
  tenantId: string,
  endpoint: string,
  postgresUrl: string,
): Promise<Pick<Furniture, 'attempt' | 'alert' | 'quarantined' | 'setAside'>> {
  const [attempt, alert, eventId] = [uuidv7(), uuidv7(), uuidv7()];
  const event = { id: eventId, type: 'user.created', feed: tenantId, source: 'crm', at: new Date().toISOString() };
  const [quarantined, setAside] = [uuidv7(), uuidv7()];
  await asAdmin(postgresUrl, async (admin) => {
    await admin.query(
      `insert into events.webhook_attempt (id, tenant_id, endpoint_id, event_id, event_type, number, started_at, duration_ms, outcome, event)
       values ($1, $2, $3, $4, 'user.created', 1, now(), 5, 'REFUSED', $5)`,
      [
        attempt,
        tenantId,
        endpoint,
        eventId,
        { ...event, actor: { kind: 'user', id: 'x' }, correlationId: 'x', payload: {} },
      ],
    );
    await admin.query(
      `insert into events.alert (id, tenant_id, kind, source, target, value, threshold, open_key)
       values ($1, $2, 'SUCCESS_RATE', 'crm', 'hr', 50, 95, 'SUCCESS_RATE crm>hr')`,
      [alert, tenantId],
    );
    await admin.query(
      `insert into events.system_log_entry (id, tenant_id, event_type, entity_id, event_id, details)
       values ($1, $2, 'referral.completed', 'r-1', $3, '{}')`,
      [uuidv7(), tenantId, eventId],
    );
    for (const [id, key] of [
      [quarantined, 'one'],
      [setAside, 'other'],
    ])
      await admin.query(
        `insert into events.quarantined_entry (id, tenant_id, place, key, entry, reason)
         values ($1, $2, 'KEEPER', $3, '{"event":"no event"}', 'It is no event.')`,
        [id, tenantId, key],
      );
  });
  return { attempt, alert, quarantined, setAside };
}
