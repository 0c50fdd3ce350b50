import { CHANNELS_KEY, minuteKey, totalsKey } from '@mycelium/kit/bus/keys';
import { openMailbox } from '@mycelium/mailbox/mailbox';
import { Redis } from 'ioredis';
import { expect, test } from 'vitest';
import { logIn } from './client.ts';
import { inOneProcess } from './network.ts';

test('an alert reaches those who follow and the mailbox of the owner within seconds, and its end does too', async () => {
  const mailbox = await openMailbox();
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
    const count = async (what: string, amount: number): Promise<void> => {
      await redis.hincrby(totalsKey(id), `crm>hr|${what}`, amount);
      await redis.hincrby(minuteKey(id, Math.floor(Date.now() / 60_000)), `crm>hr|${what}`, amount);
      await redis.sadd(CHANNELS_KEY, `${id} crm>hr`);
    };
    await count('acknowledged', 9);
    await count('failed', 1);
    expect(await next).toMatchObject({
      value: { data: { alertRaised: { kind: 'RAISED', alert: { kind: 'SUCCESS_RATE', value: 90 } } } },
    });
    const raised = await mailbox.next(email);
    expect(raised.subject).toContain('crm → hr');
    expect(raised.text).toContain('/app/events/alerts');
    expect(raised.text).toMatch(/90/);
    await count('acknowledged', 990);
    expect(await changes.next()).toMatchObject({ value: { data: { alertRaised: { kind: 'RECOVERED' } } } });
    const recovered = await mailbox.next(email);
    expect(recovered.subject).toMatch(/crm → hr/);
    // Las Reinas writes Spanish.
    expect(recovered.text).toMatch(/Duró 1 minuto/);
    expect(recovered.text).toMatch(/90 %.*99,9 %/);
    expect(mailbox.lettersTo(email)).toHaveLength(2);
    await changes.return?.();
  } finally {
    redis.disconnect();
    await network.close();
    await mailbox.close();
  }
}, 60_000);
