import { Button, Group, NativeSelect, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { AccountStage } from '../../generated/graphql.ts';
import { useThing } from '../../graph/use-thing.ts';
import { useWrite } from '../../graph/use-write.ts';
import { Empty } from '../../look/Empty.tsx';
import list from '../../look/List.module.css';
import { Moment } from '../../look/Moment.tsx';
import { showDone, showTrouble } from '../../look/notify.tsx';
import { Trouble } from '../../look/Trouble.tsx';
import { Waiting } from '../../look/Waiting.tsx';
import { useTenant } from '../../session/viewer.tsx';
import { AccountStory } from './AccountStory.tsx';
import classes from './Accounts.module.css';
import { AccountDocument, stages, UpdateAccountDocument, type WholeAccount } from './accounts.ts';
import { HealthBar } from './HealthBar.tsx';
import { ReasonLink } from './ReasonLink.tsx';
import { Trend } from './Trend.tsx';
import { useAssess } from './use-assess.ts';
import { useStaff } from './use-staff.ts';

export function Component() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  useAssess();
  const { thing, problem, askAgain } = useThing(
    { query: AccountDocument, variables: { id } },
    ({ account }) => account,
  );
  if (problem && !thing) return <Trouble problem={problem} onRetry={askAgain} />;
  if (thing === undefined) return <Waiting shape={['form']} />;
  if (thing === null)
    return (
      <Empty icon="person" title={t('accounts.goneTitle')} text={t('accounts.goneText')}>
        <Button component={Link} to="/crm/accounts" variant="default">
          {t('action.toList')}
        </Button>
      </Empty>
    );
  return <Whole key={id} account={thing} />;
}

function Whole({ account }: { account: WholeAccount }) {
  const { t } = useTranslation();
  const { timeZone } = useTenant();
  const { tenantId, name, health, reasons, trend, lastContactAt, openCount, overdueCount } = account;
  return (
    <Stack gap="lg">
      <Group justify="space-between" align="end">
        <Title order={2}>{name}</Title>
        <Kept account={account} />
      </Group>
      <div className={classes.parts}>
        <section aria-labelledby="account-why">
          <Title order={3} size="h5" mb="xs" id="account-why">
            {t('accounts.whyTitle')}
          </Title>
          <HealthBar health={health} />
          {reasons.length > 0 ? (
            <ul className={classes.reasons}>
              {reasons.map((reason) => (
                <ReasonLink key={`${reason.code} ${reason.path}`} tenantId={tenantId} reason={reason} />
              ))}
            </ul>
          ) : (
            <Text c="var(--quiet)">{t('accounts.well')}</Text>
          )}
          <Text size="sm" c="var(--quiet)" mt="xs">
            {t('accounts.lastContact')}:{' '}
            {lastContactAt ? <Moment at={lastContactAt} timeZone={timeZone} /> : t('accounts.never')}
            {' · '}
            {t('accounts.open', { count: openCount })}
            {overdueCount > 0 && ` · ${t('accounts.overdue', { count: overdueCount })}`}
          </Text>
        </section>
        <section aria-labelledby="account-trend">
          <Title order={3} size="h5" mb="xs" id="account-trend">
            {t('accounts.trend')}
          </Title>
          <Trend days={trend} />
        </section>
      </div>
      <AccountStory account={account} />
      <div>
        <Link to="/crm/accounts" className={list.quiet}>
          {t('action.toList')}
        </Link>
      </div>
    </Stack>
  );
}

/** Stage and owner, which are kept as they are chosen. */
function Kept({ account: { id, name, stage, ownerId, version } }: { account: WholeAccount }) {
  const { t } = useTranslation();
  const { staff, nameOf } = useStaff();
  const { write, isBusy } = useWrite(UpdateAccountDocument, showTrouble);
  const isKnown = !ownerId || staff.some(({ value }) => value === ownerId);

  async function keep(patch: { stage?: AccountStage; ownerId?: string | null }) {
    if (await write({ id, input: { version, ...patch } })) showDone(t('accounts.saved', { name }));
  }

  return (
    <Group gap="sm" align="end">
      <NativeSelect
        label={t('accounts.stage')}
        disabled={isBusy}
        value={stage}
        data={stages.map((value) => ({ value, label: t(`accounts.stages.${value}`) }))}
        onChange={({ currentTarget }) => {
          const chosen = stages.find((each) => each === currentTarget.value);
          if (chosen) void keep({ stage: chosen });
        }}
      />
      <NativeSelect
        label={t('accounts.owner')}
        disabled={isBusy}
        value={ownerId ?? ''}
        data={[
          { value: '', label: t('accounts.nobody') },
          ...staff,
          ...(isKnown ? [] : [{ value: ownerId, label: nameOf(ownerId) }]),
        ]}
        onChange={({ currentTarget }) => void keep({ ownerId: currentTarget.value || null })}
      />
    </Group>
  );
}
