import type { CreateLocationInput } from '../generated/graphql.ts';
import type { Location } from './locations.ts';

/** A location as it stands in a form; what it does not have is empty. */
export interface LocationDraft {
  name: string;
  address: string;
  city: string;
  phone: string;
  timeZone: string;
  currency: string;
  dayStart: string;
  taxCountry: string;
  smallestCoin: string;
  /** A line of the receipt on each line. */
  receiptHead: string;
}

export const MOST_HEAD_LINES = 8;
export const LONGEST_HEAD_LINE = 48;

/** What a page knows that is opened for a location as soon as it is there. */
export const isNew = 'new';

/** A new one, with what it most likely has from its tenant. */
export function emptyLocation({ currency, timeZone }: { currency: string; timeZone: string }): LocationDraft {
  return {
    ...{ name: '', address: '', city: '', phone: '', timeZone, currency },
    ...{ dayStart: '04:00', taxCountry: '', smallestCoin: '', receiptHead: '' },
  };
}

export function draftOf({ phone, taxCountry, smallestCoin, receiptHead, ...location }: Location): LocationDraft {
  const { name, address, city, timeZone, currency, dayStart } = location;
  return {
    ...{ name, address, city, timeZone, currency, dayStart, phone: phone ?? '', taxCountry: taxCountry ?? '' },
    ...{ smallestCoin: smallestCoin === null ? '' : String(smallestCoin), receiptHead: receiptHead.join('\n') },
  };
}

export function inputOf(draft: LocationDraft): Omit<CreateLocationInput, 'restaurantId'> {
  const { name, address, city, phone, timeZone, currency, dayStart, taxCountry, smallestCoin, receiptHead } = draft;
  return {
    ...{ name, address, city, timeZone, currency, dayStart, phone: phone.trim() || null },
    ...{ taxCountry: taxCountry || null, smallestCoin: smallestCoin === '' ? null : Number(smallestCoin) },
    receiptHead: headLines(receiptHead),
  };
}

/** The lines that say something. */
export function headLines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}
