import { Anchor, Button, Code } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { trackingStates } from '../events/events.ts';
import { useWatched } from '../events/use-watched.ts';
import { Moment } from '../look/Moment.tsx';
import { StateMark } from '../look/StateMark.tsx';
import { Trouble } from '../look/Trouble.tsx';
import { useTenant } from '../session/viewer.tsx';
import { useActorName } from '../sync/use-actor-name.ts';
import { type CreditLine, LedgerDocument } from './credits.ts';
import classes from './Ledger.module.css';

interface LedgerProps {
  accountId: string;
  /** Where the page before this one ended. */
  after?: string;
}

/** The lines of an account, newest first; each page asks where the one before it ends now, so that none is left out. */
export function Ledger({ accountId, after }: LedgerProps) {
  const { t } = useTranslation();
  const { id: tenantId } = useTenant();
  const [isOpen, setOpen] = useState(false);
  const { data, problem, askAgain } = useWatched({ query: LedgerDocument, variables: { tenantId, accountId, after } });
  const { hasNextPage, endCursor } = data?.creditLedger.pageInfo ?? {};
  return (
    <>
      {after && problem && <Trouble problem={problem} onRetry={askAgain} />}
      <ol className={classes.lines} aria-label={t('credits.ledger')}>
        {data?.creditLedger.edges.map(({ node }) => (
          <Line key={node.id} line={node} />
        ))}
      </ol>
      {hasNextPage && endCursor && !isOpen && (
        <Button size="sm" variant="default" onClick={() => setOpen(true)}>
          {t('action.more')}
        </Button>
      )}
      {hasNextPage && endCursor && isOpen && <Ledger accountId={accountId} after={endCursor} />}
    </>
  );
}

function Line({ line }: { line: CreditLine }) {
  const { t, i18n } = useTranslation();
  const { timeZone } = useTenant();
  const nameOf = useActorName();
  const { kind, amount, balanceAfter, purpose, actor, createdAt, eventId, delivery } = line;
  const figure = new Intl.NumberFormat(i18n.language);
  const signed = new Intl.NumberFormat(i18n.language, { signDisplay: 'always' });
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
        {delivery ? (
          <StateMark state={trackingStates[delivery.status]} word={t(`events.status.${delivery.status}`)} />
        ) : (
          <StateMark state="off" word={t('credits.notKept')} />
        )}
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
