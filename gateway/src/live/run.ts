import type { IncomingHttpHeaders } from 'node:http';
import type { Viewer } from '@mycelium/kit/viewer';
import { type ExecutionResult, GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import type { CallContext } from '../call-context.ts';
import { createChannel } from '../channel.ts';
import { presentErrors } from '../errors.ts';
import type { GraphqlServer } from '../http/graphql-server.ts';
import { resultsOf } from '../http/incremental-response.ts';
import type { Metrics } from '../metrics.ts';
import { admit, hidesSchema, type Protection } from '../operation/admission.ts';
import { isErrors, prepareOperation } from '../operation/prepare.ts';
import type { FanOut } from '../subscriptions/fan-out.ts';
import { planSubscription, type SubscriptionPlan } from '../subscriptions/plan.ts';
import type { Runtime } from '../supergraph/runtime.ts';
import type { Usage } from '../usage/usage.ts';

export interface RunOptions {
  runtime: () => Runtime;
  execute: () => GraphqlServer['executeOperation'];
  fanOut: FanOut;
  metrics: Metrics;
  protection: Protection;
  usage: Usage;
  /** The headers of a client that a rule forwards. */
  forwardable(headers: IncomingHttpHeaders): IncomingHttpHeaders | undefined;
}

/** Takes the payload of a `next` message, and its position. */
export type Deliver = (payload: string, cursor?: string) => void;

/** Who hears a subscription. */
export interface Listener {
  deliver: Deliver;
  /** The root field is known before the first message. */
  begin?(field: string): void;
  /** Called before the end is sent. */
  end?(): void;
  /** Calls back when the viewer has other grants; what is returned ends that. */
  onViewer?(listener: (viewer: Viewer) => void): () => void;
}

/** An operation of a `subscribe` message that may run. */
export interface Runnable {
  kind: 'query' | 'mutation' | 'subscription';
  document: Parameters<typeof planSubscription>[1]['document'];
  /** A result, or several of an answer in parts; or, of a subscription, what ends when it ends and has no values: its messages go straight to `deliver`. */
  run(client: Listener): Promise<ExecutionResult | AsyncIterableIterator<ExecutionResult>>;
}

/** How a subscription ends when its subgraph refuses it; carries what the client is told. */
export class Refusal extends Error {
  constructor(readonly told: readonly GraphQLFormattedError[]) {
    super('The subscription was refused.');
  }
}

/** Everything that can be known before an operation runs: what runs, or why not. */
export async function prepareRun(
  payload: SubscribePayload,
  context: CallContext,
  options: RunOptions,
): Promise<Runnable | readonly GraphQLError[]> {
  const runnable = await runnableOf(payload, context, options);
  const { operationSeconds } = options.metrics;
  const transport = context.transport ?? 'http';
  if (isErrors(runnable)) operationSeconds.observe({ kind: 'unknown', transport, outcome: 'errors' }, 0);
  else if (runnable.kind === 'subscription')
    operationSeconds.observe({ kind: runnable.kind, transport, outcome: 'ok' }, 0);
  return runnable;
}

async function runnableOf(
  payload: SubscribePayload,
  context: CallContext,
  { runtime, execute, fanOut, protection, usage, forwardable }: RunOptions,
): Promise<Runnable | readonly GraphQLError[]> {
  const current = runtime();
  const { query, operationName, variables: given } = payload;
  const operation = prepareOperation(current, query, operationName, hidesSchema(protection));
  if (isErrors(operation)) return operation;
  if (context.told) context.told.operation = operation.definition.name?.value;
  const admitted = admit(current, operation, given ?? {}, context, protection);
  if ('refused' in admitted) return admitted.refused;
  if ('unfit' in admitted) return admitted.unfit;
  const { document, definition } = operation;

  if (definition.operation !== 'subscription') {
    const executeOperation = execute();
    return {
      kind: definition.operation,
      document,
      async run() {
        const request = { query, operationName: operationName ?? undefined, variables: given ?? undefined };
        context.readsParts = true;
        const { body } = await executeOperation(request, { contextValue: context });
        // Apollo's result has its errors formatted already, which is what the socket sends.
        if (body.kind === 'single') return body.singleResult as ExecutionResult;
        return resultsOf(body) as AsyncIterableIterator<ExecutionResult>;
      },
    };
  }

  const plan = await planSubscription(current, operation, admitted.variables);
  if ('message' in plan) return [plan];
  const after = startOf(plan, admitted.variables, payload.extensions?.after);
  if (after instanceof GraphQLError) return [after];
  usage.count(current, operation, context);
  return {
    kind: 'subscription',
    document,
    async run({ deliver, begin, end, onViewer }) {
      begin?.(plan.field);
      const noteDelivery = usage.deliveries(operation, context);
      let unwatch = () => {};
      const over = () => {
        unwatch();
        if (lease && 'release' in lease) lease.release();
        end?.();
      };
      const fail = (errors: readonly GraphQLFormattedError[]) => {
        over();
        channel.fail(new Refusal(errors));
      };
      const channel = createChannel<never>(() => {
        over();
        seat.leave();
      });
      const lease = context.origin?.lease?.({
        viewer: context.viewer,
        renew: (viewer) => seat.renew(viewer),
        end: (error) => {
          seat.leave();
          fail(presentErrors([error], context));
        },
      });
      if (lease instanceof GraphQLError) {
        fail(presentErrors([lease], context));
        return channel.iterator;
      }
      const seat = fanOut.join(
        {
          plan,
          given: given ?? {},
          variables: admitted.variables,
          viewer: context.viewer,
          origin: context.origin,
          headers: context.headers && forwardable(context.headers),
          after,
        },
        {
          next(event, cursor) {
            noteDelivery();
            deliver(event, cursor);
          },
          error: fail,
          complete: () => {
            over();
            channel.end();
          },
        },
      );
      unwatch = onViewer?.((viewer) => seat.renew(lease?.narrow(viewer) ?? viewer)) ?? unwatch;
      return channel.iterator;
    },
  };
}

/** Where a subscription resumes from: what is around the document is newer than what is in it. */
function startOf(plan: SubscriptionPlan, variables: Record<string, unknown>, outside: unknown): unknown {
  const given = outside ?? undefined;
  if (given === undefined) return plan.resumption?.startOf(variables) ?? undefined;
  if (typeof given === 'string' && plan.resumption) return given;
  const message = plan.resumption
    ? 'The extension "after" is the cursor of an event, a string.'
    : 'This subscription has no cursor, so it cannot be resumed.';
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', path: ['extensions', 'after'] } });
}
