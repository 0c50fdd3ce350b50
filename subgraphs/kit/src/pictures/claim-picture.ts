import { setTimeout as sleep } from 'node:timers/promises';
import { pictureNameIn, widthsOf } from '@mycelium/schema/pictures';
import type { Redis } from 'ioredis';
import { Busy } from '../errors.ts';
import { StoreFailure } from '../files/file-store.ts';
import type { Files } from '../files/files.ts';
import { redisFailure } from '../redis-failure.ts';
import { fileOf } from './picture-files.ts';

/** Pictures that no row refers to, with since when that is known. */
export const UNSHOWN_KEY = 'mycelium:pictures:unshown';
/** The key that is there while a picture is being removed. */
export const removingKey = (name: string): string => `mycelium:picture:removing:${name}`;

const LOOK_MS = 50;
const PATIENCE_MS = 3_000;

/** Keeps a picture for another day, since somebody wants it. If it is being removed, waits until it is gone. */
export async function claimPicture(redis: Redis, name: string): Promise<void> {
  for (let waited = 0; waited < PATIENCE_MS; waited += LOOK_MS) {
    const results = await redis.multi().zrem(UNSHOWN_KEY, name).exists(removingKey(name)).exec();
    const [failure, isBeingRemoved] = results?.[1] ?? [];
    if (failure) throw failure;
    if (!isBeingRemoved) return;
    await sleep(LOOK_MS);
  }
  throw new Busy();
}

/** The same for what a row is about to refer to; answers false when it leads to an upload of ours that is gone. Says nothing of what lies elsewhere. */
export async function claimAddress(
  { redis, files }: { redis: Redis; files?: Files },
  address: string,
): Promise<boolean> {
  const name = pictureNameIn(address);
  if (!name) return true;
  await claimPicture(redis, name).catch(unlessAway);
  // What lies on another origin is not looked for; and whoever does not know where files are, or cannot reach them, believes it: a menu is not held up by its pictures.
  return !files || !widthsOf(address) || (await files.find(fileOf(name)).then(Boolean, unlessFilesAway));
}

/** Nobody removes pictures while Redis is away. */
function unlessAway(error: unknown): void {
  if (!(error instanceof Error && redisFailure(error))) throw error;
}

function unlessFilesAway(error: unknown): true {
  if (!(error instanceof StoreFailure)) throw error;
  return true;
}
