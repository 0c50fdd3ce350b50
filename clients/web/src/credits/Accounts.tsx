import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useWatched } from '../events/use-watched.ts';
import type { CreditAccountRowFragment } from '../generated/graphql.ts';
import { Empty } from '../look/Empty.tsx';
import list from '../look/List.module.css';
import { Moment } from '../look/Moment.tsx';
import { Trouble } from '../look/Trouble.tsx';
import { Waiting } from '../look/Waiting.tsx';
import { useTenant } from '../session/viewer.tsx';
import { AccountsDocument } from './credits.ts';

interface AccountsProps {
  application: string | undefined;
  search: string;
  /** Where the page before this one ended. */
  after?: string;
}

/** The accounts by application and entity; each page asks where the one before it ends now, so that none is left out. */
export function Accounts({ application, search, after }: AccountsProps) {
  const { t } = useTranslation();
  const { id: tenantId } = useTenant();
  const [isOpen, setOpen] = useState(false);
  const { data, problem, askAgain } = useWatched({
    query: AccountsDocument,
    variables: { tenantId, application, after },
  });
  const accounts = data?.creditAccounts.edges.map(({ node }) => node) ?? [];
  const { hasNextPage, endCursor } = data?.creditAccounts.pageInfo ?? {};
  return (
    <>
      {problem && <Trouble problem={problem} onRetry={askAgain} />}
      {!data && !problem && <Waiting rows={3} />}
      {data && accounts.length === 0 && !after && (
        <Empty
          icon="swap"
          title={application ? t('credits.noneOf', { application }) : t('credits.emptyTitle')}
          text={t('credits.emptyText')}
        />
      )}
      {accounts.length > 0 && (
        <ul className={list.list} aria-label={t('events.tab.credits')}>
          {accounts.map((account) => (
            <AccountRow key={account.id} account={account} search={search} />
          ))}
        </ul>
      )}
      {hasNextPage && endCursor && !isOpen && (
        <Button variant="default" mt="md" onClick={() => setOpen(true)}>
          {t('action.more')}
        </Button>
      )}
      {hasNextPage && endCursor && isOpen && <Accounts application={application} search={search} after={endCursor} />}
    </>
  );
}

function AccountRow({ account, search }: { account: CreditAccountRowFragment; search: string }) {
  const { t, i18n } = useTranslation();
  const { timeZone } = useTenant();
  const { accountId } = useParams();
  const { id, application, entityId, balance, updatedAt } = account;
  return (
    <li className={list.row} data-open={id === accountId || undefined}>
      <Link to={{ pathname: `/events/credits/${id}`, search }} className={list.name}>
        {application}
      </Link>
      <span className={list.quiet} style={{ overflowWrap: 'anywhere' }}>
        {entityId ?? t('credits.ownAccount')}
      </span>
      <strong className={list.figure}>{new Intl.NumberFormat(i18n.language).format(balance)}</strong>
      <span className={`${list.quiet} ${list.figure}`}>
        <Moment at={updatedAt} timeZone={timeZone} />
      </span>
    </li>
  );
}
