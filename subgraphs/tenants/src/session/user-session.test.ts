import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, openHouse } from '../../test/house.ts';
import { deviceName } from './device.ts';

const SESSIONS =
  '{ viewer { sessions { totalCount edges { node { id device address isCurrent createdAt lastUsedAt } } } } }';
const REFRESH = 'mutation ($token: String!) { refreshSession(refreshToken: $token) { refreshToken } }';

interface Sessions {
  viewer: { sessions: { totalCount: number; edges: { node: { id: string; isCurrent: boolean } }[] } };
}

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

test('a person sees where they are logged in, and ends one or all others', async () => {
  const email = 'owner@las-reinas.test';
  const [first, second, third] = [await house.enter(email), await house.enter(email), await house.enter(email)];
  await house.enter('manager@las-reinas.test');
  const { sessions } = (await third.run<Sessions>(SESSIONS)).viewer;
  expect(sessions.totalCount).toBe(3);
  expect(sessions.edges.map(({ node }) => node.isCurrent)).toEqual([true, false, false]);
  expect(sessions.edges[0]?.node).toMatchObject({ id: third.viewer.sessionId, address: '127.0.0.1' });

  const END = 'mutation ($id: ID!) { revokeSession(id: $id) { id } }';
  await third.run(END, { id: first.viewer.sessionId });
  expect(await house.nobody.refusal(REFRESH, { token: first.refreshToken })).toMatchObject({ code: 'UNAUTHENTICATED' });
  const stranger = await house.enter('owner@el-farolito.test');
  expect(await stranger.refusal(END, { id: second.viewer.sessionId })).toMatchObject({ code: 'NOT_FOUND' });

  expect(await third.run('mutation { revokeOtherSessions }')).toEqual({ revokeOtherSessions: 1 });
  expect(await house.nobody.refusal(REFRESH, { token: second.refreshToken })).toMatchObject({
    code: 'UNAUTHENTICATED',
  });
  await house.nobody.run(REFRESH, { token: third.refreshToken });
  expect((await third.run<Sessions>(SESSIONS)).viewer.sessions.totalCount).toBe(1);
});

test('a device is called by its browser and system, when it says', () => {
  expect(deviceName('Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0')).toBe('Firefox on Linux');
  expect(deviceName('curl/8.4.0')).toBe('curl');
  expect(deviceName(undefined)).toBeUndefined();
});
