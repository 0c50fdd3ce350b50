import { CHANNELS_KEY, minuteKey, totalsKey } from '@mycelium/bus/keys';
import { openReceiver } from '@mycelium/events/webhook-attempt/receiver.testing';
import { openMailbox } from '@mycelium/mailbox/mailbox';
import { Redis } from 'ioredis';
import { expect, test } from 'vitest';
import { logIn } from './client.ts';
import { inOneProcess } from './network.ts';

/** The rules are looked at every five seconds; what follows takes no time that anybody would notice. */
const WITHIN_MS = 10_000;

test('an alert reaches those who follow, the mailbox of the owner and a webhook within seconds, and its end does too', async () => {
  const mailbox = await openMailbox();
  const receiver = await openReceiver();
  const network = await inOneProcess({ mail: { url: mailbox.smtpUrl, from: 'no-reply@mycelium.test' } });
  const redis = new Redis(network.redis.url);
  try {
    const email = 'owner@las-reinas.test';
    const owner = await logIn(network.url, email);
    const { viewer } = await owner.run<{ viewer: { tenant: { id: string } } }>('{ viewer { tenant { id } } }');
    const { id } = viewer.tenant;
    const changes = owner.follow<{ alertRaised: { kind: string; alert: { kind: string; value: number } } }>(
      'subscription ($t: ID!) { alertRaised(tenantId: $t) { kind alert { kind value } } }',
      { t: id },
    );
    const next = changes.next();
    const input = { url: `${receiver.url}/alerts`, eventTypes: ['alert.raised', 'alert.recovered'] };
    await owner.run(
      'mutation ($input: CreateWebhookEndpointInput!) { createWebhookEndpoint(input: $input) { secret } }',
      { input },
    );
    /** Each of the three with how long it took from now on. */
    const arrivals = async (change: Promise<unknown>, nth: number) => {
      const start = performance.now();
      const took = <Value>(arrival: Promise<Value>) =>
        arrival.then((value) => ({ value, ms: performance.now() - start }));
      const [page, message, webhook] = await Promise.all([
        took(change),
        took(mailbox.next(email)),
        took(receiver.next('/alerts', nth, 2 * WITHIN_MS)),
      ]);
      for (const { ms } of [page, message, webhook]) expect(ms).toBeLessThan(WITHIN_MS);
      return { change: page.value, message: message.value, told: JSON.parse(webhook.value[nth - 1]?.body ?? '') };
    };
    const count = async (what: string, amount: number): Promise<void> => {
      await redis.hincrby(totalsKey(id), `crm>hr|${what}`, amount);
      await redis.hincrby(minuteKey(id, Math.floor(Date.now() / 60_000)), `crm>hr|${what}`, amount);
      await redis.sadd(CHANNELS_KEY, `${id} crm>hr`);
    };
    await count('acknowledged', 9);
    await count('failed', 1);
    const raised = await arrivals(next, 1);
    expect(raised.change).toMatchObject({
      value: { data: { alertRaised: { kind: 'RAISED', alert: { kind: 'SUCCESS_RATE', value: 90 } } } },
    });
    expect(raised.message.subject).toContain('crm → hr');
    expect(raised.message.text).toContain('/app/events/alerts');
    expect(raised.message.text).toMatch(/90/);
    expect(raised.told).toMatchObject({ type: 'alert.raised', data: { value: 90 } });
    const following = changes.next();
    await count('acknowledged', 990);
    const recovered = await arrivals(following, 2);
    expect(recovered.change).toMatchObject({ value: { data: { alertRaised: { kind: 'RECOVERED' } } } });
    expect(recovered.message.subject).toContain('crm → hr');
    // Las Reinas writes Spanish.
    expect(recovered.message.text).toMatch(/Duró 1 minuto/);
    expect(recovered.message.text).toMatch(/90 %.*99.9 %/);
    expect(recovered.told).toMatchObject({ type: 'alert.recovered' });
    expect(mailbox.emailsTo(email)).toHaveLength(2);
    await changes.return?.();
  } finally {
    redis.disconnect();
    await network.close();
    await mailbox.close();
    await receiver.close();
  }
}, 60_000);
