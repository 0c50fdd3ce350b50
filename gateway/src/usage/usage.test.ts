import { pino } from 'pino';
import { expect, it } from 'vitest';
import { compose } from '../../test/bistro/bistro.ts';
import type { CallContext } from '../call-context.ts';
import { createMetrics } from '../metrics.ts';
import { prepareOperation } from '../operation/prepare.ts';
import { buildRuntime } from '../supergraph/runtime.ts';
import { countUsage } from './usage.ts';

const log = pino({ level: 'silent' });
const sdl = 'type Query { a: Int } type Subscription { b: Int }';
const runtime = buildRuntime(compose([{ name: 'one', url: 'http://127.0.0.1:1', sdl }]));

const operation = (text: string) => {
  const prepared = prepareOperation(runtime, text);
  if (!('definition' in prepared)) throw new Error(`${text} is not valid.`);
  return prepared;
};
const of = (client: string, isRegistered = true): CallContext => ({
  viewer: { kind: 'anonymous', id: '', scopes: [] },
  correlationId: '1',
  log,
  open: false,
  origin: { client, isRegistered },
});

it('gives a thousand pairs of client and operation a line of their own in the metrics; what comes later is "other"', async () => {
  const metrics = createMetrics();
  const usage = countUsage(metrics, undefined, log);
  const subscription = operation('subscription B { b }');
  for (let each = 0; each < 1_100; each += 1) {
    usage.count(runtime, subscription, of(`client-${each}`));
    usage.deliveries(subscription, of(`client-${each}`))();
  }
  usage.count(runtime, subscription, of('client-7'));
  const linesOf = async (name: string) =>
    (await metrics.registry.metrics()).split('\n').filter((line) => line.startsWith(`mycelium_gateway_${name}_total{`));
  const [starts, events] = [await linesOf('client_operations'), await linesOf('client_events')];
  expect([starts.length, events.length]).toEqual([1_001, 1_001]);
  expect(starts.filter((line) => /"(client-7|other)",/.test(line)).map((line) => line.split(' ')[1])).toEqual([
    '2',
    '100',
  ]);
  expect(events.find((line) => line.includes('"other"'))).toMatch(/ 100$/);
});

it('does not take the names of documents that nobody registered', async () => {
  const metrics = createMetrics();
  const usage = countUsage(metrics, undefined, log);
  for (let each = 0; each < 3; each += 1)
    usage.count(runtime, operation(`query N${each} { a }`), of('unregistered', false));
  expect(await metrics.registry.metrics()).toContain('{client="unregistered",operation="unregistered"} 3');
});
