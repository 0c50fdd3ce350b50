import type { Problem } from '@mycelium/client-kit/problem';
import { mistakeText, refusalText } from '../words/refusal-text.ts';
import { words } from '../words/words.ts';

/** What happened, in a few words: the reason itself, where there are words for it. */
export function troubleTitle(problem: Problem): string {
  const why = problem.code === 'BAD_USER_INPUT' ? undefined : refusalText(problem);
  return why ?? words.t(`trouble.${problem.code}.title`);
}

/** What to do about it; undefined when the title says that too. */
export function troubleText(problem: Problem): string | undefined {
  const { code, retryAfter } = problem;
  if (code === 'BAD_USER_INPUT') return mistakeText(problem);
  return refusalText(problem) ? undefined : words.t(`trouble.${code}.advice`, { count: retryAfter ?? 0 });
}
