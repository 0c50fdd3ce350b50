import {
  context,
  INVALID_SPAN_CONTEXT,
  propagation,
  type Span,
  SpanKind,
  type SpanOptions,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';

/** The tracer of the whole house; it does nothing until `startTracing`, and after `stop`. A tracer stays with the provider that it first met, so there is a new one then. */
export let tracer = trace.getTracer('mycelium');

let isStarted = false;

/** Whether traces are sent at all; who makes spans often asks first. */
export function isTracing(): boolean {
  return isStarted;
}

/** Sends spans to an OTLP collector, like http://127.0.0.1:4318, until `stop()`, which sends what is left. */
export async function startTracing({
  endpoint,
  service,
}: {
  endpoint: string;
  service: string;
}): Promise<{ stop(): Promise<void> }> {
  // Loaded only by those who want traces: it takes a tenth of a second and some megabytes.
  const [{ BatchSpanProcessor, NodeTracerProvider }, { OTLPTraceExporter }, { resourceFromAttributes }] =
    await Promise.all([
      import('@opentelemetry/sdk-trace-node'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/resources'),
    ]);
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, '')}/v1/traces` });
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': service }),
    spanProcessors: [new BatchSpanProcessor(exporter)],
  });
  provider.register();
  tracer = trace.getTracer('mycelium');
  isStarted = true;
  return {
    async stop() {
      isStarted = false;
      for (const each of [trace, context, propagation]) each.disable();
      tracer = trace.getTracer('mycelium');
      await provider.shutdown();
    },
  };
}

/** Runs work in a span, which ends with it and says when it failed. */
export function inSpan<Result>(
  name: string,
  options: SpanOptions,
  work: (span: Span) => Promise<Result>,
): Promise<Result> {
  if (!isStarted) return work(trace.wrapSpanContext(INVALID_SPAN_CONTEXT));
  return tracer.startActiveSpan(name, options, async (span) => {
    try {
      return await work(span);
    } catch (error) {
      failed(span, error);
      throw error;
    } finally {
      span.end();
    }
  });
}

/** Says on a span what went wrong. */
export function failed(span: Span, error: unknown): void {
  span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.message : String(error) });
}

/** A span for a statement that has just ended. It has no values: they may be anybody's. */
export function sqlSpan(statement: string, milliseconds = 0): void {
  const end = Date.now();
  const [verb = 'SQL'] = statement.trimStart().split(/\s/, 1);
  const attributes = { 'db.system.name': 'postgresql', 'db.query.text': statement };
  const options = { kind: SpanKind.CLIENT, startTime: end - milliseconds, attributes };
  tracer.startSpan(verb.toLowerCase(), options).end(end);
}

/** The header that tells another process to which span its work belongs; nothing without tracing. */
export function traceHeaders(): Record<string, string> {
  const headers: Record<string, string> = {};
  if (isStarted) propagation.inject(context.active(), headers);
  return headers;
}

/** Runs work as part of the trace that a caller's headers name. */
export function inTraceOf<Result>(headers: object, work: () => Result): Result {
  return context.with(propagation.extract(context.active(), headers), work);
}
