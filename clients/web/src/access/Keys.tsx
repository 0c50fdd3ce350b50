import { Button, Code, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../generated/gql.ts';
import { useWrite } from '../graph/use-write.ts';
import { Confirm } from '../look/Confirm.tsx';
import { Moment } from '../look/Moment.tsx';
import { showTrouble } from '../look/notify.tsx';
import { ShownOnce } from '../look/ShownOnce.tsx';
import { useMay, useTenant } from '../session/viewer.tsx';
import { dateFormat } from '../words/formats.ts';
import type { ApiClient, ApiKey } from './access.ts';
import { FirstCall } from './FirstCall.tsx';
import classes from './Keys.module.css';

const CreateKeyDocument = graphql(`
  mutation CreateApiKey($clientId: ID!) {
    createApiKey(clientId: $clientId) {
      key
      apiKey {
        ...ApiKeyRow
        client {
          id
          keys {
            ...ApiKeyRow
          }
        }
      }
    }
  }
`);

const RotateKeyDocument = graphql(`
  mutation RotateApiKey($id: ID!) {
    rotateApiKey(id: $id) {
      key
      apiKey {
        ...ApiKeyRow
        client {
          id
          keys {
            ...ApiKeyRow
          }
        }
      }
    }
  }
`);

const RevokeKeyDocument = graphql(`
  mutation RevokeApiKey($id: ID!) {
    revokeApiKey(id: $id) {
      ...ApiKeyRow
      client {
        id
        keys {
          ...ApiKeyRow
        }
      }
    }
  }
`);

/** The keys of a client that are good now; a new one is shown this once. */
export function Keys({ client }: { client: ApiClient }) {
  const { t } = useTranslation();
  const mayWrite = useMay('access:write');
  const [shown, setShown] = useState<string>();
  const { write: create, isBusy: isMaking } = useWrite(CreateKeyDocument, showTrouble);
  const { write: rotate } = useWrite(RotateKeyDocument, showTrouble);
  const { write: revoke } = useWrite(RevokeKeyDocument, showTrouble);

  return (
    <Stack gap="sm">
      <Title order={3} size="h5">
        {t('access.keys')}
      </Title>
      {shown && (
        <ShownOnce secret={shown} text={t('access.shownOnce')} onDone={() => setShown(undefined)}>
          <FirstCall client={client} secret={shown} />
        </ShownOnce>
      )}
      {client.keys.length === 0 && (
        <Text size="sm" c="var(--quiet)">
          {t('access.noKeys')}
        </Text>
      )}
      <ul className={classes.list} aria-label={t('access.keys')}>
        {client.keys.map((apiKey) => (
          <KeyRow
            key={apiKey.id}
            apiKey={apiKey}
            mayWrite={mayWrite}
            onRotate={async () => {
              const data = await rotate({ id: apiKey.id });
              if (data) setShown(data.rotateApiKey.key);
            }}
            onRevoke={() => revoke({ id: apiKey.id })}
          />
        ))}
      </ul>
      {mayWrite && (
        <Group>
          <Button
            variant="default"
            loading={isMaking}
            onClick={async () => {
              const data = await create({ clientId: client.id });
              if (data) setShown(data.createApiKey.key);
            }}
          >
            {t('access.newKey')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

interface KeyRowProps {
  apiKey: ApiKey;
  mayWrite: boolean;
  onRotate: () => Promise<unknown>;
  onRevoke: () => Promise<unknown>;
}

function KeyRow({ apiKey, mayWrite, onRotate, onRevoke }: KeyRowProps) {
  const { t, i18n } = useTranslation();
  const { timeZone } = useTenant();
  const { prefix, lastUsedAt, expiresAt } = apiKey;
  const day = dateFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  return (
    <li className={classes.row}>
      <Code>{prefix}</Code>
      <Text size="sm" c="var(--quiet)">
        {lastUsedAt ? (
          <>
            {t('access.lastUsed')} <Moment at={lastUsedAt} timeZone={timeZone} />
          </>
        ) : (
          t('access.neverUsed')
        )}
        {expiresAt && ` · ${t('access.ends', { at: day.format(new Date(expiresAt)) })}`}
      </Text>
      {mayWrite && (
        <Group gap="sm">
          {!expiresAt && (
            <Button size="sm" variant="default" onClick={onRotate}>
              {t('access.rotate')}
            </Button>
          )}
          <Confirm
            label={t('access.revoke')}
            question={t('access.revokeQuestion', { prefix })}
            text={t('access.revokeText')}
            answer={t('access.revoke')}
            onConfirm={onRevoke}
          />
        </Group>
      )}
    </li>
  );
}
