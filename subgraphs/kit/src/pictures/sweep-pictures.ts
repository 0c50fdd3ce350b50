import { subgraphNames } from '@mycelium/schema/roster';
import type { Redis } from 'ioredis';
import { z } from 'zod';
import type { Files } from '../files/files.ts';
import { longRound } from '../tasks/rounds.ts';
import type { TaskDesk } from '../tasks/task.ts';
import { removingKey, UNSHOWN_KEY } from './claim-picture.ts';
import { filesOf, PICTURES, pictureOf } from './picture-files.ts';
import { MOST_NAMES, readShown } from './shown-pictures.ts';

const DAY_MS = 24 * 60 * 60_000;
/** A mark that its process left behind is over after so long; by then nothing is removed under it any more. */
const MARK_SECONDS = 120;
const REMOVE_MS = 60_000;

const QUESTION = 'query ($names: [String!]!) { shownPictures(names: $names) }';
const answerSchema = z.object({ shownPictures: z.array(z.string()) });

/** Removes the pictures that no row of any subgraph has referred to for a day. When one of them cannot be asked, nothing is removed. */
export const sweepPictures = longRound('sweep-pictures', '27 * * * *', sweep);

async function sweep(desk: TaskDesk): Promise<void> {
  const { files, redis, signal } = desk;
  if (!files) return desk.log.warn('pictures are never removed, as nobody says where files are');
  for await (const names of batchesOf(files)) {
    if (signal.aborted) return;
    await note(redis, names, await unshownOf(desk, names));
  }
  const before = Date.now() - DAY_MS;
  for (;;) {
    const due = await redis.zrangebyscore(UNSHOWN_KEY, '-inf', before, 'LIMIT', 0, MOST_NAMES);
    if (due.length === 0 || signal.aborted) return;
    await remove(desk, files, due, before);
  }
}

async function* batchesOf(files: Files): AsyncGenerator<string[]> {
  let names = new Set<string>();
  for await (const { name } of files.list(PICTURES)) {
    const picture = pictureOf(name);
    if (picture) names.add(picture);
    if (names.size < MOST_NAMES) continue;
    yield [...names];
    names = new Set();
  }
  if (names.size > 0) yield [...names];
}

/** Asks everybody; throws when somebody does not answer. */
async function unshownOf(
  { ask, transact, name, correlationId }: TaskDesk,
  names: readonly string[],
): Promise<string[]> {
  const call = { viewer: { kind: 'gateway' as const, id: 'system', scopes: ['gateway'] }, correlationId };
  const askOther = async (other: (typeof subgraphNames)[number]): Promise<string[]> =>
    answerSchema.parse(await ask(other, { query: QUESTION, variables: { names } }, call)).shownPictures;
  const answers = await Promise.all(
    subgraphNames.map((each) => (each === name ? transact((ctx) => readShown(ctx, names)) : askOther(each))),
  );
  const shown = new Set(answers.flat());
  return names.filter((each) => !shown.has(each));
}

/** Remembers since when nobody refers to them, and forgets it of all others. */
async function note(redis: Redis, names: readonly string[], unshown: readonly string[]): Promise<void> {
  const without = new Set(unshown);
  const shown = names.filter((name) => !without.has(name));
  const now = Date.now();
  if (unshown.length > 0) await redis.zadd(UNSHOWN_KEY, 'NX', ...unshown.flatMap((name) => [now, name]));
  if (shown.length > 0) await redis.zrem(UNSHOWN_KEY, ...shown);
}

/**
 * Under a mark, for which whoever claims one of them waits; what was claimed before is no longer due. Only then is everybody asked
 * once more, so that no row can come to refer to one in between.
 */
async function remove(desk: TaskDesk, files: Files, due: readonly string[], before: number): Promise<void> {
  const { redis } = desk;
  const began = Date.now();
  const marked = await mark(redis, due, before);
  try {
    for (const name of await unshownOf(desk, marked)) {
      for (const file of filesOf(name)) {
        if (Date.now() - began > REMOVE_MS)
          throw new Error('Removing pictures takes too long; the rest is for next time.');
        await files.remove(file);
      }
    }
    await redis.zrem(UNSHOWN_KEY, ...due);
  } finally {
    if (marked.length > 0) await redis.del(...marked.map(removingKey));
  }
}

/** Those of them that are ours to remove now. */
async function mark(redis: Redis, due: readonly string[], before: number): Promise<string[]> {
  const pipeline = redis.multi();
  for (const name of due) pipeline.set(removingKey(name), 1, 'EX', MARK_SECONDS, 'NX').zscore(UNSHOWN_KEY, name);
  const results = (await pipeline.exec()) ?? [];
  const failure = results.find(([error]) => error)?.[0];
  if (failure) throw failure;
  const facts = due.map((name, at) => {
    const [isMarked, since] = [results[2 * at]?.[1] === 'OK', results[2 * at + 1]?.[1]];
    return { name, isMarked, isDue: typeof since === 'string' && Number(since) <= before };
  });
  const claimed = facts.filter(({ isMarked, isDue }) => isMarked && !isDue).map(({ name }) => removingKey(name));
  if (claimed.length > 0) await redis.del(...claimed);
  return facts.filter(({ isMarked, isDue }) => isMarked && isDue).map(({ name }) => name);
}
