import { afterEach, describe, expect, it } from 'vitest';
import { type Bistro, openBistro, placements } from '../bistro/bistro.ts';

let bistro: Bistro;
afterEach(() => bistro?.close());

describe.each(placements)('a request, its subgraphs %s', (placement) => {
  const open = async (options = {}) => {
    bistro = await openBistro({ placement, ...options });
    return bistro;
  };

  it('joins what two subgraphs know', async () => {
    const { ask } = await open();
    const { status, data } = await ask('{ dishes { name chef { name } } person(id: "ana") { name } }');
    expect([status, data]).toEqual([
      200,
      {
        dishes: [
          { name: 'pastor', chef: { name: 'Ana' } },
          { name: 'suadero', chef: { name: 'Beto' } },
        ],
        person: { name: 'Ana' },
      },
    ]);
  });

  it('gets partial data and UNAVAILABLE when one subgraph is away', async () => {
    const { ask, tenants } = await open();
    tenants.down = 'the database is away';
    const { status, data, errors } = await ask('{ dish(id: "1") { name chef { name } } }');
    expect([status, data]).toEqual([200, { dish: { name: 'pastor', chef: null } }]);
    expect(errors).toMatchObject([{ extensions: { code: 'UNAVAILABLE', service: 'tenants' } }]);
  });

  it('gets 503 when nothing could be answered', async () => {
    const { ask, menu } = await open();
    menu.down = 'the database is away';
    const nullable = await ask('{ dish(id: "1") { name } }');
    expect([nullable.status, nullable.data]).toEqual([503, { dish: null }]);
    const { status, data, errors } = await ask('{ dishes { name } }');
    expect([status, data]).toEqual([503, null]);
    expect(errors?.[0]).toMatchObject({
      message: 'The subgraph menu is not available; try again in a moment.',
      extensions: { code: 'UNAVAILABLE', service: 'menu' },
    });
  });

  it('is told when to come again, as the subgraph that is away says or in a moment, however often it asks', async () => {
    const { ask, menu } = await open();
    menu.down = 'the database is away';
    menu.retryAfter = 7;
    for (let count = 0; count < 2; count += 1) {
      const { status, headers, errors } = await ask('{ dishes { name } }');
      expect([status, headers.get('retry-after')]).toEqual([503, '7']);
      expect(errors?.[0]?.extensions.retryAfter).toBe(7);
    }
    menu.retryAfter = undefined;
    expect((await ask('{ dishes { name } }')).headers.get('retry-after')).toBe('2');
    menu.down = undefined;
    expect((await ask('{ dishes { name } }')).headers.get('retry-after')).toBeNull();
  });

  it('is told that a subgraph is busy, and when to come again, where it says that more is asked than it has room for', async () => {
    const { ask, menu } = await open();
    menu.busyFor = 3;
    const { status, headers, errors } = await ask('{ dishes { name } }');
    expect([status, headers.get('retry-after')]).toEqual([503, '3']);
    expect(errors).toEqual([
      {
        message: 'The subgraph menu is busy; try again in a moment.',
        path: ['dishes'],
        extensions: { code: 'UNAVAILABLE', reason: 'BUSY', retryAfter: 3, service: 'menu' },
      },
    ]);
  });

  it('gets the codes of the subgraph, with the path to the input', async () => {
    const { ask, tenants } = await open();
    const { status, data, errors } = await ask('mutation { setPrice(id: "1", input: { amount: -5 }) { price } }', {
      token: await tenants.login(),
    });
    expect([status, data]).toEqual([200, null]);
    expect(errors).toEqual([
      {
        message: 'A price is not negative.',
        path: ['setPrice'],
        extensions: { code: 'BAD_USER_INPUT', path: ['input', 'amount'] },
      },
    ]);
  });

  it('does not learn what went wrong inside, but can name it to us', async () => {
    const { ask, log } = await open();
    const { status, data, errors } = await ask('{ crash whoAsks }', { headers: { 'x-correlation-id': 'crash-1' } });
    expect([status, data.crash]).toEqual([200, null]);
    expect(errors).toEqual([
      {
        message: 'Something went wrong on our side.',
        path: ['crash'],
        extensions: { code: 'INTERNAL', correlationId: 'crash-1' },
      },
    ]);
    expect(log).toContainEqual(
      expect.objectContaining({
        correlationId: 'crash-1',
        service: 'menu',
        err: expect.objectContaining({ message: expect.stringContaining('hunter2') }),
      }),
    );
  });

  it('leaves one line in the log', async () => {
    const { ask, log, tenants } = await open();
    await ask('{ whoAsks }', { token: await tenants.login(), headers: { 'x-correlation-id': 'line-1' } });
    await expect
      .poll(() => log.filter(({ msg }) => msg === 'request'))
      .toMatchObject([
        {
          correlationId: 'line-1',
          method: 'POST',
          path: '/graphql',
          status: 200,
          viewer: 'user',
          tenantId: 'las-reinas',
        },
      ]);
  });
});

