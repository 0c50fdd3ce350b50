import { Button, Group, SegmentedControl, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useSearchParams } from 'react-router';
import type { ActivityFilter } from '../../generated/graphql.ts';
import { LivePages } from '../../graph/LivePages.tsx';
import { useLivePages } from '../../graph/use-live-pages.ts';
import { Empty } from '../../look/Empty.tsx';
import { FilterText } from '../../look/FilterText.tsx';
import { Icon } from '../../look/Icon.tsx';
import classes from '../../look/List.module.css';
import { useMay, useViewer } from '../../session/viewer.tsx';
import { ListViews } from '../views/ListViews.tsx';
import { ActivityLine } from './ActivityLine.tsx';
import { ActivitiesDocument } from './activities.ts';
import { Workloads } from './Workloads.tsx';

const whose = ['mine', 'all', 'done'] as const;
const parts = ['OVERDUE', 'TODAY', 'UPCOMING', 'NONE'] as const;

/** What there is to do: mine, everybody's or somebody's, the overdue first; or what is done. */
export function Component() {
  const { t } = useTranslation();
  const mayWrite = useMay('crm:write');
  const { viewer } = useViewer();
  const [search, setSearch] = useSearchParams();
  const shown = whose.find((each) => each === search.get('show')) ?? 'mine';
  const who = shown === 'mine' ? (viewer.user?.id ?? '') : (search.get('who') ?? '');
  const tag = search.get('tag') ?? '';
  const of: ActivityFilter = {
    ...((shown === 'mine' || who) && { assignee: who }),
    ...(tag && { tag }),
  };
  const put = (name: string, value: string) =>
    setSearch((before) => {
      const after = new URLSearchParams(before);
      if (value) after.set(name, value);
      else after.delete(name);
      // Whose it is belongs to what is shown.
      if (name === 'show') after.delete('who');
      return after;
    });
  return (
    <div className={classes.beside}>
      <div className={classes.lists}>
        <ListViews list="ACTIVITIES" path="/crm/activities" />
        <Group justify="space-between" align="flex-end" mb="md">
          <SegmentedControl
            aria-label={t('activities.show')}
            value={shown}
            data={whose.map((value) => ({ value, label: t(`activities.shown.${value}`) }))}
            onChange={(value) => put('show', value === 'mine' ? '' : value)}
          />
          <FilterText label={t('contacts.tag')} value={tag} onChange={(value) => put('tag', value)} />
          {mayWrite && (
            <Button component={Link} to="/crm/activities/new" leftSection={<Icon name="plus" size={18} />}>
              {t('activities.new')}
            </Button>
          )}
        </Group>
        {shown === 'all' && <Workloads chosen={who} />}
        {shown === 'done' ? (
          <Part key="done" filter={{ ...of, open: false }} part="done" />
        ) : (
          parts.map((part) => <Part key={`${shown} ${who} ${part}`} filter={{ ...of, due: part }} part={part} />)
        )}
      </div>
      <Outlet />
    </div>
  );
}

function Part({ filter, part }: { filter: ActivityFilter; part: (typeof parts)[number] | 'done' }) {
  const { t } = useTranslation();
  const activities = useLivePages({
    ask: (after) => ({ query: ActivitiesDocument, variables: { filter, after } }),
    read: ({ viewer }) => viewer?.tenant?.activities,
  });
  // What is overdue or without a date is shown only where there is something; today and what comes also say that there is nothing.
  const isQuiet = part === 'OVERDUE' || part === 'NONE';
  if (isQuiet && activities.nodes.length === 0 && !activities.problem) return null;
  return (
    <section>
      <Title order={2} size="h4" mt="lg" mb="xs">
        {t(`activities.part.${part}`)}
      </Title>
      <LivePages
        pages={activities}
        label={t(`activities.part.${part}`)}
        empty={<Empty icon="check" title={t(`activities.none.${part}`)} text={t('activities.emptyText')} />}
        row={(activity) => <ActivityLine activity={activity} />}
      />
    </section>
  );
}
