import { appendFileSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { publishToBus } from '../publish.ts';
import { eventOf, TARGET } from './story.ts';

/** Publishes events 0 to `count`, from the first that it does not know to be published; the idempotency key tells them apart. */
const [url = '', tenant = '', count = '', file = ''] = process.argv.slice(2);
const redis = new Redis(url, { maxRetriesPerRequest: null });
redis.on('error', () => undefined);

let next = Number(readFileSync(file, 'utf8').trim().split('\n').at(-1));
while (next < Number(count)) {
  const batch = Math.min(1 + Math.floor(Math.random() * 60), Number(count) - next);
  const events = Array.from({ length: batch }, (_, index) => ({
    event: eventOf(tenant, next + index, 'crm', 'user.created'),
    targets: [TARGET],
    idempotencyKey: String(next + index),
  }));
  await publishToBus(redis, events);
  next += batch;
  // The note comes late, so that a kill mostly falls between the two.
  await sleep(50);
  appendFileSync(file, `${next}\n`);
}
redis.disconnect();
