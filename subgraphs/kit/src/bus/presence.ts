import type { Redis } from 'ioredis';
import { outsideKey } from './keys.ts';

/** When each subgraph last looked for what is for its applications: a hash of milliseconds. */
const HOMES_KEY = 'mycelium:bus:homes';

/** When programs outside last took what is for an application of a tenant: a hash of milliseconds. */
const seenKey = (tenant: string): string => `mycelium:bus:seen:${tenant}`;

/** A subgraph is at work for an application. */
export async function noteHome(redis: Redis, application: string): Promise<void> {
  await redis.hset(HOMES_KEY, application, Date.now());
}

/** When each application's home last looked for what is for it, in milliseconds. */
export async function readHomes(redis: Redis): Promise<Map<string, number>> {
  return new Map(Object.entries(await redis.hgetall(HOMES_KEY)).map(([name, ms]) => [name, Number(ms)]));
}

/** A program outside is at work for an application of a tenant. */
export async function noteOutside(redis: Redis, tenant: string, application: string): Promise<void> {
  await redis.hset(seenKey(tenant), application, Date.now());
}

/** Who was seen when, at home and outside, and which applications of the tenant are taken outside. */
export async function readPresence(redis: Redis, tenant: string, applications: readonly string[]) {
  const answers = await Promise.all([
    redis.hgetall(HOMES_KEY),
    redis.hgetall(seenKey(tenant)),
    ...applications.map((application) => redis.sismember(outsideKey(application), tenant)),
  ]);
  const [homes, seen, ...outside] = answers;
  const dateOf = (ms: string | undefined) => (ms ? new Date(Number(ms)) : undefined);
  return new Map(
    applications.map((application, index) => {
      const isOutside = outside[index] === 1;
      // An application without a home was seen outside, or never.
      const at = isOutside ? seen[application] : (homes[application] ?? seen[application]);
      return [application, { isOutside, lastSeen: dateOf(at) }];
    }),
  );
}
