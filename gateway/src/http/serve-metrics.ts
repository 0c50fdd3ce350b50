import { readLastSeen } from '@mycelium/bus/presence';
import { type MetricsReaders, readerRefusal } from '@mycelium/kit/metrics-readers';
import { readTaskCounts } from '@mycelium/kit/queues/task-counts';
import type { FastifyInstance } from 'fastify';
import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { unauthenticated } from '../errors.ts';
import type { Metrics } from '../metrics.ts';

interface Options {
  readers: MetricsReaders;
  operationsKept(): number;
  redis?: Redis;
  log: Logger;
}

/** `/metrics`, with what is true only when it is asked; what Redis cannot say is left as it was. */
export function serveMetrics(
  app: FastifyInstance,
  metrics: Metrics,
  { readers, operationsKept, redis, log }: Options,
): void {
  app.get('/metrics', async (request, reply) => {
    const refusal = readerRefusal(readers, request, log);
    if (refusal) throw unauthenticated(refusal);
    metrics.operationsKept.set(operationsKept());
    metrics.process.take();
    const consumers = redis && (await readLastSeen(redis).catch(() => undefined));
    for (const { application, place, at } of consumers ?? []) {
      metrics.consumerSilence.set({ application, place }, Math.max(0, Date.now() - at) / 1000);
    }
    const tasks = redis && (await readTaskCounts(redis).catch(() => undefined));
    if (tasks) metrics.tasks.reset();
    for (const { count, ...task } of tasks ?? []) metrics.tasks.set(task, count);
    return reply.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
}
