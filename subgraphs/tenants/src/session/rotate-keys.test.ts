import { createLocalJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, openHouse } from '../../test/house.ts';
import { rotateSigningKeys } from './rotate-keys.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const rotate = () => house.testing.subgraph.work(rotateSigningKeys);

/** As if so much time had passed. */
const pass = (interval: string) =>
  house.testing.subgraph.work(({ em }) =>
    em.execute('update tenants.signing_key set signs_from = signs_from - ?::interval', [interval]),
  );

async function keySet() {
  const gateway = house.testing.as({ kind: 'gateway', id: 'gateway', scopes: ['gateway'] });
  const { signingKeys } = await gateway.run<{ signingKeys: string }>('{ signingKeys }');
  return JSON.parse(signingKeys) as { keys: { kid: string; kty: string }[] };
}

const published = async () => (await keySet()).keys.map(({ kid }) => kid);

test('a key signs for 30 days, is published a day before, and goes when its last token has ended', async () => {
  const token = async () => (await house.logIn('owner@las-reinas.test')).accessToken;
  const kidOf = (jwt: string) => decodeProtectedHeader(jwt).kid;
  const first = kidOf(await token());
  await pass('28 days 23 hours');
  await rotate();
  expect(await published()).toEqual([first]);

  await pass('2 hours');
  await rotate();
  await rotate();
  const [next, ...others] = await published();
  expect(others).toEqual([first]);
  const last = await token();
  expect(kidOf(last)).toBe(first);

  await pass('1 day');
  await rotate();
  expect(await published()).toEqual([next, first]);
  expect(kidOf(await token())).toBe(next);
  await jwtVerify(last, createLocalJWKSet(await keySet()), { issuer: 'mycelium' });

  await pass('21 minutes');
  await rotate();
  expect(await published()).toEqual([next]);
});

test('in an emergency platform staff alone replaces every key, and says why', async () => {
  const ROTATE = 'mutation ($reason: String!) { rotateSigningKey(reason: $reason) }';
  const before = await published();
  const owner = await house.enter('owner@las-reinas.test');
  expect(await owner.refusal(ROTATE, { reason: 'stolen' })).toMatchObject({ code: 'FORBIDDEN' });
  const admin = house.testing.as({ kind: 'user', id: owner.viewer.id, role: 'ADMIN', scopes: ['platform:admin'] });
  expect(await admin.refusal(ROTATE, { reason: ' ' })).toMatchObject({ path: ['reason'] });
  const { rotateSigningKey } = await admin.run<{ rotateSigningKey: string }>(ROTATE, { reason: 'stolen' });
  expect(await published()).toEqual([rotateSigningKey]);
  expect(before).not.toContain(rotateSigningKey);
});
