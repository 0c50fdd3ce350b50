import { readFileSync } from 'node:fs';
import type { Redis } from 'ioredis';
import { MOST_WAITING, USUAL_ACKNOWLEDGE_WITHIN_MS, usualPolicy } from './policy.ts';

const files = ['1-keys-and-counts', '2-deliver', '3-end', '4-lease', '5-answers'];
const usual = `local USUAL = { policy = '${JSON.stringify(usualPolicy)}', acknowledgeWithinMs = ${USUAL_ACKNOWLEDGE_WITHIN_MS} }`;
const most = `local MOST_WAITING = ${MOST_WAITING}`;
const steps = files.map((name) => readFileSync(new URL(`./${name}.lua`, import.meta.url), 'utf8')).join('\n');
const library = `#!lua name=mycelium\n${usual}\n${most}\n${steps}`;
const loaded = new WeakSet<Redis>();

/** Calls a function of our Redis library; a process brings its own version of the library, and again when Redis has lost it. */
export async function callBus(redis: Redis, name: string, keys: readonly string[], args: readonly (string | number)[]) {
  const call = () => redis.fcall(`mycelium_${name}`, keys.length, ...keys, ...args.map(String));
  if (!loaded.has(redis)) {
    await redis.function('LOAD', 'REPLACE', library);
    loaded.add(redis);
  }
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof Error) || !/function not found/i.test(error.message)) throw error;
    await redis.function('LOAD', 'REPLACE', library);
    return call();
  }
}
