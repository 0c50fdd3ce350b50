import { Client } from 'pg';
import { Arg, Ctx, Field, FieldResolver, ID, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Context } from './context.ts';
import { maskEmail, maskPhone } from './masks.ts';
import { part } from './part.ts';
import { personal } from './personal.ts';
import { person, type TestSubgraph, testSubgraph } from './testing.ts';
import { WithoutDatabase } from './without-database.ts';

@ObjectType()
class Guest {
  @Field(() => ID)
  id!: string;
}

@Resolver(() => Guest)
class GuestResolver {
  @Query(() => [Guest])
  guests(@Arg('ids', () => [ID]) ids: string[]): Guest[] {
    return ids.map((id) => ({ id }));
  }

  @WithoutDatabase()
  @Query(() => Guest)
  anyGuest(): Guest {
    return { id: 'any' };
  }

  @Mutation(() => Guest)
  greet(@Arg('id', () => ID) id: string): Guest {
    return { id };
  }

  @FieldResolver(() => String)
  email(@Root() { id }: Guest, @Ctx() ctx: Context): string {
    return personal(ctx, { noun: 'Guest', nounId: id, field: 'email' }, 'lupita@las-reinas.test', maskEmail);
  }

  @FieldResolver(() => String)
  phone(@Root() { id }: Guest, @Ctx() ctx: Context): string {
    return personal(ctx, { noun: 'Guest', nounId: id, field: 'phone' }, '+57 300 123 4567', maskPhone);
  }
}

let testing: TestSubgraph;
beforeAll(async () => {
  testing = await testSubgraph({
    ...{ name: 'tenants', parts: [part(Guest, GuestResolver)], references: [], reactions: [] },
  });
});
afterAll(() => testing?.close());

const GUESTS = 'query ($ids: [ID!]!) { guests(ids: $ids) { email phone again: phone } }';
const whole = { email: 'lupita@las-reinas.test', phone: '+57 300 123 4567', again: '+57 300 123 4567' };

/** What was shown to this person, once it is in the log. */
async function shownTo(id: string) {
  const audits = await testing.audits();
  return audits.filter(({ action, actor }) => action === 'unmask' && actor.id === id);
}

test('without the permission values are masked, and nothing is recorded', async () => {
  const staff = person('STAFF');
  expect(await testing.as(staff).run(GUESTS, { ids: ['a'] })).toEqual({
    guests: [{ email: 'l***@…', phone: '***4567', again: '***4567' }],
  });
  const manager = person('MANAGER', staff.tenantId);
  await testing.as(manager).run(GUESTS, { ids: ['a'] });
  await vi.waitFor(async () => expect(await shownTo(manager.id)).toHaveLength(1));
  expect(await shownTo(staff.id)).toEqual([]);
});

test('with it they are whole, and each row that was shown is recorded once, with its fields', async () => {
  const manager = person('MANAGER');
  expect(await testing.as(manager).run(GUESTS, { ids: ['a', 'b', 'a'] })).toEqual({ guests: [whole, whole, whole] });
  await vi.waitFor(async () => expect(await shownTo(manager.id)).toHaveLength(1));
  const [audit] = await shownTo(manager.id);
  expect(audit).toMatchObject({ tenantId: manager.tenantId, actor: { kind: 'user', id: manager.id } });
  expect(audit?.records.map(({ kind, noun, nounId, after }) => [kind, noun, nounId, after])).toEqual([
    ['SHOWN', 'Guest', 'a', { fields: ['email', 'phone'] }],
    ['SHOWN', 'Guest', 'b', { fields: ['email', 'phone'] }],
  ]);
});

test('what a mutation, or a query that needs no row, answers is recorded too', async () => {
  const manager = person('MANAGER');
  await testing.as(manager).run('mutation { greet(id: "c") { phone } }');
  await testing.as(manager).run('{ anyGuest { phone } }');
  await vi.waitFor(async () => expect(await shownTo(manager.id)).toHaveLength(2));
  const ids = (await shownTo(manager.id)).flatMap(({ records }) => records.map(({ nounId }) => nounId));
  expect(ids.toSorted()).toEqual(['any', 'c']);
});

test('what cannot be recorded is not shown', async () => {
  const admin = new Client({ connectionString: testing.databaseUrl });
  await admin.connect();
  await admin.query('alter table tenants.audit_outbox rename to audit_outbox_away');
  const { data, errors } = await testing.as(person('MANAGER')).ask(GUESTS, { ids: ['a'] });
  await admin.query('alter table tenants.audit_outbox_away rename to audit_outbox');
  await admin.end();
  expect([data, errors?.[0]?.extensions?.code]).toEqual([undefined, 'INTERNAL']);
});
