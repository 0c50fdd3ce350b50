/** What staff work at: a till, a screen in the kitchen, a clock where they begin and end their work. */
export const stationKinds = ['TILL', 'KITCHEN', 'CLOCK'] as const;
export type StationKind = (typeof stationKinds)[number];

/** What may be done at a station of a kind. */
export interface StationGrants {
  /** By the station itself, whoever stands before it. */
  alone?: readonly string[];
  /** Beside that, by somebody who is signed in there with a PIN, and holds the scope by their role. */
  signed?: readonly string[];
}
