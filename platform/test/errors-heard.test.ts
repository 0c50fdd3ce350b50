import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** What emits `error` by itself, and ends the process when nobody listens; what a promise stands for is not among them. */
const emitters =
  /(?<!\.)\b(createServer|new WebSocketServer|new WebSocket|new Client|new Pool|new Redis|spawn|fork|watch)\(/;
/** Who hears it, in the same file or in the one place that all of its kind pass. */
const ears = /\.(on|once)\('error'|guardServer\(|openSockets\(|listenToErrors\(|promisify\(execFile\)/;

const sources = globSync('{gateway,database,platform,subgraphs/*,simulators/*}/src/**/*.ts', { cwd: root }).filter(
  (file) => !/\.(test|faults)\.ts$|\.testing\.ts$|\/testing\.ts$|\/chaos\//.test(file),
);

test('whoever opens what may fail by itself listens for its error', () => {
  const opening = sources.filter((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    return imports(text) && emitters.test(text) && !ears.test(text);
  });
  expect(sources.length).toBeGreaterThan(200);
  expect(opening).toEqual([]);
});

/** Whether these names are those of Node and of the libraries, and not functions of ours. */
function imports(text: string): boolean {
  return /^import (?!type)[^;]*from '(node:(http|https|net|tls|child_process|fs)|ws|pg|ioredis)'/m.test(text);
}
