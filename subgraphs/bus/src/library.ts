import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Redis } from 'ioredis';
import { MOST_WAITING, USUAL_ACKNOWLEDGE_WITHIN_MS, usualPolicy } from './policy.ts';

const files = ['1-keys-and-counts', '2-deliver', '3-end', '4-lease', '5-answers'];
const usual = `local USUAL = { policy = '${JSON.stringify(usualPolicy)}', acknowledgeWithinMs = ${USUAL_ACKNOWLEDGE_WITHIN_MS} }`;
const most = `local MOST_WAITING = ${MOST_WAITING}`;
const steps = files.map((name) => readFileSync(new URL(`./${name}.lua`, import.meta.url), 'utf8')).join('\n');
const text = `${usual}\n${most}\n${steps}`;

/** The library's name has its version in it, and so have its functions: processes of two versions each call their own. */
const NAME = `mycelium_${createHash('sha256').update(text).digest('hex').slice(0, 12)}`;
const library = `#!lua name=${NAME}\n${text.replaceAll("register_function('mycelium_", `register_function('${NAME}_`)}`;

/** The key that says that a version of the library is still in use; a process renews it by loading. */
const inUseKey = (name: string): string => `mycelium:library:${name}`;
const IN_USE_SECONDS = 7 * 24 * 60 * 60;
const RENEWED_EVERY_MS = 24 * 60 * 60 * 1000;

const loadedAt = new WeakMap<Redis, number>();

/** Calls a step, a function of our library in Redis; a process loads its own version of the library first, and again when Redis has lost it. */
export async function callBus(redis: Redis, name: string, keys: readonly string[], args: readonly (string | number)[]) {
  const call = () => redis.fcall(`${NAME}_${name}`, keys.length, ...keys, ...args.map(String));
  if (Date.now() - (loadedAt.get(redis) ?? 0) > RENEWED_EVERY_MS) await load(redis);
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof Error) || !/function not found/i.test(error.message)) throw error;
    await load(redis);
    return call();
  }
}

/** Loads the library into Redis, and removes the versions that no process has used for a week. */
async function load(redis: Redis): Promise<void> {
  await redis.set(inUseKey(NAME), 1, 'EX', IN_USE_SECONDS);
  await redis.function('LOAD', 'REPLACE', library);
  loadedAt.set(redis, Date.now());
  const names = namesIn(await redis.function('LIST', 'LIBRARYNAME', 'mycelium_*'));
  for (const name of names.filter((each) => each !== NAME)) {
    if ((await redis.exists(inUseKey(name))) === 0) await redis.function('DELETE', name).catch(() => undefined);
  }
}

/** FUNCTION LIST answers for each library a flat list of names and values. */
function namesIn(listed: unknown): string[] {
  const libraries = Array.isArray(listed) ? listed : [];
  return libraries.flatMap((fields: unknown) => {
    const flat = Array.isArray(fields) ? fields.map(String) : [];
    const name = flat[flat.indexOf('library_name') + 1];
    return name ? [name] : [];
  });
}
