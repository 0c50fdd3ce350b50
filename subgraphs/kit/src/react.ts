import { setTimeout as sleep } from 'node:timers/promises';
import { type Event, eventSchema } from '@mycelium/schema/events';
import type { Redis } from 'ioredis';
import { startTrail } from './audit.ts';
import { createContext, type Resources, systemCall } from './context.ts';
import { applicationKey, patientRedis } from './redis.ts';
import type { Manifest, Reaction } from './subgraph.ts';
import { inTransaction } from './transaction.ts';

type Entry = [id: string, fields: string[]];

const BLOCK_MS = 2_000;
const CLAIM_AFTER_MS = 30_000;
const BATCH = 50;

/**
 * Reads what is addressed to the subgraph's applications and runs its reactions, each event once: the event's id is
 * written in the same transaction as what the reaction does. What fails stays pending and is tried again.
 */
export function startReactions(manifest: Manifest, resources: Resources, redisUrl: string): { close(): Promise<void> } {
  const stop = new AbortController();
  const listening = manifest.reactions.length === 0 ? [] : manifest.applications;
  const connections = listening.map(() => patientRedis(redisUrl, resources.log));
  const readers = listening.map((application, index) =>
    keepReading(connections[index] as Redis, applicationKey(application), manifest, resources, stop.signal),
  );
  return {
    async close() {
      stop.abort();
      for (const connection of connections) connection.disconnect();
      await Promise.all(readers);
    },
  };
}

async function keepReading(
  redis: Redis,
  stream: string,
  manifest: Manifest,
  resources: Resources,
  signal: AbortSignal,
): Promise<void> {
  const group = manifest.name;
  const consumer = `${group}-${process.pid}`;
  while (!signal.aborted) {
    try {
      await redis.xgroup('CREATE', stream, group, '0', 'MKSTREAM').catch(ignoreExistingGroup);
      while (!signal.aborted) {
        const [, claimed] = (await redis.xautoclaim(
          stream,
          group,
          consumer,
          CLAIM_AFTER_MS,
          '0-0',
          'COUNT',
          BATCH,
        )) as [string, Entry[]];
        const read = (await redis.xreadgroup(
          'GROUP',
          group,
          consumer,
          'COUNT',
          BATCH,
          'BLOCK',
          BLOCK_MS,
          'STREAMS',
          stream,
          '>',
        )) as [string, Entry[]][] | null;
        for (const [id, fields] of [...claimed, ...(read?.[0]?.[1] ?? [])]) {
          if (await react(eventSchema.parse(JSON.parse(fields[1] ?? '{}')), manifest, resources)) {
            await redis.multi().xack(stream, group, id).xdel(stream, id).exec();
          }
        }
      }
    } catch (error) {
      if (signal.aborted) return;
      resources.log.warn({ reason: String(error), stream }, 'reading events starts again');
      await sleep(1_000, undefined, { signal }).catch(() => undefined);
    }
  }
}

function ignoreExistingGroup(error: unknown): void {
  if (!String(error).includes('BUSYGROUP')) throw error;
}

/** Runs the reactions to an event; answers whether it is done with. */
async function react(event: Event, manifest: Manifest, resources: Resources): Promise<boolean> {
  const reactions = manifest.reactions.filter(({ type }) => type.name === event.type);
  for (const reaction of reactions) {
    const context = createContext(resources, systemCall(event.feed, event.correlationId));
    startTrail(context, event.type);
    try {
      await inTransaction(context, () => reactOnce(context, event, reaction, manifest.name));
    } catch (error) {
      context.log.error(
        { err: error, eventId: event.id, type: event.type },
        'a reaction failed and will be tried again',
      );
      return false;
    }
  }
  return true;
}

async function reactOnce(
  context: ReturnType<typeof createContext>,
  event: Event,
  reaction: Reaction,
  consumer: string,
): Promise<void> {
  const inserted = await context.em.execute<{ event_id: string }[]>(
    `insert into ${consumer}.inbox (event_id, consumer) values (?, ?) on conflict do nothing returning event_id`,
    [event.id, reaction.type.name],
  );
  if (inserted.length > 0) await reaction.handle(context, reaction.type.payload.parse(event.payload), event);
}
