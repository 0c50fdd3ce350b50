import { door } from '@mycelium/kit/doors/door';
import type { Manifest } from '@mycelium/kit/subgraph';
import type { Promises } from '@mycelium/schema/promises';
import { doorsOf, promisesOf, subgraphNames } from '@mycelium/schema/roster';
import { expect, test } from 'vitest';
import { manifestOf } from '../src/subgraphs.ts';

/** Doors that only one of both knows: the gateway opens those that are promised, the subgraph answers at those of its manifest. */
function doorsApart(
  { doors = [] }: Pick<Manifest, 'doors'>,
  { doors: promised = {} }: Pick<Promises, 'doors'>,
): string[] {
  const answered = doors.map(({ name }) => name);
  const opened = Object.keys(promised);
  return [
    ...opened.filter((name) => !answered.includes(name)),
    ...answered.filter((name, at) => !opened.includes(name) || answered.indexOf(name) !== at),
  ];
}

const vendor = (name: string) =>
  door(name, { connection: async () => undefined, verify: () => false, handle: async () => undefined });

test.each(subgraphNames)('each door of %s is promised, and each one that is promised is there', async (name) => {
  expect(doorsApart(await manifestOf(name), promisesOf(name))).toEqual([]);
});

test('a door that only one side knows, or that is there twice, is found', () => {
  const [stripe, square] = [vendor('stripe'), vendor('square')];
  expect(doorsApart({ doors: [stripe] }, { doors: { stripe: {} } })).toEqual([]);
  expect(doorsApart({ doors: [stripe, square] }, { doors: { stripe: {} } })).toEqual(['square']);
  expect(doorsApart({}, { doors: { stripe: {} } })).toEqual(['stripe']);
  expect(doorsApart({ doors: [stripe, stripe] }, { doors: { stripe: {} } })).toEqual(['stripe']);
});

test('the name of a door belongs to one subgraph: it alone stands in the address', () => {
  const promised = subgraphNames.flatMap((name) => Object.keys(promisesOf(name).doors ?? {}));
  expect(Object.keys(doorsOf()).toSorted()).toEqual(promised.toSorted());
});
