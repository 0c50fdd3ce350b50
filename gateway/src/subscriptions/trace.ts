import { inSpan } from '@mycelium/kit/tracing';
import { context, ROOT_CONTEXT, SpanKind, trace } from '@opentelemetry/api';

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
