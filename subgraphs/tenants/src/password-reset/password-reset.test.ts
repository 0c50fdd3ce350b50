import { Redis } from 'ioredis';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type House, openHouse, PASSWORD, tokenIn } from '../../test/house.ts';

const REQUEST = 'mutation ($email: String!) { requestPasswordReset(email: $email) }';
const RESET = 'mutation ($token: String!, $password: String!) { resetPassword(token: $token, password: $password) }';
const CHANGE = 'mutation ($current: String!, $next: String!) { changePassword(current: $current, next: $next) }';
const REFRESH = 'mutation ($token: String!) { refreshSession(refreshToken: $token) { refreshToken } }';
const NEXT = 'merrily merrily merrily';

let house: House;
let redis: Redis;
beforeAll(async () => {
  house = await openHouse();
  redis = new Redis(house.testing.redisUrl);
});
beforeEach(() => redis.flushall());
afterAll(async () => {
  redis.disconnect();
  await house.close();
});

test('a forgotten password is replaced by an e-mail, once, and every session ends', async () => {
  const email = 'owner@las-reinas.test';
  const session = await house.logIn(email);
  expect(await house.nobody.run(REQUEST, { email: ' Owner@las-reinas.test' })).toEqual({ requestPasswordReset: true });
  const message = await house.mailbox.next(email);
  expect(message.subject).toBe('Elige una contraseña nueva');
  const token = tokenIn(message);
  expect(await house.nobody.refusal(RESET, { token, password: 'too short' })).toMatchObject({ path: ['password'] });
  expect(await house.nobody.run(RESET, { token, password: NEXT })).toEqual({ resetPassword: true });
  expect(await house.nobody.refusal(RESET, { token, password: NEXT })).toMatchObject({
    code: 'BAD_USER_INPUT',
    path: ['token'],
  });
  expect(await house.nobody.refusal(REFRESH, { token: session.refreshToken })).toMatchObject({
    code: 'UNAUTHENTICATED',
  });
  await expect(house.logIn(email)).rejects.toThrow('UNAUTHENTICATED');
  await house.logIn(email, NEXT);
  expect((await house.mailbox.next(email)).subject).toBe('Se cambió tu contraseña');
});

test('an address that nobody has takes the same statements and the same answer, and gets no e-mail', async () => {
  const ask = (email: string) => house.testing.countSql(() => house.nobody.run(REQUEST, { email }));
  const [known, unknown] = [await ask('staff@el-farolito.test'), await ask('nobody@example.test')];
  expect(known).toBe(unknown);
  expect((await house.mailbox.next('staff@el-farolito.test')).subject).toBe('Yeni bir parola seçin');
  expect(house.mailbox.emailsTo('nobody@example.test')).toEqual([]);
});

test('a link ends after 30 minutes', async () => {
  await house.nobody.run(REQUEST, { email: 'manager@las-reinas.test' });
  const token = tokenIn(await house.mailbox.next('manager@las-reinas.test'));
  await house.testing.subgraph.work(({ em }) =>
    em.execute("update tenants.password_reset set expires_at = now() - interval '1 second'"),
  );
  expect(await house.nobody.refusal(RESET, { token, password: NEXT })).toMatchObject({ path: ['token'] });
});

test('somebody whom no e-mail can be written to holds up nobody, of no tenant', async () => {
  const languages = (of: string) =>
    house.testing.subgraph.work(({ em }) =>
      em.execute('update tenants.tenant set languages = ?::text[] where id = ?', [of, house.ids.farolito]),
    );
  await languages('{NULL}');
  await house.nobody.run(REQUEST, { email: 'owner@el-farolito.test' });
  await house.nobody.run(REQUEST, { email: 'auditor@las-reinas.test' });
  expect((await house.mailbox.next('auditor@las-reinas.test')).subject).toBe('Elige una contraseña nueva');
  expect(house.mailbox.emailsTo('owner@el-farolito.test')).toEqual([]);
  await languages('{tr}');
  expect((await house.mailbox.next('owner@el-farolito.test')).subject).toBe('Yeni bir parola seçin');
});

test('the fourth request for an address waits, whether or not somebody has it', async () => {
  for (const email of ['auditor@las-reinas.test', 'stranger@example.test']) {
    for (let count = 0; count < 3; count += 1) await house.nobody.run(REQUEST, { email });
    expect(await house.nobody.refusal(REQUEST, { email })).toMatchObject({ code: 'RATE_LIMITED' });
  }
});

test('whoever knows the password changes it and stays logged in, but nowhere else', async () => {
  const email = 'kitchen@las-reinas.test';
  const elsewhere = await house.logIn(email);
  const here = await house.enter(email);
  expect(await here.refusal(CHANGE, { current: 'not this one', next: NEXT })).toMatchObject({ path: ['current'] });
  expect(await here.refusal(CHANGE, { current: PASSWORD, next: 'kitchen@las-reinas.test' })).toMatchObject({
    path: ['next'],
  });
  expect(await here.run(CHANGE, { current: PASSWORD, next: NEXT })).toEqual({ changePassword: true });
  await house.nobody.run(REFRESH, { token: here.refreshToken });
  expect(await house.nobody.refusal(REFRESH, { token: elsewhere.refreshToken })).toMatchObject({
    code: 'UNAUTHENTICATED',
  });
});
