import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startTracing } from '@mycelium/kit/tracing';
import { expect, test } from 'vitest';
import { logIn } from './client.ts';
import { inOneProcess } from './network.ts';

interface Span {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
}

/** What an OTLP collector is told. */
async function collector() {
  const spans: Span[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { resourceSpans } = JSON.parse(Buffer.concat(chunks).toString());
    for (const { scopeSpans } of resourceSpans) for (const scope of scopeSpans) spans.push(...scope.spans);
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { spans, server, endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

test('a request is one trace, from the gateway over both subgraphs to their SQL, below the span of its client', async () => {
  const { spans, server, endpoint } = await collector();
  const tracing = await startTracing({ endpoint, service: 'test' });
  const network = await inOneProcess({ tracing: true });
  const traceId = '0af7651916cd43dd8448eb211c80319c';
  const clientSpan = 'b7ad6b7169203331';
  try {
    const owner = await logIn(network.url, 'owner@las-reinas.test');
    const response = await fetch(`${network.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${owner.token}`,
        traceparent: `00-${traceId}-${clientSpan}-01`,
      },
      body: JSON.stringify({ query: '{ tenantBySlug(slug: "las-reinas") { name menus { name } } }' }),
    });
    expect((await response.json()).errors).toBeUndefined();
  } finally {
    await network.close();
    await tracing.stop();
    server.close();
  }

  const ours = spans.filter((span) => span.traceId === traceId);
  const byId = new Map(ours.map((span) => [span.spanId, span]));
  const isBelow = (span: Span | undefined, id: string | undefined): boolean =>
    span !== undefined && (span.parentSpanId === id || isBelow(byId.get(span.parentSpanId ?? ''), id));
  const below = (id: string | undefined, name: string) =>
    ours.filter((span) => span.name === name && isBelow(span, id));
  const [request] = below(clientSpan, 'POST /graphql');
  expect(request?.parentSpanId).toBe(clientSpan);
  for (const subgraph of ['tenants', 'restaurant']) {
    const [call] = below(request?.spanId, `call ${subgraph}`);
    const [execution] = below(call?.spanId, `${subgraph} execute`);
    expect(below(execution?.spanId, 'select').length, subgraph).toBeGreaterThan(0);
  }
}, 60_000);
