import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { graphql } from '../generated/gql.ts';
import { useLiveQuery } from '../graph/use-live-query.ts';

const WaitingDocument = graphql(`
  query WaitingOperations($clientId: ID!) {
    apiClient(id: $clientId) {
      id
      operations(first: 1, status: PENDING) {
        totalCount
      }
    }
  }
`);

/** The way to what a client may run, with how much of it waits for somebody. */
export function OperationsLink({ clientId }: { clientId: string }) {
  const { t } = useTranslation();
  const { data } = useLiveQuery({ query: WaitingDocument, variables: { clientId } });
  const count = data?.apiClient?.operations.totalCount ?? 0;
  return (
    <Group gap="sm">
      <Button component={Link} to={`/access/${clientId}/operations`} variant="default">
        {t('operations.title')}
      </Button>
      {count > 0 && (
        <Text size="sm" c="var(--attention)">
          {t('operations.waiting', { count })}
        </Text>
      )}
    </Group>
  );
}
