import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire, enableCompileCache, registerHooks } from 'node:module';
import { basename, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/**
 * `node --import @mycelium/database/typescript FILE.ts` runs TypeScript, with decorators, as it is written. What a file becomes is
 * kept beside the packages, and so is what the engine makes of that: a second start neither translates nor compiles. This file is
 * JavaScript, so that Node need not load what it strips types with.
 */
const cache = join(import.meta.dirname, '../../node_modules/.cache');
const folder = join(cache, 'typescript');
const require = createRequire(import.meta.url);

const options = {
  loader: 'ts',
  format: 'esm',
  target: 'node24',
  sourcemap: 'inline',
  sourcesContent: false,
  tsconfigRaw: { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } },
};

process.setSourceMapsEnabled(true);
enableCompileCache(join(cache, 'compiled'));
registerHooks({
  load(url, context, next) {
    if (!url.startsWith('file:') || !/\.ts(?:\?|$)/.test(url)) return next(url, context);
    return { format: 'module', source: translated(fileURLToPath(url)), shortCircuit: true };
  },
});

/** The JavaScript of a file; of each the newest is kept, which says at its end what it was made of. */
function translated(path) {
  const text = readFileSync(path, 'utf8');
  const end = `\n// ${sha256(JSON.stringify(options) + text)}`;
  const place = join(folder, `${basename(path)}.${sha256(path)}.js`);
  const kept = read(place);
  if (kept?.endsWith(end)) return kept;
  const { transformSync } = require('esbuild');
  const code = transformSync(text, { ...options, sourcefile: path }).code + end;
  keep(place, code);
  return code;
}

const sha256 = (text) => createHash('sha256').update(text).digest('hex');

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** Whole or not at all: several processes start at once, and some are killed. Where nothing can be written, nothing is kept. */
function keep(path, code) {
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${path}.${process.pid}`, code);
    renameSync(`${path}.${process.pid}`, path);
  } catch {
    // It is translated once more the next time.
  }
}
