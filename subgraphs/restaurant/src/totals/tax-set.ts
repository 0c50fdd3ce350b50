import { Invalid } from '@mycelium/kit/errors';
import { dividedBy, type Fraction, plus, times, wholeFraction } from './fraction.ts';
import { givenDecimal, type Place } from './held.ts';
import type { TaxRule } from './order-to-total.ts';

/** The rules of a line, each with the part that it takes of what the line costs, exactly. */
export interface TaxSet {
  taxes: readonly { rule: TaxRule; key: string; factor: Fraction }[];
}

const ONE = wholeFraction(1);

/** Two rules are one when they have the same key: a rule that was changed between two lines of an order is two. */
export function keyOf({ id, rate, inclusive, baseIncludes = [] }: TaxRule): string {
  return [id, rate, inclusive, ...baseIncludes].join('\0');
}

/**
 * A rule taxes the net, and the rules that its base includes. So each is so many times the net; and the price is the net
 * with the taxes that are included in it.
 */
export function taxSetOf(rules: readonly TaxRule[], place: Place): TaxSet {
  const byId = new Map(rules.map((rule, at) => [rule.id, { rule, rate: rateOf(rule, [...place, at]) }]));
  if (byId.size < rules.length) throw refused('A tax is on a line once.', 'TAX_TWICE', place);
  const ofNet = new Map<string, Fraction | undefined>();
  const timesNet = (id: string): Fraction => {
    const known = ofNet.get(id);
    if (known) return known;
    const found = byId.get(id);
    if (!found) return wholeFraction(0);
    if (ofNet.has(id)) throw refused('A tax cannot be in its own base.', 'TAX_CYCLE', place);
    ofNet.set(id, undefined);
    const base = (found.rule.baseIncludes ?? []).map(timesNet).reduce(plus, ONE);
    const factor = times(found.rate, base);
    ofNet.set(id, factor);
    return factor;
  };
  const included = rules.filter(({ inclusive }) => inclusive);
  const price = included.map(({ id }) => timesNet(id)).reduce(plus, ONE);
  const taxes = rules.map((rule) => ({ rule, key: keyOf(rule), factor: dividedBy(timesNet(rule.id), price) }));
  return { taxes };
}

function rateOf({ rate }: TaxRule, place: Place): Fraction {
  return givenDecimal(rate, [...place, 'rate']);
}

function refused(message: string, reason: string, place: Place): Invalid {
  return new Invalid(message, place, { reason });
}
