import { Anchor, Code, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Fact, Facts } from '../../look/Facts.tsx';
import classes from '../EventDetail.module.css';
import { AttemptsDocument, type Endpoint } from './webhooks.ts';

const example = `import { Webhook } from 'standardwebhooks';

const event = new Webhook(secret).verify(body, headers);`;

/** How whoever receives knows that it was us, with the headers of the newest message. */
export function VerifyHint({ endpoint }: { endpoint: Endpoint }) {
  const { t } = useTranslation();
  const [{ data }] = useQuery({ query: AttemptsDocument, variables: { endpointId: endpoint.id, first: 1 } });
  const newest = data?.webhookEndpoint?.attempts.edges[0]?.node;
  const id = newest?.eventId ?? '…';
  const timestamp = newest ? Math.floor(new Date(newest.startedAt).getTime() / 1_000) : '…';
  return (
    <details>
      <summary>{t('webhooks.verify')}</summary>
      <Stack gap="sm" mt="sm">
        <Text size="sm">{t('webhooks.verifyText')}</Text>
        <Facts>
          <Fact name="webhook-id">{id}</Fact>
          <Fact name="webhook-timestamp">{timestamp}</Fact>
          <Fact name="webhook-signature">v1,…</Fact>
        </Facts>
        <Code block tabIndex={0} className={classes.json}>
          {example}
        </Code>
        <Text size="sm" c="var(--quiet)">
          {t('webhooks.verifyHint')}
        </Text>
        <Anchor size="sm" href="https://www.standardwebhooks.com" target="_blank" rel="noreferrer">
          standardwebhooks.com
        </Anchor>
      </Stack>
    </details>
  );
}
