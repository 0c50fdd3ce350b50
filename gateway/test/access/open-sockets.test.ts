import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type Bistro, openBistro } from '../bistro/bistro.ts';
import { until, watch } from '../bistro/watch.ts';

const CHANGED = 'subscription { dishChanged(tenantId: "las-reinas") { dish { id } } }';

let bistro: Bistro;
afterEach(() => bistro?.close());

describe('an open socket', () => {
  it('is closed with 4401 when its token expires', async () => {
    bistro = await openBistro();
    const seen = watch(bistro.client(await bistro.tenants.login({ expiresIn: '1s' })), CHANGED);
    await until(() => seen.failure !== undefined);
    expect(seen.failure).toMatchObject({ code: 4401 });
    await until(() => bistro.menu.watchers() === 0);
  });

  it('lives on when its token is renewed, and not with the token of somebody else', async () => {
    bistro = await openBistro();
    const { tenants, url } = bistro;
    const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    const messages: { type: string; payload?: unknown }[] = [];
    let closed: number | undefined;
    socket.on('message', (data) => messages.push(JSON.parse(String(data))));
    socket.on('close', (code) => {
      closed = code;
    });
    const say = (message: unknown) => socket.send(JSON.stringify(message));
    const authorization = async (options = {}) => `Bearer ${await tenants.login(options)}`;
    await new Promise((resolve) => socket.once('open', resolve));
    say({ type: 'connection_init', payload: { authorization: await authorization({ expiresIn: '2s' }) } });
    await until(() => messages.length === 1);
    say({ type: 'subscribe', id: '1', payload: { query: CHANGED } });
    say({ type: 'ping', payload: { authorization: await authorization({ expiresIn: '10m' }) } });
    await until(() => messages.length === 2);
    expect(messages[1]).toEqual({ type: 'pong', payload: { renewed: true, expiresAt: expect.any(String) } });
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    expect(closed).toBeUndefined();
    bistro.menu.change('1', 80);
    await until(() => messages.length === 3);
    say({ type: 'ping', payload: { some: 'thing' } });
    await until(() => messages.length === 4);
    expect(messages[3]).toEqual({ type: 'pong', payload: { some: 'thing' } });
    say({ type: 'ping', payload: { authorization: await authorization({ userId: 'u2' }) } });
    await until(() => closed !== undefined);
    expect(closed).toBe(4403);
  });
});

describe('a renewal with other grants', () => {
  it('ends what they do not allow, that alone, and everything else goes on from where it was', async () => {
    bistro = await openBistro();
    const { menu, tenants, url } = bistro;
    menu.tellPositions();
    const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    const messages: { type: string; id?: string; payload?: unknown }[] = [];
    socket.on('message', (data) => messages.push(JSON.parse(String(data))));
    const say = (message: unknown) => socket.send(JSON.stringify(message));
    const of = (id: string, type: string) => messages.filter((each) => each.id === id && each.type === type);
    await new Promise((resolve) => socket.once('open', resolve));
    say({ type: 'connection_init', payload: { authorization: `Bearer ${await tenants.login()}` } });
    const field = (selection: string) =>
      `subscription { dishChanged(tenantId: "las-reinas") { dish { ${selection} } } }`;
    await until(() => messages.length === 1);
    say({ type: 'subscribe', id: 'price', payload: { query: field('price') } });
    say({ type: 'subscribe', id: 'cost', payload: { query: field('cost') } });
    await until(() => menu.watchers() === 2);
    menu.change('1', 1);
    await until(() => of('price', 'next').length === 1 && of('cost', 'next').length === 1);
    say({ type: 'ping', payload: { authorization: `Bearer ${await tenants.login({ role: 'KITCHEN' })}` } });
    await until(() => of('cost', 'error').length === 1);
    expect(of('cost', 'error')[0]?.payload).toMatchObject([
      { path: ['dishChanged', 'dish', 'cost'], extensions: { code: 'FORBIDDEN' } },
    ]);
    await until(() => menu.watchers() === 1);
    menu.change('1', 2);
    menu.change('1', 3);
    await until(() => of('price', 'next').length === 3);
    expect(of('price', 'next').map(({ payload }) => payload)).toMatchObject(
      ['1', '2', '3'].map((cursor) => ({ extensions: { cursor } })),
    );
    expect(socket.readyState).toBe(WebSocket.OPEN);
    socket.terminate();
  });
});
