import { currencies } from '@mycelium/schema/currencies';
import type { Money } from '../money/money.ts';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** What the log kept as JSON; the text itself where it is none. */
export function parseJson(text: string | null): Json {
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

export function isData(value: Json): value is { readonly [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isMoney(value: Json): value is Money & { readonly [name: string]: Json } {
  return isData(value) && typeof value.amount === 'number' && currencies.has(String(value.currency));
}

/** A text by its languages. */
export function isLocalized(value: Json): value is { readonly [language: string]: string } {
  if (!isData(value)) return false;
  const entries = Object.entries(value);
  return entries.length > 0 && entries.every(([tag, text]) => isLanguageTag(tag) && typeof text === 'string');
}

const isLanguageTag = (tag: string): boolean => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag);

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

export function isMoment(value: Json): value is string {
  return typeof value === 'string' && MOMENT.test(value) && !Number.isNaN(Date.parse(value));
}
