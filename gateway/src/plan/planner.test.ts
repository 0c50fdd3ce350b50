import { composeServices } from '@apollo/composition';
import { workedMs } from '@mycelium/schema/worked';
import { GraphQLError, parse } from 'graphql';
import { afterAll, expect, it } from 'vitest';
import { type ApolloPlanner, createApolloPlanner } from './apollo-planner.ts';
import { createPlanner } from './planner.ts';
import { TooLong, within } from './time-limit.ts';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])';
const shared = 'a: Int @shareable b: Int @shareable s: P @shareable';
const { supergraphSdl = '' } = composeServices(
  ['people', 'scores', 'others'].map((name) => ({
    name,
    url: 'http://127.0.0.1:1',
    typeDefs: parse(
      `${LINK} type P @key(fields: "id") { id: ID! ${name}Own: Int ${shared} } type Query { ${name}: [P!]! }`,
    ),
  })),
);
const apollo = createApolloPlanner(supergraphSdl);
const planner = createPlanner(supergraphSdl, apollo);
afterAll(() => planner.close());

const easy = parse('{ people { id scoresOwn s { othersOwn } } }');
const hard = (depth: number) => parse(`{ people { ${'s { a b '.repeat(depth)} ${'}'.repeat(depth)} } }`);

it('ends what takes too long, and plans everything else after that as before', async () => {
  const before = JSON.stringify(planner.plan(easy, undefined));
  for (const depth of [12, 13]) {
    await expect(async () => planner.plan(hard(depth), undefined)).rejects.toMatchObject({
      extensions: { code: 'OPERATION_TOO_LARGE', limit: 'planning', http: { status: 400 } },
    });
  }
  expect(JSON.stringify(planner.plan(easy, undefined))).toBe(before);
  expect(JSON.stringify(planner.planAtOnce(easy, undefined))).toBe(before);
});

it('what was refused is refused at once', async () => {
  const began = workedMs();
  await expect(async () => planner.plan(hard(12), undefined)).rejects.toMatchObject({
    extensions: { code: 'OPERATION_TOO_LARGE' },
  });
  expect(workedMs() - began).toBeLessThan(100);
});

it('what takes long here is planned on a thread of its own, alike', async () => {
  const busy: Pick<ApolloPlanner, 'plan'> = {
    plan() {
      for (;;);
    },
  };
  const elsewhere = createPlanner(supergraphSdl, busy);
  const planned = await elsewhere.plan(easy, undefined);
  expect(planned).toEqual(JSON.parse(JSON.stringify(apollo.plan(easy, undefined))));
  elsewhere.close();
  await expect(async () => elsewhere.plan(hard(3), undefined)).rejects.toMatchObject({
    extensions: { code: 'UNAVAILABLE' },
  });
});

it.each([
  new Error("This shouldn't have happened."),
  new GraphQLError('Of theirs.', { extensions: { code: 'INVALID_GRAPHQL' } }),
])('says that an operation cannot be planned, and not why', async (failure) => {
  const failing = createPlanner(supergraphSdl, {
    plan() {
      throw failure;
    },
  });
  await expect(async () => failing.plan(easy, undefined)).rejects.toMatchObject({
    message: 'The operation is valid, but it cannot be planned.',
    extensions: { code: 'OPERATION_UNPLANNABLE', http: { status: 400 } },
  });
});

it('a limit of time is one for each, also in each other', () => {
  const forever = () => {
    for (;;);
  };
  expect(() => within(20, forever)).toThrow(TooLong);
  expect(within(1_000, () => [within(500, () => 1), 2])).toEqual([1, 2]);
  expect(() => within(1_000, () => within(20, forever))).toThrow(TooLong);
  expect(() =>
    within(20, () => {
      throw new RangeError('own');
    }),
  ).toThrow(RangeError);
});
