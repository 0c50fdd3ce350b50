import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, openHouse } from '../../test/house.ts';

const MEMBERS = `query ($first: Int) { tenantBySlug(slug: "las-reinas") { members(first: $first) { totalCount edges { node { id role version user { email name memberships { role tenant { slug } } } sessions { id } } } } } }`;
const UPDATE =
  'mutation ($id: ID!, $version: Int!, $role: Role!) { updateMembership(id: $id, input: { version: $version, role: $role }) { role version } }';
const REMOVE = 'mutation ($id: ID!) { removeMember(id: $id) }';
const END = 'mutation ($id: ID!) { revokeMemberSessions(id: $id) }';
const REFRESH = 'mutation ($token: String!) { refreshSession(refreshToken: $token) { refreshToken } }';

interface Members {
  tenantBySlug: {
    members: { edges: { node: { id: string; role: string; version: number; user: { email: string } } }[] };
  };
}

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

async function member(role: string) {
  const owner = await house.enter('owner@las-reinas.test');
  const { tenantBySlug } = await owner.run<Members>(MEMBERS);
  const found = tenantBySlug.members.edges.find(({ node }) => node.user.email === `${role}@las-reinas.test`);
  if (!found) throw new Error(`There is no ${role}.`);
  return { owner, ...found.node };
}

test('the people of a tenant are a page, in the same statements however many they are', async () => {
  const owner = await house.enter('owner@las-reinas.test');
  expect(await owner.run(MEMBERS, { first: 2 })).toMatchObject({
    tenantBySlug: {
      members: { totalCount: 4, edges: [{ node: { role: 'OWNER', user: { email: 'owner@las-reinas.test' } } }, {}] },
    },
  });
  // The viewer's own memberships are read apart from those that are shared, so one is not enough to compare with.
  const two = await house.testing.countSql(() => owner.run(MEMBERS, { first: 2 }));
  expect(await house.testing.countSql(() => owner.run(MEMBERS, { first: 50 }))).toBe(two);
});

test('one person is found by the id of the membership, in their own tenant alone', async () => {
  const ONE = 'query ($id: ID!) { membership(id: $id) { role user { email } } }';
  const { owner, id } = await member('kitchen');
  expect(await owner.run(ONE, { id })).toEqual({
    membership: { role: 'KITCHEN', user: { email: 'kitchen@las-reinas.test' } },
  });
  expect(await (await house.enter('owner@el-farolito.test')).run(ONE, { id })).toEqual({ membership: null });
});

