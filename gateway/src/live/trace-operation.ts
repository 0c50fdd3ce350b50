import { tracer } from '@mycelium/kit/tracing';
import { context, ROOT_CONTEXT, SpanKind, trace } from '@opentelemetry/api';

/** The trace of one operation on a socket. */
export interface OperationTrace {
  /** Runs a part of it. */
  within<Result>(work: () => Result): Result;
  end(): void;
}

export function traceOperation(correlationId: string): OperationTrace {
  const attributes = { 'mycelium.correlation_id': correlationId };
  const span = tracer.startSpan('subscribe /graphql', { kind: SpanKind.SERVER, root: true, attributes });
  const inside = trace.setSpan(ROOT_CONTEXT, span);
  return {
    within: (work) => context.with(inside, work),
    end: () => span.end(),
  };
}
