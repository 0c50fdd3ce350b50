import { crm } from '@mycelium/crm/subgraph';
import { createLog } from '@mycelium/kit/log';
import { openSubgraph } from '@mycelium/kit/subgraph';

/** A process that reminds people until it is killed, or kills itself so many statements after the first that looks for reminders; one person works for every tenant. */
const [databaseUrl = '', redisUrl = '', secret = '', id = '', statements = ''] = process.argv.slice(2);
const node = { role: 'MANAGER', timeZone: 'UTC', user: { id, name: 'Ada' } };
const answer = { data: { _entities: [{ timeZone: 'UTC', members: { edges: [{ node }] } }] } };

let left = Number(statements);
let hasBegun = false;
function dieInTime(query: string): void {
  hasBegun ||= query.includes('from crm.activity where');
  if (!hasBegun) return;
  left -= 1;
  if (left === 0) process.kill(process.pid, 'SIGKILL');
}

await openSubgraph(crm, {
  ...{ databaseUrl, redisUrl, secret, neighbours: async () => answer },
  log: createLog('reminder', 'error'),
  ...(statements && { onQuery: dieInTime }),
});
