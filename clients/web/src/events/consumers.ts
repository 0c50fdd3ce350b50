import { useDocumentVisibility, useInterval } from '@mantine/hooks';
import { useEffect } from 'react';
import { graphql } from '../generated/gql.ts';
import type { EventConsumersQuery } from '../generated/graphql.ts';
import { useTenant } from '../session/viewer.tsx';
import { useWatched } from './use-watched.ts';

const ConsumersDocument = graphql(`
  query EventConsumers($tenantId: ID!) {
    consumers(tenantId: $tenantId) {
      application
      place
      lastSeenAt
      workers
      inFlight
      acknowledgedLastHour
    }
  }
`);

export const SetConsumerDocument = graphql(`
  mutation SetConsumer($application: String!, $consumer: ConsumerPlace!) {
    setConsumer(application: $application, consumer: $consumer) {
      ...ApplicationRow
    }
  }
`);

export type Consumer = EventConsumersQuery['consumers'][number];

/** Who is at work is told by nobody when it only goes on, or ends. */
const EVERY_MS = 5_000;

/** Who takes the events of each application, asked for again while the page is seen. */
export function useConsumers(): readonly Consumer[] {
  const { id: tenantId } = useTenant();
  const { data, askAgain } = useWatched({ query: ConsumersDocument, variables: { tenantId } });
  const isSeen = useDocumentVisibility() === 'visible';
  const { start, stop } = useInterval(askAgain, EVERY_MS);
  useEffect(() => {
    if (isSeen) start();
    return stop;
  }, [isSeen, start, stop]);
  return data?.consumers ?? [];
}
