import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useEffect, useState } from 'react';
import { type Client, useClient, useSubscription } from 'urql';
import { graphql } from '../generated/gql.ts';

const FeedPositionDocument = graphql(`
  query FeedPosition {
    position: feedPosition
  }
`);

/** Asks for a position from which to follow what is loaded with it. */
export type PositionDocument = TypedDocumentNode<{ position?: string | null }, Record<string, never>>;

/** An older position only brings more changes again, so that what is opened together follows from the same one. */
const GOOD_FOR_MS = 60_000;

interface FeedVariables {
  tenantId: string;
  after?: string | null;
}

/**
 * The last change of a feed. It is followed from before what is asked for meanwhile, which so misses nothing and is asked for once;
 * `from` says where that is, for what has positions of its own.
 */
export function useFeed<Data>(
  document: TypedDocumentNode<Data, FeedVariables>,
  tenantId: string,
  pause = false,
  from: PositionDocument = FeedPositionDocument,
): Data | undefined {
  const after = usePosition(from);
  const [{ data }] = useSubscription({
    query: document,
    variables: { tenantId, after: after ?? null },
    pause: pause || after === undefined,
  });
  return data;
}

/** Undefined until it is known; null where it cannot be. */
function usePosition(document: PositionDocument): string | null | undefined {
  const client = useClient();
  const [position, setPosition] = useState<string | null>();
  useEffect(() => {
    let isOver = false;
    void positionOf(client, document).then((known) => !isOver && setPosition(known));
    return () => {
      isOver = true;
    };
  }, [client, document]);
  return position;
}

interface Known {
  at: number;
  position: Promise<string | null>;
}

const known = new WeakMap<Client, Map<PositionDocument, Known>>();

/** Where a feed begins, for all who are to follow it soon. */
export function positionOf(client: Client, document: PositionDocument): Promise<string | null> {
  const ofClient = known.get(client) ?? new Map<PositionDocument, Known>();
  known.set(client, ofClient);
  const last = ofClient.get(document);
  if (last && Date.now() - last.at < GOOD_FOR_MS) return last.position;
  const asked = client.query(document, {}, { requestPolicy: 'network-only' }).toPromise();
  const position = asked.then(({ data }) => data?.position ?? null);
  ofClient.set(document, { at: Date.now(), position });
  return position;
}
