import { hastenTarget } from '@mycelium/bus/target';
import { afterAll, expect, test, vi } from 'vitest';
import { applicationOf } from '../webhook-endpoint/application.ts';
import { status } from './receiver.testing.ts';
import { openTold } from './told.testing.ts';

const told = await openTold();
const { endpointAt, publish, receiver, redis, untilAttempts } = told;
afterAll(told.close);

const STANDING = 'query ($id: ID!) { webhookEndpoint(id: $id) { status standing failingSince } }';
const TRACKING = `query ($id: ID!) { eventTracking(eventId: $id) {
  targetApplication status tries triesAtMost nextAttemptAt failedAttempts { error }
} }`;

test('an endpoint that refuses every message fails since the first, its events say when they are tried next, and one success ends that', async () => {
  const { viewer, id, tenant } = await endpointAt('/broken');
  receiver.answer('/broken', status(500), status(500), status(500));
  const isStanding = (standing: Record<string, unknown>) =>
    vi.waitFor(
      async () => expect(await viewer.run(STANDING, { id })).toMatchObject({ webhookEndpoint: standing }),
      5_000,
    );
  const first = await publish(viewer);
  await isStanding({ status: 'ACTIVE', standing: 'ATTENTION', failingSince: expect.any(String) });
  const { webhookEndpoint } = await viewer.run<{ webhookEndpoint: { failingSince: string } }>(STANDING, { id });
  await publish(viewer);
  await publish(viewer);
  await isStanding({ status: 'ACTIVE', standing: 'FAILING', failingSince: webhookEndpoint.failingSince });

  const { eventTracking } = await viewer.run<{ eventTracking: { targetApplication: string; nextAttemptAt: string }[] }>(
    TRACKING,
    { id: first },
  );
  const mine = eventTracking.find(({ targetApplication }) => targetApplication === applicationOf(id));
  expect(mine).toMatchObject({
    status: 'PUBLISHED',
    tries: 1,
    triesAtMost: 10,
    failedAttempts: [{ error: 'REFUSED 500' }],
  });
  expect(Date.parse(String(mine?.nextAttemptAt))).toBeGreaterThan(Date.now());

  await hastenTarget(redis, tenant, applicationOf(id), first);
  await untilAttempts({ viewer, id }, 4);
  await isStanding({ status: 'ACTIVE', standing: 'OK', failingSince: null });
});
