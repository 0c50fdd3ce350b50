import type { Entry } from '@mycelium/client-kit/outbox/entry';
import { words } from '../../words/words.ts';
import { operations } from './operations.ts';

type Operation = keyof typeof operations;

/** What an entry of the till's outbox does, in words. */
export function say({ operation, variables }: Entry): string {
  if (!isKnown(operation)) return operation || words.t('till.entry.broken');
  const { lines, course } = variables;
  const count = Array.isArray(lines) ? lines.length : 0;
  return words.t(`till.entry.${operation}`, { count, course: typeof course === 'number' ? course : '' });
}

function isKnown(operation: string): operation is Operation {
  return Object.hasOwn(operations, operation);
}
