import { Alert } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../generated/gql.ts';
import { useFeed } from '../graph/use-feed.ts';
import { useLiveQuery } from '../graph/use-live-query.ts';
import { Icon } from '../look/Icon.tsx';
import { useTenant } from '../session/viewer.tsx';
import { dateFormat, machineZone } from '../words/formats.ts';

const MaintenanceDocument = graphql(`
  query Maintenance {
    viewer {
      id
      tenant {
        id
        maintenanceWindows(first: 10) {
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

const MaintenanceFeedDocument = graphql(`
  subscription MaintenanceFeed($tenantId: ID!, $after: Cursor) {
    maintenanceChanged(tenantId: $tenantId, after: $after) {
      cursor
      at
      window {
        id
      }
    }
  }
`);

/** Says during a maintenance window, by the clock of the business, that things may not work, and until when. */
export function Maintenance({ now }: { now: number }) {
  const { t, i18n } = useTranslation();
  const { id: tenantId, timeZone } = useTenant();
  const { data, askAgain } = useLiveQuery({ query: MaintenanceDocument });
  const told = useFeed(MaintenanceFeedDocument, tenantId);
  const cursor = told?.maintenanceChanged.cursor;
  useEffect(() => {
    if (cursor) askAgain();
  }, [cursor, askAgain]);

  const windows = data?.viewer?.tenant?.maintenanceWindows.edges.map(({ node }) => node) ?? [];
  const current = windows.filter(({ startsAt, endsAt }) => Date.parse(startsAt) <= now && now < Date.parse(endsAt));
  const isElsewhere = machineZone() !== timeZone;
  const until = dateFormat(i18n.language, {
    ...{ month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', timeZone },
    ...(isElsewhere && { timeZoneName: 'short' }),
  });
  return current.map(({ id, title, endsAt }) => (
    <Alert
      key={id}
      role="status"
      color="yellow"
      mb="md"
      icon={<Icon name="alert" />}
      title={t('shell.maintenance')}
      styles={{ title: { color: 'var(--mantine-color-text)' } }}
    >
      {t('shell.maintenanceUntil', { title, until: until.format(new Date(endsAt)) })}
    </Alert>
  ));
}
