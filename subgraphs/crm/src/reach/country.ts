import { type CountryCode, getCountries } from 'libphonenumber-js/max';

/** What TypeScript's library does not know yet: https://tc39.es/proposal-intl-locale-info. */
type Region = Intl.Locale & { getTimeZones(): string[] | undefined };

const zonesOf = (country: CountryCode): string[] => (new Intl.Locale(`und-${country}`) as Region).getTimeZones() ?? [];

/** The country of each time zone, which is how a tenant says where it is. */
const countries = new Map(
  getCountries().flatMap((country) => zonesOf(country).map((zone) => [zone, country] as const)),
);

/** The country in which a time zone lies; undefined for one that lies in none, as UTC. */
export function countryOfZone(timeZone: string): CountryCode | undefined {
  return countries.get(new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone);
}
