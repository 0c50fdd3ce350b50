import { Alert } from '@mantine/core';
import { useInterval } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSubscription } from 'urql';
import { graphql } from '../generated/gql.ts';
import { useLiveQuery } from '../graph/use-live-query.ts';

const MaintenanceDocument = graphql(`
  query Maintenance($tenantId: ID!) {
    maintenanceWindows(tenantId: $tenantId, first: 10) {
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

/** Says during a maintenance window that things may not work, and until when. */
export function Maintenance({ tenantId }: { tenantId: string }) {
  const { t, i18n } = useTranslation();
  const [now, setNow] = useState(Date.now);
  useInterval(() => setNow(Date.now()), 10_000, { autoInvoke: true });
  const { data, askAgain } = useLiveQuery({ query: MaintenanceDocument, variables: { tenantId } });
  const [{ data: told }] = useSubscription({ query: MaintenanceFeedDocument, variables: { tenantId } });
  const cursor = told?.maintenanceChanged.cursor;
  useEffect(() => {
    if (cursor) askAgain();
  }, [cursor, askAgain]);

  const windows = data?.maintenanceWindows.edges.map(({ node }) => node) ?? [];
  const current = windows.filter(({ startsAt, endsAt }) => Date.parse(startsAt) <= now && now < Date.parse(endsAt));
  return current.map(({ id, title, endsAt }) => {
    const until = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
    return (
      <Alert key={id} role="status" color="yellow" mb="md" title={t('shell.maintenance')}>
        {t('shell.maintenanceUntil', { title, until: until.format(new Date(endsAt)) })}
      </Alert>
    );
  });
}
