import { publishToBus } from '@mycelium/bus/publish';
import { makeEvent } from '@mycelium/kit/outbox';
import { conditionChanged } from '@mycelium/schema/subgraphs/events';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, expect, test, vi } from 'vitest';
import { openAlone } from '../alone.testing.ts';

const PATIENCE = { timeout: 60_000, interval: 100 };
const tenant = uuidv7();
const alone = await openAlone();
const { redis, sql } = alone;
afterAll(alone.close);

const call = { viewer: { kind: 'gateway' as const, id: 'system', scopes: [] }, correlationId: 'test' };
const tell = (told: { isSo: boolean; since: Date; thingId: string }) => {
  const at = new Date().toISOString();
  const payload = { ...told, kind: 'SCREEN_OFFLINE', name: 'Bar', since: told.since.toISOString(), at };
  const event = makeEvent(conditionChanged, payload, { feed: tenant, call });
  return publishToBus(redis, [{ event, targets: ['system'] }]);
};
const alerts = () =>
  sql<{ is_over: boolean }>('select recovered_at is not null as is_over from events.alert where tenant_id = ?', [
    tenant,
  ]);
const waitFor = (isSo: () => Promise<void>) => vi.waitFor(isSo, PATIENCE);

test('a screen is an alert exactly once, though the process is killed before its time and again while it is raised', async () => {
  const thingId = uuidv7();
  alone.start();
  const heard = (since: Date) =>
    waitFor(async () => expect(await sql('select 1 from events.condition where since = ?', [since])).toHaveLength(1));
  const tellAndWait = async (since: Date) => {
    await tell({ thingId, isSo: true, since });
    await heard(since);
  };
  await tellAndWait(new Date());
  // The usual five minutes are over in a few seconds.
  await tellAndWait(new Date(Date.now() - 5 * 60_000 + 5_000));
  await alone.kill();
  expect(await alerts()).toEqual([]);

  const held = await alone.hold('alert');
  alone.start();
  await held.untilWaitedFor();
  await alone.kill();
  await held.release();
  alone.start();
  await waitFor(async () => expect(await alerts()).toEqual([{ is_over: false }]));

  await tell({ thingId, isSo: false, since: new Date() });
  await waitFor(async () => expect(await alerts()).toEqual([{ is_over: true }]));
}, 150_000);
