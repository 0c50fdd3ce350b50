import { failed, inTraceOf, isTracing, tracer } from '@mycelium/kit/tracing';
import { context, type Span, SpanKind, trace } from '@opentelemetry/api';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** A span for each request, below the one that its `traceparent` names; what the handler does belongs to it. */
export function traceRequests(app: FastifyInstance): void {
  const spans = new WeakMap<FastifyRequest, Span>();

  app.addHook('onRequest', (request, _reply, done) => {
    if (!isTracing()) return done();
    const attributes = { 'http.request.method': request.method, 'mycelium.correlation_id': request.id };
    const name = `${request.method} ${request.routeOptions.url ?? 'unknown'}`;
    spans.set(
      request,
      inTraceOf(request.headers, () => tracer.startSpan(name, { kind: SpanKind.SERVER, attributes })),
    );
    done();
  });
  // The span is made current once the body is read, whose events would come outside of its context.
  app.addHook('preHandler', (request, _reply, done) => {
    const span = spans.get(request);
    if (span) context.with(trace.setSpan(context.active(), span), done);
    else done();
  });
  app.addHook('onResponse', (request, { statusCode }, done) => {
    const span = spans.get(request);
    span?.setAttribute('http.response.status_code', statusCode);
    if (span && statusCode >= 500) failed(span, `status ${statusCode}`);
    span?.end();
    done();
  });
}
