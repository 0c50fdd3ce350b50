import { NativeSelect, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useWrite } from '../../graph/use-write.ts';
import { showDone } from '../../look/notify.tsx';
import { CountDocument } from '../failed/failed.ts';
import { Question } from '../Question.tsx';
import { type Endpoint, RecoverDocument } from './webhooks.ts';

const HOUR_MS = 3_600_000;
const spans = { '1h': HOUR_MS, '1d': 24 * HOUR_MS, '7d': 7 * 24 * HOUR_MS, '30d': 30 * 24 * HOUR_MS } as const;
type Span = keyof typeof spans;
const spanNames = Object.keys(spans) as Span[];

/** Tries again what an endpoint did not take while it failed, after it has said how much that is. */
export function RecoverEndpoint({ endpoint }: { endpoint: Endpoint }) {
  const { t } = useTranslation();
  const [span, setSpan] = useState<Span>('1d');
  const since = useMemo(() => new Date(Date.now() - spans[span]).toISOString(), [span]);
  const recover = useWrite(RecoverDocument);
  return (
    <Question
      label={t('webhooks.recover')}
      title={t('webhooks.recoverQuestion')}
      answer={t('webhooks.recover')}
      write={recover}
      onAnswer={async () => {
        const recovered = await recover.write({ endpointId: endpoint.id, since });
        if (recovered) showDone(t('webhooks.recovered', { count: recovered.recoverWebhook.total }));
        return recovered;
      }}
    >
      <NativeSelect
        label={t('webhooks.since')}
        data={spanNames.map((value) => ({ value, label: t(`webhooks.span.${value}`) }))}
        value={span}
        onChange={({ currentTarget }) => setSpan(spanNames.find((each) => each === currentTarget.value) ?? '1d')}
      />
      <Found endpoint={endpoint} since={since} />
    </Question>
  );
}

function Found({ endpoint: { target, pending }, since }: { endpoint: Endpoint; since: string }) {
  const { t } = useTranslation();
  const [{ data }] = useQuery({
    query: CountDocument,
    variables: { filter: { target, from: since }, action: 'RETRY' },
    requestPolicy: 'network-only',
  });
  const count = data?.viewer?.tenant?.countEvents;
  return (
    <Text size="sm" role="status">
      {count === undefined ? t('state.loading') : t('webhooks.recoverCount', { count })}{' '}
      {pending > 0 && t('webhooks.recoverPending', { count: pending })}
    </Text>
  );
}
