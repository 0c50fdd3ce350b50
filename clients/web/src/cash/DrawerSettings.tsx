import { Button, TextInput, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { hasMistakes, mistakesIn } from '../graph/mistakes.ts';
import { useDraft } from '../graph/use-draft.ts';
import { useWrite } from '../graph/use-write.ts';
import { FormFrame } from '../look/FormFrame.tsx';
import { showDone, showTrouble, showUndo } from '../look/notify.tsx';
import { useMay } from '../session/viewer.tsx';
import type { Drawer } from './cash.ts';
import { ArchiveDrawerDocument, RestoreDrawerDocument, UpdateDrawerDocument } from './write-cash.ts';

/** What a drawer is called, and whether it is used. */
export function DrawerSettings({ drawer, onDone }: { drawer: Drawer; onDone: () => void }) {
  const { t } = useTranslation();
  const mayWrite = useMay('location:write');
  const { id, name: known, version, archivedAt, openSession } = drawer;
  const draft = useDraft(`drawer ${id}`, { name: known }, version);
  const update = useWrite(UpdateDrawerDocument);
  const { write: archive } = useWrite(ArchiveDrawerDocument, showTrouble);
  const { write: restore } = useWrite(RestoreDrawerDocument, showTrouble);
  const name = draft.fields.name.trim();
  const missing = { name: !name && t('mistake.nameMissing') };
  const mistakeAt = mistakesIn(draft, update, missing);
  async function save() {
    if (hasMistakes(missing)) return undefined;
    const saved = await update.write({ id, input: { version, name } });
    if (!saved) return undefined;
    showDone(t('cash.saved', { name: saved.updateDrawer.name }));
    onDone();
    return saved;
  }

  async function putAway() {
    if (await archive({ id }))
      showUndo(`archive ${id}`, t('cash.wasArchived', { name: known }), () => void restore({ id }));
  }

  return (
    <>
      <Title order={3} mb="sm">
        {t('cash.settings')}
      </Title>
      <FormFrame
        draft={draft}
        write={update}
        label={t('cash.settings')}
        isReadOnly={!mayWrite}
        action={t('action.save')}
        isReady={draft.isChanged}
        onSave={save}
        beside={
          archivedAt ? (
            <Button variant="default" onClick={() => void restore({ id })}>
              {t('cash.restore')}
            </Button>
          ) : (
            <>
              <Button variant="default" onClick={onDone}>
                {t('action.cancel')}
              </Button>
              {!openSession && (
                <Button variant="default" onClick={() => void putAway()}>
                  {t('cash.archive')}
                </Button>
              )}
            </>
          )
        }
      >
        <TextInput
          label={t('cash.drawerName')}
          maxLength={60}
          value={draft.fields.name}
          readOnly={!mayWrite}
          error={mistakeAt('name')}
          onChange={({ currentTarget }) => draft.change({ name: currentTarget.value })}
        />
      </FormFrame>
    </>
  );
}
