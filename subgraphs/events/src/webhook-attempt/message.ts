import type { Event } from '@mycelium/schema/event-type';
import { Webhook } from 'standardwebhooks';

const MOST_BYTES = 20_000;

/** The body of a message. A large one says only what it is about: the ids in its payload, beside its own. */
export function bodyOf({ id, type, at, payload }: Event): string {
  const whole = JSON.stringify({ type, timestamp: at, data: payload });
  if (Buffer.byteLength(whole) < MOST_BYTES) return whole;
  const ids = Object.entries(payload ?? {}).filter(([name, value]) => /(^id|Id)$/.test(name) && isShort(value));
  return JSON.stringify({ type, timestamp: at, data: { ...Object.fromEntries(ids), eventId: id, isThin: true } });
}

function isShort(value: unknown): boolean {
  return typeof value === 'number' || (typeof value === 'string' && value.length <= 200);
}

/** The headers of Standard Webhooks: the same id with each attempt, the time of this one, and a signature by each secret. */
export function headersOf(id: string, at: Date, body: string, secrets: readonly string[]): Record<string, string> {
  return {
    'content-type': 'application/json',
    'user-agent': 'Mycelium-Webhooks/1',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(' '),
  };
}
