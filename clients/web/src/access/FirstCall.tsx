import { Anchor, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLiveQuery } from '../graph/use-live-query.ts';
import { ShellLine } from '../look/ShellLine.tsx';
import { useTenant } from '../session/viewer.tsx';
import type { ApiClient } from './access.ts';
import { operationCall, restCall } from './first-call.ts';
import { OperationsDocument, standingOf } from './operations.ts';

/** What a new key can be tried with: over REST, and with an operation that was approved; and where the rest is explained. */
export function FirstCall({ client, secret }: { client: ApiClient; secret: string }) {
  const { t } = useTranslation();
  const { id: tenantId, slug } = useTenant();
  const { data } = useLiveQuery({ query: OperationsDocument, variables: { clientId: client.id, after: null } });
  const operations = data?.apiClient?.operations.edges.map(({ node }) => node) ?? [];
  const approved = operations.find((operation) => standingOf(operation) === 'APPROVED');
  const caller = { origin: location.origin, key: secret, slug, tenantId, scopes: client.scopes };
  const rest = restCall(caller);
  return (
    <Stack gap="sm">
      {rest && <ShellLine label={t('firstCall.rest')} line={rest} />}
      {approved ? (
        <ShellLine
          label={t('firstCall.operation', { name: approved.name })}
          line={operationCall(caller, approved.documentId)}
        />
      ) : (
        <Text size="sm" c="var(--quiet)">
          {t('firstCall.noOperation')}
        </Text>
      )}
      <Group gap="md">
        <Anchor href="/api/docs" target="_blank" size="sm">
          {t('firstCall.docs')}
        </Anchor>
        <Anchor component={Link} to={`/access/${client.id}/operations`} size="sm">
          {t('firstCall.operations')}
        </Anchor>
        <Anchor href="/playground" target="_blank" size="sm">
          {t('firstCall.playground')}
        </Anchor>
      </Group>
    </Stack>
  );
}
