import type { Viewer } from '@mycelium/kit/viewer';
import { GraphQLError } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Origin } from '../origin.ts';
import type { AllowList } from './allow-list.ts';
import { hashOf, hashText } from './document-id.ts';
import type { Leases } from './leases.ts';
import type { Registered } from './registered.ts';

/** Whether people, screens and anonymous viewers may ask what is on no list. API clients never may, our own staff always. */
export type DocumentMode = 'free' | 'persisted';

/** The parts of a request that say what is asked; they come from outside. */
export interface Asked {
  query?: unknown;
  documentId?: unknown;
  extensions?: unknown;
}

interface Options {
  /** The lists in files, for our own apps and for clients. */
  manifests: readonly AllowList[];
  registered: Registered;
  leases: Leases;
  mode: DocumentMode;
}

export interface Documents {
  /** What to run; undefined when nothing was asked; throws when it may not run, or nobody knows it. */
  resolve(asked: Asked, viewer: Viewer): Promise<{ query: string; origin: Origin } | undefined>;
}

/** Characters of documents that were sent with their hash and are kept for those who send the hash alone. */
const REMEMBERED = 5_000_000;

/** Turns ids into texts, and refuses texts of those who may send ids only. */
export function createDocuments({ manifests, registered, leases, mode }: Options): Documents {
  const remembered = new LRUCache<string, string>({ maxSize: REMEMBERED, sizeCalculation: (text) => text.length || 1 });

  const findIn = async (list: AllowList, clients: readonly string[], hash: string) => {
    for (const client of clients) {
      const query = await list.find(client, hash);
      if (query !== undefined) return { query, origin: { client, isRegistered: true, documentId: hash } };
    }
    return undefined;
  };

  const findForApps = async (hash: string) => {
    for (const list of manifests) {
      const found = await findIn(list, list.clients(), hash);
      if (found) return found;
    }
    return undefined;
  };

  const findForClient = async (client: string, hash: string) => {
    const maxCost = (await registered.termsOf(client))?.cost;
    for (const list of [registered, ...manifests]) {
      const found = await findIn(list, [client], hash);
      if (!found) continue;
      const lease = leases.of(client, await registered.listOf(client), list === registered ? hash : undefined);
      return { query: found.query, origin: { ...found.origin, maxCost, lease } };
    }
    return undefined;
  };

  return {
    async resolve(asked, viewer) {
      const id = idIn(asked);
      const text = typeof asked.query === 'string' && asked.query !== '' ? asked.query : undefined;
      if (!id && text === undefined) return undefined;
      if (id && text !== undefined && hashText(text) !== id.hash) throw mismatch();

      const isFree = viewer.kind !== 'client' && (mode === 'free' || viewer.role === 'ADMIN');
      const isClient = viewer.kind === 'client';
      // Without lists, as in front of any supergraph, a text needs no hash.
      const hash = id?.hash ?? (isClient || manifests.length > 0 ? hashText(text ?? '') : '');
      const listed = await (isClient ? findForClient(viewer.id, hash) : findForApps(hash));
      if (listed) return listed;
      if (text !== undefined && !isFree) throw registeredOnly();
      const query = text ?? (isFree ? remembered.get(hash) : undefined);
      if (query === undefined) throw unknown(id?.isAutomatic === true);
      if (id?.isAutomatic) remembered.set(hash, query);
      const client = viewer.kind === 'client' ? viewer.id : 'unregistered';
      return { query, origin: { client, isRegistered: false, documentId: id?.hash } };
    },
  };
}

/** An id as `documentId`, or as automatic persisted queries send it. */
function idIn({ documentId, extensions }: Asked): { hash: string; isAutomatic: boolean } | undefined {
  const automatic = hashInExtensions(extensions);
  const given = documentId ?? automatic;
  if (given === undefined || given === null) return undefined;
  const hash = hashOf(given);
  if (!hash) throw badRequest('A document id is the SHA-256 of the document: "sha256:<64 hexadecimal digits>".');
  return { hash, isAutomatic: given === automatic };
}

function hashInExtensions(extensions: unknown): unknown {
  if (typeof extensions !== 'object' || extensions === null || !('persistedQuery' in extensions)) return undefined;
  const { persistedQuery } = extensions;
  if (typeof persistedQuery !== 'object' || persistedQuery === null) return undefined;
  return 'sha256Hash' in persistedQuery ? persistedQuery.sha256Hash : undefined;
}

/** Clients of automatic persisted queries look for this code, or this message, and send the text. */
function unknown(isAutomatic: boolean): GraphQLError {
  return isAutomatic
    ? new GraphQLError('PersistedQueryNotFound', {
        extensions: { code: 'PERSISTED_QUERY_NOT_FOUND', http: { status: 200 } },
      })
    : new GraphQLError('There is no operation with this document id.', {
        extensions: { code: 'PERSISTED_OPERATION_NOT_FOUND', http: { status: 400 } },
      });
}

function registeredOnly(): GraphQLError {
  return new GraphQLError('Only registered operations run here; send a document id.', {
    extensions: { code: 'PERSISTED_OPERATION_REQUIRED', http: { status: 400 } },
  });
}

function mismatch(): GraphQLError {
  return badRequest('The document has another hash than its id.');
}

function badRequest(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_REQUEST', http: { status: 400 } } });
}
