import type { Entry } from '@mycelium/client-kit/outbox/entry';
import { words } from '../../words/words.ts';
import { operations } from './operations.ts';

type Operation = keyof typeof operations;

/** What an entry of the kitchen's outbox does, in words. */
export function say({ operation }: Entry): string {
  return isKnown(operation) ? words.t(`kitchen.entry.${operation}`) : operation || words.t('kitchen.entry.broken');
}

function isKnown(operation: string): operation is Operation {
  return Object.hasOwn(operations, operation);
}
