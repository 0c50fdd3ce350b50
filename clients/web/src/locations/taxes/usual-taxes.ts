import type { CreateTaxRuleInput } from '../../generated/graphql.ts';
import type { Tax } from './taxes.ts';

type UsualTax = Pick<CreateTaxRuleInput, 'name' | 'rate' | 'inclusive' | 'taxClasses'>;

const onAll = (name: string, rate: string): UsualTax => ({ name, rate, inclusive: true, taxClasses: [] });

/**
 * What restaurants of a country usually have in their prices, as of 2026: where a business begins, and what it has to check.
 * None of a country that has no one rate, such as the United States.
 */
const usualTaxes: Readonly<Record<string, readonly UsualTax[]>> = {
  CO: [onAll('INC 8 %', '0.08')],
  ES: [onAll('IVA 10 %', '0.1')],
  GB: [onAll('VAT 20%', '0.2')],
  IT: [onAll('IVA 10 %', '0.1')],
  MX: [onAll('IVA 16 %', '0.16')],
  TR: [
    { ...onAll('KDV %10', '0.1'), taxClasses: ['STANDARD'] },
    { ...onAll('KDV %20', '0.2'), taxClasses: ['ALCOHOL'] },
  ],
};

/** Those of a country that a location does not have yet. */
export function usualTaxesOf(country: string, holding: readonly Pick<Tax, 'rate' | 'inclusive'>[]): UsualTax[] {
  const isThere = ({ rate, inclusive }: UsualTax) =>
    holding.some((tax) => Number(tax.rate) === Number(rate) && tax.inclusive === inclusive);
  return (usualTaxes[country] ?? []).filter((tax) => !isThere(tax));
}

/** The taxes that hold at a location. */
export function taxesAt<Each extends Pick<Tax, 'locationId'>>(id: string, taxes: readonly Each[]): Each[] {
  return taxes.filter(({ locationId }) => locationId === null || locationId === id);
}

interface Place {
  id: string;
  taxCountry: string | null;
  closedAt: string | null;
}

/** The only location that a tax of its country is for; none where the business sells in that country alone. */
export function onlyPlaceOf(location: Place, all: readonly Place[]): string | null {
  const elsewhere = all.some(({ closedAt, taxCountry }) => !closedAt && taxCountry !== location.taxCountry);
  return elsewhere ? location.id : null;
}
