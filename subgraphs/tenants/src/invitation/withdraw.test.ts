import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, openHouse, PASSWORD, tokenIn } from '../../test/house.ts';

const INVITE = 'mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { id invitedBy { email } } }';
const ACCEPT =
  'mutation ($token: String!, $password: String!) { acceptInvitation(token: $token, name: "New", password: $password) { accessToken } }';
const OFFER = 'query ($token: String!) { invitation(token: $token) { role } }';
const UPDATE =
  'mutation ($id: ID!, $version: Int!, $role: Role!) { updateMembership(id: $id, input: { version: $version, role: $role }) { version } }';
const REMOVE = 'mutation ($id: ID!) { removeMember(id: $id) }';
const TENANT = `{ viewer { tenant {
  members(first: 200) { edges { node { id role version user { email } } } }
  invitations(first: 200) { edges { node { email status } } }
} } }`;

interface People {
  viewer: {
    tenant: {
      members: { edges: { node: { id: string; role: string; version: number; user: { email: string } } }[] };
      invitations: { edges: { node: { email: string; status: string } }[] };
    };
  };
}

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const OWNER = 'owner@las-reinas.test';
const people = async () => (await (await house.enter(OWNER)).run<People>(TENANT)).viewer.tenant;
const memberOf = async (email: string) => {
  const found = (await people()).members.edges.find(({ node }) => node.user.email === email);
  if (!found) throw new Error(`There is no ${email}.`);
  return found.node;
};

/** Somebody new in a role, logged in. */
async function join(name: string, role: string) {
  await house.forgetLimits();
  const email = `${name}@example.test`;
  await (await house.enter(OWNER)).run(INVITE, { input: { email, role } });
  await house.nobody.run(ACCEPT, { token: tokenIn(await house.mailbox.next(email)), password: PASSWORD });
  return house.enter(email);
}

test('who is removed does not come back by an invitation of their own', async () => {
  const partner = await join('partner', 'OWNER');
  await partner.run(INVITE, { input: { email: 'backdoor@example.test', role: 'OWNER' } });
  const token = tokenIn(await house.mailbox.next('backdoor@example.test'));
  const owner = await house.enter(OWNER);
  await owner.run(INVITE, { input: { email: 'expected@example.test', role: 'STAFF' } });
  await owner.run(REMOVE, { id: (await memberOf('partner@example.test')).id });
  expect(await house.nobody.run(OFFER, { token })).toEqual({ invitation: null });
  expect(await house.nobody.refusal(ACCEPT, { token, password: PASSWORD })).toMatchObject({ path: ['token'] });
  const { invitations } = await people();
  const statusOf = (email: string) => invitations.edges.find(({ node }) => node.email === email)?.node.status;
  expect([statusOf('backdoor@example.test'), statusOf('expected@example.test')]).toEqual(['REVOKED', 'OPEN']);
  // Their access token is good for minutes, where a gateway has not heard yet.
  expect(await partner.refusal(INVITE, { input: { email: 'later@example.test', role: 'STAFF' } })).toMatchObject({
    code: 'FORBIDDEN',
  });
});

test('a lesser role takes back what it could not offer, and nothing else', async () => {
  const partner = await join('demoted', 'OWNER');
  for (const role of ['OWNER', 'STAFF'])
    await partner.run(INVITE, { input: { email: `as-${role}@example.test`, role } });
  const [asOwner, asStaff] = [
    tokenIn(await house.mailbox.next('as-owner@example.test')),
    tokenIn(await house.mailbox.next('as-staff@example.test')),
  ];
  const owner = await house.enter(OWNER);
  const offers = async () => [
    await house.nobody.run(OFFER, { token: asOwner }),
    await house.nobody.run(OFFER, { token: asStaff }),
  ];
  const { id, version } = await memberOf('demoted@example.test');
  await owner.run(UPDATE, { id, version, role: 'MANAGER' });
  expect(await offers()).toEqual([{ invitation: null }, { invitation: { role: 'STAFF' } }]);
  await owner.run(UPDATE, { id, version: version + 1, role: 'AUDITOR' });
  expect(await offers()).toEqual([{ invitation: null }, { invitation: null }]);
});

test('an invitation that another one repeats is theirs', async () => {
  const partner = await join('first', 'OWNER');
  const input = { email: 'repeated@example.test', role: 'STAFF' };
  await partner.run(INVITE, { input });
  const owner = await house.enter(OWNER);
  expect(await owner.run(INVITE, { input })).toMatchObject({ inviteMember: { invitedBy: { email: OWNER } } });
  const token = tokenIn(await house.mailbox.next('repeated@example.test'));
  await owner.run(REMOVE, { id: (await memberOf('first@example.test')).id });
  expect(await house.nobody.run(OFFER, { token })).toEqual({ invitation: { role: 'STAFF' } });
});

test('whoever is made an owner at that moment is removed by no manager', async () => {
  await join('rising', 'STAFF');
  const { id } = await memberOf('rising@example.test');
  const manager = await house.enter('manager@las-reinas.test');
  let answer: ReturnType<typeof manager.refusal> | undefined;
  await house.testing.subgraph.work(async ({ em }) => {
    await em.execute("update tenants.membership set role = 'OWNER' where id = ?", [id]);
    answer = manager.refusal(REMOVE, { id });
    const isWaiting = async () =>
      (
        await em.execute(
          "select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
        )
      ).length > 0;
    await expect.poll(isWaiting).toBe(true);
  });
  expect(await answer).toMatchObject({ code: 'FORBIDDEN' });
  expect((await memberOf('rising@example.test')).role).toBe('OWNER');
});

test('one who is removed many times at once is removed once', async () => {
  await join('leaver', 'STAFF');
  const { id } = await memberOf('leaver@example.test');
  const owner = await house.enter(OWNER);
  const answers = await Promise.all([1, 2, 3, 4].map(() => owner.ask(REMOVE, { id })));
  expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
  for (const { errors } of answers) if (errors) expect(errors[0]?.extensions).toMatchObject({ code: 'NOT_FOUND' });
});
