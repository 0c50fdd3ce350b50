import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { hashText } from '../../src/persisted/document-id.ts';
import type { RestSource } from '../../src/rest/serve-rest.ts';
import { type Bistro, openBistro, placements } from '../bistro/bistro.ts';

const operations = `
  fragment Card on Dish { id title: name price }
  query Dish($id: ID!) { dish(id: $id) { ...Card chef { name } } }
  query Dishes { dishes { ...Card } }
  query Cost($id: ID!) { dish(id: $id) { cost } }
  query Crash { crash deep { end } }
  query Shown($on: Boolean!) { dish(id: "1") { id @include(if: $on) name @skip(if: $on) } }
  mutation SetPrice($id: ID!, $input: PriceInput!) { setPrice(id: $id, input: $input) { price } }
  subscription Tick { tick }
`;
const manifest = `
GET /api/dishes/{id}: { operation: Dish, variables: { id: path.id }, answer: /dish, summary: One dish }
GET /api/dishes: { operation: Dishes, answer: /dishes }
GET /api/dishes/{id}/cost: { operation: Cost, variables: { id: path.id }, answer: /dish/cost }
GET /api/dishes/{id}/title: { operation: Dish, variables: { id: path.id }, answer: /dish/title }
GET /api/crash: { operation: Crash, answer: /crash }
GET /api/shown: { operation: Shown, variables: { on: query.on }, answer: /dish }
PUT /api/dishes/{id}/price: { operation: SetPrice, variables: { id: path.id, input: body }, answer: /setPrice }
`;
const rest: RestSource = { manifest, operations };

let bistro: Bistro | undefined;
afterEach(async () => {
  await bistro?.close();
  bistro = undefined;
});

async function ask(path: string, init: RequestInit = {}) {
  const response = await fetch(`${bistro?.url}${path}`, init);
  return { status: response.status, headers: response.headers, body: await response.json() };
}
const put = (amount: unknown, token: string) =>
  ask('/api/dishes/1/price', {
    method: 'PUT',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(amount === undefined ? {} : { amount }),
  });

describe.each(placements)('REST, subgraphs %s', (placement) => {
  it('answers with what is at the pointer, joined over subgraphs', async () => {
    bistro = await openBistro({ placement, rest });
    expect(await ask('/api/dishes/1', { headers: { 'x-correlation-id': 'seven' } })).toMatchObject({
      status: 200,
      body: { id: '1', title: 'pastor', price: 30, chef: { name: 'Ana' } },
    });
    expect(bistro.log).toContainEqual(
      expect.objectContaining({ correlationId: 'seven', operation: 'Dish', path: '/api/dishes/1', status: 200 }),
    );
    expect((await ask('/api/dishes')).body).toHaveLength(2);
    expect((await ask('/api/dishes/1/title')).body).toBe('pastor');
    expect((await ask('/api/shown?on=true')).body).toEqual({ id: '1' });
    expect((await ask('/api/shown?on=false')).body).toEqual({ name: 'pastor' });
  });

  it('changes what the credential allows', async () => {
    bistro = await openBistro({ placement, rest });
    expect(await put(41, await bistro.tenants.login())).toMatchObject({ status: 200, body: { price: 41 } });
    expect((await ask('/api/dishes/1')).body).toMatchObject({ price: 41 });
  });

  it('says what is wrong by the status', async () => {
    bistro = await openBistro({ placement, rest });
    const owner = await bistro.tenants.login();
    const code = (answer: Awaited<ReturnType<typeof ask>>) => [answer.status, answer.body.errors[0].extensions.code];
    expect(code(await ask('/api/dishes/99'))).toEqual([404, 'NOT_FOUND']);
    expect(code(await ask('/api/dishes/1/cost'))).toEqual([401, 'UNAUTHENTICATED']);
    expect(code(await ask('/api/dishes/1', { headers: { 'x-api-key': 'gg_live_unknownkey' } }))).toEqual([
      401,
      'UNAUTHENTICATED',
    ]);
    expect(code(await put(41, await bistro.tenants.login({ role: 'KITCHEN' })))).toEqual([403, 'FORBIDDEN']);
    expect(code(await put(-1, owner))).toEqual([400, 'BAD_USER_INPUT']);
    expect(code(await put('many', owner))).toEqual([400, 'BAD_USER_INPUT']);
    expect(code(await put(undefined, owner))).toEqual([400, 'BAD_USER_INPUT']);
    expect(code(await ask('/api/shown?on=perhaps'))).toEqual([400, 'BAD_USER_INPUT']);
    expect(code(await ask('/api/shown?on=true&on=false'))).toEqual([400, 'BAD_USER_INPUT']);
    const crashed = await ask('/api/crash');
    expect(code(crashed)).toEqual([500, 'INTERNAL']);
    expect(JSON.stringify(crashed.body)).not.toContain('hunter2');
    bistro.menu.down = 'gone';
    const away = await ask('/api/dishes/1');
    expect([...code(away), away.headers.get('retry-after')]).toEqual([503, 'UNAVAILABLE', '2']);
  });
});

it('takes an API key', async () => {
  bistro = await openBistro({ rest });
  bistro.tenants.credentials.set('gg_live_12345678', {
    kind: 'CLIENT',
    id: 'pos',
    tenantId: 'las-reinas',
    scopes: ['menu:write'],
  });
  const answer = await ask('/api/dishes/1/cost', { headers: { 'x-api-key': 'gg_live_12345678' } });
  expect(answer).toMatchObject({ status: 200, body: 12 });
  const metrics = await (await fetch(`${bistro.url}/metrics`)).text();
  expect(metrics).toContain('mycelium_gateway_client_operations_total{client="pos",operation="Cost"} 1');
});

