import type { Problem } from '@mycelium/client-kit/problem';
import type { Words } from './en.ts';
import { numberFormat } from './formats.ts';
import { words } from './words.ts';

/** Every fact that the words of a reason may name. */
const none = { limit: '', name: '', items: '', balance: '' };

/** Why something was refused, in the language of the console; undefined for a reason that it has no words for. */
export function refusalText({ reason, facts }: Problem): string | undefined {
  if (!isKnown(reason)) return undefined;
  const figure = numberFormat(words.language);
  const told = Object.entries(facts).map(([name, fact]) => [
    name,
    typeof fact === 'number' ? figure.format(fact) : fact,
  ]);
  return words.t(`refusal.${reason}`, { ...none, ...Object.fromEntries(told), count: countIn(facts) });
}

/** What is wrong with what was entered: in the language of the console, else as the server says it. */
export function mistakeText(problem: Problem): string {
  return refusalText(problem) ?? problem.message;
}

/** The number that a word of the text agrees with. */
function countIn({ limit, balance }: Problem['facts']): number {
  return [limit, balance].find((fact) => typeof fact === 'number') ?? 0;
}

function isKnown(reason: string | undefined): reason is keyof Words['refusal'] {
  return reason !== undefined && words.exists(`refusal.${reason}`, { count: 1 });
}
