import type { Connection } from '@mycelium/client-kit/live';
import type { Addition, Outbox, OutboxOptions } from '@mycelium/client-kit/outbox/outbox';
import type { CombinedError, TypedDocumentNode } from '@urql/core';
import { createContext, useContext } from 'react';
import type { AnyVariables, Client } from 'urql';
import type { Signed } from './person/signing.ts';
import type { StationLocation, Who } from './who.ts';

/** What hears of an entry that has reached the server. */
export type Sent = NonNullable<OutboxOptions['onDone']>;

/** What a page of a station works with. */
export interface Station {
  who: Who;
  location: StationLocation;
  /** Follows and asks, without a cache. */
  client: Client;
  connection: Connection;
  outbox: Outbox;
  /** The server's time, and ids made at it. */
  now: () => number;
  newId: () => string;
  /** Whoever is signed in with a PIN. */
  signed: Signed | undefined;
  may: (scope: string) => boolean;
  /** Keeps what somebody does in the outbox, all or nothing, under keys that are the ids of what it makes; false, and said, where it could not be kept. */
  enqueue: (...additions: readonly Omit<Addition, 'by'>[]) => Promise<boolean>;
  /** Calls with each entry that has reached the server from this tab, and what came of it. Answers how to stop. */
  onSent: (listener: Sent) => () => void;
  /** Writes at once, which takes the network. */
  write: <Data, Variables extends AnyVariables>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
  ) => Promise<{ data?: Data; error?: CombinedError }>;
}

export const StationContext = createContext<Station | undefined>(undefined);

export function useStation(): Station {
  const station = useContext(StationContext);
  if (!station) throw new Error('useStation needs a station around it.');
  return station;
}
