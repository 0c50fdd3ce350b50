import { afterEach, describe, expect, it } from 'vitest';
import { type Bistro, openBistro, placements } from '../bistro/bistro.ts';
import { readEvents } from '../bistro/events.ts';
import { until, watch } from '../bistro/watch.ts';

const ACCEPT = 'multipart/mixed;deferSpec=20220824, application/graphql-response+json, application/json;q=0.9';
const SLOW = '{ dish(id: "1") { name } ... @defer(label: "later") { slow } }';

let bistro: Bistro;
afterEach(() => bistro?.close());

/** Reads the parts of an answer as they come. */
async function readParts(query: string, headers: Record<string, string> = {}, variables?: object) {
  const leaving = new AbortController();
  const response = await fetch(`${bistro.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: ACCEPT, ...headers },
    body: JSON.stringify({ query, variables }),
    signal: leaving.signal,
  });
  const seen = { response, parts: [] as unknown[], isOver: false, leave: () => leaving.abort() };
  const read = async () => {
    let text = '';
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += chunk;
      const blocks = text.split(/\r\n---(?:--)?\r\n/);
      text = blocks.pop() ?? '';
      for (const block of blocks) if (block.trim()) seen.parts.push(JSON.parse(block.slice(block.indexOf('\r\n\r\n'))));
    }
  };
  read()
    .catch(() => {})
    .finally(() => {
      seen.isOver = true;
    });
  return seen;
}

const metrics = async () => (await fetch(`${bistro.url}/metrics`)).text();

describe.each(placements)('@defer, its subgraphs %s', (placement) => {
  it('sends the first part while a subgraph still works, and the rest when it is done', async () => {
    bistro = await openBistro({ placement });
    const { response, parts } = await readParts(SLOW);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('multipart/mixed; boundary="-"; deferSpec=20220824');
    await until(() => parts.length === 1, 'the first part');
    expect(parts).toEqual([{ data: { dish: { name: 'pastor' } }, hasNext: true }]);
    bistro.menu.release();
    await until(() => parts.length === 2, 'the rest');
    expect(parts[1]).toEqual({
      incremental: [{ path: [], label: 'later', data: { slow: expect.anything() } }],
      hasNext: false,
    });
  });
});

describe('an answer in parts', () => {
  it('has the errors of a part in our terms, and nothing else is lost', async () => {
    bistro = await openBistro();
    bistro.tenants.down = 'the database is away';
    const seen = await readParts('{ dishes { name chef { ... @defer { name } } } }');
    await until(() => seen.isOver);
    expect(seen.parts).toEqual([
      {
        data: {
          dishes: [
            { name: 'pastor', chef: {} },
            { name: 'suadero', chef: {} },
          ],
        },
        hasNext: true,
      },
      {
        incremental: [
          {
            path: ['dishes', 0, 'chef'],
            data: null,
            errors: [
              {
                message: 'The subgraph tenants is not available; try again in a moment.',
                path: ['dishes'],
                extensions: { code: 'UNAVAILABLE', service: 'tenants' },
              },
            ],
          },
          { path: ['dishes', 1, 'chef'], data: null },
        ],
        hasNext: false,
      },
    ]);
  });

  it.each([
    'application/json',
    '*/*',
    'multipart/mixed, application/json',
    'multipart/mixed;incrementalSpec=v0.2, multipart/mixed;deferSpec=20220824, application/json',
  ])('is one for a client that accepts %s', async (accept) => {
    bistro = await openBistro();
    const { status, headers, data } = await bistro.ask('{ dish(id: "1") { name ... @defer { chef { name } } } }', {
      headers: { accept },
    });
    expect([status, headers.get('content-type'), data]).toEqual([
      200,
      'application/json; charset=utf-8',
      { dish: { name: 'pastor', chef: { name: 'Ana' } } },
    ]);
  });

  it('is one when nothing is deferred after all', async () => {
    bistro = await openBistro();
    const query = 'query ($d: Boolean!) { dish(id: "1") { name ... @defer(if: $d) { price } } }';
    const seen = await readParts(query, {}, { d: false });
    expect(seen.response.headers.get('content-type')).toContain('application/graphql-response+json');
  });

  it('is refused as a whole when a deferred field is, or when it is too much', async () => {
    bistro = await openBistro();
    const ask = (query: string) => bistro.ask(query, { headers: { accept: ACCEPT } });
    expect(await ask('{ dish(id: "1") { name ... @defer { cost } } }')).toMatchObject({
      status: 200,
      data: null,
      errors: [{ path: ['dish', 'cost'], extensions: { code: 'UNAUTHENTICATED' } }],
    });
    const deep = `{ deep { ${'... @defer { deeper { '.repeat(20)} end ${'} }'.repeat(20)} } }`;
    expect(await ask(deep)).toMatchObject({ status: 400, errors: [{ extensions: { limit: 'depth' } }] });
  });

  it('is counted and logged when its last part is sent', async () => {
    bistro = await openBistro();
    const counted = 'mycelium_gateway_operation_seconds_count{transport="http",kind="query",outcome="ok"}';
    const before = Number((await metrics()).split(`${counted} `)[1]?.split('\n')[0] ?? 0);
    const lines = () => bistro.log.filter(({ msg, path }) => msg === 'request' && path === '/graphql').length;
    const seen = await readParts(SLOW);
    await until(() => seen.parts.length === 1);
    expect([lines(), (await metrics()).includes(`${counted} ${before + 1}`)]).toEqual([0, false]);
    bistro.menu.release();
    await until(() => seen.isOver && lines() === 1);
    expect(await metrics()).toContain(`${counted} ${before + 1}`);
  });

  it('ends the work for it when its client goes away', async () => {
    bistro = await openBistro();
    const counted = 'mycelium_gateway_operation_seconds_count{transport="http",kind="query",outcome="ok"} 1';
    const seen = await readParts('{ dish(id: "1") { name } ... @defer { slow person(id: "ana") { id } } }');
    await until(() => seen.parts.length === 1);
    expect(await metrics()).not.toContain(counted);
    seen.leave();
    await expect.poll(metrics).toContain(counted);
  });

  it('is neither shared nor kept', async () => {
    bistro = await openBistro({ cacheSeconds: { Dish: 60 } });
    const query = '{ dish(id: "1") { name ... @defer { price } } }';
    for (let count = 0; count < 2; count += 1) {
      const seen = await readParts(query);
      await until(() => seen.isOver);
      expect([seen.parts.length, seen.response.headers.get('x-cache')]).toEqual([2, null]);
    }
    expect((await bistro.ask(query)).headers.get('x-cache')).toBe('miss');
  });
});

describe('a query with @defer', () => {
  it('has a message for each part on a socket', async () => {
    bistro = await openBistro();
    const seen = watch(bistro.client(), SLOW);
    await until(() => seen.results.length === 1);
    expect(seen.results[0]).toEqual({ data: { dish: { name: 'pastor' } }, hasNext: true });
    bistro.menu.release();
    await until(() => seen.completed);
    expect(seen.results.slice(1)).toMatchObject([{ incremental: [{ label: 'later', path: [] }], hasNext: false }]);
  });

  it('has an event for each part on an event stream', async () => {
    bistro = await openBistro();
    const stream = await readEvents(`${bistro.url}/graphql`, { body: JSON.stringify({ query: SLOW }) });
    await until(() => stream.results().length === 1);
    bistro.menu.release();
    await until(() => stream.isOver());
    expect(stream.results()).toMatchObject([{ hasNext: true }, { incremental: [{ label: 'later' }], hasNext: false }]);
    expect(stream.events.at(-1)?.event).toBe('complete');
  });
});
