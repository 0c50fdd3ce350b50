import type { ApolloServer } from '@apollo/server';
import type { ExecutionResult, GraphQLError, GraphQLFormattedError } from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import { admit, type Protection } from '../admission.ts';
import type { CallContext } from '../call-context.ts';
import type { Metrics } from '../observe.ts';
import { prepareOperation } from '../operations.ts';
import type { Runtime } from '../supergraph.ts';
import type { Usage } from '../usage/usage.ts';
import { createChannel } from './channel.ts';
import type { FanOut } from './fan-out.ts';
import { planSubscription } from './plan.ts';

export interface RunOptions {
  runtime: () => Runtime;
  graphql: ApolloServer<CallContext>;
  fanOut: FanOut;
  metrics: Metrics;
  protection: Protection;
  usage: Usage;
}

/** An operation of a `subscribe` message that may run. */
export interface Runnable {
  kind: 'query' | 'mutation' | 'subscription';
  document: Parameters<typeof planSubscription>[1]['document'];
  /** A result; or, of a subscription, what ends when it ends and has no values: its messages go straight to `deliver`. */
  run(deliver: (payload: string) => void): Promise<ExecutionResult | AsyncIterableIterator<never>>;
}

/** How a subscription ends when its subgraph refuses it; carries what the client is told. */
export class Refusal extends Error {
  constructor(readonly told: readonly GraphQLFormattedError[]) {
    super('The subscription was refused.');
  }
}

/** Everything that can be known before an operation runs: what runs, or why not. */
export function prepareRun(
  payload: SubscribePayload,
  context: CallContext,
  { runtime, graphql, fanOut, metrics, protection, usage }: RunOptions,
): Runnable | readonly GraphQLError[] {
  const current = runtime();
  const { query, operationName, variables: given } = payload;
  const operation = prepareOperation(current, query, operationName);
  if (isErrors(operation)) return operation;
  const admitted = admit(current, operation, given ?? {}, context, protection);
  if ('refused' in admitted) return admitted.refused;
  if ('unfit' in admitted) return admitted.unfit;
  const { document, definition } = operation;

  if (definition.operation !== 'subscription') {
    return {
      kind: definition.operation,
      document,
      async run() {
        const request = { query, operationName: operationName ?? undefined, variables: given ?? undefined };
        const { body } = await graphql.executeOperation(request, { contextValue: context });
        // Apollo's result has its errors formatted already, which is what the socket sends.
        return (body.kind === 'single' ? body.singleResult : {}) as ExecutionResult;
      },
    };
  }

  const plan = planSubscription(current, operation);
  if ('message' in plan) return [plan];
  usage.count(current, operation, context);
  return {
    kind: 'subscription',
    document,
    async run(deliver) {
      const channel = createChannel<never>(() => leave());
      const leave = fanOut.join(
        { plan, variables: admitted.variables, viewer: context.viewer },
        {
          next: deliver,
          error: (errors) => channel.fail(new Refusal(errors)),
          complete: () => channel.end(),
        },
      );
      metrics.operationSeconds.observe({ kind: 'subscription', transport: 'socket', outcome: 'ok' }, 0);
      return channel.iterator;
    },
  };
}

export function isErrors<Good>(value: Good | readonly GraphQLError[]): value is readonly GraphQLError[] {
  return Array.isArray(value);
}
