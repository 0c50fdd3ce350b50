import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { type Problem, problemOf } from '@mycelium/client-kit/problem';
import { useCallback, useRef, useState } from 'react';
import { type AnyVariables, type CombinedError, type OperationResult, useMutation } from 'urql';
import { mistakeText } from '../words/refusal-text.ts';
import { useMissedChange } from './GraphProvider.tsx';

export interface Write<Data = unknown, Variables extends AnyVariables = AnyVariables> {
  /** Resolves with what was answered; with nothing when it was refused. */
  write: (variables: Variables) => Promise<Data | undefined>;
  isBusy: boolean;
  /** Why the last one was refused. */
  problem: Problem | undefined;
  /** What is wrong at a field of the input, or below it: `name`, `price.amount`. */
  mistakeAt: (field: string) => string | undefined;
  /** Drops what was refused. */
  forget: () => void;
}

/** A mutation. When it finds that something has changed or gone meanwhile, the newest is asked for. Where no form shows what was refused, `onRefusal` says it: `useWrite(RemoveDocument, showTrouble)`. */
export function useWrite<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  onRefusal?: (problem: Problem, variables: Variables) => void,
): Write<Data, Variables> {
  const [{ fetching }, execute] = useMutation(document);
  const [problem, setProblem] = useState<Problem>();
  const missChange = useMissedChange();
  const refused = useRef(onRefusal);
  refused.current = onRefusal;

  const write = useCallback(
    async (variables: Variables) => {
      setProblem(undefined);
      const answer = await execute(variables);
      const refusal = refusalIn(answer);
      setProblem(refusal);
      if (!refusal) return answer.data;
      if (isOutdated(refusal)) missChange();
      refused.current?.(refusal, variables);
      return undefined;
    },
    [execute, missChange],
  );
  const mistakeAt = useCallback((field: string) => mistakeIn(problem, field), [problem]);
  const forget = useCallback(() => setProblem(undefined), []);
  return { write, isBusy: fetching, problem, mistakeAt, forget };
}

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
function isOutdated({ code }: Problem): boolean {
  return code === 'CONFLICT' || code === 'NOT_FOUND';
}

/** What a refusal says of a field of the input, or of what is below it. */
export function mistakeIn(problem: Problem | undefined, field: string): string | undefined {
  if (problem?.code !== 'BAD_USER_INPUT') return undefined;
  const [first, ...rest] = problem.path;
  const place = first === 'input' ? rest : problem.path;
  const names = field.split('.');
  return names.every((name, index) => place[index] === name) ? mistakeText(problem) : undefined;
}
