import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useClient } from 'urql';
import { useTableExport } from '../../graph/use-table-export.ts';
import { Empty } from '../../look/Empty.tsx';
import { Trouble } from '../../look/Trouble.tsx';
import { Waiting } from '../../look/Waiting.tsx';
import { useTenant } from '../../session/viewer.tsx';
import { useWatched } from '../use-watched.ts';
import { Analysis } from './Analysis.tsx';
import { AnalyticsDocument, AnalyticsExportDocument, spans, startOf } from './analytics.ts';

/** What was told over some days, and what became of it. */
export function Component() {
  const { t } = useTranslation();
  const client = useClient();
  const { slug } = useTenant();
  const [search, setSearch] = useSearchParams();
  const days = spans.find((span) => span === search.get('days')) ?? '30';
  const from = startOf(Number(days));
  const { data, problem, isAsking, askAgain } = useWatched({ query: AnalyticsDocument, variables: { from } });
  const table = useTableExport();
  const analytics = data?.viewer?.tenant?.eventAnalytics;
  // What was answered for another span is not shown as that of this one.
  const isOther = analytics !== undefined && analytics.days[0]?.day !== from.slice(0, 10);
  const isEmpty = analytics?.channels.length === 0;

  function save() {
    return table.save(`${slug}-events-${days}-days.csv`, async (after) => {
      const answer = await client
        .query(AnalyticsExportDocument, { from, after }, { requestPolicy: 'network-only' })
        .toPromise();
      const table = answer.data?.viewer?.tenant?.eventAnalyticsExport;
      if (!table) throw answer.error;
      return table;
    });
  }

  return (
    <Stack gap="md">
      <Group justify="space-between">
        <SegmentedControl
          role="radiogroup"
          aria-label={t('span.name')}
          value={days}
          data={spans.map((span) => ({ value: span, label: t('span.days', { count: Number(span) }) }))}
          onChange={(value) => setSearch({ days: value }, { replace: true })}
        />
        <Button variant="default" loading={table.isSaving} disabled={isEmpty} onClick={save}>
          {t('action.export')}
        </Button>
      </Group>
      <Text size="sm" c="var(--quiet)">
        {t('analytics.about')}
      </Text>
      {problem && <Trouble problem={problem} onRetry={askAgain} />}
      {table.refusal && <Trouble problem={table.refusal} onRetry={save} />}
      {(!analytics || isOther) && !problem && <Waiting shape={['charts', 'list']} />}
      {isEmpty && !isOther && <Empty icon="pulse" title={t('analytics.emptyTitle')} text={t('analytics.emptyText')} />}
      {analytics && !isEmpty && !isOther && <Analysis analytics={analytics} isAsking={isAsking} />}
    </Stack>
  );
}
