import { ActionIcon, Menu } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useWrite } from '../../graph/use-write.ts';
import { Icon } from '../../look/Icon.tsx';
import { showDone, showTrouble, showUndo } from '../../look/notify.tsx';
import { searchOf } from './list-query.ts';
import { ViewForm } from './ViewForm.tsx';
import { RemoveViewDocument, RestoreViewDocument, type SavedView, UpdateViewDocument } from './views.ts';

/** What can be done with the view that is open. */
export function ViewMenu({ view, path }: { view: SavedView; path: string }) {
  const { id, name, version, isShared, isMine } = view;
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [isRenaming, setRenaming] = useState(false);
  const rename = useWrite(UpdateViewDocument);
  const { write: update } = useWrite(UpdateViewDocument, showTrouble);
  const { write: remove } = useWrite(RemoveViewDocument, showTrouble);
  const { write: restore } = useWrite(RestoreViewDocument, showTrouble);
  const same = { version, name: null, query: null, isShared: null, before: null };

  async function saveName(changed: string) {
    if (!(await rename.write({ id, input: { ...same, name: changed } }))) return;
    setRenaming(false);
    showDone(t('views.saved', { name: changed }));
  }

  async function takeAway() {
    if (!(await remove({ id }))) return;
    await navigate(path);
    showUndo(`view-${id}`, t('views.removed', { name }), () => {
      void restore({ id }).then((back) => back && navigate({ pathname: path, search: searchOf(view) }));
    });
  }

  return (
    <>
      <Menu withInitialFocusPlaceholder={false} position="bottom-start">
        <Menu.Target>
          <ActionIcon variant="default" size="lg" aria-label={t('views.more', { name })}>
            <Icon name="down" size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setRenaming(true)}>{t('views.rename')}</Menu.Item>
          {(!isShared || isMine) && (
            <Menu.Item onClick={() => void update({ id, input: { ...same, isShared: !isShared } })}>
              {t(isShared ? 'views.unshare' : 'views.share')}
            </Menu.Item>
          )}
          <Menu.Item onClick={() => void takeAway()}>{t('views.remove')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isRenaming && (
        <ViewForm
          title={t('views.renameTitle')}
          action={t('action.save')}
          name={name}
          write={rename}
          onSave={saveName}
          onClose={() => {
            rename.forget();
            setRenaming(false);
          }}
        />
      )}
    </>
  );
}
