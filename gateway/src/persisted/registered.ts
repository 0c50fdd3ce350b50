import type { Viewer } from '@mycelium/kit/viewer';
import { GraphQLError } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import type { AllowList } from './allow-list.ts';
import type { ClientList, ClientLists, RegisteredDocument, Terms } from './client-list.ts';
import { hashText } from './document-id.ts';

const CLIENTS_KEPT = 1_000;

/** The list of a client, ready to be asked. */
export interface KnownList {
  terms: Terms;
  documents: ReadonlyMap<string, RegisteredDocument>;
}

/** What API clients may do, as their lists say now. */
export interface Registered extends AllowList {
  listOf(client: string): Promise<KnownList | undefined>;
  /** What binds a client; throws when its time is over. */
  termsOf(client: string): Promise<Terms | undefined>;
  /** The viewer with the scopes that are left; everyone but an API client as he is. */
  narrow(viewer: Viewer): Promise<Viewer>;
}

/** What was read is kept until a change of it is heard of. */
export function openRegistered(lists: ClientLists, log: Logger): Registered {
  const known = new LRUCache<string, Promise<KnownList | undefined>>({ max: CLIENTS_KEPT });
  lists.listen((client) => {
    if (client === undefined) known.clear();
    else known.delete(client);
  });

  const listOf = (client: string): Promise<KnownList | undefined> => {
    const kept = known.get(client);
    if (kept) return kept;
    const reading = lists.read(client).then(knownList, (error: unknown) => {
      if (known.get(client) === reading) known.delete(client);
      log.warn({ err: error, client }, 'the registered operations of a client cannot be read');
      throw new GraphQLError('Registered operations cannot be looked up right now; try again in a moment.', {
        extensions: { code: 'UNAVAILABLE', service: 'gateway' },
      });
    });
    known.set(client, reading);
    return reading;
  };

  return {
    listOf,
    clients: () => [],
    async find(client, hash) {
      const document = (await listOf(client))?.documents.get(hash);
      if (isOver(document)) throw expired();
      return document?.text;
    },
    async termsOf(client) {
      const terms = (await listOf(client))?.terms;
      if (isOver(terms)) throw expired();
      return terms;
    },
    async narrow(viewer) {
      return viewer.kind === 'client' ? narrowed(viewer, (await listOf(viewer.id))?.terms) : viewer;
    },
    close: () => lists.close(),
  };
}

export function narrowed(viewer: Viewer, terms: Terms | undefined): Viewer {
  const allowed = terms?.scopes;
  return allowed ? { ...viewer, scopes: viewer.scopes.filter((scope) => allowed.includes(scope)) } : viewer;
}

/** Why a document that was asked may be asked no more, if it may not; without a hash it is not from the list. */
export function endOf(list: KnownList | undefined, hash: string | undefined): GraphQLError | undefined {
  const document = hash === undefined ? undefined : list?.documents.get(hash);
  if (hash !== undefined && !document) return revoked();
  return isOver(list?.terms) || isOver(document) ? expired() : undefined;
}

function knownList(list: ClientList | undefined): KnownList | undefined {
  if (!list) return undefined;
  const { documents, ...terms } = list;
  return { terms, documents: new Map(documents.map((each) => [hashText(each.text), each])) };
}

function isOver(limited: { expiresAt?: string } | undefined): boolean {
  return limited?.expiresAt !== undefined && Date.parse(limited.expiresAt) <= Date.now();
}

function expired(): GraphQLError {
  return new GraphQLError('The registration of this operation has expired.', {
    extensions: { code: 'PERSISTED_OPERATION_EXPIRED', http: { status: 400 } },
  });
}

function revoked(): GraphQLError {
  return new GraphQLError('This operation is no longer registered.', {
    extensions: { code: 'PERSISTED_OPERATION_REVOKED' },
  });
}
