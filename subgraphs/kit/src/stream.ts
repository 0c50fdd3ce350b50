import type { Redis } from 'ioredis';

/** A stream of the platform's own in Redis, and the group in whose name it is read: by one reader at a time, who sees to that. */
export interface Stream {
  key: string;
  group: string;
}

export interface StreamEntry {
  id: string;
  fields: Record<string, string>;
}

type Answer = [key: string, entries: [id: string, fields: string[]][]][] | null;

/** What waits, oldest first: what a reader that died had begun, as long as there is any, and then what is new. */
export async function readStream(
  redis: Redis,
  { key, group }: Stream,
  most: number,
): Promise<{ entries: StreamEntry[]; wereBegun: boolean }> {
  await redis.xgroup('CREATE', key, group, '0', 'MKSTREAM').catch((error: unknown) => {
    if (!String(error).includes('BUSYGROUP')) throw error;
  });
  const read = async (from: string): Promise<StreamEntry[]> => {
    const answer = (await redis.xreadgroup('GROUP', group, group, 'COUNT', most, 'STREAMS', key, from)) as Answer;
    return (answer?.[0]?.[1] ?? []).map(([id, fields]) => ({ id, fields: asFields(fields) }));
  };
  const begun = await read('0');
  return begun.length > 0 ? { entries: begun, wereBegun: true } : { entries: await read('>'), wereBegun: false };
}

/** Whether anything lies there, begun or new. */
export async function isWaiting(redis: Redis, { key }: Stream): Promise<boolean> {
  return (await redis.xlen(key)) > 0;
}

/** Removes entries that are done with. */
export async function forgetEntries(
  redis: Redis,
  { key, group }: Stream,
  entries: readonly StreamEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  const ids = entries.map(({ id }) => id);
  await redis
    .multi()
    .xack(key, group, ...ids)
    .xdel(key, ...ids)
    .exec();
}

function asFields(fields: readonly string[] | null): Record<string, string> {
  const pairs = Array.from({ length: (fields?.length ?? 0) / 2 }, (_, at) => [fields?.[at * 2], fields?.[at * 2 + 1]]);
  return Object.fromEntries(pairs);
}
