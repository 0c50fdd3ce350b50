import { crm } from '@mycelium/crm/subgraph';
import { createLog } from '@mycelium/kit/log';
import { openSubgraph } from '@mycelium/kit/subgraph';

/** A process that reminds people until it is killed; one person works for every tenant. */
const [databaseUrl = '', redisUrl = '', secret = '', id = ''] = process.argv.slice(2);
const node = { role: 'MANAGER', timeZone: 'UTC', user: { id, name: 'Ada' } };
const answer = { data: { _entities: [{ timeZone: 'UTC', members: { edges: [{ node }] } }] } };
await openSubgraph(crm, {
  ...{ databaseUrl, redisUrl, secret, neighbours: async () => answer },
  log: createLog('reminder', 'error'),
});
