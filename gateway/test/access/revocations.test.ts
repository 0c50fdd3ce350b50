import { afterEach, describe, expect, it } from 'vitest';
import { type Bistro, openBistro } from '../bistro/bistro.ts';
import { useRedis } from '../bistro/redis.ts';
import { until, watch } from '../bistro/watch.ts';

const SCREEN = 'gg_screen_0123456789abcdef';
const CHANGED = 'subscription { dishChanged(tenantId: "las-reinas") { dish { id } } }';
const screen = { kind: 'DISPLAY', id: 'd1', tenantId: 'las-reinas', scopes: ['menu:read'] };

let bistro: Bistro;
afterEach(() => bistro?.close());

describe('a revocation', () => {
  const server = useRedis();
  const revoke = (id: string) => server.redis.publish('mycelium:access', JSON.stringify({ revoked: id }));
  const openListening = async () => {
    bistro = await openBistro({ redisUrl: server.url });
    await expect.poll(async () => (await (await fetch(`${bistro.url}/health`)).json()).redis).toBe('ok');
    await expect.poll(async () => server.redis.pubsub('NUMSUB', 'mycelium:access')).toEqual(['mycelium:access', 1]);
  };

  it("of a screen forgets its credential and closes its sockets with 4403, and nobody else's", async () => {
    await openListening();
    const { tenants, menu, client, ask } = bistro;
    const other = 'gg_screen_another_screen';
    tenants.credentials.set(SCREEN, screen).set(other, { ...screen, id: 'd2' });
    const [revoked, kept] = [watch(client(SCREEN), CHANGED), watch(client(other), CHANGED)];
    await until(() => menu.watchers() === 1);
    await expect.poll(() => ask('{ whoAsks }', { token: SCREEN })).toMatchObject({ status: 200 });
    tenants.credentials.delete(SCREEN);
    await revoke('d1');
    await until(() => revoked.failure !== undefined);
    expect(revoked.failure).toMatchObject({ code: 4403 });
    expect((await ask('{ whoAsks }', { token: SCREEN })).status).toBe(401);
    menu.change('1', 90);
    await until(() => kept.results.length === 1);
  });

  it('of a station ends who is signed in there too; of one who was signed in, the station goes on', async () => {
    await openListening();
    const { tenants, client, ask } = bistro;
    const station = { kind: 'STATION', id: 't1', tenantId: 'las-reinas', scopes: ['menu:read'], locationId: 'centro' };
    const at = (personId: string) => ({ ...station, personId, sessionId: `at t1 ${personId}` });
    const [token, anasToken, betosToken] = ['gg_station_of_the_bar', 'gg_pin_of_ana_there', 'gg_pin_of_beto_there'];
    tenants.credentials.set(token, station).set(anasToken, at('ana')).set(betosToken, at('beto'));
    const [open, anas] = [watch(client(token), CHANGED), watch(client(anasToken), CHANGED)];
    await until(() => bistro.menu.watchers() > 0);
    expect((await ask('{ whoAsks }', { token: anasToken })).status).toBe(200);
    tenants.credentials.delete(anasToken);
    await revoke('at t1 ana');
    await until(() => anas.failure !== undefined);
    expect(anas.failure).toMatchObject({ code: 4403 });
    expect((await ask('{ whoAsks }', { token: anasToken })).status).toBe(401);
    expect((await ask('{ whoAsks }', { token })).status).toBe(200);
    const betos = watch(client(betosToken), CHANGED);
    await expect
      .poll(() => {
        bistro.menu.change('1', 90);
        return betos.results.length;
      })
      .toBeGreaterThan(0);
    tenants.credentials.clear();
    await revoke('t1');
    await until(() => open.failure !== undefined && betos.failure !== undefined);
    expect([open.failure, betos.failure]).toMatchObject([{ code: 4403 }, { code: 4403 }]);
  });

  it('of a session ends its access token before its time', async () => {
    await openListening();
    const { tenants, client, ask } = bistro;
    const token = await tenants.login({ sessionId: 's9' });
    const seen = watch(client(token), CHANGED);
    expect((await ask('{ whoAsks }', { token })).status).toBe(200);
    await until(() => bistro.menu.watchers() === 1);
    await revoke('s9');
    await until(() => seen.failure !== undefined);
    expect(seen.failure).toMatchObject({ code: 4403 });
    expect((await ask('{ whoAsks }', { token })).status).toBe(401);
    expect((await ask('{ whoAsks }', { token: await tenants.login({ sessionId: 's10' }) })).status).toBe(200);
  });

  it('is known to a gateway that starts after it', async () => {
    await server.redis.zadd('mycelium:revoked', Date.now(), 's11', Date.now() - 21 * 60_000, 's12');
    await openListening();
    const { tenants, ask } = bistro;
    const statusOf = async (sessionId: string) =>
      (await ask('{ whoAsks }', { token: await tenants.login({ sessionId }) })).status;
    expect([await statusOf('s11'), await statusOf('s12'), await statusOf('s13')]).toEqual([401, 200, 200]);
  });

  it('that was told while Redis did not reach the gateway ends its sockets when it does', async () => {
    await openListening();
    const { tenants, client, ask } = bistro;
    const token = await tenants.login({ sessionId: 's14' });
    const seen = watch(client(token), CHANGED);
    await until(() => bistro.menu.watchers() === 1);
    await server.redis.zadd('mycelium:revoked', Date.now(), 's14');
    expect((await ask('{ whoAsks }', { token })).status).toBe(200);
    await server.redis.call('CLIENT', 'KILL', 'TYPE', 'pubsub');
    await until(() => seen.failure !== undefined);
    expect(seen.failure).toMatchObject({ code: 4403 });
    expect((await ask('{ whoAsks }', { token })).status).toBe(401);
  });
});
