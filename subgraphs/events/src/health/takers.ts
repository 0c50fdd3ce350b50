import { readPresence } from '@mycelium/bus/presence';
import { applicationFacts } from '@mycelium/schema/applications';
import { eventTypes } from '@mycelium/schema/event-types';
import type { Redis } from 'ioredis';

/** Who takes what is sent to applications. */
export interface Takers {
  /** The applications that the platform itself answers for. */
  atHome: ReadonlySet<string>;
  /** The applications of the business suite that the tenant never ran a program for, nor said that it does. */
  nobodys: ReadonlySet<string>;
}

export async function readTakers(redis: Redis, tenant: string, applications: readonly string[]): Promise<Takers> {
  const presence = await readPresence(redis, tenant, applications);
  const placeOf = (application: string): 'HOME' | 'OUTSIDE' | 'NOBODY' => {
    const { isOutside, lastSeen } = presence.get(application) ?? {};
    const facts = applicationFacts.get(application);
    if (isOutside || !facts) return 'OUTSIDE';
    if (facts.home) return 'HOME';
    return lastSeen ? 'OUTSIDE' : 'NOBODY';
  };
  const at = Map.groupBy(applications, placeOf);
  return { atHome: new Set(at.get('HOME')), nobodys: new Set(at.get('NOBODY')) };
}

/** Whether nobody is meant to take what goes through a channel: it is sent to every application, and nobody is there for this one. What names the application is meant for it. */
export function isNobodys({ source, target }: { source: string; target: string }, { nobodys }: Takers): boolean {
  return (
    nobodys.has(target) &&
    ![...eventTypes.values()].some(
      (type) => type.addressee && type.source === source && type.targets !== 'all' && type.targets.includes(target),
    )
  );
}
