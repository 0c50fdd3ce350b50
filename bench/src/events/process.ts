import { setTimeout as sleep } from 'node:timers/promises';
import { bullmq } from './bullmq.ts';
import { ours } from './ours.ts';
import { makeEvent, preciseNow, sentAt } from './queue.ts';
import { raw } from './raw.ts';

const systems = { ours, raw, bullmq };

/** Publishes or consumes, as it is told: a process of its own for each. */
const [system = '', url = '', tenant = '', consumer = ''] = process.argv.slice(2);
const queue = systems[system as keyof typeof systems](url, tenant);
const TELL_MS = 10;

interface Order {
  publish?: { count: number; batch: number; everyMs: number };
  report?: true;
}

let latencies: number[] = [];
let last = 0;
let told = 0;

process.on('message', async ({ publish, report }: Order) => {
  if (publish) process.send?.({ published: await send(publish) });
  if (report) {
    process.send?.({ report: { latencies, last } });
    latencies = [];
    told = 0;
  }
});

/** Answers when it began. */
async function send({ count, batch, everyMs }: NonNullable<Order['publish']>): Promise<number> {
  const begin = preciseNow();
  for (let sent = 0; sent < count; sent += batch) {
    const early = begin + (sent / batch) * everyMs - preciseNow();
    if (early > 0) await sleep(early);
    await queue.publish(Array.from({ length: batch }, () => makeEvent(tenant)));
  }
  return begin;
}

if (consumer) {
  const consuming = queue.consume(consumer, (events) => {
    last = preciseNow();
    for (const event of events) latencies.push(last - sentAt(event));
  });
  consuming.catch(() => process.exit(1));
  setInterval(() => {
    if (latencies.length === told) return;
    told = latencies.length;
    process.send?.({ taken: told });
  }, TELL_MS);
}
process.send?.({ ready: true });
