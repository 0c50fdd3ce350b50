import { Button } from '@mantine/core';
import { problemOf } from '@mycelium/client-kit/problem';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CombinedError, useClient } from 'urql';
import { showDone, showTrouble } from '../look/notify.tsx';
import { useViewer } from '../session/viewer.tsx';
import { type Area, isFor } from '../shell/area.ts';
import { useAreas } from '../shell/use-areas.ts';
import { useBrought } from '../shell/use-brought.ts';
import classes from './LogPage.module.css';
import type { Entry } from './log.ts';
import { sentenceOf } from './sentence.ts';
import { canTakeBack, takeBack } from './take-back.ts';
import { useReader } from './use-reader.ts';

/** What an area says that knows of no way back. */
const nothing: NonNullable<Area['undo']> = async () => ({ undo: {} });

/** Takes a change back, where its noun knows how and the role may; nothing is shown otherwise. */
export function UndoEntry({ entry }: { entry: Entry }) {
  const { t } = useTranslation();
  const client = useClient();
  const reader = useReader();
  const { viewer } = useViewer();
  const { noun } = entry;
  const load = useAreas().find(({ places = {} }) => noun !== null && noun in places)?.undo ?? nothing;
  const all = useBrought(load)?.undo;
  const undo = noun ? all?.[noun] : undefined;
  const [isBusy, setBusy] = useState(false);
  const [isChanged, setChanged] = useState(false);
  if (!undo || !isFor(viewer, undo) || !canTakeBack(entry, undo)) return null;

  async function act(how: NonNullable<typeof undo>) {
    setBusy(true);
    try {
      const end = await takeBack(client, entry, how);
      setChanged(end === 'CHANGED');
      if (end === 'DONE') showDone(t('log.undone', { what: sentenceOf(entry, reader) }));
    } catch (error) {
      if (!(error instanceof CombinedError)) throw error;
      showTrouble(problemOf(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <>
      <Button variant="light" loading={isBusy} disabled={isChanged} onClick={() => act(undo)}>
        {t('action.undo')}
      </Button>
      {isChanged && (
        <p role="status" className={classes.quiet}>
          {t('log.changedSince')}
        </p>
      )}
    </>
  );
}
