import type { Viewer } from '@mycelium/kit/viewer';
import type { GraphQLError } from 'graphql';

/** Where the text of an operation came from. */
export interface Origin {
  /** The app or API client whose list it is on, or `unregistered`. */
  client: string;
  isRegistered: boolean;
  /** The SHA-256 (hex) of what is on a list, or was asked by it. */
  documentId?: string;
  /** The most that it may cost, where its client has a limit of its own. */
  maxCost?: number;
  /** A subscription of an API client runs under this. */
  lease?: TakeLease;
}

/** Runs a subscription under a list; or says that the client has too many. */
export type TakeLease = (tenure: Tenure) => Lease | GraphQLError;

/** A subscription of an API client, which lives as long as the client's list has it. */
export interface Tenure {
  viewer: Viewer;
  /** The list does not have it any more. */
  end(error: GraphQLError): void;
  /** The list leaves the viewer other scopes. */
  renew(viewer: Viewer): void;
}

export interface Lease {
  /** What the list leaves of a viewer who has other scopes by now. */
  narrow(viewer: Viewer): Viewer;
  release(): void;
}
