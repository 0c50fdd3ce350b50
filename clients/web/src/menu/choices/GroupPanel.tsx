import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useOutletContext, useParams } from 'react-router';
import { useDraft } from '../../graph/use-draft.ts';
import { useWrite } from '../../graph/use-write.ts';
import { showDone, showTrouble, showUndo } from '../../look/notify.tsx';
import { ThingPanel } from '../../look/ThingPanel.tsx';
import { useMay, useTenant } from '../../session/viewer.tsx';
import { byLocale, textIn } from '../../words/text-in.ts';
import type { ChoicesOutlet } from './ChoicesPage.tsx';
import { type Group, RemoveGroupDocument, RestoreGroupDocument, UpdateGroupDocument } from './choices.ts';
import { GroupForm } from './GroupForm.tsx';
import { Options } from './Options.tsx';

export function Component() {
  const { t, i18n } = useTranslation();
  const { languages } = useTenant();
  const { groupId } = useParams();
  const { groups } = useOutletContext<ChoicesOutlet>();
  return (
    <ThingPanel
      asked={{ thing: groups.find(({ id }) => id === groupId) ?? null }}
      name={t('choice.title')}
      titleOf={({ names }) => textIn(names, [i18n.language, ...languages])}
      icon="search"
      historyOf={({ id }) => id}
      gone={{ title: t('choice.goneTitle'), text: t('choice.goneText') }}
      list="/menu/choices"
    >
      {(group, close) => <Detail key={group.id} group={group} groups={groups} onRemoved={close} />}
    </ThingPanel>
  );
}

function Detail({ group, groups, onRemoved }: { group: Group; groups: readonly Group[]; onRemoved: () => void }) {
  const { t, i18n } = useTranslation();
  const { languages } = useTenant();
  const mayWrite = useMay('menu:write');
  const { id, version, names, min, max, free, priceRule } = group;
  const start = {
    ...{ name: byLocale(names), min: String(min), max: max === null ? '' : String(max), free: String(free) },
    priceRule,
  };
  const draft = useDraft(`choice ${id}`, start, version);
  const update = useWrite(UpdateGroupDocument);
  const { write: remove } = useWrite(RemoveGroupDocument, showTrouble);
  const { write: restore } = useWrite(RestoreGroupDocument, showTrouble);
  const name = textIn(names, [i18n.language, ...languages]);

  async function takeAway() {
    if (!(await remove({ id }))) return;
    showUndo(`removed-${id}`, t('choice.isRemoved', { name }), () => void restore({ id }));
    onRemoved();
  }

  return (
    <>
      <Options group={group} groups={groups} />
      <GroupForm
        options={group.options}
        draft={draft}
        write={update}
        isReadOnly={!mayWrite}
        action={t('action.save')}
        onSave={async (input) => {
          const saved = await update.write({ id, input: { version, ...input } });
          if (saved) showDone(t('choice.saved', { name }));
          return saved;
        }}
      >
        {mayWrite && (
          <Button variant="outline" color="red" style={{ alignSelf: 'flex-start' }} onClick={() => void takeAway()}>
            {t('choice.remove')}
          </Button>
        )}
      </GroupForm>
    </>
  );
}
