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
  /** The most heap that was used since something else was asked. */
  peak?: true;
  /** The heap that is in use, without garbage; needs --expose-gc. */
  live?: true;
}

/** The CRM as a process of its own, which reminds when it is told to, and tells how much of its heap it used at most. */
const [databaseUrl = '', redisUrl = '', secret = '', tenantsUrl = '', directory = ''] = process.argv.slice(2);
const log = createLog('bench crm', 'error');
const subgraph = await openSubgraph(crm, {
  ...{ databaseUrl, redisUrl, secret, log },
  innerNetworks: ['127.0.0.0/8'],
  files: await openFiles({ directory, secret }),
  neighbours: askOverHttp({ tenants: [tenantsUrl] }),
});
const { url } = await listen(subgraph, { host: '127.0.0.1', port: 0, log });

let peak = 0;
setInterval(() => {
  peak = Math.max(peak, process.memoryUsage().heapUsed);
}, 20);

process.on('message', async ({ remindIn: tenantId, peak: isPeak, live }: Message) => {
  if (tenantId) await subgraph.work(async (ctx) => enqueue(ctx, remind, {}, { tenantId }));
  if (live) await globalThis.gc?.();
  process.send?.({ done: isPeak ? peak : process.memoryUsage().heapUsed });
  if (live) peak = 0;
});
process.send?.({ ready: url });
