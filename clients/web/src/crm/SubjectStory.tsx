import { Button, Group, Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { LivePages } from '../graph/LivePages.tsx';
import { useLivePages } from '../graph/use-live-pages.ts';
import { useMay } from '../session/viewer.tsx';
import { ActivityLine } from './activities/ActivityLine.tsx';
import { ActivitiesDocument } from './activities/activities.ts';
import { NoteCard } from './notes/NoteCard.tsx';
import { NotesDocument } from './notes/notes.ts';

interface SubjectStoryProps {
  kind: 'CONTACT' | 'OPPORTUNITY';
  id: string;
  /** Beside what can be begun about it. */
  beside?: ReactNode;
  children?: ReactNode;
}

/** What is to be done about a contact or an opportunity, and what was written down. */
export function SubjectStory({ kind, id, beside, children }: SubjectStoryProps) {
  const { t } = useTranslation();
  const mayWrite = useMay('crm:write');
  const subject = { kind, id };
  const about = `${kind.toLowerCase()}=${id}`;
  const activities = useLivePages({
    ask: (after) => ({ query: ActivitiesDocument, variables: { filter: { subject, open: true }, after } }),
    read: ({ viewer }) => viewer?.tenant?.activities,
  });
  const notes = useLivePages({
    ask: (after) => ({ query: NotesDocument, variables: { filter: { subject }, after } }),
    read: ({ viewer }) => viewer?.tenant?.notes,
  });
  return (
    <Stack gap="sm">
      {mayWrite && (
        <Group gap="xs">
          <Button component={Link} to={`/crm/activities/new?${about}`} variant="default" size="sm">
            {t('activities.new')}
          </Button>
          <Button component={Link} to={`/crm/notes/new?${about}`} variant="default" size="sm">
            {t('notes.new')}
          </Button>
          {beside}
        </Group>
      )}
      {children}
      {activities.nodes.length > 0 && (
        <Title order={3} size="h5">
          {t('crm.tab.activities')}
        </Title>
      )}
      <LivePages
        pages={activities}
        label={t('crm.tab.activities')}
        empty={null}
        row={(activity) => <ActivityLine activity={activity} />}
      />
      {notes.nodes.length > 0 && (
        <Title order={3} size="h5">
          {t('crm.tab.notes')}
        </Title>
      )}
      <LivePages pages={notes} label={t('crm.tab.notes')} empty={null} row={(note) => <NoteCard note={note} />} />
    </Stack>
  );
}
