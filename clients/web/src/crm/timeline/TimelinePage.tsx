import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LivePages } from '../../graph/LivePages.tsx';
import { useLivePages } from '../../graph/use-live-pages.ts';
import { useActors } from '../../log/use-actors.ts';
import { Empty } from '../../look/Empty.tsx';
import filter from '../../look/Filter.module.css';
import { useMay } from '../../session/viewer.tsx';
import { CheckButton, CheckResult, useTimelineCheck } from './CheckTimeline.tsx';
import { EntryLine } from './EntryLine.tsx';
import { oncePerEvent } from './once-per-event.ts';
import { themeNames } from './themes.ts';
import { TimelineDocument } from './timeline.ts';
import { useTimelineFilter } from './use-timeline-filter.ts';

/** What happened in the business, newest first, as it happens. */
export function Component() {
  const { t } = useTranslation();
  const { values, put, isFiltered, variables } = useTimelineFilter();
  const actors = useActors();
  const check = useTimelineCheck();
  const entries = useLivePages({
    ask: (after) => ({ query: TimelineDocument, variables: { ...variables, first: 50, after } }),
    read: ({ viewer }) => viewer?.tenant?.timeline,
  });
  // Only the platform's staff see what becomes of an account.
  const isStaff = useMay('platform:admin');
  const shown = themeNames.filter((theme) => isStaff || theme !== 'account');
  const empty = isFiltered ? 'nothingFound' : 'empty';
  return (
    <>
      <div className={filter.filter}>
        <NativeSelect
          label={t('timeline.about')}
          data={[
            { value: '', label: t('timeline.anything') },
            ...shown.map((value) => ({ value, label: t(`timeline.theme.${value}`) })),
          ]}
          value={values.about}
          onChange={({ currentTarget }) => put({ about: currentTarget.value })}
        />
        <NativeSelect
          label={t('timeline.who')}
          data={[{ value: '', label: t('timeline.anybody') }, ...actors]}
          value={values.who}
          onChange={({ currentTarget }) => put({ who: currentTarget.value })}
        />
        {(['from', 'to'] as const).map((field) => (
          <TextInput
            key={field}
            type="date"
            label={t(`timeline.${field}`)}
            value={values[field]}
            onChange={({ currentTarget }) => put({ [field]: currentTarget.value })}
          />
        ))}
        {isFiltered && (
          <Button variant="subtle" onClick={() => put({ about: '', who: '', from: '', to: '' })}>
            {t('timeline.clear')}
          </Button>
        )}
        <CheckButton ask={check.ask} isAsking={check.isAsking} />
      </div>
      <CheckResult {...check} />
      <LivePages
        pages={entries}
        label={t('crm.tab.timeline')}
        empty={<Empty icon="log" title={t(`timeline.${empty}Title`)} text={t(`timeline.${empty}Text`)} />}
        row={(entry) => <EntryLine entry={entry} />}
        arrange={oncePerEvent}
      />
    </>
  );
}
