import { z } from 'zod';

/**
 * Who may publish a type, or take it over from elsewhere: the platform alone, in the transaction of what happened; a
 * program too, whose key speaks for the source; or people as well, in the name of the source.
 */
export const tellers = ['PLATFORM', 'PROGRAMS', 'PEOPLE'] as const;
export type Teller = (typeof tellers)[number];

/** One kind of event: its name in the past tense, who tells it, whom it must reach, and what it carries. */
export interface EventType<Payload = unknown> {
  name: string;
  /** 1 unless it says otherwise. A payload may gain what is optional; what else changes makes the next version. */
  version?: number;
  /** Other names under which products know it. */
  aliases?: readonly string[];
  description: string;
  /** An application that one of the subgraphs, or a program outside, promises. */
  source: string;
  /** The platform alone, unless it says otherwise. */
  toldBy?: Teller;
  /** `all`: every application but the source. */
  targets: readonly string[] | 'all';
  /** The one of the targets that an event is for, where it is not for all of them. Its source tells it, whoever asked for what happened. */
  addressee?(payload: Payload): string;
  /** Events of one key reach a target one after the other. */
  orderingKey?(payload: Payload): string;
  payload: z.ZodType<Payload>;
}

/** An event on its way: what happened, to whom, because of whom. `feed` is the tenant, or the one thing that waits for it. */
export const eventSchema = z.object({
  id: z.uuid(),
  type: z.string(),
  feed: z.uuid(),
  /** The application that did it; one of those above, or one that was registered while we ran. */
  source: z.string(),
  at: z.iso.datetime(),
  actor: z.object({ kind: z.string(), id: z.string() }),
  correlationId: z.string(),
  /** Where it was told, when the installation has a name for that. */
  region: z.string().optional(),
  /** Those of one key reach a target one after the other. */
  orderingKey: z.string().optional(),
  payload: z.unknown(),
});
export type Event = z.infer<typeof eventSchema>;

const made = new WeakSet<object>();

/** A type of events, to be exported by whoever promises it: what is exported is known. */
export function eventType<Payload>(type: EventType<Payload>): EventType<Payload> {
  made.add(type);
  return type;
}

/** Whether it came out of `eventType`. */
export function isEventType(value: unknown): value is EventType {
  return typeof value === 'object' && value !== null && made.has(value);
}