test('people are found by their ids as users, however many there are; who is no member is not among them', async () => {
  const SOME =
    'query ($users: [ID!]) { tenantBySlug(slug: "las-reinas") { members(users: $users) { totalCount edges { node { user { id name } } } } } }';
  interface Some {
    tenantBySlug: { members: { totalCount: number; edges: { node: { user: { id: string } } }[] } };
  }
  const owner = await house.enter('owner@las-reinas.test');
  const all = (await owner.run<Some>(SOME)).tenantBySlug.members.edges.map(({ node }) => node.user.id);
  const elsewhere = (await house.enter('owner@el-farolito.test')).viewer.id;
  const asked = [...all.slice(1, 3), elsewhere, 'nobody'];
  const { members } = (await owner.run<Some>(SOME, { users: asked })).tenantBySlug;
  expect(members.edges.map(({ node }) => node.user.id)).toEqual(all.slice(1, 3));
  expect(members.totalCount).toBe(2);
  expect((await owner.run<Some>(SOME, { users: [] })).tenantBySlug.members.edges).toEqual([]);
  const many = Array.from({ length: 201 }, String);
  expect((await owner.ask(SOME, { users: many })).errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
});

test('the last owner stays', async () => {
  const { owner, id, version } = await member('owner');
  for (const answer of [await owner.ask(REMOVE, { id }), await owner.ask(UPDATE, { id, version, role: 'STAFF' })])
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', reason: 'LAST_OWNER' });
});

test('a manager neither makes nor unmakes an owner', async () => {
  const ownership = await member('owner');
  const kitchen = await member('kitchen');
  const manager = await house.enter('manager@las-reinas.test');
  expect(await manager.refusal(REMOVE, ownership)).toMatchObject({ code: 'FORBIDDEN' });
  expect(await manager.refusal(UPDATE, { id: ownership.id, version: ownership.version, role: 'STAFF' })).toMatchObject({
    code: 'FORBIDDEN',
  });
  expect(await manager.refusal(UPDATE, { id: kitchen.id, version: kitchen.version, role: 'OWNER' })).toMatchObject({
    code: 'FORBIDDEN',
  });
});

test('a lesser role ends the sessions, a greater one does not, and a stale version is a conflict', async () => {
  const { owner, id, version } = await member('kitchen');
  const session = await house.logIn('kitchen@las-reinas.test');
  expect(await owner.run(UPDATE, { id, version, role: 'MANAGER' })).toEqual({
    updateMembership: { role: 'MANAGER', version: version + 1 },
  });
  const { refreshSession } = await house.nobody.run<{ refreshSession: { refreshToken: string } }>(REFRESH, {
    token: session.refreshToken,
  });
  expect(await owner.refusal(UPDATE, { id, version, role: 'KITCHEN' })).toMatchObject({ code: 'CONFLICT' });
  await owner.run(UPDATE, { id, version: version + 1, role: 'KITCHEN' });
  expect(await house.nobody.refusal(REFRESH, { token: refreshSession.refreshToken })).toMatchObject({
    code: 'UNAUTHENTICATED',
  });
});

test("a manager sees and ends a member's sessions in the tenant", async () => {
  const { id } = await member('auditor');
  const session = await house.logIn('auditor@las-reinas.test');
  const manager = await house.enter('owner@las-reinas.test');
  expect(
    await manager.run(
      '{ tenantBySlug(slug: "las-reinas") { members { edges { node { role sessions { isCurrent } } } } } }',
    ),
  ).toMatchObject({
    tenantBySlug: {
      members: { edges: expect.arrayContaining([{ node: { role: 'AUDITOR', sessions: [{ isCurrent: false }] } }]) },
    },
  });
  expect(await manager.run(END, { id })).toEqual({ revokeMemberSessions: 1 });
  expect(await house.nobody.refusal(REFRESH, { token: session.refreshToken })).toMatchObject({
    code: 'UNAUTHENTICATED',
  });
});

test('a member who is removed is out at once, and elsewhere nothing changes', async () => {
  const { owner, id } = await member('kitchen');
  const stranger = await house.enter('owner@el-farolito.test');
  for (const operation of [REMOVE, END])
    expect(await stranger.refusal(operation, { id })).toMatchObject({ code: 'NOT_FOUND' });
  const session = await house.logIn('kitchen@las-reinas.test');
  expect(await owner.run(REMOVE, { id })).toEqual({ removeMember: id });
  expect(await house.nobody.refusal(REFRESH, { token: session.refreshToken })).toMatchObject({
    code: 'UNAUTHENTICATED',
  });
  await expect(house.logIn('kitchen@las-reinas.test')).rejects.toThrow('UNAUTHENTICATED');
  await house.logIn('owner@el-farolito.test');
});

test('two owners who remove themselves at the same moment do not both go', async () => {
  const manager = await member('manager');
  await manager.owner.run(UPDATE, { id: manager.id, version: manager.version, role: 'OWNER' });
  const ids = [manager.id, (await member('owner')).id];
  const answers = await Promise.all(ids.map((id) => manager.owner.ask(REMOVE, { id })));
  expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
  expect(answers.flatMap(({ errors = [] }) => errors.map(({ extensions }) => extensions.reason))).toEqual([
    'LAST_OWNER',
  ]);
});
