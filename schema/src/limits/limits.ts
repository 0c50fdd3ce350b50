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

/** Of a registered operation, where an operator has not set another limit at the gateway. */
export const registeredLimits: Limits = { depth: 20, aliases: 200, rootFields: 50, cost: 1_000_000 };

export function sizeOf({ depth, aliases, rootFields }: Outline): Size {
  return { depth, aliases, rootFields };
}
