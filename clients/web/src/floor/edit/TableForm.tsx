import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { hasMistakes, mistakesIn } from '../../graph/mistakes.ts';
import { useDraft } from '../../graph/use-draft.ts';
import { useWrite } from '../../graph/use-write.ts';
import { FormFrame } from '../../look/FormFrame.tsx';
import { showDone, showTrouble, showUndo } from '../../look/notify.tsx';
import {
  type FloorArea,
  type FloorTable,
  RemoveTableDocument,
  RestoreTableDocument,
  UpdateTableDocument,
} from '../floor.ts';
import { draftOf, inputOf, TableFields } from './TableFields.tsx';

interface TableFormProps {
  table: FloorTable;
  areas: readonly FloorArea[];
  onGone: () => void;
}

/** What a table is: its name, its seats, its shape and how it is turned. Where it stands is set on the plan. */
export function TableForm({ table, areas, onGone }: TableFormProps) {
  const { t } = useTranslation();
  const draft = useDraft(`table ${table.id}`, draftOf(table), table.version);
  const update = useWrite(UpdateTableDocument);
  const remove = useWrite(RemoveTableDocument, showTrouble);
  const restore = useWrite(RestoreTableDocument, showTrouble);
  const missing = { name: !draft.fields.name.trim() && t('mistake.nameMissing') };
  const mistakeAt = mistakesIn(draft, update, missing);

  async function save() {
    if (hasMistakes(missing)) return undefined;
    const done = await update.write({ id: table.id, input: { version: table.version, ...inputOf(draft.fields) } });
    if (done) showDone(t('floor.saved', { name: done.updateTable.name }));
    return done;
  }

  async function takeAway() {
    const { id, name } = table;
    if (!(await remove.write({ id }))) return;
    onGone();
    showUndo(`remove ${id}`, t('floor.removed', { name }), () => void restore.write({ id }));
  }

  return (
    <FormFrame
      draft={draft}
      write={update}
      action={t('action.save')}
      onSave={save}
      isReady={draft.isChanged}
      beside={
        <Button variant="outline" color="red" loading={remove.isBusy} onClick={() => void takeAway()}>
          {t('floor.remove')}
        </Button>
      }
    >
      <TableFields draft={draft} areas={areas} mistakeAt={mistakeAt} />
    </FormFrame>
  );
}
