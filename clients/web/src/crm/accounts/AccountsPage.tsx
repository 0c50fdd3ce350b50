import { Badge, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { AccountFilter } from '../../generated/graphql.ts';
import { LivePages } from '../../graph/LivePages.tsx';
import { useLivePages } from '../../graph/use-live-pages.ts';
import { Empty } from '../../look/Empty.tsx';
import filters from '../../look/Filter.module.css';
import { FilterText } from '../../look/FilterText.tsx';
import list from '../../look/List.module.css';
import { Moment } from '../../look/Moment.tsx';
import { useTenant } from '../../session/viewer.tsx';
import { ListViews } from '../views/ListViews.tsx';
import classes from './Accounts.module.css';
import { type Account, AccountsDocument, reasonCodes, sorts, stages } from './accounts.ts';
import { HealthBar } from './HealthBar.tsx';
import { ReasonLink } from './ReasonLink.tsx';
import { useAssess } from './use-assess.ts';
import { useStaff } from './use-staff.ts';

const NOBODY = 'nobody';

/** Every tenant as the platform's customer, the worst first. How they are doing is looked at as the page opens. */
export function Component() {
  const { t } = useTranslation();
  useAssess();
  const { staff, nameOf } = useStaff();
  const [search, setSearch] = useSearchParams();
  const given = (name: string): string => search.get(name) ?? '';
  const put = (name: string, value: string) =>
    setSearch((before) => {
      const after = new URLSearchParams(before);
      if (value) after.set(name, value);
      else after.delete(name);
      return after;
    });
  const choice = (name: string, label: string, any: string | undefined, data: { value: string; label: string }[]) => (
    <NativeSelect
      label={label}
      data={[...(any ? [{ value: '', label: any }] : []), ...data]}
      value={given(name)}
      onChange={({ currentTarget }) => put(name, currentTarget.value)}
    />
  );
  const sort = sorts.find((each) => each === given('sort')) ?? 'HEALTH';
  const filter = filterOf(given);
  const accounts = useLivePages({
    ask: (after) => ({ query: AccountsDocument, variables: { after, sort, filter } }),
    read: (data) => data.accounts,
  });
  const empty = Object.keys(filter).length > 0 ? 'nothingFound' : 'empty';
  return (
    <>
      <ListViews list="ACCOUNTS" path="/crm/accounts" />
      <div className={filters.filter}>
        <FilterText label={t('accounts.find')} value={given('find')} onChange={(value) => put('find', value)} />
        {choice(
          'stage',
          t('accounts.stage'),
          t('accounts.allStages'),
          stages.map((value) => ({ value, label: t(`accounts.stages.${value}`) })),
        )}
        {choice('owner', t('accounts.owner'), t('accounts.anyOwner'), [
          ...staff,
          { value: NOBODY, label: t('accounts.nobody') },
        ])}
        {choice(
          'reason',
          t('accounts.reason'),
          t('accounts.anyReason'),
          reasonCodes.map((value) => ({ value, label: t(`accounts.reasons.${value}`) })),
        )}
        {choice(
          'sort',
          t('accounts.sort'),
          undefined,
          sorts.map((value) => ({ value: value === 'HEALTH' ? '' : value, label: t(`accounts.sorts.${value}`) })),
        )}
      </div>
      <LivePages
        pages={accounts}
        label={t('crm.tab.accounts')}
        empty={<Empty icon="person" title={t(`accounts.${empty}Title`)} text={t(`accounts.${empty}Text`)} />}
        row={(account) => <AccountRow account={account} owner={nameOf(account.ownerId)} />}
      />
    </>
  );
}

function filterOf(given: (name: string) => string): AccountFilter {
  const [text, owner] = [given('find'), given('owner')];
  const stage = stages.find((each) => each === given('stage'));
  const reason = reasonCodes.find((each) => each === given('reason'));
  return {
    ...(text && { text }),
    ...(stage && { stages: [stage] }),
    ...(owner && (owner === NOBODY ? { isOwned: false } : { owner })),
    ...(reason && { reason }),
  };
}

function AccountRow({ account, owner }: { account: Account; owner: string }) {
  const { t } = useTranslation();
  const { timeZone } = useTenant();
  const { id, tenantId, name, stage, health, reasons, lastContactAt, nextStep, overdueCount } = account;
  return (
    <li className={classes.row}>
      <div>
        <Link to={`/crm/accounts/${id}`} className={list.name}>
          {name}
        </Link>
        <span className={classes.quiet}>{owner}</span>
      </div>
      <HealthBar health={health} />
      {reasons.length > 0 ? (
        <ul className={classes.reasons}>
          {reasons.map((reason) => (
            <ReasonLink key={`${reason.code} ${reason.path}`} tenantId={tenantId} reason={reason} />
          ))}
        </ul>
      ) : (
        <span className={classes.quiet}>{t('accounts.well')}</span>
      )}
      <div>
        <span className={classes.quiet}>
          {t('accounts.nextStep')}: {nextStep?.title ?? t('accounts.noStep')}
          {overdueCount > 0 && ` · ${t('accounts.overdue', { count: overdueCount })}`}
        </span>
        <span className={classes.quiet}>
          {t('accounts.lastContact')}:{' '}
          {lastContactAt ? <Moment at={lastContactAt} timeZone={timeZone} /> : t('accounts.never')}
        </span>
      </div>
      <div>
        <Badge variant="default" tt="none">
          {t(`accounts.stages.${stage}`)}
        </Badge>
      </div>
    </li>
  );
}
