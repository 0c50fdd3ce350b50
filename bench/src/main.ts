import { compareGateways } from './compare-gateways.ts';
import { measureConsole } from './console/console.ts';
import { measureCrm } from './crm/crm.ts';
import { measureEvents } from './events/events.ts';
import { measureOrders } from './orders/orders.ts';
import {
  writeConsoleResults,
  writeCrmResults,
  writeEventResults,
  writeOrdersResults,
  writeResults,
  writeSyncResults,
} from './results.ts';
import { measureSync } from './sync/sync.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const parts = {
  gateways: async () => report(await compareGateways(say), writeResults),
  sync: async () => report(await measureSync(say), writeSyncResults),
  console: async () => report(await measureConsole(say), writeConsoleResults),
  events: async () => report(await measureEvents(say), writeEventResults),
  crm: async () => report(await measureCrm(say), writeCrmResults),
  orders: async () => report(await measureOrders(say), writeOrdersResults),
};

function report(tables: readonly string[], write: (tables: readonly string[]) => void): void {
  for (const table of tables) say(table);
  write(tables);
}

/** Everything, or the part that is named. */
const wanted = process.argv[2];
for (const [name, measure] of Object.entries(parts)) if (!wanted || wanted === name) await measure();
