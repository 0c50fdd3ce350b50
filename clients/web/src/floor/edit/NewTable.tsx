import { useTranslation } from 'react-i18next';
import { useNavigate, useOutletContext, useSearchParams } from 'react-router';
import { hasMistakes, mistakesIn } from '../../graph/mistakes.ts';
import { useDraft } from '../../graph/use-draft.ts';
import { useWrite } from '../../graph/use-write.ts';
import { FormFrame } from '../../look/FormFrame.tsx';
import { showDone } from '../../look/notify.tsx';
import { Panel } from '../../look/Panel.tsx';
import type { FloorOutlet } from '../FloorPage.tsx';
import { CreateTableDocument } from '../floor.ts';
import { inputOf, type TableDraft, TableFields } from './TableFields.tsx';

/** A new table, in the middle of its area until it is moved. */
export function Component() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { areas } = useOutletContext<FloorOutlet>();
  const [search] = useSearchParams();
  const first = areas.find(({ id }) => id === search.get('area')) ?? areas[0];
  const start: TableDraft = {
    ...{ name: '', seats: 4, shape: 'RECTANGLE', areaId: first?.id ?? '' },
    ...{ width: 200, height: 160, rotation: 0 },
  };
  const draft = useDraft('new table', start);
  const create = useWrite(CreateTableDocument);
  const missing = { name: !draft.fields.name.trim() && t('mistake.nameMissing') };
  const mistakeAt = mistakesIn(draft, create, missing);
  const close = () => void navigate({ pathname: '/floor', search: search.toString() });

  async function save() {
    const area = areas.find(({ id }) => id === draft.fields.areaId) ?? first;
    if (hasMistakes(missing) || !area) return undefined;
    const { width, height } = draft.fields;
    const middle = { x: Math.floor((area.width - width) / 2), y: Math.floor((area.height - height) / 2) };
    const done = await create.write({ input: { ...inputOf(draft.fields), ...middle, areaId: area.id } });
    if (!done) return undefined;
    showDone(t('floor.saved', { name: done.createTable.name }));
    await navigate({ pathname: `/floor/${done.createTable.id}`, search: search.toString() });
    return done;
  }

  return (
    <Panel title={t('floor.newTable')} onClose={close}>
      <FormFrame draft={draft} write={create} action={t('floor.add')} onSave={save}>
        <TableFields draft={draft} areas={areas} mistakeAt={mistakeAt} />
      </FormFrame>
    </Panel>
  );
}
