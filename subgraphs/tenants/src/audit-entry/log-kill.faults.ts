import { openAlone } from '@mycelium/kit/alone.testing';
import { AUDIT_KEY } from '@mycelium/kit/audit-outbox';
import { writeOutbox } from '@mycelium/kit/outbox';
import type { Audit } from '@mycelium/schema/audit';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, expect, test, vi } from 'vitest';

const alone = await openAlone('tenants', new URL('../main.ts', import.meta.url));
const { redis, sql } = alone;
afterAll(alone.close);

const tenantId = uuidv7();
const told: string[] = [];

/** A transaction that did three things. */
async function act(): Promise<void> {
  const ids = [uuidv7(), uuidv7(), uuidv7()];
  told.push(...ids);
  const records = ids.map((id) => ({ id, kind: 'UPDATED' as const, before: {}, after: {} }));
  const call = { action: 'updateMenuItem', actor: { kind: 'gateway', id: 'x' }, correlationId: 'c' };
  const audits: Audit[] = [{ tenantId, ...call, records }];
  await alone.em().transactional((em) => writeOutbox(em, 'tenants', [], audits));
}

const log = async (): Promise<string[]> =>
  (await sql<{ id: string }>('select id from tenants.audit_entry where tenant_id = ? order by id', [tenantId])).map(
    ({ id }) => id,
  );

test('whoever is killed between two steps on the way to the log leaves each record in it once, in order', async () => {
  // The relay, when the stream has it and the outbox has not let go of it.
  await act();
  const held = alone.em();
  await held.begin();
  await held.execute('select position from tenants.audit_outbox for update');
  alone.start();
  await vi.waitFor(async () => expect(await log()).toEqual(told), 40_000);
  await alone.kill();
  await held.rollback();

  // The keeper of the log, when the rows are written and the stream does not know it.
  const entries = await alone.hold('audit_entry');
  alone.start();
  await act();
  await entries.untilWaitedFor();
  await alone.stopWriting();
  await entries.release();
  await vi.waitFor(async () => expect(await log()).toEqual(told));
  await alone.kill();
  await alone.letWrite();
  expect(await redis.xlen(AUDIT_KEY)).toBeGreaterThan(0);

  alone.start();
  await vi.waitFor(async () => expect(await redis.xlen(AUDIT_KEY)).toBe(0), 40_000);
  expect(await sql('select 1 from tenants.audit_outbox')).toEqual([]);
  expect(await log()).toEqual(told);
}, 180_000);
