import { sharesOf } from '@mycelium/schema/reckon';

/** A tax as the example needs it. */
export interface ExampleTax {
  id: string;
  name: string;
  /** 0.095 is 9.5 %. */
  rate: string;
  inclusive: boolean;
  baseIncludes: readonly string[];
}

interface Fraction {
  over: bigint;
  under: bigint;
}

/** What one item of a price comes to with these taxes, in minor units: as the totals of an order with this one line. */
export function taxExample(
  price: number,
  rules: readonly ExampleTax[],
): { amounts: Map<string, number>; pays: number } {
  const included = rules.filter(({ inclusive }) => inclusive);
  const added = rules.filter(({ inclusive }) => !inclusive);
  const timesNet = new Map(rules.map((rule) => [rule.id, ofNet(rule, rules)]));
  const factor = ({ id }: ExampleTax) => timesNet.get(id) ?? { over: 0n, under: 1n };
  const net = included.map(factor).reduce(plus, { over: 1n, under: 1n });
  const exact = (rule: ExampleTax): Fraction => {
    const { over, under } = factor(rule);
    return { over: BigInt(price) * over * net.under, under: under * net.over };
  };
  const together = rounded(included.map(exact).reduce(plus, { over: 0n, under: 1n }));
  const weights = onOneBase(included.map(exact));
  const shares = together === 0 || included.length < 2 ? included.map(() => together) : sharesOf(together, weights);
  const amounts = new Map([
    ...included.map(({ id }, at): [string, number] => [id, shares[at] ?? 0]),
    ...added.map((rule): [string, number] => [rule.id, rounded(exact(rule))]),
  ]);
  const onTop = added.reduce((sum, { id }) => sum + (amounts.get(id) ?? 0), 0);
  return { amounts, pays: price + onTop };
}

/** A tax with all that it taxes, whatever those tax. */
export function withItsBase(rule: ExampleTax, all: readonly ExampleTax[]): ExampleTax[] {
  const found = new Set([rule]);
  for (const each of found) {
    for (const other of all) if (other.id !== rule.id && each.baseIncludes.includes(other.id)) found.add(other);
  }
  return [...found].toReversed();
}

/** So many times the net: a rate of it, and of the taxes in its base. One that would tax itself is left out there. */
function ofNet(rule: ExampleTax, rules: readonly ExampleTax[], under: readonly string[] = []): Fraction {
  const within = [...under, rule.id];
  const base = rules
    .filter(({ id }) => rule.baseIncludes.includes(id) && !within.includes(id))
    .map((each) => ofNet(each, rules, within))
    .reduce(plus, { over: 1n, under: 1n });
  const rate = fractionOf(rule.rate);
  return { over: rate.over * base.over, under: rate.under * base.under };
}

function fractionOf(decimal: string): Fraction {
  const [whole = '0', fraction = ''] = decimal.split('.');
  return { over: BigInt(whole + fraction), under: 10n ** BigInt(fraction.length) };
}

function plus(one: Fraction, other: Fraction): Fraction {
  return { over: one.over * other.under + other.over * one.under, under: one.under * other.under };
}

/** Half up; nothing here is below zero. */
function rounded({ over, under }: Fraction): number {
  return Number((over * 2n + under) / (under * 2n));
}

function onOneBase(fractions: readonly Fraction[]): bigint[] {
  const under = fractions.reduce((product, fraction) => product * fraction.under, 1n);
  return fractions.map((fraction) => (fraction.over * under) / fraction.under);
}
