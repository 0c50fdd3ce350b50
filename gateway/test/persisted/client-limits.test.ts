import { describe, expect, it } from 'vitest';
import { defaultRates } from '../../src/caller/rates.ts';
import type { Bistro } from '../bistro/bistro.ts';
import { until, watch } from '../bistro/watch.ts';
import { all, CHANGES, COST, codeAt, DISHES, KEY, partner, past, TICKS, useGateways } from './partner.ts';

const { server, open, isHeard } = useGateways();

describe('the limits of a client', () => {
  it('are the cost of one operation', async () => {
    const bistro = await open();
    await bistro.clientLists.write(partner.id, { ...all, cost: 19 });
    const { status, errors } = await bistro.ask(DISHES, { token: KEY });
    expect(status).toBe(400);
    expect(errors).toMatchObject([{ extensions: { code: 'OPERATION_TOO_COSTLY', actual: 20, allowed: 19 } }]);
    await bistro.clientLists.change(partner.id, { cost: 20 });
    expect(await codeAt(bistro, DISHES)).toBeUndefined();
  });

  it('bind over REST too', async () => {
    const manifest = `
GET /api/dishes: { operation: Dishes, answer: /dishes }
GET /api/cost: { operation: Cost, answer: /dish/cost }
    `;
    const { url, clientLists } = await open({ rest: { manifest, operations: `${DISHES} ${COST}` } });
    const ask = async (path: string) => {
      const response = await fetch(`${url}${path}`, { headers: { 'x-api-key': KEY } });
      const { errors } = Object((await response.json()) ?? {});
      return [response.status, errors?.[0].extensions.code, response.headers.get('ratelimit-limit')];
    };
    expect(await ask('/api/cost')).toEqual([200, undefined, '100']);
    await clientLists.write(partner.id, { scopes: ['menu:read'], cost: 19, perMinute: 4, documents: [] });
    expect(await ask('/api/cost')).toEqual([403, 'FORBIDDEN', '4']);
    expect(await ask('/api/dishes')).toEqual([400, 'OPERATION_TOO_COSTLY', '4']);
    await clientLists.change(partner.id, { cost: null, expiresAt: past });
    expect(await ask('/api/dishes')).toEqual([400, 'PERSISTED_OPERATION_EXPIRED', '4']);
    await clientLists.change(partner.id, { expiresAt: null });
    expect(await ask('/api/dishes')).toEqual([200, undefined, '4']);
    expect(await ask('/api/dishes')).toEqual([429, 'RATE_LIMITED', '4']);
  });

  it('are the subscriptions that are live at a time, on all its connections together', async () => {
    const bistro = await open();
    const { client, menu, clientLists } = bistro;
    const live = (count: number) =>
      expect
        .poll(() => fetch(`${bistro.url}/metrics`).then((response) => response.text()))
        .toContain(`mycelium_gateway_subscriptions ${count}\n`);
    await clientLists.write(partner.id, { ...all, subscriptions: 2 });
    const first = watch(client(KEY), TICKS);
    watch(client(KEY), TICKS);
    await live(2);
    const third = watch(client(KEY), CHANGES);
    await until(() => third.failure !== undefined);
    expect(third.failure).toMatchObject([{ extensions: { code: 'TOO_MANY_SUBSCRIPTIONS', limit: 2 } }]);
    first.stop();
    await live(1);
    const fourth = watch(client(KEY), TICKS);
    await live(2);
    menu.tick(1);
    await until(() => fourth.results.length === 1);
  });

  it('are its operations in a minute and in an hour, in place of what every key and address may', async () => {
    const rates = {
      ...defaultRates,
      address: { points: 1, seconds: 60 },
      apiKey: { points: 2, seconds: 3_600 },
    };
    const [one, other] = [await open({ rates, redisUrl: server.url }), await open({ rates, redisUrl: server.url })];
    await isHeard();
    await one.clientLists.write(partner.id, { ...all, perMinute: 3, perHour: 100 });
    const ask = async ({ ask }: Bistro) => {
      const { status, headers } = await ask(DISHES, { token: KEY });
      return [status, headers.get('ratelimit-limit'), headers.get('ratelimit-remaining')];
    };
    expect(await ask(one)).toEqual([200, '3', '2']);
    expect(await ask(other)).toEqual([200, '3', '1']);
    expect(await ask(one)).toEqual([200, '3', '0']);
    expect(await ask(other)).toEqual([429, '3', '0']);
    await one.clientLists.change(partner.id, { perMinute: 10, perHour: 4 });
    await expect.poll(async () => (await ask(other)).slice(0, 2)).toEqual([200, '4']);
  });
});
