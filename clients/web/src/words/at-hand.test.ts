import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { words } from './en.ts';

const src = join(import.meta.dirname, '..');

/** Folders without words of their own: what they say may be asked for before any area is opened. */
const everywhere = readdirSync(src, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !readdirSync(join(src, entry.name)).includes('words'))
  .map(({ name }) => name);

function hasWord(key: string): boolean {
  const parts = key.split('.');
  const last = parts.pop() ?? '';
  const group = parts.reduce<unknown>((all, part) => (all as Record<string, unknown> | undefined)?.[part], words);
  return [last, `${last}_other`].some(
    (each) => typeof (group as Record<string, unknown> | undefined)?.[each] === 'string',
  );
}

test.each(everywhere)('what %s/ says is at hand before any area is opened', (folder) => {
  const files = readdirSync(join(src, folder), { recursive: true, encoding: 'utf8' });
  const asked = files
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
    .flatMap((file) => [...readFileSync(join(src, folder, file), 'utf8').matchAll(/\bt\('([\w.]+)'/g)])
    .map(([, key = '']) => key);
  expect(asked.filter((key) => !hasWord(key))).toEqual([]);
});
