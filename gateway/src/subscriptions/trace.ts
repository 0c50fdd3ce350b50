import { inSpan, tracer } from '@mycelium/kit/tracing';
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

/** A span for each event, a trace of its own: a subscription may last for months. It is linked to the operation that is running now. */
export function eventSpans(): (field: string, work: () => Promise<void>) => Promise<void> {
  const opener = trace.getSpanContext(context.active());
  const links = opener ? [{ context: opener }] : [];
  return (field, work) => inSpan(`event ${field}`, { kind: SpanKind.CONSUMER, root: true, links }, work);
}

/** Runs what goes on for long as no part of the operation that began it. */
export function outsideOfTraces<Result>(work: () => Result): Result {
  return context.with(ROOT_CONTEXT, work);
}
