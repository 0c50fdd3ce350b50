import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

const worker = 'service-worker.js';

/** Tells the service worker which files the app consists of. Alphabets beyond Latin are left to be kept when first used. */
export function precache(): Plugin {
  return {
    name: 'precache',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      const files = Object.keys(bundle)
        .filter((file) => file !== worker && isShell(file))
        .sort();
      const version = createHash('sha256');
      for (const file of files) {
        const output = bundle[file];
        version.update(file).update(output?.type === 'chunk' ? output.code : (output?.source ?? ''));
      }
      const chunk = bundle[worker];
      if (chunk?.type !== 'chunk') throw new Error(`The build has no ${worker}.`);
      const shell = { version: version.digest('hex').slice(0, 12), files };
      chunk.code = chunk.code.replaceAll('__SHELL__', JSON.stringify(shell));
    },
  };
}

function isShell(file: string): boolean {
  return /\.(html|js|css)$/.test(file) || /-latin-(ext-)?[^/]*\.woff2$/.test(file);
}
