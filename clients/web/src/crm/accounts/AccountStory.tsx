import { Button, Group, Stack, Text, Title } from '@mantine/core';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import list from '../../look/List.module.css';
import { useMay, useTenant } from '../../session/viewer.tsx';
import { ActivityLine } from '../activities/ActivityLine.tsx';
import { NoteCard } from '../notes/NoteCard.tsx';
import { EntryLine } from '../timeline/EntryLine.tsx';
import type { WholeAccount } from './accounts.ts';
import { useWorkFor } from './use-work-for.ts';

/** What the staff have to do about an account, what they wrote down, and what happened to the tenant; who works for the tenant adds to it. */
export function AccountStory({ account }: { account: WholeAccount }) {
  const { t } = useTranslation();
  const { id, name, tenantId, activities, notes, timeline } = account;
  const workFor = useWorkFor();
  const isElsewhere = useTenant().id !== tenantId;

  /** What is another tenant's is opened in that tenant's console. */
  function follow(event: MouseEvent) {
    const link = isElsewhere && event.target instanceof Element ? event.target.closest('a') : null;
    const path = link?.getAttribute('href')?.replace(/^\/app/, '');
    if (!path) return;
    event.preventDefault();
    event.stopPropagation();
    void workFor(tenantId, path);
  }

  return (
    <Stack gap="sm" onClickCapture={follow}>
      <Add id={id} tenantId={tenantId} name={name} />
      <div>
        <Title order={3} size="h5" mb="xs">
          {t('accounts.nextStep')}
        </Title>
        {activities.edges.length > 0 ? (
          <ul className={list.list} aria-label={t('crm.tab.activities')}>
            {activities.edges.map(({ node }) => (
              <ActivityLine key={node.id} activity={node} isReadOnly={isElsewhere} />
            ))}
          </ul>
        ) : (
          <Text c="var(--quiet)">{t('accounts.noStep')}</Text>
        )}
      </div>
      {notes.edges.length > 0 && (
        <div>
          <Title order={3} size="h5" mb="xs">
            {t('crm.tab.notes')}
          </Title>
          <ul className={list.list} aria-label={t('crm.tab.notes')}>
            {notes.edges.map(({ node }) => (
              <NoteCard key={node.id} note={node} />
            ))}
          </ul>
        </div>
      )}
      {timeline.edges.length > 0 && (
        <div>
          <Title order={3} size="h5" mb="xs">
            {t('crm.tab.timeline')}
          </Title>
          <ul className={list.list} aria-label={t('crm.tab.timeline')}>
            {timeline.edges.map(({ node }) => (
              <EntryLine key={node.id} entry={node} isOfOne />
            ))}
          </ul>
        </div>
      )}
    </Stack>
  );
}

/** A note or an activity is written in the tenant that it is about. */
function Add({ id, tenantId, name }: { id: string; tenantId: string; name: string }) {
  const { t } = useTranslation();
  const { id: here } = useTenant();
  const mayWrite = useMay('crm:write');
  const workFor = useWorkFor();
  if (!mayWrite) return null;
  if (tenantId !== here)
    return (
      <Group gap="xs">
        <Text size="sm" c="var(--quiet)">
          {t('accounts.elsewhere', { tenant: name })}
        </Text>
        <Button variant="default" size="sm" onClick={() => void workFor(tenantId, `/crm/accounts/${id}`)}>
          {t('accounts.workFor', { tenant: name })}
        </Button>
      </Group>
    );
  return (
    <Group gap="xs">
      <Button component={Link} to="/crm/activities/new" variant="default" size="sm">
        {t('activities.new')}
      </Button>
      <Button component={Link} to="/crm/notes/new" variant="default" size="sm">
        {t('notes.new')}
      </Button>
    </Group>
  );
}
