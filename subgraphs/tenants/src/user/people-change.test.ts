import { membershipChanged } from '@mycelium/schema/subgraphs/tenants';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventsTold } from '../../test/conditions-told.ts';
import { type House, openHouse, PASSWORD, tokenIn } from '../../test/house.ts';

const FOLLOW = `subscription ($t: ID!) { peopleChanged(tenantId: $t) {
  membershipId membership { role user { name } } invitation { email status }
} }`;

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

test('an invitation, its answer, another role and a farewell are told at every desk that may see people', async () => {
  const owner = await house.enter('owner@las-reinas.test');
  const auditor = await house.enter('auditor@las-reinas.test');
  const changes = await auditor.follow(FOLLOW, { t: house.ids.reinas });
  const next = async () => (await changes.next()).value.data.peopleChanged;

  await owner.run('mutation { inviteMember(input: { email: "ana@example.test", role: STAFF }) { id } }');
  // An auditor may see people, and not how they are reached.
  expect(await next()).toMatchObject({ invitation: { email: 'a***@…', status: 'OPEN' }, membership: null });
  const token = tokenIn(await house.mailbox.next('ana@example.test'));
  await house.nobody.run(
    'mutation ($token: String!, $p: String!) { acceptInvitation(token: $token, name: "Ana", password: $p) { accessToken } }',
    { token, p: PASSWORD },
  );
  const came = await next();
  expect(came).toMatchObject({ membership: { role: 'STAFF', user: { name: 'Ana' } } });
  expect(await next()).toMatchObject({ invitation: { status: 'ACCEPTED' } });
  const id = came.membershipId;
  await owner.run('mutation ($id: ID!) { updateMembership(id: $id, input: { version: 1, role: KITCHEN }) { role } }', {
    id,
  });
  expect(await next()).toMatchObject({ membershipId: id, membership: { role: 'KITCHEN' } });
  await owner.run('mutation ($id: ID!) { removeMember(id: $id) }', { id });
  expect(await next()).toMatchObject({ membershipId: id, membership: null });
  await changes.return?.();
  const ana = { membershipId: id, userId: expect.any(String), name: 'Ana' };
  expect(await eventsTold(house.testing, house.ids.reinas, membershipChanged)).toEqual([
    { ...ana, change: 'JOINED', role: 'STAFF' },
    { ...ana, change: 'ROLE', role: 'KITCHEN', roleBefore: 'STAFF' },
    { ...ana, change: 'LEFT', role: 'KITCHEN' },
  ]);
});

test('who may not see people, and who works elsewhere, is told nothing', async () => {
  const t = house.ids.reinas;
  await expect((await house.enter('kitchen@las-reinas.test')).follow(FOLLOW, { t })).rejects.toThrow('FORBIDDEN');
  await expect((await house.enter('owner@el-farolito.test')).follow(FOLLOW, { t })).rejects.toThrow('NOT_FOUND');
});
