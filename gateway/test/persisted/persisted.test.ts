import { afterEach, describe, expect, it } from 'vitest';
import { type Bistro, openBistro } from '../bistro/bistro.ts';
import { readEvents } from '../bistro/events.ts';
import { until } from '../bistro/watch.ts';
import { CHANGES, LISTED, manifest, OTHER, openSocket, post, sha256, useOperations, variables } from './listed.ts';

const dish = { status: 200, data: { dish: { name: 'pastor' } }, code: undefined };

const listed = useOperations();
let bistro: Bistro;
afterEach(() => bistro?.close());

describe('a listed document', () => {
  it('runs by its id over POST and GET, in each form of the id', async () => {
    bistro = await openBistro({ operations: listed.folder, documents: 'persisted' });
    const hash = sha256(LISTED);
    expect(await post(bistro.url, { documentId: `sha256:${hash}`, variables })).toEqual(dish);
    expect(await post(bistro.url, { documentId: hash, variables })).toEqual(dish);
    const extensions = { persistedQuery: { version: 1, sha256Hash: hash } };
    expect(await post(bistro.url, { extensions, variables })).toEqual(dish);
    expect(await post(bistro.url, { query: LISTED, variables })).toEqual(dish);
    for (const [name, value] of [
      ['documentId', `sha256:${hash}`],
      ['extensions', JSON.stringify(extensions)],
    ] as const) {
      const search = new URLSearchParams({ [name]: value, variables: JSON.stringify(variables) });
      const response = await fetch(`${bistro.url}/graphql?${search}`);
      expect([response.status, await response.json()]).toEqual([200, { data: dish.data }]);
    }
  });

  it('runs by its id on a socket, where an unknown id fails alone', async () => {
    bistro = await openBistro({ operations: listed.folder, documents: 'persisted' });
    const socket = await openSocket(bistro.url, `Bearer ${await bistro.tenants.login()}`);
    socket.subscribe('changes', { documentId: sha256(CHANGES) });
    await until(() => bistro.menu.watchers() === 1);
    socket.subscribe('unknown', { documentId: sha256('{ nothing }') });
    socket.subscribe('automatic', {
      extensions: { persistedQuery: { version: 1, sha256Hash: sha256('{ nothing }') } },
    });
    socket.subscribe('text', { query: OTHER });
    socket.subscribe('query', { documentId: sha256(LISTED), variables });
    await until(() => socket.messages.length === 6);
    const codeOf = (id: string) => socket.of(id).map(({ type, payload }) => [type, payload]);
    expect(codeOf('unknown')).toMatchObject([['error', [{ extensions: { code: 'PERSISTED_OPERATION_NOT_FOUND' } }]]]);
    expect(codeOf('automatic')).toMatchObject([['error', [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }]]]);
    expect(codeOf('text')).toMatchObject([['error', [{ extensions: { code: 'PERSISTED_OPERATION_REQUIRED' } }]]]);
    expect(codeOf('query')).toMatchObject([
      ['next', { data: dish.data }],
      ['complete', undefined],
    ]);
    bistro.menu.change('1', 99);
    await until(() => socket.of('changes').length === 1);
    expect(socket.of('changes')).toMatchObject([{ payload: { data: { dishChanged: { dish: { name: 'pastor' } } } } }]);
    expect(socket.closed()).toBeUndefined();
  });

  it('runs by its id over server-sent events, by POST and GET, also for a client that reads JSON too', async () => {
    bistro = await openBistro({ operations: listed.folder, documents: 'persisted' });
    const authorization = `Bearer ${await bistro.tenants.login()}`;
    const documentId = `sha256:${sha256(CHANGES)}`;
    const accept = 'application/json, text/event-stream';
    const url = `${bistro.url}/graphql`;
    const streams = [
      await readEvents(url, { body: JSON.stringify({ documentId }), headers: { authorization } }),
      await readEvents(`${url}?${new URLSearchParams({ documentId })}`, { headers: { authorization } }),
      await readEvents(url, { body: JSON.stringify({ documentId }), headers: { authorization, accept } }),
      await readEvents(`${url}?${new URLSearchParams({ documentId })}`, { headers: { authorization, accept } }),
    ];
    await until(() => bistro.menu.watchers() === 1);
    await expect
      .poll(() => fetch(`${bistro.url}/metrics`).then((response) => response.text()))
      .toContain('mycelium_gateway_subscriptions 4\n');
    bistro.menu.change('1', 99);
    for (const stream of streams) {
      await until(() => stream.results().length === 1);
      expect(stream.results()).toMatchObject([{ data: { dishChanged: { dish: { name: 'pastor' } } } }]);
      stream.close();
    }
    const unknown = await readEvents(url, { body: JSON.stringify({ documentId: sha256('{ nothing }') }) });
    expect(unknown.status).toBe(400);
  });

  it('is named in the log, with its id and the client whose list it is on', async () => {
    bistro = await openBistro({ operations: listed.folder, documents: 'persisted' });
    const documentId = sha256(LISTED);
    const id = (correlationId: string) => ({ 'x-correlation-id': correlationId });
    await post(bistro.url, { documentId, variables }, id('post'));
    await post(bistro.url, { documentId, variables }, id('again'));
    const search = new URLSearchParams({ documentId, variables: JSON.stringify(variables) });
    await (await fetch(`${bistro.url}/graphql?${search}`, { headers: id('get') })).text();
    const stream = await readEvents(`${bistro.url}/graphql?${search}`, { headers: id('events') });
    await until(stream.isOver);
    const named = { operation: 'Dish', documentId, client: 'web' };
    for (const correlationId of ['post', 'again', 'get', 'events']) {
      await expect.poll(() => bistro.log).toContainEqual(expect.objectContaining({ ...named, correlationId }));
    }
    const socket = await openSocket(bistro.url);
    socket.subscribe('query', { documentId, variables });
    await until(() => socket.of('query').length === 2);
    expect(bistro.log).toContainEqual(expect.objectContaining({ ...named, transport: 'socket' }));
  });

  it('is known as soon as the file has it; a file that is not good changes nothing', async () => {
    bistro = await openBistro({ operations: listed.folder, documents: 'persisted' });
    const asked = () => post(bistro.url, { documentId: sha256(OTHER) });
    expect(await asked()).toMatchObject({ status: 400, code: 'PERSISTED_OPERATION_NOT_FOUND' });
    await listed.write(manifest(LISTED, OTHER));
    await expect.poll(asked).toMatchObject({ status: 200 });
    await listed.write(JSON.stringify({ [`sha256:${sha256(OTHER)}`]: '{ forged }' }));
    await expect.poll(() => bistro.log.map(({ msg }) => msg)).toContainEqual(expect.stringContaining('not good'));
    expect(await asked()).toMatchObject({ status: 200 });
  });

  it('must have the hash that its file says', async () => {
    await listed.write(JSON.stringify({ [`sha256:${sha256(OTHER)}`]: LISTED }));
    await expect(openBistro({ operations: listed.folder })).rejects.toThrow('has another hash');
  });
});

