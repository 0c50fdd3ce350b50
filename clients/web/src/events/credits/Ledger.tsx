import { Anchor, Code } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { LivePages } from '../../graph/LivePages.tsx';
import { useLivePages } from '../../graph/use-live-pages.ts';
import { Moment } from '../../look/Moment.tsx';
import { StateMark } from '../../look/StateMark.tsx';
import { useActorName } from '../../people/use-actor-name.ts';
import { useTenant } from '../../session/viewer.tsx';
import { numberFormat } from '../../words/formats.ts';
import { DeliveryState } from '../queue/DeliveryState.tsx';
import { type CreditLine, LedgerDocument } from './credits.ts';
import classes from './Ledger.module.css';

/** The lines of an account, newest first. */
export function Ledger({ accountId }: { accountId: string }) {
  const { t } = useTranslation();
  const lines = useLivePages({
    ask: (after) => ({ query: LedgerDocument, variables: { accountId, after } }),
    read: ({ viewer }) => viewer?.tenant?.creditEntries,
  });
  return (
    <LivePages
      pages={lines}
      label={t('credits.ledger')}
      className={classes.lines}
      empty={null}
      row={(line) => <Line line={line} />}
    />
  );
}

function Line({ line }: { line: CreditLine }) {
  const { t, i18n } = useTranslation();
  const { timeZone } = useTenant();
  const nameOf = useActorName();
  const { kind, amount, balanceAfter, purpose, actor, createdAt, eventId, delivery } = line;
  const figure = numberFormat(i18n.language);
  const signed = numberFormat(i18n.language, { signDisplay: 'always' });
  return (
    <li>
      <span className={classes.head}>
        <strong>{signed.format(kind === 'ALLOCATED' ? amount : -amount)}</strong>
        <span>{t('credits.after', { balance: figure.format(balanceAfter) })}</span>
      </span>
      {purpose && <span className={classes.purpose}>{purpose}</span>}
      <span className={classes.quiet}>
        {nameOf(actor)} · <Moment at={createdAt} timeZone={timeZone} />
      </span>
      <span className={classes.head}>
        {delivery ? <DeliveryState delivery={delivery} /> : <StateMark state="off" word={t('credits.notKept')} />}
        {delivery && (
          <Anchor component={Link} size="sm" to={`/events/queue/${eventId}`}>
            {t('events.event')}
          </Anchor>
        )}
      </span>
      {delivery?.acknowledgmentData && (
        <Code className={classes.answer}>
          {delivery.targetApplication}: {JSON.stringify(delivery.acknowledgmentData)}
        </Code>
      )}
      {delivery?.status !== 'ACKNOWLEDGED' && delivery?.lastError && (
        <span className={classes.error} lang="en">
          {delivery.lastError}
        </span>
      )}
    </li>
  );
}
