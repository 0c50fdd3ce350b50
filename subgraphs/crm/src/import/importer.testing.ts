import { openFiles } from '@mycelium/kit/files/files';
import { createLog } from '@mycelium/kit/log';
import { openSubgraph } from '@mycelium/kit/subgraph';
import { tenantsIn } from '../../test/tenants.ts';
import { filesSecret } from '../../test/upload.ts';
import { crm } from '../subgraph.ts';

/** A process that works on imports until it is killed. */
const [databaseUrl = '', redisUrl = '', secret = '', directory = ''] = process.argv.slice(2);
await openSubgraph(crm, {
  ...{ databaseUrl, redisUrl, secret, neighbours: tenantsIn('America/Chicago').answer },
  files: await openFiles({ directory, secret: filesSecret }),
  log: createLog('importer', 'error'),
});
