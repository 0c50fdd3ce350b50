import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

export type OperationName = 'menu' | 'menu-changed' | 'event-received' | 'acknowledge-event';

/** What is sent in place of the text of an operation. */
export function documentIdOf(name: OperationName): string {
  const text = readFileSync(new URL(`../operations/${name}.graphql`, import.meta.url), 'utf8');
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}
