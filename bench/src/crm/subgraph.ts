import { remind } from '@mycelium/crm/activity/remind';
import { crm } from '@mycelium/crm/subgraph';
import { createLog } from '@mycelium/kit/log';
import { askOverHttp } from '@mycelium/kit/neighbours';
import { listen } from '@mycelium/kit/serve';
import { openSubgraph } from '@mycelium/kit/subgraph';
import { enqueue } from '@mycelium/kit/tasks/enqueue';

/** The CRM as a process of its own, which reminds when it is told to. */
const [databaseUrl = '', redisUrl = '', secret = '', tenantsUrl = ''] = process.argv.slice(2);
const log = createLog('bench crm', 'error');
const subgraph = await openSubgraph(crm, {
  ...{ databaseUrl, redisUrl, secret, log },
  innerNetworks: ['127.0.0.0/8'],
  neighbours: askOverHttp({ tenants: [tenantsUrl] }),
});
const { url } = await listen(subgraph, { host: '127.0.0.1', port: 0, log });

process.on('message', async ({ remindIn: tenantId }: { remindIn: string }) => {
  await subgraph.work(async (ctx) => enqueue(ctx, remind, {}, { tenantId }));
  process.send?.({ done: true });
});
process.send?.({ ready: url });
