import { buildClientSchema, getIntrospectionQuery } from 'graphql';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { protectionOf, protectionVariables } from '../../src/settings/env.ts';
import { type Bistro, openBistro } from '../bistro/bistro.ts';
import { readEvents } from '../bistro/events.ts';
import { until, watch } from '../bistro/watch.ts';

const SCHEMA = '{ __schema { queryType { name } } }';
const KEY = 'gg_live_0123456789abcdef';

let bistro: Bistro;
afterEach(() => bistro?.close());

const openIn = async (NODE_ENV: string) => {
  const { introspection } = protectionOf({ ...z.object(protectionVariables).parse({}), NODE_ENV });
  bistro = await openBistro({ introspection });
  bistro.tenants.credentials.set(KEY, { kind: 'CLIENT', id: 'partner', tenantId: 'las-reinas', scopes: [] });
  await bistro.clientLists.write('partner', { documents: [{ text: SCHEMA }] });
};

/** What somebody who asks for the schema is told over each transport: it, or a code. */
async function asked(token?: string, query = SCHEMA, operationName?: string): Promise<unknown[]> {
  const told = ({ data, errors }: { data?: unknown; errors?: readonly { extensions?: { code?: unknown } }[] }) =>
    errors?.[0]?.extensions?.code ?? (data ? 'the schema' : 'nothing');
  const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
  const stream = await readEvents(`${bistro.url}/graphql`, { body: JSON.stringify({ query, operationName }), headers });
  await until(stream.isOver);
  const socket = watch(bistro.client(token), query, undefined, undefined, operationName);
  await until(() => socket.completed || socket.failure !== undefined);
  const onSocket = socket.failure ? { errors: socket.failure } : socket.results[0];
  const answers = [await bistro.ask(query, { token, operationName }), stream.results()[0], onSocket];
  return answers.map((answer) => told(answer as Parameters<typeof told>[0]));
}
const everywhere = (what: string) => [what, what, what];

describe('the schema', () => {
  it('is in production for our own staff alone', async () => {
    await openIn('production');
    expect(await asked()).toEqual(everywhere('UNAUTHENTICATED'));
    expect(await asked(await bistro.tenants.login({ role: 'OWNER' }))).toEqual(everywhere('FORBIDDEN'));
    expect(await asked(KEY)).toEqual(everywhere('FORBIDDEN'));
    expect(await asked(await bistro.tenants.login({ role: 'ADMIN' }))).toEqual(everywhere('the schema'));
  });

  it.each([
    ['an inline fragment', '{ ... { __schema { queryType { name } } } }'],
    ['fragments in each other', '{ ... on Query { ... @include(if: true) { a: __type(name: "Dish") { name } } } }'],
    ['a named fragment', '{ ...F } fragment F on Query { ... { __schema { queryType { name } } } }'],
    [
      'a fragment behind another field',
      '{ whoAsks ...F } fragment F on Query { ...G } fragment G on Query { __schema { description } }',
    ],
    ['a deferred fragment', '{ whoAsks ... @defer { __schema { queryType { name } } } }'],
    ['one of several operations', 'query A { __schema { queryType { name } } } query B { whoAsks }', 'A'],
  ])('is kept in %s too', async (_where, query, operationName?: string) => {
    await openIn('production');
    expect(await asked(undefined, query, operationName)).toEqual(everywhere('UNAUTHENTICATED'));
    const owner = await bistro.tenants.login({ role: 'OWNER' });
    expect(await asked(owner, query, operationName)).toEqual(everywhere('FORBIDDEN'));
  });

  it('is not what an operation asks for that stands beside one that does', async () => {
    await openIn('production');
    const both =
      'query A { __schema { queryType { name } } } query B { ...F } fragment F on Query { __typename whoAsks }';
    expect(await asked(undefined, both, 'B')).toEqual(everywhere('the schema'));
  });

  it('is told to the usual tools, with everything that they can ask for', async () => {
    await openIn('development');
    const all = { descriptions: true, specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true };
    const query = getIntrospectionQuery({ ...all, inputValueDeprecation: true, oneOf: true });
    const { data } = await bistro.ask(query);
    expect(buildClientSchema(data).getQueryType()?.getFields().dish).toBeDefined();
  });

  it("is on a developer's machine for everyone but API keys", async () => {
    await openIn('development');
    expect(await asked()).toEqual(everywhere('the schema'));
    expect(await asked(await bistro.tenants.login())).toEqual(everywhere('the schema'));
    expect(await asked(KEY)).toEqual(everywhere('FORBIDDEN'));
  });

  it('is not given away by what is wrong with an operation, where it is kept from somebody', async () => {
    const wrong = [
      '{ dish(id: "1") { nam } }',
      'mutation ($input: PriceInput!) { setPrice(id: "1", input: $input) { price } }',
    ];
    const told = async () => {
      const messages: string[] = [];
      const token = await bistro.tenants.login();
      for (const query of wrong) {
        const variables = { input: { amount: 1, amoun: 1 } };
        const socket = watch(bistro.client(token), query, variables);
        await until(() => socket.completed || socket.failure !== undefined);
        const { errors } = await bistro.ask(query, { token, variables });
        messages.push(JSON.stringify(errors), JSON.stringify(socket.failure ?? socket.results));
      }
      return messages;
    };
    await openIn('development');
    expect((await told()).every((message) => message.includes('Did you mean'))).toBe(true);
    await bistro.close();
    await openIn('production');
    const kept = await told();
    expect(kept.every((message) => message.includes('BAD_USER_INPUT') || message.includes('VALIDATION_FAILED'))).toBe(
      true,
    );
    expect(kept.some((message) => message.includes('Did you mean'))).toBe(false);
  });
});
