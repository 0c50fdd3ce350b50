import type { Viewer } from '@mycelium/kit/viewer';
import type { Terms } from '../persisted/client-list.ts';

/** How many operations are allowed in how many seconds. */
export interface Rate {
  points: number;
  seconds: number;
}

/** What is counted together. */
export interface Rates {
  /** Anonymous viewers, API keys and refused tokens, by address. */
  address: Rate;
  /** Each API key. */
  apiKey: Rate;
  /** What all API keys of a tenant may ask together. */
  tenant: Rate;
  /** Each person and each screen: a venue has one address and many of them. */
  viewer: Rate;
}

export const defaultRates: Rates = {
  address: { points: 100, seconds: 60 },
  apiKey: { points: 1_000, seconds: 3_600 },
  tenant: { points: 5_000, seconds: 3_600 },
  viewer: { points: 1_200, seconds: 60 },
};

/** One count, and the most that it may come to; `rate` names it to us. */
export interface Bucket extends Rate {
  rate: string;
  key: string;
}

/** What an operation counts for, the narrowest first: who has used up his own takes nothing from the others of his tenant. */
export function bucketsOf(viewer: Viewer, address: string, rates: Rates, terms: Terms = {}): Bucket[] {
  const bucket = (rate: keyof Rates, key: string): Bucket => ({ rate, key, ...rates[rate] });
  if (viewer.kind === 'anonymous') return [bucket('address', address)];
  if (viewer.kind !== 'client') return [bucket('viewer', `${viewer.kind}:${viewer.id}`)];
  const { perMinute, perHour } = terms;
  return [
    perMinute === undefined
      ? bucket('address', address)
      : { rate: 'clientMinute', key: viewer.id, points: perMinute, seconds: 60 },
    perHour === undefined
      ? bucket('apiKey', viewer.id)
      : { rate: 'clientHour', key: viewer.id, points: perHour, seconds: 3_600 },
    bucket('tenant', viewer.tenantId ?? viewer.id),
  ];
}
