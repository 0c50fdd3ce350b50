import { Anchor, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { LivePages } from '../../graph/LivePages.tsx';
import { useLivePages } from '../../graph/use-live-pages.ts';
import list from '../../look/List.module.css';
import { Moment } from '../../look/Moment.tsx';
import { formatMoney, localeOf } from '../../money/money.ts';
import { useMay, useTenant } from '../../session/viewer.tsx';
import classes from './Payouts.module.css';
import { type Partner, type Payout, PayoutsDocument } from './partners.ts';

/** What a partner was paid, the newest first; their sum stands with the partner. */
export function Payouts({ partner: { id, paidOut } }: { partner: Partner }) {
  const { t } = useTranslation();
  const payouts = useLivePages({
    ask: (after) => ({ query: PayoutsDocument, variables: { id, after } }),
    read: ({ partner }) => partner?.payouts,
  });
  if (paidOut.length === 0 && payouts.nodes.length === 0 && !payouts.problem) return null;
  return (
    <section>
      <Title order={3} size="h5" mb="xs">
        {t('partners.ledger')}
      </Title>
      <LivePages
        pages={payouts}
        label={t('partners.ledger')}
        className={classes.lines}
        empty={null}
        row={(payout) => <Line payout={payout} />}
      />
    </section>
  );
}

function Line({ payout: { kind, amount, createdAt, eventId } }: { payout: Payout }) {
  const { t } = useTranslation();
  const tenant = useTenant();
  const seesEvents = useMay('events:read');
  return (
    <li>
      <span>
        {t(`partners.payout.${kind}`)}
        <br />
        <span className={list.quiet}>
          <Moment at={createdAt} timeZone={tenant.timeZone} />
        </span>
      </span>
      <strong className={list.figure}>{formatMoney(amount, localeOf(tenant))}</strong>
      {seesEvents && (
        <Anchor component={Link} size="sm" to={`/events/queue/${eventId}`}>
          {t('partners.event')}
        </Anchor>
      )}
    </li>
  );
}
