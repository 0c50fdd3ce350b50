import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { LivePages } from '../../graph/LivePages.tsx';
import { useLivePages } from '../../graph/use-live-pages.ts';
import { useMay } from '../../session/viewer.tsx';
import { ActivityLine } from '../activities/ActivityLine.tsx';
import { ActivitiesDocument } from '../activities/activities.ts';
import { NoteCard } from '../notes/NoteCard.tsx';
import { NotesDocument } from '../notes/notes.ts';
import type { ContactCard } from './contacts.ts';

/** What is to be done about a contact, and what was written down. */
export function ContactStory({ contact }: { contact: ContactCard }) {
  const { id, partner } = contact;
  const { t } = useTranslation();
  const mayWrite = useMay('crm:write');
  const subject = { kind: 'CONTACT' as const, id };
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
          <Button component={Link} to={`/crm/activities/new?contact=${id}`} variant="default" size="sm">
            {t('activities.new')}
          </Button>
          <Button component={Link} to={`/crm/notes/new?contact=${id}`} variant="default" size="sm">
            {t('notes.new')}
          </Button>
          {contact.side === 'TENANT' && !partner && (
            <Button component={Link} to={`/crm/partners/new?contact=${id}`} variant="default" size="sm">
              {t('partners.begin')}
            </Button>
          )}
        </Group>
      )}
      {partner && (
        <Text size="sm">
          {t('contacts.isPartner')} <Link to={`/crm/partners/${partner.id}`}>{t('partners.toPartner')}</Link>
        </Text>
      )}
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
