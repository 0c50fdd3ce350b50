import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams } from 'react-router';
import { useClient } from 'urql';
import { useTableExport } from '../../graph/use-table-export.ts';
import { useThing } from '../../graph/use-thing.ts';
import { ThingPanel } from '../../look/ThingPanel.tsx';
import { Trouble } from '../../look/Trouble.tsx';
import { useMay, useTenant } from '../../session/viewer.tsx';
import { numberFormat } from '../../words/formats.ts';
import { useAskedInSight } from '../use-watched.ts';
import { LedgerDocument, LedgerExportDocument } from './credits.ts';
import classes from './Ledger.module.css';
import { Ledger } from './Ledger.tsx';

/** One account: what it has, and each line that came to it. */
export function Component() {
  const { t, i18n } = useTranslation();
  const client = useClient();
  const { search } = useLocation();
  const { slug } = useTenant();
  const { accountId = '' } = useParams();
  const mayWrite = useMay('credits:write');
  // An account begins with its first line, so one without lines is none.
  const asked = useAskedInSight(
    useThing(
      { query: LedgerDocument, variables: { accountId, after: null }, requestPolicy: 'cache-and-network' },
      ({ viewer }) => viewer?.tenant?.creditEntries.edges[0]?.node.account,
    ),
  );
  const table = useTableExport();
  const { thing: account } = asked;
  const name = [account?.application, account?.entityId].filter(Boolean).join(' · ');

  function save() {
    return table.save(`${slug}-credits-${name.replaceAll(/[^\w-]+/g, '-')}.csv`, async (after) => {
      const answer = await client
        .query(LedgerExportDocument, { accountId, after }, { requestPolicy: 'network-only' })
        .toPromise();
      const table = answer.data?.viewer?.tenant?.creditEntriesExport;
      if (!table) throw answer.error;
      return table;
    });
  }

  function formOf(action: 'allocate' | 'take') {
    const params = new URLSearchParams(search);
    params.set('for', account?.application ?? '');
    if (account?.entityId) params.set('entity', account.entityId);
    return { pathname: `/events/credits/${action}`, search: params.toString() };
  }

  return (
    <ThingPanel
      asked={asked}
      name={t('credits.account')}
      titleOf={() => name}
      icon="swap"
      gone={{ title: t('credits.goneTitle'), text: t('credits.goneText') }}
      list={{ pathname: '/events/credits', search }}
    >
      {({ balance }) => (
        <Stack gap="md" pb="lg">
          <div className={classes.balance}>
            <Text size="sm" c="var(--quiet)">
              {t('credits.balance')}
            </Text>
            <output>{numberFormat(i18n.language).format(balance)}</output>
          </div>
          <Group gap="sm">
            {mayWrite && (
              <>
                <Button component={Link} to={formOf('allocate')} size="sm" variant="default">
                  {t('credits.allocate')}
                </Button>
                <Button component={Link} to={formOf('take')} size="sm" variant="default">
                  {t('credits.take')}
                </Button>
              </>
            )}
            <Button size="sm" variant="default" loading={table.isSaving} onClick={save}>
              {t('action.export')}
            </Button>
          </Group>
          {table.refusal && <Trouble problem={table.refusal} onRetry={save} />}
          <Ledger key={accountId} accountId={accountId} />
        </Stack>
      )}
    </ThingPanel>
  );
}
