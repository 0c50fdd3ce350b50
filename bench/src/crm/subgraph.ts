import type { Worker } from 'node:worker_threads';
import { remind } from '@mycelium/crm/activity/remind';
import { crm } from '@mycelium/crm/subgraph';
import { openFiles } from '@mycelium/kit/files/files';
import { createLog } from '@mycelium/kit/log';
import { askOverHttp } from '@mycelium/kit/neighbours';
import { listen } from '@mycelium/kit/serve';
import { openSubgraph } from '@mycelium/kit/subgraph';
import { enqueue } from '@mycelium/kit/tasks/enqueue';

interface Message {
  /** Reminds of a tenant's activities. */
  remindIn?: string;
  /** The most memory that was used since something else was asked. */
  peak?: true;
  /** The memory that is in use, without garbage; needs --expose-gc. */
  live?: true;
}

/** What a process uses, in bytes: the heaps of all its threads, and what it has of the machine. */
export interface Memory {
  heap: number;
  rss: number;
}

/** The CRM as a process of its own, which reminds when it is told to, and tells how much memory it used at most. */
const [databaseUrl = '', redisUrl = '', secret = '', tenantsUrl = '', directory = ''] = process.argv.slice(2);
const log = createLog('bench crm', 'error');
const subgraph = await openSubgraph(crm, {
  ...{ databaseUrl, redisUrl, secret, log },
  innerNetworks: ['127.0.0.0/8'],
  files: await openFiles({ directory, secret }),
  neighbours: askOverHttp({ tenants: [tenantsUrl] }),
});
const { url } = await listen(subgraph, { host: '127.0.0.1', port: 0, log });

const threads = new Set<Worker>();
process.on('worker', (thread: Worker) => {
  threads.add(thread);
  thread.once('exit', () => threads.delete(thread));
});

async function memory(): Promise<Memory> {
  // One that has just ended has no heap.
  const heaps = await Promise.all([...threads].map((thread) => thread.getHeapStatistics().catch(() => undefined)));
  const { heapUsed, rss } = process.memoryUsage();
  return { heap: heaps.reduce((sum, heap) => sum + (heap?.used_heap_size ?? 0), heapUsed), rss };
}

const nothing: Memory = { heap: 0, rss: 0 };
let peak = nothing;
setInterval(async () => {
  const { heap, rss } = await memory();
  peak = { heap: Math.max(peak.heap, heap), rss: Math.max(peak.rss, rss) };
}, 20);

process.on('message', async ({ remindIn: tenantId, peak: isPeak, live }: Message) => {
  if (tenantId) await subgraph.work(async (ctx) => enqueue(ctx, remind, {}, { tenantId }));
  if (live) await globalThis.gc?.();
  process.send?.({ done: isPeak ? peak : await memory() });
  if (live) peak = nothing;
});
process.send?.({ ready: url });
