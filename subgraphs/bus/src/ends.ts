import type { Redis } from 'ioredis';
import { z } from 'zod';

/** How a delivery ended: at one of the targets of an event, of which each is reported for itself. */
export interface End {
  /** Its place in the stream, which is given back when it has been kept. */
  place: string;
  tenant: string;
  target: string;
  /** The event as it was published. */
  event: unknown;
  outcome: Outcome;
  /** What the target answered. */
  data: unknown;
  endedAt: Date;
}

export type Outcome = 'ACKNOWLEDGED' | 'FAILED' | 'TIMEOUT';

const HEARING_KEY = 'mycelium:bus:hearing';
const typesKey = (home: string): string => `mycelium:bus:hears-ends:${home}`;
const endsKey = (home: string): string => `mycelium:bus:ends:${home}`;
const GROUP = 'home';
/** All processes of a subgraph read as one: what one of them leaves is claimed by any. */
const READER = 'any';
const PAGE = 50;

/** Registers a subgraph for the ends of deliveries of these types and no others: from now on they are kept for it, also while it is away. */
export async function hearEnds(redis: Redis, home: string, types: readonly string[]): Promise<void> {
  const steps = redis.multi().del(typesKey(home));
  if (types.length > 0) steps.sadd(typesKey(home), ...types).sadd(HEARING_KEY, home);
  else steps.srem(HEARING_KEY, home);
  await steps.exec();
  if (types.length === 0) return;
  await redis.xgroup('CREATE', endsKey(home), GROUP, '0', 'MKSTREAM').catch((error: Error) => {
    if (!error.message.includes('BUSYGROUP')) throw error;
  });
}

/** What nobody has read yet; waits so long for it. */
export async function readEnds(redis: Redis, home: string, waitMs: number): Promise<(End | Broken)[]> {
  const answer = await redis.xreadgroup(
    'GROUP',
    GROUP,
    READER,
    'COUNT',
    PAGE,
    'BLOCK',
    waitMs,
    'STREAMS',
    endsKey(home),
    '>',
  );
  return parseEntries((answer as [string, Entry[]][] | null)?.[0]?.[1] ?? []);
}

/** Takes over ends that somebody read so long ago and has not let go of: keeping them failed, or their reader's process has ended. */
export async function claimEnds(redis: Redis, home: string, idleMs: number): Promise<(End | Broken)[]> {
  const [, entries] = (await redis.xautoclaim(endsKey(home), GROUP, READER, idleMs, '0', 'COUNT', PAGE)) as [
    string,
    Entry[],
  ];
  return parseEntries(entries);
}

/** Forgets ends that are kept, so that they never come again. */
export async function letGoOfEnds(redis: Redis, home: string, places: readonly string[]): Promise<void> {
  if (places.length > 0)
    await redis
      .multi()
      .xack(endsKey(home), GROUP, ...places)
      .xdel(endsKey(home), ...places)
      .exec();
}

/** An entry that says nothing. */
export interface Broken {
  place: string;
  event?: undefined;
}

type Entry = [string, string[] | null];
const answerSchema = z.object({
  status: z.enum(['ACKNOWLEDGED', 'FAILED', 'TIMEOUT']),
  data: z.unknown(),
  ended: z.number(),
});

function parseEntries(entries: readonly Entry[]): (End | Broken)[] {
  return entries.map(([place, fields]) => {
    try {
      const [, tenant = '', , target = '', , event = '', , answer = ''] = fields ?? [];
      const { status, data, ended } = answerSchema.parse(JSON.parse(answer));
      const said = { outcome: status, data: data ?? undefined, endedAt: new Date(ended) };
      return { place, tenant, target, event: JSON.parse(event), ...said };
    } catch {
      return { place };
    }
  });
}
