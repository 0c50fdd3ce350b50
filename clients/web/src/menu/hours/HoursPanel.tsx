import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useOutletContext, useParams } from 'react-router';
import { useDraft } from '../../graph/use-draft.ts';
import { useWrite } from '../../graph/use-write.ts';
import { showDone, showTrouble, showUndo } from '../../look/notify.tsx';
import { ThingPanel } from '../../look/ThingPanel.tsx';
import { useMay, useTenant } from '../../session/viewer.tsx';
import { byLocale, textIn } from '../../words/text-in.ts';
import { HoursForm } from './HoursForm.tsx';
import type { HoursOutlet } from './HoursPage.tsx';
import {
  type Hours,
  type HoursDraft,
  RemoveHoursDocument,
  RestoreHoursDocument,
  UpdateHoursDocument,
} from './hours.ts';

export function Component() {
  const { t, i18n } = useTranslation();
  const { languages } = useTenant();
  const { dayPartId } = useParams();
  const { hours } = useOutletContext<HoursOutlet>();
  return (
    <ThingPanel
      asked={{ thing: hours.find(({ id }) => id === dayPartId) ?? null }}
      name={t('hours.title')}
      titleOf={({ names }) => textIn(names, [i18n.language, ...languages])}
      icon="search"
      historyOf={({ id }) => id}
      gone={{ title: t('hours.goneTitle'), text: t('hours.goneText') }}
      list="/menu/hours"
    >
      {(each, close) => <Detail key={each.id} hours={each} onRemoved={close} />}
    </ThingPanel>
  );
}

function Detail({ hours, onRemoved }: { hours: Hours; onRemoved: () => void }) {
  const { t, i18n } = useTranslation();
  const { languages } = useTenant();
  const mayWrite = useMay('menu:write');
  const { id, version, names, days, from, to } = hours;
  const draft = useDraft<HoursDraft>(`hours ${id}`, { name: byLocale(names), days, from, to }, version);
  const update = useWrite(UpdateHoursDocument);
  const { write: remove } = useWrite(RemoveHoursDocument, showTrouble);
  const { write: restore } = useWrite(RestoreHoursDocument, showTrouble);
  const name = textIn(names, [i18n.language, ...languages]);

  async function takeAway() {
    if (!(await remove({ id }))) return;
    showUndo(`removed-${id}`, t('hours.isRemoved', { name }), () => void restore({ id }));
    onRemoved();
  }

  return (
    <HoursForm
      draft={draft}
      write={update}
      isReadOnly={!mayWrite}
      action={t('action.save')}
      onSave={async (input) => {
        const saved = await update.write({ id, input: { version, ...input } });
        if (saved) showDone(t('hours.saved', { name }));
        return saved;
      }}
    >
      {mayWrite && (
        <>
          <Text size="sm" c="var(--quiet)">
            {t('hours.removeText')}
          </Text>
          <Button variant="outline" color="red" style={{ alignSelf: 'flex-start' }} onClick={() => void takeAway()}>
            {t('hours.remove')}
          </Button>
        </>
      )}
    </HoursForm>
  );
}
