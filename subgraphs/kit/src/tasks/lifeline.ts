import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { Logger } from '../log.ts';
import { freedStatement, numbered } from './settle.ts';

const LOOK_MS = 5_000;
/** Who is silent at two looks with so much between them is dead, and not merely between two connections. */
const SUSPECT_MS = 2_000;
const LET_GO_MS = 500;
const FIRST_DELAY_MS = 50;
const LONGEST_DELAY_MS = 5_000;

/** What a look at the jobs found. */
export interface Seen {
  /** When the next job is due that nobody works on. */
  nextAt: Date | undefined;
  /** The flags of what is paused. */
  paused: string[];
  /** Whether nobody has looked for a while: the connection is new. */
  isFirst: boolean;
}

export interface Lifeline {
  /** Resolves when PostgreSQL knows that this holder lives; at once, or when the connection is back. */
  isKnown(holder: string): Promise<void>;
  /** Frees the jobs of a process that no longer works on any. */
  forget(holder: string): Promise<void>;
  close(): Promise<void>;
}

export interface LifelineOptions {
  /** Opens a connection whose session sees every row. */
  connect(): Client;
  schema: string;
  log: Logger;
  onSeen(seen: Seen): void;
  /** Called when somebody has paused, resumed or cancelled something. */
  onWord(word: string): void;
}

/** The channel on which the runners of a subgraph hear what people want. */
export const wordChannel = (schema: string): string => `${schema}_word`;

const lockOf = (schema: string): string => `hashtextextended('${schema} ' || $1, 3)`;

/**
 * A connection that says by an advisory lock that this process lives. PostgreSQL frees the lock when the process dies, so everybody
 * else sees within seconds whose jobs are left, and takes them up.
 */
export function openLifeline(options: LifelineOptions): Lifeline {
  const { schema, log } = options;
  const holders = new Set<string>();
  const stop = new AbortController();
  let known = Promise.withResolvers<Client>();
  let word = Promise.withResolvers<void>();
  const closed = keepConnected();

  async function keepConnected(): Promise<void> {
    let failures = 0;
    let isKnown = false;
    while (!stop.signal.aborted) {
      const client = options.connect();
      const ended = Promise.withResolvers<void>();
      client.on('error', () => ended.resolve());
      client.on('end', () => ended.resolve());
      client.on('notification', ({ payload }) => {
        options.onWord(payload ?? '');
        word.resolve();
      });
      try {
        await client.connect();
        await client.query(`listen ${wordChannel(schema)}`);
        for (const holder of holders) await client.query(`select pg_advisory_lock(${lockOf(schema)})`, [holder]);
        if (failures > 0) log.info('the runner of tasks is connected again');
        failures = 0;
        known.resolve(client);
        isKnown = true;
        await lookAgainAndAgain(client, ended.promise);
      } catch (error) {
        if (failures === 0 && !stop.signal.aborted)
          log.warn({ reason: String(error) }, 'the runner of tasks connects again');
        failures += 1;
      }
      // Who waits for it waits for the next one.
      if (isKnown) known = Promise.withResolvers();
      isKnown = false;
      client.end().catch(() => undefined);
      const delay = Math.min(FIRST_DELAY_MS * 2 ** failures, LONGEST_DELAY_MS);
      await sleep(delay, undefined, { signal: stop.signal }).catch(() => undefined);
    }
  }

  async function lookAgainAndAgain(client: Client, ended: Promise<void>): Promise<void> {
    let suspects = new Set<string>();
    let isFirst = true;
    let isOver = false;
    const over = Promise.race([ended, aborted(stop.signal)]).then(() => {
      isOver = true;
    });
    while (!isOver) {
      const silent = await look(client, isFirst);
      isFirst = false;
      const dead = silent.filter((holder) => suspects.has(holder));
      if (dead.length > 0) await free(client, dead);
      suspects = new Set(silent.filter((holder) => !dead.includes(holder)));
      const rest = new AbortController();
      const pause = sleep(suspects.size > 0 ? SUSPECT_MS : LOOK_MS, undefined, { signal: rest.signal });
      await Promise.race([over, word.promise, pause.catch(() => undefined)]);
      word = Promise.withResolvers();
      rest.abort();
    }
  }

  /** Tells what there is, and answers who has jobs and holds no lock. */
  async function look(client: Client, isFirst: boolean): Promise<string[]> {
    const { rows } = await client.query<{ others: string[]; next: Date | null; paused: string[] }>(
      `select
         array(select locked_by from ${schema}._private_jobs where locked_by is not null
           union select locked_by from ${schema}._private_job_queues where locked_by is not null) as others,
         (select min(run_at) from ${schema}._private_jobs where is_available) as next,
         array(select kind || coalesce(' ' || tenant_id, '') from ${schema}.pause) as paused`,
    );
    const [row] = rows;
    options.onSeen({ nextAt: row?.next ?? undefined, paused: row?.paused ?? [], isFirst });
    const others = row?.others.filter((holder) => !holders.has(holder)) ?? [];
    if (others.length === 0) return [];
    const silent = await client.query<{ holder: string }>(
      `select holder from unnest($1::text[]) holder where pg_try_advisory_xact_lock(hashtextextended('${schema} ' || holder, 3))`,
      [others],
    );
    return silent.rows.map(({ holder }) => holder);
  }

  async function free(client: Client, dead: readonly string[]): Promise<void> {
    const { rows } = await client.query<{ count: number }>(numbered(freedStatement(schema, dead)));
    log.warn({ holders: dead, tasks: rows[0]?.count }, 'the tasks of a process that has ended are taken up');
  }

  return {
    async isKnown(holder) {
      const client = await known.promise;
      if (holders.has(holder)) return;
      await client.query(`select pg_advisory_lock(${lockOf(schema)})`, [holder]);
      holders.add(holder);
    },
    async forget(holder) {
      if (!holders.delete(holder)) return;
      const client = await known.promise;
      await client.query(numbered(freedStatement(schema, [holder])));
      await client.query(`select pg_advisory_unlock(${lockOf(schema)})`, [holder]);
    },
    async close() {
      stop.abort();
      // A connection that does not answer is abandoned.
      await Promise.race([closed, sleep(LET_GO_MS)]);
    },
  };
}

function aborted(signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  if (signal.aborted) resolve();
  signal.addEventListener('abort', () => resolve(), { once: true });
  return promise;
}
