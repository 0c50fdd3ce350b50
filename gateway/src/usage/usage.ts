import { usageKey } from '@mycelium/kit/redis';
import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { Counter } from 'prom-client';
import type { CallContext } from '../call-context.ts';
import type { Metrics } from '../metrics.ts';
import type { Operation } from '../supergraph/operation.ts';
import type { Runtime } from '../supergraph/runtime.ts';
import { fieldsOf } from './fields.ts';
import { usageClientsKey } from './report.ts';

/** Counts who asks what. */
export interface Usage {
  count(runtime: Runtime, operation: Operation, context: CallContext): void;
  /** What is to be called with each event that a subscription delivers. */
  deliveries(operation: Operation, context: CallContext): () => void;
  /** Hands over what is still here. */
  close(): Promise<void>;
}

const FLUSH_MS = 5_000;
const KEPT_SECONDS = 400 * 24 * 60 * 60;
/** Pairs of client and operation that have their own line in the metrics; what comes later is `other`. */
const MAX_SERIES = 1_000;

interface Pending {
  client: string;
  day: string;
  counts: Map<string, number>;
}

/** Events of one operation of one client: all of them, and how many of them are in the metrics and in Redis. */
interface Deliveries {
  client: string;
  name: string;
  events: number;
  shown: number;
  handedOver: number;
  note(): void;
}

/** Counts what is asked: in the metrics by client and operation, and with Redis also by field and day, in batches that wait here while Redis is away. */
export function countUsage(metrics: Metrics, redis: Redis | undefined, log: Logger): Usage {
  const series = new Set<string>();
  const fields = new WeakMap<Operation, readonly string[]>();
  let pending = new Map<string, Pending>();
  // Events are many: what is done for each is to add one.
  const deliveries = new Map<string, Deliveries>();
  const clientEvents = new Counter({
    name: 'mycelium_gateway_client_events_total',
    help: 'Events that subscriptions delivered, by client and registered operation',
    labelNames: ['client', 'operation'] as const,
    registers: [metrics.registry],
    collect() {
      for (const each of deliveries.values()) {
        clientEvents.inc(labelled(each.client, each.name), each.events - each.shown);
        each.shown = each.events;
      }
    },
  });

  const labelled = (client: string, operation: string) => {
    const name = `${client}\n${operation}`;
    if (series.size < MAX_SERIES) series.add(name);
    return series.has(name) ? { client, operation } : { client: 'other', operation: 'other' };
  };

  const nameOf = ({ definition }: Operation, { origin }: CallContext) => ({
    client: origin?.client ?? 'unregistered',
    // The names of free documents are whatever their senders like.
    name: origin?.isRegistered ? (definition.name?.value ?? 'unnamed') : 'unregistered',
  });

  const add = ({ client, day, counts }: Pending) => {
    const key = usageKey(client, day);
    const known = pending.get(key) ?? { client, day, counts: new Map<string, number>() };
    pending.set(key, known);
    for (const [field, count] of counts) known.counts.set(field, (known.counts.get(field) ?? 0) + count);
  };

  const flush = async (): Promise<void> => {
    if (!redis) return;
    for (const each of deliveries.values()) {
      const { client, name, events, handedOver } = each;
      if (events > handedOver) {
        add({ client, day: today(), counts: new Map([[`events ${name}`, events - handedOver]]) });
      }
      each.handedOver = events;
    }
    const batch = [...pending.values()];
    pending = new Map();
    for (const each of batch) {
      try {
        await handOver(redis, each);
      } catch (error) {
        log.debug({ err: error }, 'usage counts wait for Redis');
        add(each);
      }
    }
  };
  const timer = redis && setInterval(() => void flush(), FLUSH_MS).unref();

  return {
    count(runtime, operation, context) {
      const { origin } = context;
      const { client, name } = nameOf(operation, context);
      metrics.clientOperations.inc(labelled(client, name));
      if (!redis) return;
      const selected = fields.get(operation) ?? fieldsOf(runtime.api, operation.document);
      fields.set(operation, selected);
      const document = origin?.isRegistered && origin.documentId ? [`document ${origin.documentId}`] : [];
      const counted = [`operation ${name}`, ...document, ...selected.map((field) => `field ${field}`)];
      add({ client, day: today(), counts: new Map(counted.map((each) => [each, 1])) });
    },
    deliveries(operation, context) {
      const { client, name } = nameOf(operation, context);
      const key = `${client}\n${name}`;
      const known = deliveries.get(key);
      if (known) return known.note;
      const fresh: Deliveries = {
        client,
        name,
        events: 0,
        shown: 0,
        handedOver: 0,
        note() {
          fresh.events += 1;
        },
      };
      deliveries.set(key, fresh);
      return fresh.note;
    },
    async close() {
      clearInterval(timer);
      await flush();
    },
  };
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

async function handOver(redis: Redis, { client, day, counts }: Pending): Promise<void> {
  const key = usageKey(client, day);
  const batch = redis.multi().sadd(usageClientsKey, client);
  for (const [field, count] of counts) batch.hincrby(key, field, count);
  await batch.expire(key, KEPT_SECONDS).exec();
}
