import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { type Problem, problemOf } from '@mycelium/client-kit/problem';
import { useState } from 'react';
import type { AnyVariables } from 'urql';
import { useStation } from '../station/use-station.ts';
import type { Order } from './orders/orders.ts';
import { useTill } from './use-till.ts';

/** Writes to an order at once, and shows it as it then is; true when it worked, else `problem` says why not. */
export function useOrderWrite() {
  const { write } = useStation();
  const { learn } = useTill();
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setBusy] = useState(false);

  async function run<Variables extends AnyVariables>(
    document: TypedDocumentNode<{ order: Order }, Variables>,
    variables: Variables,
  ): Promise<boolean> {
    setBusy(true);
    const { data, error } = await write(document, variables);
    setBusy(false);
    setProblem(error && problemOf(error));
    if (!data) return false;
    learn(data.order);
    return true;
  }
  return { run, problem, isBusy };
}
