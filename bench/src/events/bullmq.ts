import type { Event } from '@mycelium/schema/event-type';
import { Queue as Jobs, Worker } from 'bullmq';
import { BATCH, type Queue } from './queue.ts';

/** BullMQ: as many jobs at a time as the others take in a batch, and none is kept when it is done. */
export function bullmq(url: string, tenant: string): Queue {
  const { hostname: host, port, password } = new URL(url);
  const connection = { host, port: Number(port), password, maxRetriesPerRequest: null };
  const name = `bench-${tenant}`;
  const jobs = new Jobs<Event>(name, { connection, defaultJobOptions: { removeOnComplete: true } });
  let worker: Worker<Event> | undefined;
  return {
    async publish(events) {
      await jobs.addBulk(events.map((data) => ({ name: data.type, data })));
    },
    async consume(_consumer, done) {
      worker = new Worker<Event>(name, async () => ({ ok: true }), { connection, concurrency: BATCH });
      worker.on('completed', ({ data }) => done([data]));
      worker.on('error', () => undefined);
      await worker.waitUntilReady();
    },
    async close() {
      await worker?.close(true);
      await jobs.close();
    },
  };
}
