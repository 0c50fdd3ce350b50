import type { SubgraphName } from '@mycelium/schema/roster';
import type { ExecutionResult } from 'graphql';
import type { DoorAnswer, SignedDelivery } from './doors/delivery.ts';

/** One call of the gateway to a subgraph. Over HTTP `context` is the header `x-mycelium-context`, over graphql-ws it is `extensions.context` of the subscribe message. */
export interface SubgraphCall {
  query: string;
  variables?: Record<string, unknown>;
  operationName?: string;
  /** Made by `signContext`. */
  context: string;
  /** Asks a subscription to begin by saying its position; over graphql-ws it is `extensions.position: true` of the subscribe message. */
  tellPosition?: boolean;
}

/** The extension of a subscribe message that asks for a position, and of the first `next`, which has the position and no data. */
export const POSITION_EXTENSION = 'position';

/** The position that a result says, if that is all it does. */
export function positionIn({ data, errors, extensions }: ExecutionResult): string | undefined {
  const position = extensions?.[POSITION_EXTENSION];
  return data === undefined && errors === undefined && typeof position === 'string' ? position : undefined;
}

/** A subgraph as the gateway sees it when both live in one process. */
export interface LocalSubgraph {
  name: SubgraphName;
  execute(call: SubgraphCall): Promise<ExecutionResult>;
  health(): Promise<SubgraphHealth>;
  /** Events until `return()` is called, which also works while a `next()` is pending; or errors when the subscription is refused. */
  subscribe(call: SubgraphCall): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult>;
  /** Takes what a vendor sends, and says what the vendor is answered. */
  deliver(delivery: SignedDelivery): Promise<DoorAnswer>;
}

/** What a subgraph needs to work, each `ok` or the reason why not. Over HTTP it answers `GET /health`, with 503 unless all are ok. */
export type SubgraphHealth = Record<'postgres' | 'redis', string>;

export const CONTEXT_HEADER = 'x-mycelium-context';

/** The call that a request of the gateway makes, with the context that came beside it. */
export function callOf(
  {
    query,
    variables,
    operationName,
  }: {
    query: string;
    variables?: Record<string, unknown> | null;
    operationName?: string | null;
  },
  context: unknown,
): SubgraphCall {
  return {
    query,
    variables: variables ?? undefined,
    operationName: operationName ?? undefined,
    context: typeof context === 'string' ? context : '',
  };
}
