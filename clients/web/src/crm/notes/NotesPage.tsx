import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useSearchParams } from 'react-router';
import { LivePages } from '../../graph/LivePages.tsx';
import { useLivePages } from '../../graph/use-live-pages.ts';
import { Empty } from '../../look/Empty.tsx';
import filter from '../../look/Filter.module.css';
import { FilterText } from '../../look/FilterText.tsx';
import { Icon } from '../../look/Icon.tsx';
import classes from '../../look/List.module.css';
import { useMay } from '../../session/viewer.tsx';
import { ListViews } from '../views/ListViews.tsx';
import { NoteCard } from './NoteCard.tsx';
import { NotesDocument } from './notes.ts';

/** Every note, the pinned ones first, of one tag if that is asked for. */
export function Component() {
  const { t } = useTranslation();
  const mayWrite = useMay('crm:write');
  const [search, setSearch] = useSearchParams();
  const tag = search.get('tag') ?? '';
  const put = (value: string) =>
    setSearch((before) => {
      const after = new URLSearchParams(before);
      if (value) after.set('tag', value);
      else after.delete('tag');
      return after;
    });
  const notes = useLivePages({
    ask: (after) => ({ query: NotesDocument, variables: { after, filter: tag ? { tag } : null } }),
    read: ({ viewer }) => viewer?.tenant?.notes,
  });
  const empty = tag ? 'nothingFound' : 'empty';
  return (
    <div className={classes.beside}>
      <div className={classes.lists}>
        <ListViews list="NOTES" path="/crm/notes" />
        <div className={filter.filter}>
          <FilterText label={t('notes.tag')} value={tag} onChange={put} />
          {mayWrite && (
            <Button component={Link} to="/crm/notes/new" leftSection={<Icon name="plus" size={18} />}>
              {t('notes.new')}
            </Button>
          )}
        </div>
        <LivePages
          pages={notes}
          label={t('crm.tab.notes')}
          empty={<Empty icon="log" title={t(`notes.${empty}Title`)} text={t(`notes.${empty}Text`)} />}
          row={(note) => <NoteCard note={note} />}
        />
      </div>
      <Outlet />
    </div>
  );
}
