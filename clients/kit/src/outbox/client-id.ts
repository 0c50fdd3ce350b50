import { v7 as uuidv7 } from 'uuid';

/** An id made here for what the server will make: a UUIDv7 of the server's time. It takes no secure origin, as `crypto.randomUUID` does. */
export function newClientId(now: () => number): string {
  return uuidv7({ msecs: Math.max(0, Math.floor(now())), random: crypto.getRandomValues(new Uint8Array(16)) });
}
