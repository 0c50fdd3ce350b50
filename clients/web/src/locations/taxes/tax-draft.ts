import { decimalOf, minorUnitsOf } from '@mycelium/schema/decimal';
import type { Channel, CreateTaxRuleInput } from '../../generated/graphql.ts';
import type { Tax } from './taxes.ts';

/** A tax as it stands in a form. */
export interface TaxDraft {
  name: string;
  /** 9.5 is a rate of 0.095. */
  percent: string;
  inclusive: boolean;
  taxClasses: readonly string[];
  channels: readonly Channel[];
  /** Empty for all of them. */
  locationId: string;
  baseIncludes: readonly string[];
  onServiceCharge: boolean;
}

export const emptyTax: TaxDraft = {
  ...{ name: '', percent: '', inclusive: true, taxClasses: [], channels: [] },
  ...{ locationId: '', baseIncludes: [], onServiceCharge: false },
};

export function draftOf({ rate, locationId, ...tax }: Tax): TaxDraft {
  const { name, inclusive, taxClasses, channels, baseIncludes, onServiceCharge } = tax;
  const facts = { name, inclusive, taxClasses, channels, baseIncludes, onServiceCharge };
  return { ...facts, percent: percentOf(rate), locationId: locationId ?? '' };
}

export function inputOf({ percent, locationId, ...draft }: TaxDraft): CreateTaxRuleInput {
  const { name, inclusive, taxClasses, channels, baseIncludes, onServiceCharge } = draft;
  return {
    ...{ name, inclusive, onServiceCharge, rate: rateOf(percent) ?? '', locationId: locationId || null },
    ...{ taxClasses: [...taxClasses], channels: [...channels], baseIncludes: [...baseIncludes] },
  };
}

const RATE_DIGITS = 6;
const PERCENT_DIGITS = RATE_DIGITS - 2;

/** 9.5 as it was typed is 0.095; undefined for what is no percentage from 0 to 100. */
export function rateOf(percent: string): string | undefined {
  const millionths = minorUnitsOf(percent.trim().replace(',', '.'), PERCENT_DIGITS);
  const isRate = typeof millionths === 'number' && millionths >= 0 && millionths <= 1_000_000;
  return isRate ? withoutZeros(decimalOf(millionths, RATE_DIGITS)) : undefined;
}

/** 0.095 is 9.5. */
export function percentOf(rate: string): string {
  const millionths = minorUnitsOf(rate, RATE_DIGITS);
  return typeof millionths === 'number' ? withoutZeros(decimalOf(millionths, PERCENT_DIGITS)) : rate;
}

/** A class is a code: ALCOHOL. */
export function classOf(text: string): string {
  return text
    .trim()
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .slice(0, 40);
}

function withoutZeros(decimal: string): string {
  return decimal.replace(/\.?0+$/, '') || '0';
}
