import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate, useSearchParams } from 'react-router';
import type { CrmList } from '../../generated/graphql.ts';
import { useLiveQuery } from '../../graph/use-live-query.ts';
import { useWrite } from '../../graph/use-write.ts';
import { Icon } from '../../look/Icon.tsx';
import { showDone, showTrouble } from '../../look/notify.tsx';
import { useMay } from '../../session/viewer.tsx';
import classes from './ListViews.module.css';
import { listQueryOf, searchOf } from './list-query.ts';
import { ViewForm } from './ViewForm.tsx';
import { ViewMenu } from './ViewMenu.tsx';
import { CreateViewDocument, type SavedView, UpdateViewDocument, ViewsDocument } from './views.ts';

/** The saved views of a list, above it: choose one, or save what is shown now as one. */
export function ListViews({ list, path }: { list: CrmList; path: string }) {
  const { t } = useTranslation();
  const mayWrite = useMay('crm:write');
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const [search] = useSearchParams();
  const [isSaving, setSaving] = useState(false);
  const create = useWrite(CreateViewDocument);
  const { write: update } = useWrite(UpdateViewDocument, showTrouble);
  const { data } = useLiveQuery({ query: ViewsDocument, variables: { list } });
  const views = (data?.viewer?.tenant?.crmViews.edges ?? []).map(({ node }) => node);
  const query = listQueryOf(search);
  const open = views.find(({ id }) => id === search.get('saved'));
  const isChanged = query !== listQueryOf(new URLSearchParams(open?.query));
  if (views.length === 0 && query === '') return null;

  async function save(name: string, isShared: boolean) {
    const saved = await create.write({ input: { side: null, list, name, query, isShared } });
    if (!saved) return;
    setSaving(false);
    showDone(t('views.saved', { name }));
    await navigate({ pathname, search: searchOf(saved.createView) });
  }

  async function saveChanges({ id, name, version }: SavedView) {
    const input = { version, query, name: null, isShared: null, before: null };
    if (await update({ id, input })) showDone(t('views.saved', { name }));
  }

  return (
    <nav className={classes.views} aria-label={t('views.label')}>
      <Link to={path} className={classes.view} aria-current={!open && query === '' ? 'true' : undefined}>
        {t('views.plain')}
      </Link>
      {views.map((view) => (
        <Link
          key={view.id}
          to={{ pathname: path, search: searchOf(view) }}
          className={classes.view}
          aria-current={view === open ? 'true' : undefined}
          title={view.isShared ? t('views.shared') : undefined}
        >
          <span className={classes.name}>{view.name}</span>
          {view.isShared && <Icon name="share" size={14} />}
        </Link>
      ))}
      {mayWrite && open && <ViewMenu key={open.id} view={open} path={path} />}
      {mayWrite && open && isChanged && (
        <Button variant="light" size="sm" onClick={() => void saveChanges(open)}>
          {t('views.saveChanges')}
        </Button>
      )}
      {mayWrite && isChanged && (
        <Button variant="default" size="sm" onClick={() => setSaving(true)}>
          {t('views.save')}
        </Button>
      )}
      {isSaving && (
        <ViewForm
          title={t('views.save')}
          action={t('views.create')}
          write={create}
          mayShare
          onSave={save}
          onClose={() => {
            create.forget();
            setSaving(false);
          }}
        />
      )}
    </nav>
  );
}
