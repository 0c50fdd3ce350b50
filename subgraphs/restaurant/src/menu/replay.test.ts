import { testSecret } from '@mycelium/database/testing';
import { deriveKey } from '@mycelium/kit/secrets';
import { person, type TestSubgraph, testSubgraph } from '@mycelium/kit/testing';
import { CONTEXT_LIFETIME_MS, type SignedCall, signContext } from '@mycelium/kit/viewer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { restaurant } from '../subgraph.ts';

const CREATE =
  'mutation ($name: String!) { createMenuSection(input: { menuId: "0198c0de-0000-7000-8000-000000000000", name: [{ locale: "es", text: $name }] }) { id } }';
const READ = '{ __typename }';
const FOLLOW = 'subscription ($t: ID!) { menuChanged(tenantId: $t) { itemId } }';

const key = deriveKey(testSecret, 'context');
const viewer = person('OWNER');
let testing: TestSubgraph;
beforeAll(async () => {
  testing = await testSubgraph(restaurant);
});
afterAll(() => testing.close());

/** A call, and the context that somebody who reads along has of it. */
function signed(call: Omit<SignedCall, 'to'>, now = Date.now(), to = 'restaurant') {
  return { ...call, context: signContext({ viewer, correlationId: 'c-1' }, { ...call, to }, key, now) };
}

const refusalOf = async (call: ReturnType<typeof signed>) => {
  const { errors } = await testing.subgraph.execute(call);
  return errors?.[0]?.extensions?.code;
};

test('a mutation that is sent again with the context of the first is refused', async () => {
  const call = signed({ query: CREATE, variables: { name: 'Tacos' } });
  expect(await refusalOf(call)).not.toBe('UNAUTHENTICATED');
  expect(await refusalOf(call)).toBe('UNAUTHENTICATED');
  // The same, asked for a second time by the gateway, is another call.
  expect(await refusalOf(signed({ query: CREATE, variables: { name: 'Tacos' } }))).not.toBe('UNAUTHENTICATED');
});

test('a context is refused with any other call, and in another subgraph', async () => {
  const { context } = signed({ query: READ });
  expect(await refusalOf({ query: READ, context })).toBeUndefined();
  expect(await refusalOf({ query: CREATE, variables: { name: 'Tacos' }, context })).toBe('UNAUTHENTICATED');
  const mutation = signed({ query: CREATE, variables: { name: 'Tacos' } });
  expect(await refusalOf({ ...mutation, variables: { name: 'Bebidas' } })).toBe('UNAUTHENTICATED');
  expect(await refusalOf(signed({ query: READ }, Date.now(), 'tenants'))).toBe('UNAUTHENTICATED');
});

test('a context that is too old is refused as such, so that the gateway can sign again', async () => {
  const { errors } = await testing.subgraph.execute(signed({ query: READ }, Date.now() - CONTEXT_LIFETIME_MS - 1_000));
  expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED', reason: 'CONTEXT_EXPIRED' } }]);
});

test('a subscription begins once with its context, and goes on however old that becomes', async () => {
  const call = signed({ query: FOLLOW, variables: { t: viewer.tenantId } }, Date.now() - CONTEXT_LIFETIME_MS + 1_000);
  const stream = await testing.subgraph.subscribe(call);
  expect(Symbol.asyncIterator in stream).toBe(true);
  expect(await testing.subgraph.subscribe(call)).toMatchObject({
    errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
  });
  if (Symbol.asyncIterator in stream) await stream.return?.();
});