describe('a free document', () => {
  it('is refused where only registered ones run', async () => {
    bistro = await openBistro({ operations: listed.folder, documents: 'persisted' });
    expect(await post(bistro.url, { query: OTHER })).toMatchObject({
      status: 400,
      code: 'PERSISTED_OPERATION_REQUIRED',
    });
    const extensions = { persistedQuery: { version: 1, sha256Hash: sha256(OTHER) } };
    expect(await post(bistro.url, { query: OTHER, extensions })).toMatchObject({
      code: 'PERSISTED_OPERATION_REQUIRED',
    });
    const search = new URLSearchParams({ query: OTHER });
    expect((await fetch(`${bistro.url}/graphql?${search}`)).status).toBe(400);
    expect(bistro.menu.calls).toEqual([]);
  });

  it('is for our own staff everywhere', async () => {
    bistro = await openBistro({ operations: listed.folder, documents: 'persisted' });
    const as = async (role: 'OWNER' | 'ADMIN') => ({ authorization: `Bearer ${await bistro.tenants.login({ role })}` });
    expect(await post(bistro.url, { query: OTHER }, await as('OWNER'))).toMatchObject({
      code: 'PERSISTED_OPERATION_REQUIRED',
    });
    expect(await post(bistro.url, { query: OTHER }, await as('ADMIN'))).toMatchObject({ status: 200, code: undefined });
  });

  it('may be sent once with its hash and then by its hash, where free documents run', async () => {
    bistro = await openBistro();
    const extensions = { persistedQuery: { version: 1, sha256Hash: sha256(OTHER) } };
    expect(await post(bistro.url, { extensions })).toMatchObject({ status: 200, code: 'PERSISTED_QUERY_NOT_FOUND' });
    expect(await post(bistro.url, { query: LISTED, extensions, variables })).toMatchObject({
      status: 400,
      code: 'BAD_REQUEST',
    });
    expect(await post(bistro.url, { extensions })).toMatchObject({ code: 'PERSISTED_QUERY_NOT_FOUND' });
    expect(await post(bistro.url, { query: OTHER, extensions })).toMatchObject({ status: 200, code: undefined });
    expect(await post(bistro.url, { extensions })).toMatchObject({ status: 200, code: undefined });
  });

  it('is refused with an id that is none', async () => {
    bistro = await openBistro();
    expect(await post(bistro.url, { documentId: 'menu' })).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
    expect(await post(bistro.url, { documentId: { $gt: '' }, query: OTHER })).toMatchObject({
      status: 400,
      code: 'BAD_REQUEST',
    });
  });
});
