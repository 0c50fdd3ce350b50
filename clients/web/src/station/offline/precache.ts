import { createHash } from 'node:crypto';
import type { Plugin, Rolldown } from 'vite';

const worker = 'station-worker.js';
/** What the pages of stations are made of, beside what these need in turn. */
const ofStations = /\/src\/(main\.tsx|(station|till|kitchen|words)\/)/;

type Output = Rolldown.OutputChunk | Rolldown.OutputAsset;

/** Tells the service worker which files the pages of stations consist of: those of the console are none of theirs. */
export function precache(): Plugin {
  return {
    name: 'precache',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      const files = [...neededIn(bundle)].sort();
      const version = createHash('sha256');
      for (const file of files) {
        const output = bundle[file];
        version.update(file).update(output?.type === 'chunk' ? output.code : (output?.source ?? ''));
      }
      const chunk = bundle[worker];
      if (chunk?.type !== 'chunk') throw new Error(`The build has no ${worker}.`);
      const shell = { version: version.digest('hex').slice(0, 12), files: [...files, 'icon.svg'] };
      chunk.code = chunk.code.replaceAll('__SHELL__', JSON.stringify(shell));
    },
  };
}

function neededIn(bundle: Readonly<Record<string, Output>>): Set<string> {
  const needed = new Set(['index.html']);
  for (const [file, output] of Object.entries(bundle)) {
    if (output.type === 'asset' && isLetter(file)) needed.add(file);
    if (output.type === 'chunk' && file !== worker && output.moduleIds.some((id) => ofStations.test(id)))
      needed.add(file);
  }
  // A set goes on to what is added while one walks over it.
  for (const file of needed) {
    const output = bundle[file];
    if (output?.type !== 'chunk') continue;
    const { viteMetadata } = output as Rolldown.OutputChunk & { viteMetadata?: { importedCss: Set<string> } };
    for (const each of [...output.imports, ...(viteMetadata?.importedCss ?? [])]) needed.add(each);
  }
  return needed;
}

/** Alphabets beyond Latin are left to be kept when first used. */
function isLetter(file: string): boolean {
  return /-latin-(ext-)?[^/]*\.woff2$/.test(file);
}
