import { openSync, writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { acknowledgeDeliveries, failDeliveries } from '../answer.ts';
import { type Delivery, leaseDeliveries } from '../lease.ts';
import { failsAtFirst, isRefused, LEASE_MS, type Note, policy, TARGET } from './story.ts';

/** Leases events and answers until it is killed. What it writes to its file stays when it dies. */
const [url = '', tenant = '', consumer = '', file = ''] = process.argv.slice(2);
const redis = new Redis(url, { maxRetriesPerRequest: null });
redis.on('error', () => undefined);
const notes = openSync(file, 'a');
// One that was killed within a line has not ended it.
writeSync(notes, '\n');
const note = (...all: Note[]): void => void writeSync(notes, all.map((each) => `${JSON.stringify(each)}\n`).join(''));
const numberOf = ({ event }: Delivery): number => Number((event.payload as { n: number }).n);

for (;;) {
  const request = { tenant, application: TARGET, consumer, leaseMs: LEASE_MS, most: 20, policy };
  const deliveries = await leaseDeliveries(redis, request).catch(() => []);
  note(
    ...deliveries.map((each): Note => {
      const { event, attempt, leasedUntil } = each;
      return { what: 'leased', id: event.id, n: numberOf(each), attempt, until: leasedUntil.getTime() };
    }),
  );
  // Its work, so that a kill mostly falls between the two; or a look around, when there is none.
  await sleep(20);
  await answer(deliveries).catch(() => undefined);
}

async function answer(deliveries: readonly Delivery[]): Promise<void> {
  const bad = deliveries.filter(
    (each) => isRefused(numberOf(each)) || (failsAtFirst(numberOf(each)) && each.attempt === 1),
  );
  const good = deliveries.filter((each) => !bad.includes(each));
  const answers = good.map((each) => ({ id: each.event.id, data: { n: numberOf(each) } }));
  if (answers.length > 0) {
    const outcomes = await acknowledgeDeliveries(redis, tenant, TARGET, answers);
    note(...answers.map(({ id }, index): Note => ({ what: 'acknowledged', id, outcome: outcomes[index] ?? '' })));
  }
  if (bad.length === 0) return;
  note(...bad.map(({ event, attempt }): Note => ({ what: 'failing', id: event.id, attempt })));
  const failures = bad.map((each) => {
    const { event, attempt } = each;
    return { id: event.id, attempt, reason: 'chaos', mayRetry: !isRefused(numberOf(each)) };
  });
  await failDeliveries(redis, tenant, TARGET, failures, policy);
}
