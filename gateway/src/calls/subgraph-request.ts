import { inSpan, traceHeaders } from '@mycelium/kit/tracing';
import { SpanKind } from '@opentelemetry/api';
import { type CallContext, CORRELATION_HEADER, type Sign } from '../call-context.ts';
import type { Source } from '../execute/run.ts';
import type { Metrics } from '../metrics.ts';
import { headersOf } from './header-rules.ts';
import { shareCalls } from './shared-calls.ts';
import type { Subgraph } from './subgraph.ts';
import type { Traffic } from './traffic.ts';

/** The subgraph as the executor calls it, each call with the signed context of its operation. */
export function sourceOf(
  subgraph: Subgraph,
  sign: Sign,
  metrics: Metrics,
  { dedup, headers: rules }: Pick<Traffic, 'dedup' | 'headers'>,
): Source {
  const { request: headersFor, response: passedOn } = headersOf(subgraph.name, rules);
  const call: Source = ({ kind, ...operation }, context) =>
    inSpan(`call ${subgraph.name}`, { kind: SpanKind.CLIENT }, () => {
      const headers = {
        ...headersFor(context.headers ?? {}),
        ...traceHeaders(),
        [CORRELATION_HEADER]: context.correlationId,
      };
      const onHeaders = passedOn && ((told: Parameters<typeof passedOn>[0]) => answerWith(context, passedOn(told)));
      const signed = () => sign(context, { ...operation, to: subgraph.name });
      return subgraph.execute({ ...operation, context: signed() }, { kind, headers, onHeaders, signAgain: signed });
    });
  // Whose headers pass on to a client, its answer belongs to that client.
  const execute =
    dedup && !passedOn ? shareCalls(subgraph, metrics, call, ({ headers }) => headersFor(headers ?? {})) : call;

  const measured = (outcome: string) => metrics.subgraphSeconds.labels({ subgraph: subgraph.name, outcome });
  const [ok, errors, failed] = ['ok', 'errors', 'failed'].map(measured);
  return async (operation, context) => {
    const began = performance.now();
    try {
      const answer = await execute(operation, context);
      (answer.errors ? errors : ok)?.observe(secondsSince(began));
      return answer;
    } catch (error) {
      failed?.observe(secondsSince(began));
      throw error;
    }
  };
}

function answerWith(context: CallContext, headers: Record<string, string | string[]>): void {
  for (const [name, value] of Object.entries(headers)) context.answerWith?.(name, value);
}

function secondsSince(began: number): number {
  return (performance.now() - began) / 1000;
}
