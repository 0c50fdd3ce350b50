import { leasesKey } from '@mycelium/bus/keys';
import { countWorkers, noteOutside, readPresence } from '@mycelium/bus/presence';
import type { Context } from '@mycelium/kit/context';
import { applicationFacts, applications } from '@mycelium/schema/applications';
import type { Redis } from 'ioredis';
import { LRUCache } from 'lru-cache';
import { readCounts } from '../health/counts.ts';
import { readLastHour } from '../health/hour.ts';
import { ConsumerPlace, type EventConsumer } from './consumer.ts';

const NOTE_EVERY_MS = 5_000;

const homeOf = new Map(applications.map((name) => [name, applicationFacts.get(name)?.home]));

/** The consumers that were noted a moment ago in a Redis, so that those who ask often cost nothing. */
const noted = new WeakMap<Redis, LRUCache<string, true>>();

/** Notes that a program is at work for an application; people who try things out are no programs. */
export async function notePresence(
  { redis, viewer }: Context,
  tenant: string,
  { application, consumer }: { application: string; consumer: string },
): Promise<void> {
  if (viewer.kind !== 'client') return;
  const worker = `${viewer.id} ${consumer}`;
  const key = `${tenant} ${application} ${worker}`;
  const lately = noted.get(redis) ?? new LRUCache({ max: 10_000, ttl: NOTE_EVERY_MS });
  noted.set(redis, lately);
  if (lately.has(key)) return;
  await noteOutside(redis, tenant, application, worker);
  lately.set(key, true);
}

/** Every application of a tenant with who takes its events, from counters alone. */
export async function readConsumers(redis: Redis, tenant: string, names: readonly string[]): Promise<EventConsumer[]> {
  const [presence, counts, window, ...leases] = await Promise.all([
    readPresence(redis, tenant, names),
    readCounts(redis, tenant),
    readLastHour(redis, tenant),
    ...names.map((name) => redis.hvals(leasesKey(tenant, name))),
  ]);
  const isHome = (name: string): boolean => homeOf.get(name) !== undefined && !presence.get(name)?.isOutside;
  const workers = await Promise.all(names.map((name) => countWorkers(redis, name, isHome(name) ? undefined : tenant)));
  return names.map((application, index) => {
    const own = counts.filter(({ target }) => target === application);
    return {
      application,
      place: isHome(application) ? ConsumerPlace.HOME : ConsumerPlace.OUTSIDE,
      lastSeenAt: presence.get(application)?.lastSeen,
      workers: workers[index] ?? 0,
      pending: own.reduce((sum, { pending }) => sum + pending, 0),
      inFlight: (leases[index] ?? []).filter((lease) => lease.startsWith('L')).length,
      acknowledgedLastHour: own.reduce(
        (sum, { source, target }) => sum + (window.get(`${source}>${target}`)?.acknowledged ?? 0),
        0,
      ),
    };
  });
}
