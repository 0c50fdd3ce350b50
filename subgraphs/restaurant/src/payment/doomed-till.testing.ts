import { AsyncLocalStorage } from 'node:async_hooks';
import { createLog } from '@mycelium/kit/log';
import { deriveKey } from '@mycelium/kit/secrets';
import { openSubgraph } from '@mycelium/kit/subgraph';
import { signContext, type Viewer } from '@mycelium/kit/viewer';
import { restaurant } from '../subgraph.ts';

/** What a process does until it kills itself. */
export interface Doom {
  databaseUrl: string;
  redisUrl: string;
  secret: string;
  viewer: Viewer;
  query: string;
  variables: Record<string, unknown>;
  /** Right after the first statement of the call that has this in it. */
  after: string;
}

/** A process that is asked once, and kills itself right after a statement; it says so when it outlives that. */
const doom: Doom = JSON.parse(process.argv[2] ?? '');
const ofCall = new AsyncLocalStorage<true>();
const subgraph = await openSubgraph(restaurant, {
  ...{ databaseUrl: doom.databaseUrl, redisUrl: doom.redisUrl, secret: doom.secret },
  log: createLog('doomed', 'error'),
  onQuery: (query) => {
    if (ofCall.getStore() && query.includes(doom.after)) process.kill(process.pid, 'SIGKILL');
  },
});
const { query, variables } = doom;
const call = { query, variables, to: 'restaurant' };
const context = signContext({ viewer: doom.viewer, correlationId: 'doomed' }, call, deriveKey(doom.secret, 'context'));
await ofCall.run(true, () => subgraph.execute({ query, variables, context }));
process.exit(1);
