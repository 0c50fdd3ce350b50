import type { Context } from '@mycelium/kit/context';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, openHouse, PASSWORD } from '../../test/house.ts';

const CHANGE = 'mutation ($next: String!) { changePassword(current: "gently down the stream", next: $next) }';
const REMOVE = 'mutation ($id: ID!) { removeMember(id: $id) }';
const LOGIN =
  'mutation ($email: String!, $password: String!) { login(email: $email, password: $password) { viewer { role } } }';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const idOf = async (table: string, where: string): Promise<string> => {
  const [row] = await house.testing.subgraph.work(({ em }) =>
    em.execute<{ id: string }[]>(`select id from tenants.${table} where ${where}`),
  );
  return row?.id ?? '';
};
const personOf = (email: string) => idOf('"user"', `email = '${email}'`);
const memberOf = (email: string) =>
  idOf('membership', `user_id = (select id from tenants."user" where email = '${email}')`);

/** Until somebody waits for what this transaction holds. */
const awaited = ({ em }: Context) =>
  expect
    .poll(async () => {
      const waiting = await em.execute(
        'select 1 from pg_stat_activity where pg_backend_pid() = any(pg_blocking_pids(pid))',
      );
      return waiting.length;
    })
    .toBeGreaterThan(0);

test.each([
  ['the password is changed', 'manager@las-reinas.test', `update tenants."user" set password_hash = 'x' where id = ?`],
  ['they are removed', 'kitchen@las-reinas.test', 'delete from tenants.membership where user_id = ?'],
])('who logs in at the moment when %s is not let in', async (_, email, statement) => {
  const person = await personOf(email);
  let answer: Promise<unknown> | undefined;
  await house.testing.subgraph.work(async (ctx) => {
    await ctx.em.execute('select 1 from tenants."user" where id = ? for update', [person]);
    await ctx.em.execute(statement, [person]);
    answer = house.nobody.refusal(LOGIN, { email, password: PASSWORD });
    await awaited(ctx);
  });
  expect(await answer).toMatchObject({ code: 'UNAUTHENTICATED' });
});

test('who logs in at the moment when their role is lowered has the new one', async () => {
  const email = 'auditor@las-reinas.test';
  const person = await personOf(email);
  let answer: Promise<unknown> | undefined;
  await house.testing.subgraph.work(async (ctx) => {
    await ctx.em.execute('select 1 from tenants."user" where id = ? for update', [person]);
    await ctx.em.execute("update tenants.membership set role = 'KITCHEN' where user_id = ?", [person]);
    answer = house.nobody.run(LOGIN, { email, password: PASSWORD });
    await awaited(ctx);
  });
  expect(await answer).toMatchObject({ login: { viewer: { role: 'KITCHEN' } } });
});

test.each([
  [
    'a removal',
    'staff@el-farolito.test',
    async (email: string) => {
      const id = await memberOf(email);
      return (await house.enter('owner@el-farolito.test')).run(REMOVE, { id });
    },
  ],
  [
    'another password',
    'owner@el-farolito.test',
    async (email: string) => (await house.enter(email)).run(CHANGE, { next: 'merrily merrily merrily' }),
  ],
])('%s ends a session that is being opened', async (_, email, end) => {
  const person = await personOf(email);
  const session = uuidv7();
  let answer: Promise<unknown> | undefined;
  await house.testing.subgraph.work(async (ctx) => {
    await ctx.em.execute('select 1 from tenants."user" where id = ? for share', [person]);
    await ctx.em.execute(
      `insert into tenants.session (id, user_id, tenant_id, expires_at) values (?, ?, ?, now() + interval '1 day')`,
      [session, person, house.ids.farolito],
    );
    answer = end(email);
    await awaited(ctx);
  });
  await answer;
  expect(await idOf('session', `id = '${session}' and revoked_at is not null`)).toBe(session);
});
