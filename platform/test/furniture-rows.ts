import { Client } from 'pg';
import { v7 as uuidv7 } from 'uuid';

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
export async function conflictOf(tenantId: string, sync: string, item: string, postgresUrl: string): Promise<string> {
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
export async function noticeOf(tenantId: string, userId: string, postgresUrl: string): Promise<string> {
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
export async function taskOf(tenantId: string, postgresUrl: string): Promise<string> {
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
export async function storedEventOf(tenantId: string, postgresUrl: string): Promise<string> {
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
export async function troubleOf(
  tenantId: string,
  endpoint: string,
  postgresUrl: string,
): Promise<{ attempt: string; alert: string; quarantined: string; setAside: string }> {
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
