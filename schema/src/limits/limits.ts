import type { Outline } from './outline.ts';

/** What an operation has of each, whatever its variables are. */
export interface Size {
  depth: number;
  aliases: number;
  rootFields: number;
}

/** The most that an operation may have of each. */
export interface Limits extends Size {
  cost: number;
}

/** The most that an operation of the house may cost: what costs more may take more than a second of CPU; see bench/RESULTS.md. */
export const MOST_COST = 12_000;

/** Of a registered operation, where an operator has not set another limit at the gateway. */
export const registeredLimits: Limits = { depth: 20, aliases: 200, rootFields: 50, cost: MOST_COST };

export function sizeOf({ depth, aliases, rootFields }: Outline): Size {
  return { depth, aliases, rootFields };
}
