import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { CreditAccountRowFragment } from '../../generated/graphql.ts';
import { LivePages } from '../../graph/LivePages.tsx';
import { useLivePages } from '../../graph/use-live-pages.ts';
import { Empty } from '../../look/Empty.tsx';
import list from '../../look/List.module.css';
import { Moment } from '../../look/Moment.tsx';
import { Waiting } from '../../look/Waiting.tsx';
import { useTenant } from '../../session/viewer.tsx';
import { numberFormat } from '../../words/formats.ts';
import { useAskedInSight } from '../use-watched.ts';
import { AccountsDocument } from './credits.ts';

/** The accounts by application and entity. */
export function Accounts({ application, search }: { application: string | undefined; search: string }) {
  const { t } = useTranslation();
  const accounts = useAskedInSight(
    useLivePages({
      ask: (after) => ({ query: AccountsDocument, variables: { application, after } }),
      read: ({ viewer }) => viewer?.tenant?.creditAccounts,
    }),
  );
  return (
    <LivePages
      pages={accounts}
      label={t('events.tab.credits')}
      waiting={<Waiting rows={3} />}
      empty={
        <Empty
          icon="swap"
          title={application ? t('credits.noneOf', { application }) : t('credits.emptyTitle')}
          text={t('credits.emptyText')}
        />
      }
      row={(account) => <AccountRow account={account} search={search} />}
    />
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
      <strong className={list.figure}>{numberFormat(i18n.language).format(balance)}</strong>
      <span className={`${list.quiet} ${list.figure}`}>
        <Moment at={updatedAt} timeZone={timeZone} />
      </span>
    </li>
  );
}
