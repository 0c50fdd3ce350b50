import { createSecretKey, randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GraphQLError } from 'graphql';
import { afterEach, expect, test } from 'vitest';
import { asAnswer } from './failure.ts';
import { liesInData } from './fault.ts';
import { askOverHttp, createAsk } from './neighbours.ts';

const QUERY = { query: '{ menus { id } }', context: '' };
const MUTATION = { query: 'mutation { createMenu { id } }', context: '' };

let servers: Server[] = [];
afterEach(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
  servers = [];
});

/** A server that answers with its name, cuts the connection, is going away, or, `gone`, is not there. */
async function serve(name: string, manner: 'well' | 'cuts' | 'leaves' | 'fails' | 'gone' = 'well') {
  const replica = { name, manner, asked: 0, url: '' };
  const server = createServer((request, response) => {
    replica.asked += 1;
    if (replica.manner === 'cuts') return void request.socket.destroy();
    if (replica.manner === 'leaves') response.setHeader('connection', 'close');
    if (replica.manner === 'fails') return void response.writeHead(503).end('out of order');
    response.end(JSON.stringify({ data: { name } }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  replica.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  if (manner === 'gone') await new Promise((resolve) => server.close(resolve));
  else servers.push(server);
  return replica;
}

async function askTimes(count: number, call: typeof QUERY, replicas: { url: string }[]): Promise<unknown[]> {
  const ask = askOverHttp({ restaurant: replicas.map(({ url }) => url) });
  const answers: unknown[] = [];
  for (let asked = 0; asked < count; asked += 1)
    answers.push(
      await ask('restaurant', call).then(
        ({ data }) => data?.name,
        ({ extensions }) => extensions.code,
      ),
    );
  return answers;
}

test('all servers of a neighbour are asked in turn', async () => {
  const replicas = [await serve('a'), await serve('b')];
  expect(new Set(await askTimes(4, QUERY, replicas))).toEqual(new Set(['a', 'b']));
  expect(replicas.map(({ asked }) => asked)).toEqual([2, 2]);
});

test('where nobody listens nothing was sent, so that the next one does it, a mutation too', async () => {
  const replicas = [await serve('a', 'gone'), await serve('b'), await serve('c', 'gone')];
  expect(await askTimes(3, MUTATION, replicas)).toEqual(['b', 'b', 'b']);
  expect(await askTimes(1, MUTATION, [await serve('d', 'gone')])).toEqual(['UNAVAILABLE']);
});

test.each(['cuts', 'fails'] as const)(
  'what may have been done is asked once; a query goes on: one that %s',
  async (manner) => {
    const replicas = [await serve('a', manner), await serve('b', manner)];
    expect(await askTimes(1, MUTATION, replicas)).toEqual(['UNAVAILABLE']);
    expect(replicas.reduce((sum, { asked }) => sum + asked, 0)).toBe(1);
    expect(await askTimes(4, QUERY, [await serve('c', manner), await serve('d')])).toEqual(['d', 'd', 'd', 'd']);
  },
);

test.each(['cuts', 'fails', 'leaves'] as const)('one that %s is asked after the others', async (manner) => {
  const [bad, good] = [await serve('a', manner), await serve('b')];
  await askTimes(10, QUERY, [bad, good]);
  expect([bad.asked <= 1, good.asked >= 9]).toEqual([true, true]);
});

test.each([
  ['NOT_FOUND', 'NOT_FOUND', true],
  ['CONFLICT', 'CONFLICT', true],
  ['UNAVAILABLE', 'UNAVAILABLE', false],
  ['INTERNAL', 'INTERNAL', false],
  ['SOMETHING_ELSE', 'INTERNAL', false],
  [undefined, 'INTERNAL', false],
])('what a neighbour refuses with %s is told to the client as %s', async (code, told, isFinal) => {
  const refusal = new GraphQLError('It is refused.', { extensions: code ? { code, reason: 'SO' } : {} });
  const ask = createAsk(async () => ({ errors: [refusal] }), createSecretKey(randomBytes(32)));
  const viewer = { kind: 'gateway' as const, id: 'crm', scopes: [] };
  const asking = ask('crm', QUERY, { viewer, correlationId: 'a' });
  const error = await asking.then(
    () => new Error('It was not refused.'),
    (thrown: Error) => thrown,
  );
  const answer = asAnswer(new GraphQLError('x', { originalError: error, path: ['x'] }), undefined, 'a');
  expect(answer.toJSON()).toMatchObject({ message: 'It is refused.', extensions: { code: told } });
  expect(liesInData(error)).toBe(isFinal);
});
