import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useThing } from '../graph/use-thing.ts';
import { Moment } from '../look/Moment.tsx';
import { Trouble } from '../look/Trouble.tsx';
import { Waiting } from '../look/Waiting.tsx';
import { useMay } from '../session/viewer.tsx';
import { type CashSession, type Drawer, XReportDocument } from './cash.ts';
import { MoveCash } from './MoveCash.tsx';
import { CashSum, OtherSums } from './Sums.tsx';
import { useMoney } from './use-money.ts';

/** A drawer that is open: what should be in it now, and what comes and goes other than for orders. */
export function OpenNow({ drawer, session }: { drawer: Drawer; session: CashSession }) {
  const { t } = useTranslation();
  const { search } = useLocation();
  const mayClose = useMay('cash:close');
  const money = useMoney();
  const { thing, problem, askAgain } = useThing(
    { query: XReportDocument, variables: { id: session.id } },
    ({ xReport, cashSession }) => ({ report: xReport, movements: cashSession?.movements ?? [] }),
  );
  const { timeZone } = drawer.location;
  return (
    <Stack gap="md">
      <Text size="sm" c="var(--quiet)">
        {t('cash.openSince')} <Moment at={session.openedAt} timeZone={timeZone} />
      </Text>
      {problem && <Trouble problem={problem} onRetry={askAgain} />}
      {!thing && !problem && <Waiting shape={['form']} rows={3} />}
      {mayClose && (
        <Button component={Link} to={{ pathname: `/cash/drawers/${drawer.id}/count`, search }} size="lg" fullWidth>
          {t('cash.count')}
        </Button>
      )}
      {thing && (
        <section aria-label={t('cash.xReport')}>
          <CashSum report={thing.report} />
          <OtherSums report={thing.report} />
        </section>
      )}
      <MoveCash session={session} />
      {thing && thing.movements.length > 0 && (
        <ul aria-label={t('cash.movements')} style={{ listStyle: 'none', margin: 0, padding: 0 }}>
          {thing.movements.toReversed().map(({ id, kind, amount, reason, movedAt }) => (
            <li key={id}>
              <Group justify="space-between" wrap="nowrap" gap="sm" py={6}>
                <span>
                  <Text size="sm">
                    {t(`cash.kind.${kind}`)} · {reason}
                  </Text>
                  <Text size="sm" c="var(--quiet)">
                    <Moment at={movedAt} timeZone={timeZone} />
                  </Text>
                </span>
                <Text size="sm" style={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>
                  {money(kind === 'PAID_IN' ? amount : { ...amount, amount: -amount.amount })}
                </Text>
              </Group>
            </li>
          ))}
        </ul>
      )}
    </Stack>
  );
}
