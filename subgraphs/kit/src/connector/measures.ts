import type { Attempt } from './outside-error.ts';

/** What this process asked of one vendor, since its start. */
export interface VendorMeasures {
  /** Attempts by how they ended. */
  attempts: Map<Attempt['outcome'], number>;
  seconds: number;
  /** How long was waited because the vendor asked for it. */
  pausedSeconds: number;
  /** How often the breaker of one of its connections opened. */
  opened: number;
}

const vendors = new Map<string, VendorMeasures>();

/** The counts of this process, by vendor. */
export function vendorMeasures(): ReadonlyMap<string, VendorMeasures> {
  return vendors;
}

/** The counts of one vendor, which the caller raises. */
export function measuresOf(vendor: string): VendorMeasures {
  const known = vendors.get(vendor) ?? { attempts: new Map(), seconds: 0, pausedSeconds: 0, opened: 0 };
  vendors.set(vendor, known);
  return known;
}
