/** What the threshold of an alert is counted in, each in a sentence. */
export const alertUnits = {
  PERCENT: 'At least this share of what ended; at most 100.',
  MINUTES: 'For longer than this many; may be a fraction.',
  EVENTS: 'More than this many.',
  TIMES: 'This many times in a row.',
} as const;
export type AlertUnit = keyof typeof alertUnits;

/** The thing that an alert is about, and what in it one looks at first. */
export interface AlertThing {
  thingId: string;
  partId?: string | undefined;
}

/** A kind of alert: what is wrong, and from when on somebody is told of it. */
export interface AlertPromise {
  description: string;
  /** Without one there is no number: something is so, or it is not. */
  unit?: AlertUnit;
  /** Until a tenant says otherwise. */
  threshold?: number;
  /** Of a thing whose owner tells by `condition.changed` when it is so; without it the events subgraph finds it by itself. */
  thing?: {
    /** The scope that it takes to see the thing, and so its alerts. */
    read: string;
    /** The page of the console where one acts. */
    place(thing: AlertThing): string;
  };
  /** The notice by which its owner tells people already, so that the alert itself tells nobody until a tenant wants that. */
  toldAs?: string;
}
