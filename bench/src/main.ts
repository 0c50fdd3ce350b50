import { compareGateways } from './compare-gateways.ts';
import { writeResults, writeSyncResults } from './results.ts';
import { measureSync } from './sync/sync.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Everything, or with `sync` the sync alone. */
if (process.argv[2] !== 'sync') {
  const tables = await compareGateways(say);
  for (const table of tables) say(table);
  writeResults(tables);
}
const tables = await measureSync(say);
for (const table of tables) say(table);
writeSyncResults(tables);
