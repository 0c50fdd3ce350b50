import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../..');

/** What begins or ends a transaction; work that belongs to both is done with afterCommit or inSavepoint. */
const ends = /\bem\s*\.\s*(begin|commit|rollback|transactional)\(/;

test('no function of a subgraph ends a transaction: it was begun by the kit, for all who work in it', () => {
  const sources = globSync('subgraphs/*/src/**/*.ts', { cwd: root, exclude: ['subgraphs/kit/**'] }).filter(
    (file) => !/\.(test|testing)\.ts$/.test(file),
  );
  expect(sources.length).toBeGreaterThan(100);
  expect(sources.filter((file) => ends.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
});
