import { currencies } from '@mycelium/schema/currencies';

interface Choice {
  value: string;
  label: string;
}

/** Every time zone, and the one that is chosen where this machine does not know it. */
export function zoneChoices(chosen: string): string[] {
  const known = Intl.supportedValuesOf('timeZone');
  return !chosen || known.includes(chosen) ? known : [chosen, ...known];
}

/** Every currency by its code and name. */
export function currencyChoices(language: string): Choice[] {
  const names = new Intl.DisplayNames(language, { type: 'currency' });
  return [...currencies.keys()].toSorted().map((value) => ({ value, label: `${value} · ${names.of(value) ?? value}` }));
}
