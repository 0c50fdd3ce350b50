import { Alert } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../generated/gql.ts';
import { useFeed } from '../graph/use-feed.ts';
import { useLiveQuery } from '../graph/use-live-query.ts';
import { Icon } from '../look/Icon.tsx';
import { useBusinessClock } from '../shell/use-business-clock.ts';
import { dateFormat } from '../words/formats.ts';
import { useStation } from './use-station.ts';

const AnnouncedDocument = graphql(`
  query Announced {
    viewer {
      id
      tenant {
        id
        maintenanceWindows(first: 5) {
          edges {
            node {
              id
              title
              startsAt
              endsAt
            }
          }
        }
      }
    }
  }
`);

const AnnouncedFeedDocument = graphql(`
  subscription AnnouncedFeed($tenantId: ID!, $after: Cursor) {
    maintenanceChanged(tenantId: $tenantId, after: $after) {
      cursor
      at
      window {
        id
      }
    }
  }
`);

const AHEAD_MS = 24 * 60 * 60_000;

/** A line for each maintenance that is under way or comes within a day: when it is, by the clocks of the place. */
export function Announced() {
  const { t, i18n } = useTranslation();
  const { who, location } = useStation();
  const { now } = useBusinessClock();
  const { data, askAgain } = useLiveQuery({ query: AnnouncedDocument });
  const cursor = useFeed(AnnouncedFeedDocument, who.tenant.id)?.maintenanceChanged.cursor;
  useEffect(() => {
    if (cursor) askAgain();
  }, [cursor, askAgain]);

  const windows = data?.viewer?.tenant?.maintenanceWindows.edges.map(({ node }) => node) ?? [];
  const moment = dateFormat(i18n.language, {
    ...{ weekday: 'short', hour: '2-digit', minute: '2-digit', timeZone: location.timeZone },
  });
  return windows
    .filter(({ startsAt, endsAt }) => now < Date.parse(endsAt) && Date.parse(startsAt) < now + AHEAD_MS)
    .map(({ id, title, startsAt, endsAt }) => (
      <Alert key={id} role="status" color="yellow" py="xs" icon={<Icon name="alert" />}>
        {t('device.maintenance', {
          title,
          from: moment.format(new Date(startsAt)),
          until: moment.format(new Date(endsAt)),
        })}
      </Alert>
    ));
}
