import type { SubgraphCall } from '@mycelium/kit/call';
import type { ExecutionResult, GraphQLError } from 'graphql';

/** Where events come from: a subgraph in this process, or one behind a socket. */
export interface EventSource {
  /**
   * Events until `return()` is called, or errors when the subscription is refused; rejects when the source cannot be reached.
   * `next()` rejects with `Refused`, or a `GraphQLError`, when the source refuses later, and with anything else when it is lost.
   */
  subscribe(call: SubgraphCall): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult>;
}

/** A source has refused a subscription, or given up. */
export class Refused extends Error {
  constructor(readonly errors: readonly GraphQLError[]) {
    super(errors.map(({ message }) => message).join(' '));
  }
}

/** A source that does not keep to the protocol. */
export class Garbled extends Error {}
