import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startTracing } from '@mycelium/kit/tracing';
import { expect, it } from 'vitest';
import { openBistro } from '../bistro/bistro.ts';
import { until, watch } from '../bistro/watch.ts';

interface Span {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  links?: { traceId: string; spanId: string }[];
}

it('an operation on a socket is one trace, and so is each event, linked to the subscribe', async () => {
  const spans: Span[] = [];
  const collector = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { resourceSpans } = JSON.parse(Buffer.concat(chunks).toString());
    for (const { scopeSpans } of resourceSpans) for (const scope of scopeSpans) spans.push(...scope.spans);
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  }).listen(0, '127.0.0.1');
  await once(collector, 'listening');
  const endpoint = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;
  const tracing = await startTracing({ endpoint, service: 'test' });
  const bistro = await openBistro();
  const { menu, tenants, client } = bistro;
  const here = client(await tenants.login());
  const query = watch(here, '{ dish(id: "1") { chef { name } } }');
  await until(() => query.completed);
  const seen = watch(here, 'subscription { dishChanged(tenantId: "las-reinas") { dish { chef { name } } } }');
  await until(() => menu.watchers() === 1);
  menu.change('1', 1);
  menu.change('1', 2);
  await until(() => seen.results.length === 2);
  await bistro.close();
  await tracing.stop();
  collector.close();

  const [asked, subscribed] = spans.filter(({ name }) => name === 'subscribe /graphql');
  const calls = (of?: Span) => spans.filter(({ name, traceId }) => name.startsWith('call ') && traceId === of?.traceId);
  expect(calls(asked).map(({ name }) => name)).toEqual(['call menu', 'call tenants']);
  const events = spans.filter(({ name }) => name === 'event Subscription.dishChanged');
  expect(events).toHaveLength(2);
  expect(new Set([asked, subscribed, ...events].map((span) => span?.traceId)).size).toBe(4);
  for (const event of events) {
    expect(event.links).toMatchObject([{ traceId: subscribed?.traceId, spanId: subscribed?.spanId }]);
    expect(calls(event)).toMatchObject([{ name: 'call tenants', parentSpanId: event.spanId }]);
  }
});
