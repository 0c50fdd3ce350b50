import { type Event, eventSchema } from '@mycelium/schema/event-type';

/** The event that a text is, or undefined when it is none. */
export function eventIn(text: string): Event | undefined {
  try {
    return eventSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
