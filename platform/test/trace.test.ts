import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startTracing } from '@mycelium/kit/tracing';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { logIn } from './client.ts';
import { eachAlone, inOneProcess, metricsToken, type TestNetwork } from './network.ts';

interface Span {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  /** The process. */
  service: string;
}

const clientSpan = 'b7ad6b7169203331';
const subgraphs = ['tenants', 'restaurant'] as const;

let collecting: Awaited<ReturnType<typeof collector>>;
let tracing: Awaited<ReturnType<typeof startTracing>>;
let network: TestNetwork | undefined;
beforeAll(async () => {
  collecting = await collector();
  tracing = await startTracing({ endpoint: collecting.endpoint, service: 'gateway' });
});
afterEach(() => network?.close());
afterAll(async () => {
  await tracing.stop();
  collecting.server.close();
});

/** What an OTLP collector is told. */
async function collector() {
  const spans: Span[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { resourceSpans } = JSON.parse(Buffer.concat(chunks).toString());
    for (const { resource, scopeSpans } of resourceSpans) {
      const { value } = resource.attributes.find(({ key }: { key: string }) => key === 'service.name');
      for (const scope of scopeSpans) {
        for (const span of scope.spans) spans.push({ ...span, service: value.stringValue });
      }
    }
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { spans, server, endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

/** Asks for what two subgraphs have, as a client that is traced itself. */
async function ask(network: TestNetwork, traceId: string): Promise<void> {
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
}

/** Of each subgraph the process that executed, and the number of its statements, each below the call of the gateway. */
function found(traceId: string) {
  const ours = collecting.spans.filter((span) => span.traceId === traceId);
  const byId = new Map(ours.map((span) => [span.spanId, span]));
  const isBelow = (span: Span | undefined, id: string | undefined): boolean =>
    span !== undefined && (span.parentSpanId === id || isBelow(byId.get(span.parentSpanId ?? ''), id));
  const below = (id: string | undefined, name: string) =>
    ours.filter((span) => span.name === name && isBelow(span, id));
  const request = ours.find(({ name, parentSpanId }) => name === 'POST /graphql' && parentSpanId === clientSpan);
  return subgraphs.map((subgraph) => {
    const [call] = below(request?.spanId, `call ${subgraph}`);
    const [execution] = below(call?.spanId, `${subgraph} execute`);
    return { subgraph, process: execution?.service, hasSql: below(execution?.spanId, 'select').length > 0 };
  });
}

/** Spans are sent some seconds later. */
async function untilFound(traceId: string, processOf: (subgraph: string) => string): Promise<void> {
  const expected = subgraphs.map((subgraph) => ({ subgraph, process: processOf(subgraph), hasSql: true }));
  await vi.waitFor(() => expect(found(traceId)).toEqual(expected), 20_000);
}

test('a request is one trace, from the gateway over both subgraphs to their SQL, below the span of its client', async () => {
  network = await inOneProcess({ tracing: true });
  await ask(network, '0af7651916cd43dd8448eb211c80319c');
  await untilFound('0af7651916cd43dd8448eb211c80319c', () => 'gateway');
}, 60_000);

test('so it is when each subgraph is a process of its own, which tells its own metrics to those with the token', async () => {
  network = await eachAlone({ collector: collecting.endpoint });
  for (const name of subgraphs) {
    const url = network.urlOf(name).replace('/graphql', '/metrics');
    expect((await fetch(url)).status).toBe(401);
    const response = await fetch(url, { headers: { authorization: `Bearer ${metricsToken}` } });
    expect([response.status, await response.text()]).toEqual([
      200,
      expect.stringContaining('mycelium_uncaught_total 0'),
    ]);
  }
  await ask(network, '4bf92f3577b34da6a3ce929d0e0e4736');
  await untilFound('4bf92f3577b34da6a3ce929d0e0e4736', (subgraph) => subgraph);
}, 90_000);
