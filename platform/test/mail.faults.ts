import { openMailbox } from '@mycelium/mailbox/mailbox';
import { expect, test } from 'vitest';
import { logIn, TestClient } from './client.ts';
import { eachAlone } from './network.ts';

test('a process that is killed while it sends an e-mail sends it when it is back', async () => {
  const mailbox = await openMailbox();
  const network = await eachAlone({ smtpUrl: mailbox.smtpUrl });
  try {
    const owner = await logIn(network.url, 'owner@las-reinas.test');
    const email = 'ana@example.test';
    const isSending = mailbox.leaveWaiting(email);
    await owner.run('mutation ($email: String!) { inviteMember(input: { email: $email, role: STAFF }) { id } }', {
      email,
    });
    await isSending;
    await network.kill('tenants');
    expect(mailbox.emailsTo(email)).toEqual([]);
    await network.revive('tenants');
    const { text } = await mailbox.next(email);
    const offer = await new TestClient(network.url).run(
      'query ($token: String!) { invitation(token: $token) { email } }',
      {
        token: /#(\S+)/.exec(text)?.[1],
      },
    );
    expect(offer).toEqual({ invitation: { email } });
    expect(mailbox.emailsTo(email)).toHaveLength(1);
  } finally {
    await network.close();
    await mailbox.close();
  }
}, 60_000);
