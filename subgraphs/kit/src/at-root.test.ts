import { Arg, Ctx, Directive, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Allow, checkTenant } from './allow.ts';
import { bound, former } from './at-root.ts';
import type { Context } from './context.ts';
import { part } from './part.ts';
import { buildGraph } from './sdl.ts';
import type { Manifest } from './subgraph.ts';
import { person, type TestSubgraph, testSubgraph } from './testing.ts';
import { WithoutDatabase } from './without-database.ts';

@Directive('@key(fields: "id")')
@ObjectType()
class Tenant {
  @Field(() => ID)
  id!: string;
}

@Resolver()
class Alive {
  @Query(() => Boolean)
  alive(): boolean {
    return true;
  }
}

@Resolver(() => Tenant)
class TenantListsResolver {
  @Allow('events:read')
  @WithoutDatabase()
  @FieldResolver(() => [Int], { description: 'So many numbers.' })
  numbers(
    @Root() { id }: Tenant,
    @Arg('first', () => Int, { defaultValue: 3, description: 'How many.' }) first: number,
    @Ctx() ctx: Context,
  ): number[] {
    checkTenant(ctx, id);
    return Array.from({ length: first }, (_, at) => at);
  }

  @Allow('events:read')
  @FieldResolver(() => Int)
  async rows(@Root() { id }: Tenant, @Ctx() ctx: Context): Promise<number> {
    checkTenant(ctx, id);
    const [row] = await ctx.em.execute<{ count: string }[]>('select count(*) from events.outbox');
    return Number(row?.count);
  }
}

const manifest: Manifest = {
  ...{ name: 'events', parts: [part(Alive), part(TenantListsResolver)], references: [Tenant], reactions: [] },
  atRoot: [former('oldNumbers', 'numbers'), bound('rows')],
};

let testing: TestSubgraph;
beforeAll(async () => {
  testing = await testSubgraph(manifest);
});
afterAll(() => testing.close());

test('the root has the field of the tenant under its old name, with what it takes and who may, and says where it is now', () => {
  const { sdl } = testing.subgraph;
  expect(sdl).toContain(`"""So many numbers."""
  oldNumbers(
    tenantId: ID!
    """How many."""
    first: Int! = 3
  ): [Int!]! @requiresScopes(scopes: [["events:read"]]) @deprecated(reason: "Ask the tenant: \`viewer { tenant { numbers } }\`.")`);
  expect(sdl).toContain('rows(tenantId: ID!): Int! @requiresScopes(scopes: [["events:read"]])\n');
});

test('both answer the same, to those who may, and of another tenant nothing', async () => {
  const owner = testing.as(person('OWNER'));
  const t = owner.viewer.tenantId;
  const OLD = 'query ($t: ID!, $first: Int!) { oldNumbers(tenantId: $t, first: $first) }';
  expect(await owner.run(OLD, { t, first: 2 })).toEqual({ oldNumbers: [0, 1] });
  expect(await owner.ofTenant('numbers(first: $first)', { first: 2 }, '$first: Int!')).toEqual({ numbers: [0, 1] });
  expect(await owner.run('query ($t: ID!) { oldNumbers(tenantId: $t) }', { t })).toEqual({ oldNumbers: [0, 1, 2] });
  const other = uuidv7();
  expect(await owner.refusal(OLD, { t: other, first: 2 })).toMatchObject({ code: 'NOT_FOUND' });
  await expect(owner.ofTenant('numbers', { t: other })).rejects.toThrow('NOT_FOUND');
  const cook = testing.as({ kind: 'user', id: uuidv7(), tenantId: t, role: 'KITCHEN', scopes: [] });
  expect(await cook.refusal(OLD, { t, first: 2 })).toMatchObject({ code: 'FORBIDDEN' });
  await expect(cook.ofTenant('numbers')).rejects.toThrow('FORBIDDEN');
});

test('what a tenant can say without the database asks it for nothing, unless something beside it needs it', async () => {
  const owner = testing.as(person('OWNER'));
  expect(await testing.countSql(() => owner.ofTenant('__typename numbers'))).toBe(0);
  expect(await testing.countSql(() => owner.ofTenant('numbers rows'))).toBeGreaterThan(1);
});

test('what a tenant has not can be asked nowhere', async () => {
  const build = (field: string) => buildGraph(manifest.parts, manifest.references, [former(field)]);
  await expect(build('letters')).rejects.toThrow('A tenant has no letters');
  await expect(buildGraph([part(Alive)], [], [former('numbers')])).rejects.toThrow('Without a type Tenant');
});
