import { useDocumentVisibility, useInterval } from '@mantine/hooks';
import { useEffect } from 'react';
import { graphql } from '../../generated/gql.ts';
import type { ConsumerRowFragment } from '../../generated/graphql.ts';
import { useWatched } from '../use-watched.ts';

const ConsumersDocument = graphql(`
  query EventConsumers {
    viewer {
      id
      tenant {
        id
        eventConsumers {
          ...ConsumerRow
        }
      }
    }
  }

  fragment ConsumerRow on EventConsumer {
    application
    place
    lastSeenAt
    workers
    inFlight
    acknowledgedLastHour
  }
`);

export const SetConsumerDocument = graphql(`
  mutation SetConsumer($application: String!, $consumer: ConsumerPlace!) {
    setConsumer(application: $application, consumer: $consumer) {
      ...ApplicationRow
    }
  }
`);

export type Consumer = ConsumerRowFragment;

/** Who is at work is announced by nobody when it only goes on, or ends. */
const EVERY_MS = 5_000;

/** Who takes the events of each application, asked for again while the page is seen. */
export function useConsumers(): readonly Consumer[] {
  const { data, askAgain } = useWatched({ query: ConsumersDocument });
  const isSeen = useDocumentVisibility() === 'visible';
  const { start, stop } = useInterval(askAgain, EVERY_MS);
  useEffect(() => {
    if (isSeen) start();
    return stop;
  }, [isSeen, start, stop]);
  return data?.viewer?.tenant?.eventConsumers ?? [];
}
