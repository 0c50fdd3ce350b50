import { readFileSync } from 'node:fs';
import { Refusal } from '@mycelium/kit/errors';
import { type ChoiceGroup, type ChoiceOption, canChoose, PriceRule } from '@mycelium/schema/choices';
import { describe, expect, test } from 'vitest';
import { choose } from './choose.ts';

const PATH = ['lines', 0, 'options'];

function option(id: string, more: Partial<ChoiceOption> = {}): ChoiceOption {
  return { id, price: 0, available: true, ...more };
}

function group(id: string, options: ChoiceOption[], more: Partial<ChoiceGroup> = {}): ChoiceGroup {
  return { id, min: 0, free: 0, priceRule: PriceRule.ADD, options, ...more };
}

const of = (optionId: string, quantity = 1) => ({ optionId, quantity });

function refusal(work: () => unknown) {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error.extensions;
    throw error;
  }
  throw new Error('It was not refused.');
}

const sum = (chosen: { price: number; quantity: number }[]) =>
  chosen.reduce((total, { price, quantity }) => total + price * quantity, 0);

interface Case {
  id: string;
  why: string;
  input: {
    group?: {
      name?: string;
      min?: number;
      max?: number;
      free?: number;
      options?: { name: string; available: boolean }[];
    };
    chosen?: (string | { price: number })[];
    option?: string;
  };
  expected: {
    price?: number;
    itemAvailable?: boolean;
    refused?: { reason: string; group?: string; min?: number; max?: number };
  };
}

const table = JSON.parse(readFileSync(new URL('../../test/cases/modifiers.json', import.meta.url), 'utf8')) as {
  cases: Case[];
};

describe('the cases of the table', () => {
  test.each(table.cases)('$id: $why', ({ input, expected }) => {
    expect.hasAssertions();
    const named = input.group?.options?.map(({ name, available }) => option(name, { available }));
    const chosen = input.option ? [option('of another item')] : (input.chosen ?? []).map(asOption);
    const { name = 'group', options: _, ...limits } = input.group ?? {};
    const asked = group(name, named ?? (input.option ? [] : chosen), limits);
    const price = () =>
      sum(
        choose(
          [asked],
          chosen.map(({ id }) => of(id)),
          PATH,
        ),
      );
    if (expected.itemAvailable !== undefined) expect(canChoose(asked)).toBe(expected.itemAvailable);
    if (expected.price !== undefined) expect(price()).toBe(expected.price);
    if (expected.refused) {
      const { reason, group: asking, min, max } = expected.refused;
      expect(refusal(price)).toMatchObject({ code: 'BAD_USER_INPUT', reason, ...(asking && { group: asking }) });
      if (min !== undefined || max !== undefined)
        expect(refusal(price)).toMatchObject({ limit: min ?? max, path: PATH });
    }
  });
});

function asOption(chosen: string | { price: number }, place: number): ChoiceOption {
  return typeof chosen === 'string' ? option(chosen) : option(String(place), { price: chosen.price });
}

test('what is refused is named by its place', () => {
  const salsas = group('salsa', [option('verde', { maxQuantity: 2 }), option('roja', { available: false })]);
  expect(refusal(() => choose([salsas], [of('verde'), of('azul')], PATH))).toMatchObject({
    ...{ reason: 'NOT_AN_OPTION', path: [...PATH, 1, 'optionId'] },
  });
  expect(refusal(() => choose([salsas], [of('roja')], PATH))).toMatchObject({
    ...{ reason: 'SOLD_OUT', path: [...PATH, 0, 'optionId'] },
  });
  // Naming an option twice is as good as naming it once for two.
  expect(refusal(() => choose([salsas], [of('verde'), of('verde', 2)], PATH))).toMatchObject({
    ...{ reason: 'TOO_MANY', limit: 2, path: [...PATH, 0, 'quantity'] },
  });
});

test('of free ones the cheapest are free, in whatever order they are named, and also within one option', () => {
  const extras = group('extras', [option('queso', { price: 50 }), option('carne', { price: 200 })], { free: 2 });
  const one = choose([extras], [of('carne'), of('queso', 2)], PATH);
  expect(one).toEqual([
    { optionId: 'carne', groupId: 'extras', price: 200, quantity: 1 },
    { optionId: 'queso', groupId: 'extras', price: 0, quantity: 2 },
  ]);
  expect(choose([extras], [of('queso'), of('carne'), of('queso')], PATH)).toEqual(one);
  expect(choose([extras], [of('queso', 3)], PATH)).toEqual([
    { optionId: 'queso', groupId: 'extras', price: 50, quantity: 1 },
    { optionId: 'queso', groupId: 'extras', price: 0, quantity: 2 },
  ]);
});

test('half and half costs as the dearest, or the average, rounded once', () => {
  const halves = [option('pastor', { price: 1_000 }), option('hongos', { price: 1_201 })];
  const both = [of('pastor'), of('hongos')];
  expect(choose([group('pizza', halves, { priceRule: PriceRule.HIGHEST })], both, PATH)).toEqual([
    { optionId: 'hongos', groupId: 'pizza', price: 1_201, quantity: 1 },
    { optionId: 'pastor', groupId: 'pizza', price: 0, quantity: 1 },
  ]);
  // 1100.5 is 1101, of which the dearest carries the half.
  expect(choose([group('pizza', halves, { priceRule: PriceRule.AVERAGE })], both, PATH)).toEqual([
    { optionId: 'hongos', groupId: 'pizza', price: 601, quantity: 1 },
    { optionId: 'pastor', groupId: 'pizza', price: 500, quantity: 1 },
  ]);
  const most = Number.MAX_SAFE_INTEGER;
  const large = [option('a', { price: most }), option('b', { price: most })];
  expect(sum(choose([group('g', large, { priceRule: PriceRule.AVERAGE })], [of('a'), of('b')], PATH))).toBe(most);
  expect(choose([group('g', halves, { priceRule: PriceRule.AVERAGE })], [], PATH)).toEqual([]);
});

test('a nested group is asked for with the option that leads to it, and with no other', () => {
  const points = group('point', [option('rare'), option('done', { price: 10 })], { min: 1, max: 1 });
  const meats = group('meat', [option('steak', { price: 300, nested: points }), option('beans')], { min: 1 });
  expect(refusal(() => choose([meats], [of('steak')], PATH))).toMatchObject({ reason: 'TOO_FEW', group: 'point' });
  expect(refusal(() => choose([meats], [of('beans'), of('rare')], PATH))).toMatchObject({
    ...{ reason: 'NOT_AN_OPTION', path: [...PATH, 1, 'optionId'] },
  });
  expect(sum(choose([meats], [of('done'), of('steak')], PATH))).toBe(310);
});

test('a group with too little left cannot be chosen from, and neither can an option that leads to it', () => {
  const two = (options: ChoiceOption[]) => group('two', options, { min: 2 });
  expect(canChoose(two([option('a')]))).toBe(true);
  expect(canChoose(two([option('a', { maxQuantity: 1 })]))).toBe(false);
  expect(canChoose(two([option('a', { maxQuantity: 1 }), option('b', { maxQuantity: 1 })]))).toBe(true);
  const empty = two([]);
  const leading = group('one', [option('a', { nested: empty })], { min: 1 });
  expect(canChoose(leading)).toBe(false);
  expect(refusal(() => choose([leading], [of('a')], PATH))).toMatchObject({ reason: 'SOLD_OUT' });
  expect(canChoose(group('none', [], { min: 0 }))).toBe(true);
});
