import type { Viewer } from '@mycelium/kit/viewer';

/** So many operations in so many seconds. */
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
  /** All API keys of a tenant. */
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

/** What an operation counts for, the narrowest first: who has used up his own takes nothing from the others of his tenant. */
export function bucketsOf(viewer: Viewer, address: string): { rate: keyof Rates; key: string }[] {
  if (viewer.kind === 'anonymous') return [{ rate: 'address', key: address }];
  if (viewer.kind !== 'client') return [{ rate: 'viewer', key: `${viewer.kind}:${viewer.id}` }];
  return [
    { rate: 'address', key: address },
    { rate: 'apiKey', key: viewer.id },
    { rate: 'tenant', key: viewer.tenantId ?? viewer.id },
  ];
}
