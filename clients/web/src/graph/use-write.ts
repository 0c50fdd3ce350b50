import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { Problem } from '@mycelium/client-kit/problem';
import { useCallback, useRef, useState } from 'react';
import { type AnyVariables, useMutation } from 'urql';
import { useMissedChange } from './GraphProvider.tsx';
import { isOutdated, mistakeIn, refusalIn } from './refusal.ts';

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
