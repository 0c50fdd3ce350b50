import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useEffect, useState } from 'react';
import { type Client, useClient, useSubscription } from 'urql';
import { graphql } from '../generated/gql.ts';

const FeedPositionDocument = graphql(`
  query FeedPosition {
    feedPosition
  }
`);

/** An older position only tells more changes again, so that what is opened together follows from the same one. */
const GOOD_FOR_MS = 60_000;

interface FeedVariables {
  tenantId: string;
  after?: string | null;
}

/** The last change of a feed. It is followed from before what is asked for meanwhile, which so misses nothing and is asked for once. */
export function useFeed<Data>(
  document: TypedDocumentNode<Data, FeedVariables>,
  tenantId: string,
  pause = false,
): Data | undefined {
  const after = usePosition();
  const [{ data }] = useSubscription({
    query: document,
    variables: { tenantId, after: after ?? null },
    pause: pause || after === undefined,
  });
  return data;
}

/** Undefined until it is known; null where it cannot be. */
function usePosition(): string | null | undefined {
  const client = useClient();
  const [position, setPosition] = useState<string | null>();
  useEffect(() => {
    let isOver = false;
    void positionOf(client).then((known) => !isOver && setPosition(known));
    return () => {
      isOver = true;
    };
  }, [client]);
  return position;
}

const known = new WeakMap<Client, { at: number; position: Promise<string | null> }>();

function positionOf(client: Client): Promise<string | null> {
  const last = known.get(client);
  if (last && Date.now() - last.at < GOOD_FOR_MS) return last.position;
  const asked = client.query(FeedPositionDocument, {}, { requestPolicy: 'network-only' }).toPromise();
  const position = asked.then(({ data }) => data?.feedPosition ?? null);
  known.set(client, { at: Date.now(), position });
  return position;
}
