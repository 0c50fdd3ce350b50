import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'typescript-'));
const kept = join(import.meta.dirname, '../../node_modules/.cache/typescript');
const file = join(folder, `${crypto.randomUUID()}.ts`);
const ofFile = () => readdirSync(kept).filter((name) => name.startsWith(file.slice(folder.length + 1)));
afterAll(() => {
  for (const name of ofFile()) rmSync(join(kept, name));
  rmSync(folder, { recursive: true });
});

/** What such a file says as a process of its own. */
async function run(text: string): Promise<string> {
  writeFileSync(file, text);
  const args = ['--import', '@mycelium/database/typescript', file];
  const done = await promisify(execFile)(process.execPath, args).catch((error: { stderr: string }) => error);
  return 'stdout' in done && done.stdout ? done.stdout : done.stderr;
}

const decorated = (word: string): string => `
  interface Told { word: string }
  function tell(_target: object, name: string): void { process.stdout.write(name); }
  class Teller {
    @tell
    declare readonly ${word}: Told['word'];
    constructor(readonly told: Told) { process.stdout.write(' ' + Object.keys(this)); }
  }
  new Teller({ word: 'x' } satisfies Told);`;

test('a file with types, decorators and declared fields runs as it is written, also after it was changed', async () => {
  expect(await run(decorated('first'))).toBe('first told');
  expect(await run(decorated('first'))).toBe('first told');
  expect(await run(decorated('second'))).toBe('second told');
  expect(ofFile()).toHaveLength(1);
});

test('what was kept and is not whole is made again', async () => {
  await run(decorated('cut'));
  const place = join(kept, ofFile()[0] ?? '');
  writeFileSync(place, readFileSync(place, 'utf8').slice(0, 200));
  expect(await run(decorated('cut'))).toBe('cut told');
});

test('an error tells the line on which it is written, of a kept file too', async () => {
  const text = `interface Long {\n  word: string;\n}\n\nthrow new Error(({ word: 'here' } as Long).word);`;
  for (let time = 0; time < 2; time += 1) expect(await run(text)).toContain(`${file}:5:7`);
});
