import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { ClientLists } from './client-list.ts';
import { createDocuments, type DocumentMode, type Documents } from './documents.ts';
import { createLeases } from './leases.ts';
import { type Manifests, openManifests } from './manifests.ts';
import { memoryLists } from './memory-lists.ts';
import { redisLists } from './redis-lists.ts';
import { openRegistered, type Registered } from './registered.ts';

interface Options {
  /** The directory of the manifests. */
  operations?: string;
  /** Where the lists of API clients are; without it they are in this process. */
  redis?: { commands: Redis; url: string };
  mode: DocumentMode;
  log: Logger;
}

/** Everything about which documents may be asked. */
export interface OpenDocuments {
  documents: Documents;
  registered: Registered;
  clientLists: ClientLists;
  manifests(): Manifests;
  close(): void;
}

export async function openDocuments({ operations, redis, mode, log }: Options): Promise<OpenDocuments> {
  const manifests = operations === undefined ? [] : [await openManifests(operations, log)];
  const clientLists = redis ? redisLists(redis.commands, redis.url, log) : memoryLists();
  const registered = openRegistered(clientLists, log);
  const leases = createLeases(clientLists, registered);
  return {
    documents: createDocuments({ manifests, registered, leases, mode }),
    registered,
    clientLists,
    manifests: () => new Map(manifests.flatMap((list) => [...list.manifests()])),
    close() {
      leases.close();
      for (const list of [...manifests, registered]) list.close();
    },
  };
}
