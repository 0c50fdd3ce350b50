import { expect, test, vi } from 'vitest';
import { logIn } from './client.ts';
import { inOneProcess } from './network.ts';

test('who asks for what they may not is in the log, once however often they try, with who and when and from where', async () => {
  const network = await inOneProcess();
  try {
    const owner = await logIn(network.url, 'owner@las-reinas.test');
    const cook = await logIn(network.url, 'kitchen@las-reinas.test');
    const REMOVE = 'mutation { removeMenuItem(id: "01900000-0000-7000-8000-000000000001") }';
    for (let count = 0; count < 3; count += 1) {
      expect((await cook.ask(REMOVE)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
    const socket = cook.follow('subscription ($t: ID!) { peopleChanged(tenantId: $t) { at } }', { t: 'x' });
    await socket.next().catch(() => undefined);
    const { viewer } = await owner.run<{ viewer: { tenant: { id: string } } }>('{ viewer { tenant { id } } }');
    const LOG = `query ($t: ID!, $action: String!) { auditEntries(tenantId: $t, filter: { action: $action }) {
      totalCount edges { node { kind address correlationId actor { kind name } } }
    } }`;
    for (const action of ['removeMenuItem', 'peopleChanged']) {
      await vi.waitFor(async () => {
        expect(await owner.run(LOG, { t: viewer.tenant.id, action })).toMatchObject({
          auditEntries: {
            totalCount: 1,
            edges: [
              { node: { kind: 'REFUSED', address: '127.0.0.1', actor: { kind: 'user', name: 'Mateo Salgado' } } },
            ],
          },
        });
      });
    }
    await Promise.all([owner.close(), cook.close()]);
  } finally {
    await network.close();
  }
}, 40_000);
