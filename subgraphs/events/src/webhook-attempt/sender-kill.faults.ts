import { eventOf } from '@mycelium/bus/chaos/story';
import { totalsKey } from '@mycelium/bus/keys';
import { lapse } from '@mycelium/bus/lapse.testing';
import { publishToBus } from '@mycelium/bus/publish';
import { testSecret } from '@mycelium/database/testing';
import { createVault } from '@mycelium/kit/vault';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { openAlone } from '../alone.testing.ts';
import { applicationOf } from '../webhook-endpoint/application.ts';
import { mirrorEndpoints } from '../webhook-endpoint/mirror.ts';
import { WebhookEndpoint } from '../webhook-endpoint/webhook-endpoint.ts';
import { openReceiver } from './receiver.testing.ts';

const [alone, receiver] = await Promise.all([openAlone([WebhookEndpoint]), openReceiver()]);
const { redis, sql } = alone;
afterAll(async () => {
  await alone.close();
  await receiver.close();
});
beforeEach(() => alone.start());

async function endpointAt(path: string): Promise<{ id: string; tenant: string; application: string }> {
  const [tenant, id] = [uuidv7(), uuidv7()];
  const em = alone.em();
  const sealedSecret = createVault(testSecret).seal('whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=');
  await em.insert(WebhookEndpoint, {
    ...{ id, tenantId: tenant, url: `${receiver.url}${path}`, eventTypes: [], sources: [], sealedSecret },
    ...{ createdAt: new Date(), updatedAt: new Date(), version: 1 },
  });
  await mirrorEndpoints({ em, redis }, tenant);
  return { id, tenant, application: applicationOf(id) };
}

const attemptsOf = (id: string) =>
  sql<{ event_id: string; number: number; outcome: string }>(
    'select event_id, number, outcome from events.webhook_attempt where endpoint_id = ? order by number',
    [id],
  );

test.each([
  ['before it wrote that down', false, [2]],
  ['and had written that down, before the bus heard so', true, [1, 2]],
])(
  'a sender that is killed after an endpoint has answered, %s, sends the message again under its id',
  async (_, wasWritten, numbers) => {
    const path = `/killed-${wasWritten}`;
    const { id, tenant, application } = await endpointAt(path);
    const held = await alone.hold('webhook_attempt');
    const event = { ...eventOf(tenant, 1, 'crm', 'user.created') };
    await publishToBus(redis, [{ event, targets: ['hr'] }]);
    await receiver.next(path, 1, 40_000);
    await held.untilWaitedFor();
    if (wasWritten) {
      await alone.stopWriting();
      await held.release();
      await vi.waitFor(async () => expect(await attemptsOf(id)).toHaveLength(1));
    }
    await alone.kill();
    await held.release();
    if (wasWritten) await alone.letWrite();
    expect(await attemptsOf(id)).toHaveLength(wasWritten ? 1 : 0);

    await lapse(redis, tenant, 'crm', application);
    alone.start();
    const received = await receiver.next(path, 2, 40_000);
    expect(received.map(({ headers }) => headers['webhook-id'])).toEqual([event.id, event.id]);
    const made = numbers.map((number) => ({ event_id: event.id, number, outcome: 'DELIVERED' }));
    await vi.waitFor(async () => expect(await attemptsOf(id)).toEqual(made));
    const counts = async () =>
      redis.hmget(totalsKey(tenant), `crm>${application}|pending`, `crm>${application}|acknowledged`);
    await vi.waitFor(async () => expect(await counts()).toEqual(['0', '1']));
    await alone.kill();
  },
  120_000,
);
