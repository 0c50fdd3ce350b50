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
  const [isOpened, setOpened] = useState(false);
  const [{ data, stale }, ask] = useQuery({
    query: CountDocument,
    variables: { filter: { target: endpoint.target, from: since }, action: 'RETRY' },
    requestPolicy: 'network-only',
    pause: !isOpened,
  });
  const count = stale ? undefined : data?.viewer?.tenant?.countEvents;

  function open() {
    if (isOpened) ask({ requestPolicy: 'network-only' });
    setOpened(true);
  }

  return (
    <Question
      label={t('webhooks.recover')}
      title={t('webhooks.recoverQuestion')}
      answer={t('webhooks.recover')}
      write={recover}
      isNone={count === 0 && endpoint.pending === 0}
      onOpen={open}
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
      <Text size="sm" role="status">
        {count === undefined ? t('state.loading') : t('webhooks.recoverCount', { count })}{' '}
        {endpoint.pending > 0 && t('webhooks.recoverPending', { count: endpoint.pending })}
      </Text>
    </Question>
  );
}