describe('a bad request', () => {
  const post = (body: string, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
    fetch(`${bistro.url}/graphql`, { method: 'POST', headers, body });
  const deep = (levels: number) => `{ deep ${'{ deeper '.repeat(levels)}{ end }${' }'.repeat(levels)} }`;

  it.each([
    ['broken JSON', '{', 400, 'BAD_REQUEST'],
    ['no query', '{"variables":{}}', 400, 'BAD_REQUEST'],
    ['a batch', '[{"query":"{ whoAsks }"}]', 400, 'BAD_REQUEST'],
    ['broken syntax', JSON.stringify({ query: '{ whoAsks' }), 400, 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', JSON.stringify({ query: '{ nothing }' }), 400, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'an unknown operation',
      JSON.stringify({ query: 'query A { whoAsks }', operationName: 'B' }),
      400,
      'OPERATION_RESOLUTION_FAILURE',
    ],
    [
      'no operation named among two',
      JSON.stringify({ query: 'query A { whoAsks } query B { whoAsks }' }),
      400,
      'OPERATION_RESOLUTION_FAILURE',
    ],
    ['a subscription', JSON.stringify({ query: 'subscription { tick }' }), 400, 'BAD_REQUEST'],
    [
      'a fragment cycle',
      JSON.stringify({ query: '{ ...A } fragment A on Query { ...A }' }),
      400,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['an operation too deep', JSON.stringify({ query: deep(16) }), 400, 'OPERATION_TOO_LARGE'],
    ['an operation deeper than anything', JSON.stringify({ query: deep(1_000) }), 400, 'OPERATION_TOO_LARGE'],
    [
      '20,000 aliases',
      JSON.stringify({ query: `{ ${Array.from({ length: 20_000 }, (_, i) => `a${i}: whoAsks`).join(' ')} }` }),
      400,
      'GRAPHQL_PARSE_FAILED',
    ],
    ['two megabytes', JSON.stringify({ query: ' '.repeat(2_000_000) }), 413, 'BAD_REQUEST'],
  ])('with %s is refused in GraphQL terms', async (_what, body, status, code) => {
    bistro = await openBistro();
    const response = await post(body);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ errors: [{ message: expect.any(String), extensions: { code } }] });
    expect(bistro.menu.calls).toEqual([]);
  });

  it('with a variable of the wrong type says which field of it is wrong', async () => {
    bistro = await openBistro();
    const query = 'mutation ($id: ID!, $input: PriceInput!) { setPrice(id: $id, input: $input) { id } }';
    const { status, errors } = await bistro.ask(query, {
      token: await bistro.tenants.login(),
      variables: { input: { amount: 'much' } },
    });
    expect(status).toBe(400);
    expect(errors?.map(({ extensions }) => extensions)).toEqual([
      { code: 'BAD_USER_INPUT', path: ['input', 'amount'] },
      { code: 'BAD_USER_INPUT', path: ['id'] },
    ]);
  });

  it('that a form of another site could send is refused', async () => {
    bistro = await openBistro();
    const body = JSON.stringify({ query: '{ whoAsks }' });
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      const simple = await post(body, { 'content-type': type });
      expect(simple.status).toBe(400);
      expect(JSON.stringify(await simple.json())).toContain('CSRF');
    }
    const get = async (headers: Record<string, string>) =>
      (await fetch(`${bistro.url}/graphql?query=%7BwhoAsks%7D`, { headers })).status;
    expect(await get({ 'sec-fetch-site': 'cross-site' })).toBe(400);
    expect(await get({ 'sec-fetch-site': 'same-site' })).toBe(400);
    expect(await get({ origin: 'https://elsewhere.example' })).toBe(400);
    expect(await get({ 'sec-fetch-site': 'cross-site', 'apollo-require-preflight': '1' })).toBe(200);
    expect(await get({ 'sec-fetch-site': 'same-origin' })).toBe(200);
    expect(await get({})).toBe(200);
  });

  it.each([
    ['application/json', 200],
    ['application/graphql-response+json', 400],
    ['application/graphql-response+json, application/json;q=0.9', 400],
    ['*/*', 400],
  ])('that is well-formed has the status that a client accepting %s wants', async (accept, status) => {
    bistro = await openBistro();
    const headers = { 'content-type': 'application/json', accept };
    const response = await post(JSON.stringify({ query: '{ nothing }' }), headers);
    expect([response.status, await response.json()]).toMatchObject([
      status,
      { errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] },
    ]);
    expect((await post('{"variables":{}}', headers)).status).toBe(400);
  });
});

describe('a subgraph over the network', () => {
  it('that does not listen is UNAVAILABLE, and the gateway goes on', async () => {
    bistro = await openBistro({ placement: 'over the network' });
    await bistro.served.tenants?.crash();
    delete bistro.served.tenants;
    const partial = await bistro.ask('{ dish(id: "1") { name chef { name } } }');
    expect([partial.status, partial.data]).toEqual([200, { dish: { name: 'pastor', chef: null } }]);
    expect(partial.errors).toMatchObject([
      { path: ['dish', 'chef'], extensions: { code: 'UNAVAILABLE', service: 'tenants' } },
    ]);
    const nothing = await bistro.ask('{ person(id: "ana") { name } }');
    expect(nothing.status).toBe(503);
  });
});

describe('open mode', () => {
  it('asks nobody who they are, signs nothing, and shows errors as the subgraph gave them', async () => {
    bistro = await openBistro({ placement: 'over the network', open: true });
    const { data, errors } = await bistro.ask('{ recipe whoAsks crash __schema { queryType { name } } }', {
      token: 'garbage',
    });
    expect(data).toEqual({
      recipe: 'secret',
      whoAsks: 'null',
      crash: null,
      __schema: { queryType: { name: 'Query' } },
    });
    expect(errors).toMatchObject([
      { message: 'the password of the database is hunter2', path: ['crash'], extensions: { service: 'menu' } },
    ]);
    expect(bistro.menu.calls.at(-1)?.context).toBe('');
  });
});
