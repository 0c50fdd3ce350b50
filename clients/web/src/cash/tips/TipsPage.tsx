import { Button, Group, SegmentedControl, Stack, Text, TextInput, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { TipPoolBy } from '../../generated/graphql.ts';
import { useDraft } from '../../graph/use-draft.ts';
import { useLiveQuery } from '../../graph/use-live-query.ts';
import type { Place } from '../../locations/use-places.ts';
import filterRow from '../../look/Filter.module.css';
import { FilterText } from '../../look/FilterText.tsx';
import { Icon } from '../../look/Icon.tsx';
import { Trouble } from '../../look/Trouble.tsx';
import { PlacePage } from '../PlacePage.tsx';
import { Lines } from '../Sums.tsx';
import { PoolTable } from './PoolTable.tsx';
import { TipPoolDocument } from './tips.ts';
import { usePeriod } from './use-period.ts';

/** Tips and service charges of some days, shared by minutes or points with the formula beside each. */
export function Component() {
  const { t } = useTranslation();
  return <PlacePage title={t('cash.tips')}>{(place) => <Pool key={place.id} place={place} />}</PlacePage>;
}

interface Member {
  name: string;
  weight: string;
}
const nobody: Member = { name: '', weight: '' };

function Pool({ place }: { place: Place }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useSearchParams();
  const { from, to } = usePeriod(asked, place);
  const by: TipPoolBy = asked.get('by') === 'POINTS' ? 'POINTS' : 'MINUTES';
  const draft = useDraft(`tip pool ${place.id}`, { members: [nobody] });
  const { members } = draft.fields;
  const put = (name: string, value: string) =>
    setAsked(
      (before) => {
        const after = new URLSearchParams(before);
        after.set(name, value);
        return after;
      },
      { replace: true },
    );
  const change = (at: number, changes: Partial<Member>) =>
    draft.change({ members: members.map((each, place) => (place === at ? { ...each, ...changes } : each)) });
  const named = members
    .map(({ name, weight }) => ({ name: name.trim(), weight: weight.trim().replace(',', '.') }))
    .filter(({ name, weight }) => name && /^\d{1,6}(\.\d{1,3})?$/.test(weight));
  const worked = named.some(({ weight }) => Number(weight) > 0) ? named : [];
  const { data, problem, askAgain } = useLiveQuery({
    query: TipPoolDocument,
    variables: { locationId: place.id, input: { from, to, by, members: worked } },
    requestPolicy: 'cache-and-network',
  });
  const report = data?.location?.tipPool;
  return (
    <Stack gap="lg" maw={880}>
      <div className={filterRow.filter}>
        <FilterText type="date" label={t('cash.from')} value={from} onChange={(value) => value && put('from', value)} />
        <FilterText type="date" label={t('cash.to')} value={to} onChange={(value) => value && put('to', value)} />
      </div>
      {problem && <Trouble problem={problem} onRetry={askAgain} />}
      {report && (
        <Lines
          title={t('cash.toShare')}
          lines={[
            { key: 'tips', name: t('cash.tipsGiven'), amount: report.tips },
            { key: 'refunded', name: t('cash.tipsRefunded'), amount: report.refunded },
            { key: 'charges', name: t('cash.serviceCharges'), amount: report.serviceCharges },
            { key: 'out', name: t('cash.tipsPaidOut'), amount: report.paidOut },
          ]}
        />
      )}
      <section aria-label={t('cash.people')}>
        <Title order={2} mb="sm">
          {t('cash.people')}
        </Title>
        <Text size="sm" mb="sm">
          {t('cash.peopleHint')}
        </Text>
        <SegmentedControl
          mb="md"
          aria-label={t('cash.shareBy')}
          value={by}
          onChange={(value) => put('by', value)}
          data={(['MINUTES', 'POINTS'] as const).map((value) => ({ value, label: t(`cash.by.${value}`) }))}
        />
        <Stack gap="sm">
          {members.map(({ name, weight }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a person is who stands in this line
            <Group key={at} gap="sm" wrap="nowrap" align="flex-end">
              <TextInput
                flex={1}
                label={t('cash.person', { place: at + 1 })}
                maxLength={80}
                value={name}
                onChange={({ currentTarget }) => change(at, { name: currentTarget.value })}
              />
              <TextInput
                w={110}
                label={t(`cash.by.${by}`)}
                inputMode="decimal"
                maxLength={10}
                value={weight}
                error={weight.trim() !== '' && !/^\d{1,6}([.,]\d{1,3})?$/.test(weight.trim())}
                onChange={({ currentTarget }) => change(at, { weight: currentTarget.value })}
              />
              <Button
                variant="default"
                aria-label={t('cash.removePerson', { place: at + 1 })}
                disabled={members.length === 1}
                onClick={() => draft.change({ members: members.filter((_, place) => place !== at) })}
              >
                <Icon name="close" />
              </Button>
            </Group>
          ))}
          <Button
            variant="default"
            style={{ alignSelf: 'flex-start' }}
            leftSection={<Icon name="plus" size={18} />}
            disabled={members.length >= 200}
            onClick={() => draft.change({ members: [...members, nobody] })}
          >
            {t('cash.addPerson')}
          </Button>
        </Stack>
      </section>
      {report?.tipPool && <PoolTable title={t('cash.tipShares')} pool={report.tipPool} by={by} />}
      {report?.serviceChargePool && report.serviceChargePool.pool.amount > 0 && (
        <PoolTable title={t('cash.chargeShares')} pool={report.serviceChargePool} by={by} />
      )}
    </Stack>
  );
}
