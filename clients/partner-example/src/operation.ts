import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** What is sent in place of the text of an operation. */
export function documentIdOf(name: 'menu' | 'menu-changed'): string {
  const text = readFileSync(new URL(`../operations/${name}.graphql`, import.meta.url), 'utf8');
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}