describe('a path bound to a persisted operation', () => {
  const texts = ['query Dish($id: ID!) { dish(id: $id) { name } }', 'query Dish($id: ID!) { dish(id: $id) { price } }'];
  const dishes = 'query Dishes { dishes { name } }';
  let directory: string;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'operations-'));
    await mkdir(join(directory, 'web'));
    const documents = [...texts, dishes].map((text) => [hashText(text), text]);
    await writeFile(join(directory, 'web', 'persisted-documents.json'), JSON.stringify(Object.fromEntries(documents)));
  });
  afterAll(() => rm(directory, { recursive: true }));
  const hash = hashText(texts[1] ?? '');
  const open = (line: string) => openBistro({ operations: directory, rest: { manifest: line, operations } });

  it('by its id or by client and name answers with it, and is named in the log', async () => {
    bistro = await open(`
GET /api/prices/{id}: { documentId: "sha256:${hash}", variables: { id: path.id }, answer: /dish }
GET /api/names: { operation: web/Dishes, answer: /dishes }
    `);
    expect((await ask('/api/prices/1')).body).toEqual({ price: 30 });
    expect((await ask('/api/names')).body).toEqual([{ name: 'pastor' }, { name: 'suadero' }]);
    for (const [path, operation, documentId] of [
      ['/api/prices/1', 'Dish', hash],
      ['/api/names', 'Dishes', hashText(dishes)],
    ]) {
      expect(bistro.log).toContainEqual(expect.objectContaining({ path, operation, documentId, client: 'rest' }));
    }
    const { paths } = (await ask('/api/openapi.json')).body;
    expect(paths['/api/prices/{id}'].get.operationId).toBe('Dish');
  });

  it.each([
    ['{ documentId: menu, answer: /dish }', 'GET /api/x: menu is no document id.'],
    [`{ documentId: ${'a'.repeat(64)}, answer: /dish }`, 'There is no persisted operation aaa'],
    ['{ operation: Dishes, documentId: menu, answer: /dish }', 'an operation or a documentId, one of them'],
    ['{ answer: /dish }', 'an operation or a documentId, one of them'],
    ['{ operation: web/Nothing, answer: /dish }', 'There is no operation Nothing of web.'],
    ['{ operation: nobody/Dishes, answer: /dish }', 'There is no operation Dishes of nobody.'],
    ['{ operation: web/Dish, answer: /dish }', 'There are several operations Dish of web; name one by documentId.'],
  ])('that is not there is refused at the start: %s', async (entry, message) => {
    await expect(open(`GET /api/x: ${entry}`)).rejects.toThrow(message);
  });
});

it('describes itself in OpenAPI and shows that under the strict policy', async () => {
  bistro = await openBistro({ rest });
  const { body } = await ask('/api/openapi.json');
  expect(body).toMatchObject({
    openapi: '3.1.0',
    security: [{ apiKey: [] }, { bearer: [] }],
    paths: {
      '/api/dishes/{id}': {
        get: {
          operationId: 'Dish',
          summary: 'One dish',
          parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
          responses: {
            200: {
              content: {
                'application/json': {
                  schema: {
                    type: ['object', 'null'],
                    required: ['id', 'title', 'price', 'chef'],
                    properties: {
                      title: { type: 'string' },
                      price: { type: 'integer' },
                      chef: { type: ['object', 'null'], properties: { name: { type: 'string' } } },
                    },
                  },
                },
              },
            },
          },
        },
      },
      '/api/dishes/{id}/price': {
        put: {
          requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/PriceInput' } } } },
        },
      },
    },
    components: {
      schemas: { PriceInput: { required: ['amount'], properties: { amount: { type: 'integer' } } } },
    },
  });
  const page = await fetch(`${bistro.url}/api/docs`);
  const html = await page.text();
  expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
  expect(html).not.toMatch(/(src|href)="(https?:)?\/\//);
  expect(html).not.toMatch(/<script>/);
  const script = await fetch(`${bistro.url}${/src="(.+?)"/.exec(html)?.[1]}`);
  expect([script.status, script.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8']);
});

it.each([
  ['GET /api/x: { operation: Nothing, answer: /dish }', 'GET /api/x: There is no operation Nothing.'],
  ['GET /api/x: { operation: Dish, answer: /dish }', 'The operation demands $id, which comes from nowhere.'],
  ['GET /api/x/{id}: { operation: Dishes, answer: /dishes }', 'No variable takes path.id.'],
  ['GET /api/x: { operation: Dish, variables: { id: path.id }, answer: /dish }', 'The path has no {id}.'],
  ['GET /api/x: { operation: Dishes, variables: { n: query.n }, answer: /dishes }', 'has no variable $n.'],
  ['GET /api/x: { operation: Dishes, answer: /dishes/colour }', 'selects nothing at /dishes/colour.'],
  ['POST /api/x: { operation: Tick, answer: /tick }', 'A subscription cannot be asked over REST.'],
  ['GET /api/x: { operation: SetPrice, answer: /setPrice }', 'GET must not change anything.'],
  ['FETCH /api/x: { operation: Dishes, answer: /dishes }', 'there is no method FETCH.'],
  ['GET /elsewhere: { operation: Dishes, answer: /dishes }', 'is a method and a path below /api'],
  ['GET /api/x: { operation: Dishes, answer: dishes }', 'is a pointer into the data'],
  ['GET /api/x: { operation: Dishes, answer: /dishes, color: red }', 'color'],
])('refuses to start with a manifest that does not fit: %s', async (line, message) => {
  await expect(openBistro({ rest: { manifest: line, operations } })).rejects.toThrow(message);
});
