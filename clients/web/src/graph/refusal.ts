import { type Problem, problemOf } from '@mycelium/client-kit/problem';
import type { CombinedError, OperationResult } from 'urql';
import { mistakeText } from '../words/refusal-text.ts';

/** Why nothing was written. What was written counts, also when a part of the answer could not be read afterwards. */
export function refusalIn({
  data,
  error,
}: Pick<OperationResult, 'data'> & { error?: CombinedError | undefined }): Problem | undefined {
  if (!error) return undefined;
  const wasWritten = data && Object.values(data).every((each) => each !== null);
  return wasWritten ? undefined : problemOf(error);
}

/** True when it was about something that is not any more as it is shown. */
export function isOutdated({ code, reason }: Problem): boolean {
  return code === 'CONFLICT' || code === 'NOT_FOUND' || reason === 'LIST_CHANGED';
}

/** What a refusal says of a field of the input, or of what is below it. */
export function mistakeIn(problem: Problem | undefined, field: string): string | undefined {
  if (problem?.code !== 'BAD_USER_INPUT') return undefined;
  const [first, ...rest] = problem.path;
  const place = first === 'input' ? rest : problem.path;
  const names = field.split('.');
  return names.every((name, index) => place[index] === name) ? mistakeText(problem) : undefined;
}
