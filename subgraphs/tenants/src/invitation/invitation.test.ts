import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type House, openHouse, PASSWORD, tokenIn } from '../../test/house.ts';

const INVITE = `mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { id email role status expiresAt invitedBy { email } } }`;
const OFFER = 'query ($token: String!) { invitation(token: $token) { tenantName email role invitedBy hasAccount } }';
const ACCEPT = `mutation ($token: String!, $name: String, $password: String) {
  acceptInvitation(token: $token, name: $name, password: $password) { accessToken refreshToken viewer { role tenant { slug } user { name } } }
}`;
const REVOKE = 'mutation ($id: ID!) { revokeInvitation(id: $id) { status } }';
const RESEND = 'mutation ($id: ID!) { resendInvitation(id: $id) { id status } }';
const LIST = `query ($first: Int) { tenantBySlug(slug: "las-reinas") { invitations(first: $first) { totalCount edges { node { email status mail invitedBy { email } } } } } }`;

interface Invited {
  inviteMember: { id: string };
}

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const invite = async (email: string, role = 'STAFF') => {
  const owner = await house.enter('owner@las-reinas.test');
  const { inviteMember } = await owner.run<Invited>(INVITE, { input: { email, role } });
  return { owner, id: inviteMember.id };
};

test('a new person is invited by e-mail, sees what for, and is a member by accepting', async () => {
  const { owner } = await invite(' Ana@Example.test ');
  const message = await house.mailbox.next('ana@example.test');
  expect(message.subject).toBe('Únete a Las Reinas');
  expect(message.text).toContain('OWNER of las-reinas te invita');
  expect(message.html).toContain('Aceptar la invitación');
  const token = tokenIn(message);
  expect(await house.nobody.run(OFFER, { token })).toEqual({
    invitation: {
      tenantName: 'Las Reinas',
      email: 'ana@example.test',
      role: 'STAFF',
      invitedBy: 'OWNER of las-reinas',
      hasAccount: false,
    },
  });
  const weak = await house.nobody.refusal(ACCEPT, { token, name: 'Ana', password: 'password1234' });
  expect(weak).toMatchObject({ code: 'BAD_USER_INPUT', path: ['password'] });
  expect(await house.nobody.refusal(ACCEPT, { token, password: PASSWORD })).toMatchObject({ path: ['name'] });
  expect(await house.nobody.run(ACCEPT, { token, name: 'Ana', password: PASSWORD })).toMatchObject({
    acceptInvitation: { viewer: { role: 'STAFF', tenant: { slug: 'las-reinas' }, user: { name: 'Ana' } } },
  });
  await house.logIn('ana@example.test');
  expect(await house.nobody.run(OFFER, { token })).toEqual({ invitation: null });
  expect(await house.nobody.refusal(ACCEPT, { token, name: 'Eva', password: PASSWORD })).toMatchObject({
    code: 'BAD_USER_INPUT',
    path: ['token'],
  });
  const again = await owner.ask(INVITE, { input: { email: 'ana@example.test', role: 'KITCHEN' } });
  expect(again.errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', reason: 'MEMBER' });
});

test('whoever invites is told that the person has come, once and without an e-mail', async () => {
  const { owner } = await invite('bea@example.test');
  const token = tokenIn(await house.mailbox.next('bea@example.test'));
  await house.nobody.run(ACCEPT, { token, name: 'Bea', password: PASSWORD });
  const NOTICES = '{ viewer { notices { edges { node { kind group path values } } } } }';
  await vi.waitFor(async () => {
    const { viewer } = await owner.run<{ viewer: { notices: { edges: { node: { values: object } }[] } } }>(NOTICES);
    const path = expect.stringMatching(/^\/people\/[0-9a-f-]{36}$/);
    const told = viewer.notices.edges.map(({ node }) => node).filter(({ values }) => 'name' in values);
    expect(told).toContainEqual({ kind: 'invitation.accepted', group: 'PEOPLE', path, values: { name: 'Bea' } });
  });
  expect(house.mailbox.emailsTo('owner@las-reinas.test')).toEqual([]);
});

test('whoever has an account gives its password or is logged in, and then works for both', async () => {
  await invite('staff@el-farolito.test', 'KITCHEN');
  const token = tokenIn(await house.mailbox.next('staff@el-farolito.test'));
  expect(await house.nobody.run(OFFER, { token })).toMatchObject({ invitation: { hasAccount: true } });
  for (const password of [undefined, 'something else entirely'])
    expect(await house.nobody.refusal(ACCEPT, { token, name: 'Eve', password })).toMatchObject({
      code: 'UNAUTHENTICATED',
    });
  const other = await house.enter('owner@el-farolito.test');
  expect(await other.refusal(ACCEPT, { token })).toMatchObject({ code: 'UNAUTHENTICATED' });
  const person = await house.enter('staff@el-farolito.test');
  expect(await person.run(ACCEPT, { token })).toMatchObject({
    acceptInvitation: {
      viewer: { role: 'KITCHEN', tenant: { slug: 'las-reinas' }, user: { name: 'STAFF of el-farolito' } },
    },
  });
  expect(await person.run('{ viewer { user { memberships { role tenant { slug } } } } }')).toMatchObject({
    viewer: { user: { memberships: [{ tenant: { slug: 'el-farolito' } }, { tenant: { slug: 'las-reinas' } }] } },
  });
});

test('two who accept at the same moment do not both', async () => {
  await invite('twice@example.test');
  const token = tokenIn(await house.mailbox.next('twice@example.test'));
  const answers = await Promise.all(
    [1, 2, 3].map(() => house.nobody.ask(ACCEPT, { token, name: 'Twice', password: PASSWORD })),
  );
  expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
});

test('inviting an address again keeps its link, sends no second e-mail and takes over the role', async () => {
  const { id } = await invite('again@example.test', 'STAFF');
  const token = tokenIn(await house.mailbox.next('again@example.test'));
  expect((await invite('AGAIN@example.test', 'MARKETER')).id).toBe(id);
  expect(await house.nobody.run(OFFER, { token })).toMatchObject({ invitation: { role: 'MARKETER' } });
  const { owner } = await invite('marker@example.test');
  await house.mailbox.next('marker@example.test');
  expect(house.mailbox.emailsTo('again@example.test')).toHaveLength(1);

  await owner.run(RESEND, { id });
  const second = tokenIn(await house.mailbox.next('again@example.test'));
  expect(await house.nobody.run(OFFER, { token })).toEqual({ invitation: null });
  expect(await house.nobody.run(OFFER, { token: second })).toMatchObject({ invitation: { role: 'MARKETER' } });

  expect(await owner.run(REVOKE, { id })).toEqual({ revokeInvitation: { status: 'REVOKED' } });
  expect(await house.nobody.run(OFFER, { token: second })).toEqual({ invitation: null });
  expect(await owner.refusal(RESEND, { id })).toMatchObject({ code: 'CONFLICT' });
  expect((await invite('again@example.test')).id).toBe(id);
  const third = tokenIn(await house.mailbox.next('again@example.test'));
  expect(await house.nobody.run(OFFER, { token: third })).toMatchObject({ invitation: { role: 'STAFF' } });
});

test('an invitation ends after seven days', async () => {
  const { owner, id } = await invite('late@example.test');
  const token = tokenIn(await house.mailbox.next('late@example.test'));
  await house.testing.subgraph.work(({ em }) =>
    em.execute("update tenants.invitation set expires_at = now() - interval '1 second' where id = ?", [id]),
  );
  expect(await house.nobody.refusal(ACCEPT, { token, name: 'Late', password: PASSWORD })).toMatchObject({
    path: ['token'],
  });
  expect(await owner.run(RESEND, { id })).toMatchObject({ resendInvitation: { status: 'OPEN' } });
});

test('nobody grants a role above their own, and an address must be one', async () => {
  const manager = await house.enter('manager@las-reinas.test');
  const owner = await house.enter('owner@las-reinas.test');
  const ask = (email: string, role: string) => ({ input: { email, role } });
  expect(await manager.refusal(INVITE, ask('x@example.test', 'OWNER'))).toMatchObject({ code: 'FORBIDDEN' });
  expect(await owner.refusal(INVITE, ask('x@example.test', 'ADMIN'))).toMatchObject({ code: 'FORBIDDEN' });
  expect(await owner.refusal(INVITE, ask('nonsense', 'STAFF'))).toMatchObject({ path: ['input', 'email'] });
  const { id } = await invite('boss@example.test', 'OWNER');
  for (const operation of [REVOKE, RESEND])
    expect(await manager.refusal(operation, { id })).toMatchObject({ code: 'FORBIDDEN' });
  expect(await manager.refusal(INVITE, ask('boss@example.test', 'STAFF'))).toMatchObject({ code: 'FORBIDDEN' });
});

test("another tenant's invitation does not exist, and kitchen staff is refused", async () => {
  const { id } = await invite('own@example.test');
  const stranger = await house.enter('owner@el-farolito.test');
  for (const operation of [REVOKE, RESEND])
    expect(await stranger.refusal(operation, { id })).toMatchObject({ code: 'NOT_FOUND' });
  const kitchen = await house.enter('kitchen@las-reinas.test');
  expect(await kitchen.refusal(REVOKE, { id })).toMatchObject({ code: 'FORBIDDEN' });
  expect(await kitchen.refusal(LIST)).toMatchObject({ code: 'FORBIDDEN' });
});

test('an e-mail that nobody takes is tried again, and one that is refused is given up', async () => {
  house.mailbox.refuse('slow@example.test', 451);
  const { owner } = await invite('slow@example.test');
  const row = async (email: string) => {
    const [found] = await house.testing.subgraph.work(({ em }) =>
      em.execute('select state, attempts, error, sealed_letter from tenants.mail where "to" = ?', [email]),
    );
    return found;
  };
  await vi.waitFor(
    async () => expect(await row('slow@example.test')).toMatchObject({ state: 'QUEUED', attempts: 1 }),
    10_000,
  );
  await house.testing.subgraph.work(async ({ em }) => {
    await em.execute(`update tenants_worker._private_jobs set run_at = now() where key like 'mail %'`);
    await em.execute(`select pg_notify('jobs:insert', '{"count":1}')`);
  });
  await house.mailbox.next('slow@example.test');
  await vi.waitFor(
    async () => expect(await row('slow@example.test')).toMatchObject({ state: 'SENT', sealed_letter: null }),
    10_000,
  );

  house.mailbox.refuse('gone@example.test', 550);
  await invite('gone@example.test');
  await vi.waitFor(
    async () => expect(await row('gone@example.test')).toMatchObject({ state: 'FAILED', attempts: 1 }),
    10_000,
  );
  expect(await owner.run(LIST, { first: 1 })).toMatchObject({
    tenantBySlug: {
      invitations: {
        edges: [
          {
            node: {
              email: 'gone@example.test',
              status: 'OPEN',
              mail: 'FAILED',
              invitedBy: { email: 'owner@las-reinas.test' },
            },
          },
        ],
      },
    },
  });
});

test('the list takes the same statements however long it is', async () => {
  const owner = await house.enter('owner@las-reinas.test');
  const one = await house.testing.countSql(() => owner.run(LIST, { first: 1 }));
  const many = await house.testing.countSql(() => owner.run(LIST, { first: 50 }));
  expect(many).toBe(one);
});

test('of many guessed links twenty are looked at, and good links take no place', async () => {
  const stranger = house.testing.as({ kind: 'anonymous', id: '', scopes: [] });
  await house.forgetLimits();
  await invite('guest@example.test');
  const token = tokenIn(await house.mailbox.next('guest@example.test'));
  for (let at = 0; at < 25; at += 1) expect(await stranger.run(OFFER, { token })).toMatchObject({ invitation: {} });
  const guesses: Awaited<ReturnType<typeof stranger.ask>>[] = [];
  for (let round = 0; round < 5; round += 1) {
    const guess = (_: unknown, at: number) => stranger.ask(OFFER, { token: `gg_invitation_${round}_${at}` });
    guesses.push(...(await Promise.all(Array.from({ length: 6 }, guess))));
  }
  expect(guesses.filter(({ errors }) => !errors)).toHaveLength(20);
  await house.forgetLimits();
});
