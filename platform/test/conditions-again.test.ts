import { againName } from '@mycelium/kit/condition';
import { promisesOf, subgraphNames } from '@mycelium/schema/roster';
import { expect, test } from 'vitest';
import { manifestOf } from '../src/subgraphs.ts';

const promised = subgraphNames.flatMap((name) =>
  Object.entries(promisesOf(name).alerts ?? {}).flatMap(([kind, { thing }]) => (thing ? [[kind, name] as const] : [])),
);

test.each(promised)('%s is said again at a start and in rounds by %s, which promises it', async (kind, name) => {
  const { tasks = [] } = await manifestOf(name);
  expect(tasks.find((task) => task.name === againName(kind))).toMatchObject({
    atStart: true,
    cron: expect.any(String),
  });
});
