import type { Entry } from '@mycelium/client-kit/outbox/entry';
import type { Operations, Together } from '@mycelium/client-kit/outbox/send-entry';
import type { ComponentType } from 'react';
import type { StationKind } from '../generated/graphql.ts';
import type { WordFiles } from '../words/words.ts';

/** A page that fills the window of a station: what the frame has to know of it. */
export interface StationPage {
  /** Which stations may open it. */
  kind: Extract<StationKind, 'TILL' | 'KITCHEN'>;
  /** Where it is in the app, which a service worker keeps for a start without a network. */
  path: '/till' | '/kitchen';
  /** What a person must hold to open it by their own session. */
  scope: string;
  /** The namespace of its words, and the words. */
  words: readonly [name: string, files: WordFiles][];
  /** The mutations that it puts into the outbox, by the names under which they are kept there. */
  operations: Operations;
  /** Those of them that often follow each other, and are then one request. */
  together?: readonly Together[];
  /** Into the drawer of which cash session an entry of the outbox takes cash. */
  cashSessionOf?: (entry: Entry) => string | undefined;
  /** What an entry of the outbox does, in words. */
  say: (entry: Entry) => string;
  Component: ComponentType;
}
