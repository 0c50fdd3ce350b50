import { applicationFacts } from '@mycelium/schema/applications';
import type { Redis } from 'ioredis';
import { outsideKey } from './keys.ts';

/** When the home of each application, a subgraph, last asked for deliveries: a hash of milliseconds. */
const HOMES_KEY = 'mycelium:bus:homes';

/** When a program of any tenant last asked for deliveries for an application that every tenant has: a hash of milliseconds. */
const PROGRAMS_KEY = 'mycelium:bus:programs';

/** When the programs of one tenant last did, for each of its applications: a hash of milliseconds. */
const seenKey = (tenant: string): string => `mycelium:bus:seen:${tenant}`;

/** Who works for an application, at home or for a tenant outside, and when each was last seen: a sorted set of names. */
const workersKey = (application: string, tenant = 'home'): string => `mycelium:bus:workers:${tenant}:${application}`;

/** A worker that was not seen for so long is no longer counted. */
const LATELY_MS = 60_000;

async function noteWorker(redis: Redis, key: string, worker: string): Promise<void> {
  const now = Date.now();
  const steps = redis
    .multi()
    .zadd(key, now, worker)
    .zremrangebyscore(key, '-inf', now - LATELY_MS);
  await steps.pexpire(key, LATELY_MS).exec();
}

/** A process of a subgraph is at work for an application. */
export async function noteHome(redis: Redis, application: string, worker: string): Promise<void> {
  await redis.hset(HOMES_KEY, application, Date.now());
  await noteWorker(redis, workersKey(application), worker);
}

/** When each application's home last asked for deliveries, and when a program outside did, for whichever tenant. */
export async function readLastSeen(
  redis: Redis,
): Promise<{ application: string; place: 'home' | 'outside'; at: number }[]> {
  const [homes, programs] = await Promise.all([redis.hgetall(HOMES_KEY), redis.hgetall(PROGRAMS_KEY)]);
  const lines = (place: 'home' | 'outside', seen: Record<string, string>) =>
    Object.entries(seen).map(([application, at]) => ({ application, place, at: Number(at) }));
  return [...lines('home', homes), ...lines('outside', programs)];
}

/** A program outside is at work for an application of a tenant. */
export async function noteOutside(redis: Redis, tenant: string, application: string, worker: string): Promise<void> {
  await redis.hset(seenKey(tenant), application, Date.now());
  if (applicationFacts.has(application)) await redis.hset(PROGRAMS_KEY, application, Date.now());
  await noteWorker(redis, workersKey(application, tenant), worker);
}

/** When programs outside were last seen at work for the applications of a tenant, in milliseconds. */
export async function readProgramsSeen(redis: Redis, tenant: string): Promise<ReadonlyMap<string, number>> {
  const seen = Object.entries(await redis.hgetall(seenKey(tenant)));
  return new Map(seen.map(([application, at]) => [application, Number(at)]));
}

/** How many work for an application, at home, or for a tenant outside. */
export async function countWorkers(redis: Redis, application: string, tenant?: string): Promise<number> {
  return redis.zcount(workersKey(application, tenant), Date.now() - LATELY_MS, '+inf');
}

/** Tells of each application of a tenant whether programs outside consume for it, and when a consumer was last seen. */
export async function readPresence(redis: Redis, tenant: string, applications: readonly string[]) {
  const answers = await Promise.all([
    redis.hgetall(HOMES_KEY),
    redis.hgetall(seenKey(tenant)),
    ...applications.map((application) => redis.sismember(outsideKey(application), tenant)),
  ]);
  const [atHome, outsideIt, ...outside] = answers;
  // A tenant may name an application like what every object has: constructor, for one.
  const [homes, seen] = [new Map(Object.entries(atHome)), new Map(Object.entries(outsideIt))];
  const dateOf = (ms: string | undefined) => (ms ? new Date(Number(ms)) : undefined);
  return new Map(
    applications.map((application, index) => {
      const isOutside = outside[index] === 1;
      // An application without a home was seen outside, or never.
      const at = isOutside ? seen.get(application) : (homes.get(application) ?? seen.get(application));
      return [application, { isOutside, lastSeen: dateOf(at) }];
    }),
  );
}
