import { Badge, Group, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import list from '../../look/List.module.css';
import { Moment } from '../../look/Moment.tsx';
import { useActorName } from '../../people/use-actor-name.ts';
import { useTenant } from '../../session/viewer.tsx';
import { Tags } from '../tags/Tag.tsx';
import classes from './NoteText.module.css';
import { NoteText } from './NoteText.tsx';
import type { Note } from './notes.ts';

/** A note in a list: what it says, who wrote it, and when. */
export function NoteCard({ note: { id, author, html, tags, pinned, createdAt, side } }: { note: Note }) {
  const { t } = useTranslation();
  const { timeZone } = useTenant();
  const { id: open } = useParams();
  const [search] = useSearchParams();
  const nameOf = useActorName();
  return (
    <li className={classes.card} data-open={id === open || undefined}>
      <Stack gap="xs">
        <Group gap="xs">
          <Link
            to={{ pathname: `/crm/notes/${id}`, search: search.toString() }}
            className={`${list.name} ${list.quiet}`}
          >
            {nameOf(author)} · <Moment at={createdAt} timeZone={timeZone} />
          </Link>
          {pinned && <Badge variant="light">{t('notes.isPinned')}</Badge>}
          {side === 'PLATFORM' && <Badge variant="light">{t('crm.platform')}</Badge>}
          <Tags side={side} names={tags} most={tags.length} />
        </Group>
        <NoteText html={html} />
      </Stack>
    </li>
  );
}
