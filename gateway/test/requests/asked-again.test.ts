import { afterEach, expect, it } from 'vitest';
import { type Bistro, openBistro } from '../bistro/bistro.ts';

let bistro: Bistro;
afterEach(() => bistro?.close());

const bodies: Record<string, unknown> = {
  'that is answered': { query: '{ dish(id: "1") { name chef { name } } }' },
  'with variables': { query: 'query ($id: ID!) { dish(id: $id) { name } }', variables: { id: '2' } },
  'with a variable that does not fit': { query: 'query ($id: ID!) { dish(id: $id) { name } }', variables: { id: {} } },
  'with variables that are none': { query: 'query ($id: ID!) { dish(id: $id) { name } }', variables: [] },
  'with one of two names': {
    query: 'query A { dishes { name } } query B { dish(id: "1") { name } }',
    operationName: 'B',
  },
  'without the name that it needs': { query: 'query A { dishes { name } } query B { dish(id: "1") { name } }' },
  'with an empty name': { query: 'query A { dishes { name } }', operationName: '' },
  'that asks for what is not allowed': { query: '{ recipe }' },
  'that partly fails': { query: '{ crash dishes { name } }' },
  'that subscribes': { query: 'subscription { priceChanged { price } }' },
  'with extensions that are none': { query: '{ dishes { name } }', extensions: 'none' },
};
const accepted = [
  undefined,
  '*/*',
  'application/json',
  'application/graphql-response+json',
  'application/graphql-response+json, application/json;q=0.9',
  'application/json, application/graphql-response+json',
  'application/graphql-response+json;q=0.1, application/json',
  'text/plain',
];

it.each(Object.entries(bodies))('a request %s is answered as it was the first time', async (_what, body) => {
  bistro = await openBistro();
  for (const accept of accepted) {
    const ask = async () => {
      const response = await fetch(`${bistro.url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-correlation-id': 'asked',
          'x-graphql-cost': 'please',
          ...(accept && { accept }),
        },
        body: JSON.stringify(body),
      });
      const {
        date: _date,
        'ratelimit-remaining': _remaining,
        'ratelimit-reset': _reset,
        ...headers
      } = Object.fromEntries(response.headers);
      return { status: response.status, headers, body: await response.text() };
    };
    const [first, second] = [await ask(), await ask()];
    expect(second).toEqual(first);
  }
});
