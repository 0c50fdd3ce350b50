import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** What this process holds on its heap when nothing is left to be collected, in MB. */
export function heldMegabytes(): number {
  collect();
  collect();
  return process.memoryUsage().heapUsed / 2 ** 20;
}
