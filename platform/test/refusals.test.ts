import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { refusal } from '@mycelium/web/words/refusals/en';
import { expect, test } from 'vitest';

/** Reasons that nobody meets in the console: its client handles them, or they are told to programs alone. */
const withoutWords = new Set([
  'CURSOR_EXPIRED', // the client loads anew
  'TAKEN_AT_HOME', // told to keys that pull
  'LAST_OWNER', // its page has words of its own
]);

test('every reason that a subgraph gives has words in the console', () => {
  const root = join(import.meta.dirname, '../..');
  const files = globSync('subgraphs/*/src/**/*.ts', { cwd: root }).filter((file) => !/test|chaos/.test(file));
  const given = files.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/reason: '([A-Z_]+)'/g)].map(([, reason = '']) => reason),
  );
  expect(given.length).toBeGreaterThan(20);
  expect([...new Set(given)].filter((reason) => !(reason in refusal) && !withoutWords.has(reason))).toEqual([]);
});
