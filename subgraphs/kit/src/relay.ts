import { setTimeout as sleep } from 'node:timers/promises';
import { handOver } from '@mycelium/bus/hand-over';
import type { Addressed } from '@mycelium/bus/publish';
import { applications } from '@mycelium/schema/applications';
import { AUDIT_BEFORE } from '@mycelium/schema/audit';
import { type Event, eventSchema } from '@mycelium/schema/event-type';
import { eventTypes } from '@mycelium/schema/event-types';
import type { Redis } from 'ioredis';
import { Client } from 'pg';
import { z } from 'zod';
import { setAside } from './aside.ts';
import { carryAudits } from './audit-outbox.ts';
import type { Logger } from './log.ts';
import { outboxChannel } from './outbox.ts';

export interface RelayOptions {
  /** The subgraph's name, which is also its schema. */
  name: string;
  /** The address for the subgraph's own role. */
  databaseUrl: string;
  redis: Redis;
  log: Logger;
}

export interface Relay {
  close(): Promise<void>;
}

/** What the active relay needs for its three steps. */
export interface Shift {
  name: string;
  /** When this relay took over, in microseconds by PostgreSQL's clock, so that Redis can refuse one that does not know it has been replaced. */
  epoch: string;
  client: Client;
  redis: Redis;
  log: Logger;
}

interface OutboxEntry {
  position: string;
  /** An event, unless an older version wrote what this one does not take for one. */
  event: unknown;
}

const BATCH = 200;
/** How often the relay looks by itself, for a while after there was something and otherwise; NOTIFY wakes it too. */
const BUSY_POLL_MS = 2_000;
const BUSY_MS = 30_000;
const POLL_MS = 60_000;
/** How soon the log may have taken something. */
const FULL_MS = 250;
const TAKE_OVER_MS = 1_000;

/**
 * Carries the subgraph's outbox to Redis for as long as it lives. Of all processes one is at work, chosen by an advisory
 * lock; when it dies, PostgreSQL frees the lock and another takes over. An event leaves the outbox only after Redis has it.
 */
export function startRelay(options: RelayOptions): Relay {
  const stop = new AbortController();
  const running = keepWorking(options, stop.signal);
  return {
    async close() {
      stop.abort();
      await running;
    },
  };
}

async function keepWorking(options: RelayOptions, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await work(options, signal);
    } catch (error) {
      if (!signal.aborted) options.log.warn({ reason: String(error) }, 'the relay starts again');
    }
    await sleep(TAKE_OVER_MS, undefined, { signal }).catch(() => undefined);
  }
}

async function work({ name, databaseUrl, redis, log }: RelayOptions, signal: AbortSignal): Promise<void> {
  const client = new Client({ connectionString: databaseUrl, keepAlive: true });
  const wake = new Wake(signal);
  client.on('notification', () => wake.now());
  client.on('error', () => wake.now());
  client.on('end', () => wake.now());
  try {
    await client.connect();
    const shift = await takeShift({ name, client, redis, log });
    if (!shift) return;
    log.info({ epoch: shift.epoch }, 'the relay is at work');
    await client.query(`listen ${outboxChannel(name)}`);
    let busyUntil = Date.now() + BUSY_MS;
    while (!signal.aborted) {
      const entries = await readOutbox(shift);
      await handOverEntries(shift, entries);
      await forget(shift, entries);
      const audits = await carryAudits(shift);
      if (entries.length > 0 || audits !== 'EMPTY') busyUntil = Date.now() + BUSY_MS;
      const pollMs = Date.now() < busyUntil ? BUSY_POLL_MS : POLL_MS;
      if (entries.length < BATCH && audits !== 'MORE') await wake.within(audits === 'FULL' ? FULL_MS : pollMs);
    }
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Takes the lock and a new epoch, or answers undefined while another relay is at work. */
export async function takeShift(tools: Omit<Shift, 'epoch'>): Promise<Shift | undefined> {
  const { name, client } = tools;
  const lock = await client.query<{ taken: boolean }>('select pg_try_advisory_lock(hashtextextended($1, 1)) as taken', [
    `relay:${name}`,
  ]);
  if (!lock.rows[0]?.taken) return undefined;
  const next = await client.query<{ epoch: string }>(
    'select (extract(epoch from clock_timestamp()) * 1000000)::bigint as epoch',
  );
  return { ...tools, epoch: next.rows[0]?.epoch ?? '0' };
}

/** Step one: the oldest events that wait. */
export async function readOutbox({ client, name }: Shift): Promise<OutboxEntry[]> {
  const { rows } = await client.query<OutboxEntry>(
    `select position, event from ${name}.outbox order by position limit ${BATCH}`,
  );
  return rows;
}

/** Step two: Redis takes them, each once, in order. What it refuses, or what is no event, is set aside. */
export async function handOverEntries(shift: Shift, entries: readonly OutboxEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const { redis, name, epoch } = shift;
  const events: Addressed[] = [];
  for (const entry of entries) {
    try {
      const event = eventSchema.parse(entry.event);
      events.push({ event, targets: targetsOf(event) });
    } catch (error) {
      await leaveAside(shift, entry, error as Error);
    }
  }
  for (const { id, reason } of await handOver(redis, { name, epoch }, events)) {
    const entry = entries.find(({ event }) => idOf(event) === id);
    if (entry) await leaveAside(shift, entry, reason);
  }
}

async function leaveAside({ redis, log, name }: Shift, { position, event }: OutboxEntry, reason: Error): Promise<void> {
  const { feed: tenantId } = withFeed.safeParse(event).data ?? {};
  await setAside(redis, log, { place: 'RELAY', key: `${name} ${position}`, tenantId, entry: event, reason });
}

const withFeed = z.object({ feed: z.uuid() });
const idOf = (event: unknown): unknown => (event as { id?: unknown } | null)?.id;

/** Nobody is sent what they did themselves. */
export function targetsOf({ type, source, payload }: Event): readonly string[] {
  // An older version may have left audits among the events; the tenants subgraph takes them to the log.
  if (type === AUDIT_BEFORE) return ['wrapper'];
  const { targets = [], addressee } = eventTypes.get(type) ?? {};
  if (addressee) return [addressee(payload)];
  return (targets === 'all' ? applications : targets).filter((target) => target !== source);
}

/** Step three: the outbox lets go of them. */
export async function forget({ client, name }: Shift, entries: readonly OutboxEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await client.query(`delete from ${name}.outbox where position = any($1)`, [entries.map(({ position }) => position)]);
}

/** Sleeps until woken; a wake that comes while nobody sleeps is kept for the next sleeper. */
class Wake {
  #pending = false;
  #resolve: (() => void) | undefined;

  constructor(signal: AbortSignal) {
    signal.addEventListener('abort', () => this.now(), { once: true });
  }

  now(): void {
    this.#pending = true;
    this.#resolve?.();
  }

  async within(milliseconds: number): Promise<void> {
    if (!this.#pending) {
      const { promise, resolve } = Promise.withResolvers<void>();
      this.#resolve = resolve;
      const timer = setTimeout(resolve, milliseconds);
      await promise;
      clearTimeout(timer);
    }
    this.#pending = false;
    this.#resolve = undefined;
  }
}
